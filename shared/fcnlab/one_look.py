"""Why YOLO looks once, what a cell has to say, and who says it: pictures for which nothing is trained."""

from __future__ import annotations

from fcnlab.canvas import LABEL, SMALL, Canvas, Numbers, fitting
from fcnlab.detector import ANCHORS, Plan
from fcnlab.palette import FILL, GREY
from fcnlab.picture import Picture
from fcnlab.scene_panel import Panel
from fcnlab.scenes import SCENE_SIDE, Scene, Thing, draw_scene, draw_scenes
from fcnlab.street_objects import CAR, PERSON
from fcnlab.wording import Lang, say
from fcnlab.yolo_numbers import responsible, size_overlap

SIDE, GAP = 9.0, 0.7
"""Width of a scene, and the gap around it, in cells."""
WINDOW = 64
"""Pixels to which each window is scaled."""
PLAN = Plan()
EXAMPLE = 17
"""The number of a scene that shows well what is to be seen."""


def passes(*, lang: Lang) -> Picture:
    """A window that is slid over the image, with one pass for each place and size; and one pass for everything."""
    return Picture(say(lang, ko="여러 번 보기와 한 번 보기", en="many passes and one"), lambda: _draw_passes(lang))


def why_size(*, lang: Lang) -> Picture:
    """The grid's cells that hold a centre; boxes of one cell's size at these; and boxes with their width and height."""
    return Picture(say(lang, ko="너비와 높이", en="width and height"), lambda: _draw_sizes(lang))


def two_in_one_cell(*, lang: Lang) -> Picture:
    """A person in front of a car, with both centres in one cell, and which of its three anchors takes which."""
    return Picture(say(lang, ko="한 칸에 물체 둘", en="two objects in one cell"), lambda: _draw_two(lang))


def window_counts() -> tuple[int, int]:
    """How many windows there are, and how many multiply-adds they take: at each cell, one of each anchor's size."""
    count = PLAN.cells**2 * len(ANCHORS)
    return count, count * PLAN.multiply_adds(WINDOW)


def _draw_passes(lang: Lang) -> Canvas:
    scene, width = _example(), 2 * SIDE + 3 * GAP
    canvas = Canvas(width, SIDE + 6.4, lang)
    count, many = window_counts()
    one = PLAN.multiply_adds()
    left, right = (Panel(canvas, (GAP + k * (SIDE + GAP), 1.6), SIDE) for k in (0, 1))
    for panel, title in (
        (left, say(lang, ko="창을 옮기며 여러 번", en="many times, sliding a window")),
        (right, say(lang, ko="전체를 한 번", en="once, all of it")),
    ):
        canvas.text((panel.at[0] + SIDE / 2, 0.8), title, size=fitting(title, LABEL, SIDE))
        panel.image(scene.image)
    right.grid(PLAN.cells)
    for row, anchor in ((4, ANCHORS[0]), (7, ANCHORS[1]), (10, ANCHORS[2])):
        for column in range(2, 6):
            left.frame(((column + 0.5) * PLAN.stride, (row + 0.5) * PLAN.stride, *anchor), dashed=column > 2)
    top = SIDE + 2.4
    _bars(
        canvas,
        top,
        say(lang, ko="신경망을 통과하는 횟수", en="passes through the network"),
        ((say(lang, ko="여러 번", en="many"), count, f"{count:,}"), (say(lang, ko="한 번", en="one"), 1, "1")),
    )
    _bars(
        canvas,
        top + 2.0,
        say(lang, ko="곱셈-덧셈", en="multiply-adds"),
        tuple(
            (name, value, say(lang, ko=f"{value / 1e8:.2f}억", en=f"{value / 1e6:,.0f} million"))
            for name, value in ((say(lang, ko="여러 번", en="many"), many), (say(lang, ko="한 번", en="one"), one))
        ),
    )
    return canvas


def _bars(canvas: Canvas, top: float, title: str, bars: tuple[tuple[str, float, str], ...]) -> None:
    """Two lines of a bar with its number; the first is the longest."""
    longest = 9.0
    canvas.text((GAP, top + 0.8), title, left=True, size=fitting(title, LABEL, 5.4))
    for line, (name, value, text) in enumerate(bars):
        y = top + 0.8 * line
        canvas.text((6.4, y + 0.4), name, left=True, size=SMALL)
        canvas.box(
            (8.0, y + 0.1), (max(longest * value / bars[0][1], 0.04), 0.6), fill=FILL["input" if line else "kernel"]
        )
        canvas.text((8.2 + longest * value / bars[0][1], y + 0.4), text, left=True, size=SMALL)


def _draw_sizes(lang: Lang) -> Canvas:
    scene, side, stride = _example(), 7.0, PLAN.stride
    canvas = Canvas(3 * side + 4 * 0.5, side + 2.6, lang)
    panels = [Panel(canvas, (0.5 + k * (side + 0.5), 1.3), side) for k in range(3)]
    titles = (
        say(lang, ko="격자: 어느 칸인지만 압니다", en="the grid knows the cell alone"),
        say(lang, ko="칸의 크기로 그리면", en="drawn as large as a cell"),
        say(lang, ko="예측한 너비와 높이로 그리면", en="drawn with width and height"),
    )
    for panel, title in zip(panels, titles, strict=True):
        canvas.text((panel.at[0] + side / 2, 0.7), title, size=fitting(title, LABEL, side))
    panels[0].canvas.image(panels[0].at, side, _shrunk(scene.image), (0, 1))
    panels[0].grid(PLAN.cells)
    for panel in panels[1:]:
        panel.image(scene.image)
    for thing in scene.things:
        row, column, _ = responsible(thing.box, ANCHORS, stride)
        cell = ((column + 0.5) * stride, (row + 0.5) * stride, stride, stride)
        panels[0].frame(cell)
        panels[1].frame((*thing.box[:2], stride, stride))
        panels[2].frame(thing.box)
    note = say(
        lang,
        ko="13×13으로 줄인 지도의 칸은 물체의 중심만 맡습니다. 크기는 원래 이미지의 픽셀로 따로 예측해야 합니다.",
        en="A cell of the map that was shrunk to 13×13 holds a centre. The size has to be predicted, in pixels.",
    )
    canvas.text((0.5, side + 2.0), note, left=True, size=fitting(note, SMALL, 3 * side + 1), color=GREY)
    return canvas


def _draw_two(lang: Lang) -> Canvas:
    scene, side, stride = _two(), 9.0, PLAN.stride
    canvas = Canvas(side + 2 * GAP + 11.2, side + 2 * GAP, lang)
    panel = Panel(canvas, (GAP, GAP), side)
    panel.image(scene.image)
    panel.grid(PLAN.cells)
    row, column, _ = responsible(scene.things[0].box, ANCHORS, stride)
    panel.frame(((column + 0.5) * stride, (row + 0.5) * stride, stride, stride))
    for thing in scene.things:
        panel.frame(thing.box)
        panel.tag(thing.box, panel.name(thing.label))
    left, top = side + 2 * GAP, 1.4
    title = say(
        lang, ko=f"칸 (열 {column}, 행 {row})의 앵커 세 개", en=f"the three anchors of column {column}, row {row}"
    )
    canvas.text((left, top), title, left=True)
    canvas.text((left + 5.6, top + 1.3), panel.name(CAR), size=SMALL)
    canvas.text((left + 8.4, top + 1.3), panel.name(PERSON), size=SMALL)
    for number, anchor in enumerate(ANCHORS):
        y = top + 2.0 + 1.7 * number
        scale = 1.3 / 84
        canvas.box((left, y), (anchor[0] * scale, anchor[1] * scale), fill="none", dashed=True)
        canvas.text((left + 1.7, y + 0.5), f"{number}: {anchor[0]:g}×{anchor[1]:g}", left=True, size=SMALL)
        for thing, x in zip(scene.things, (5.6, 8.4), strict=True):
            takes = responsible(thing.box, ANCHORS, stride)[2] == number
            box = (left + x - 1.2, y + 0.1)
            canvas.box(box, (2.4, 0.9), fill=FILL["output"] if takes else "none", thick=takes)
            canvas.text((left + x, y + 0.55), f"{size_overlap(thing.box, anchor):.2f}", size=SMALL)
    note = (
        say(lang, ko="숫자: 앵커와 물체의 크기가 겹치는 정도(IoU)", en="numbers: how much the sizes overlap (IoU)"),
        say(lang, ko="가장 큰 앵커의 상자가 그 물체를 맡습니다.", en="the box of the best anchor takes the object"),
    )
    for line, text in enumerate(note):
        canvas.text((left, top + 7.4 + 0.7 * line), text, left=True, size=fitting(text, SMALL, 11), color=GREY)
    return canvas


def _example() -> Scene:
    return draw_scenes(EXAMPLE + 1, seed=7)[EXAMPLE]


def _two() -> Scene:
    """A car and, before it, a person, with their centres in the same cell."""
    things = (Thing(CAR, (104.0, 120.0, 88.0, 52.0)), Thing(PERSON, (108.0, 124.0, 21.0, 60.0)))
    return draw_scene(things, horizon=92)


def _shrunk(image: Numbers) -> Numbers:
    cells = SCENE_SIDE // PLAN.stride
    means: Numbers = image.reshape(cells, PLAN.stride, cells, PLAN.stride).mean(axis=(1, 3))
    return means
