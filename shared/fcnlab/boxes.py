"""Grids and boxes over the street: what YOLO's cells see, and what is found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from fcnlab.canvas import LABEL, SMALL, Canvas, fitting, text_width, written
from fcnlab.marks import Place
from fcnlab.palette import GREY
from fcnlab.picture import Note, Picture
from fcnlab.street import SIDE, Image, names, street
from fcnlab.wording import Lang, say

Box = tuple[float, float, float, float]
"""(cx, cy, w, h) in pixels."""

PANEL, GAP = 6.4, 0.5
"""A small image's side and the space around it, in cells."""
LARGE = 12.0
"""A large image's side."""
LARGEST_SIZE = 10 * SIDE
"""Pixels: a larger box is no box of this image."""
MOST_BOXES = 60


def scales(strides: Sequence[int] = (32, 16, 8), *, lang: Lang) -> Picture:
    """The street under one grid for each stride, and below what is left of it at that size.

    The lower images hold, for each cell, the mean grey value of its pixels: what is smaller than a cell is blended with
    what surrounds it.
    """
    for stride in strides:
        if stride < 1 or SIDE % stride:
            raise ValueError(f"stride {stride} does not divide the image's {SIDE} pixels")
    return Picture(say(lang, ko="여러 해상도", en="several scales"), lambda: _draw_scales(strides, lang))


def decoded(
    box: object, cell_xy: tuple[int, int], anchor: tuple[float, float], stride: int, *, lang: Lang
) -> Picture | Note:
    """A box (cx, cy, w, h) over the street, with its cell and, dashed around the cell's centre, its anchor.

    Where `box` is None, as from a function that is not written yet, or no box, a `Note` says so.
    """
    numbers = _as_box(box)
    if numbers is None:
        return _note(box, lang)
    title = say(lang, ko=f"칸 {cell_xy}의 상자", en=f"the box of cell {cell_xy}")
    return Picture(title, lambda: _draw_decoded(numbers, cell_xy, anchor, stride, lang))


def detections(found: object, *, lang: Lang) -> Picture | Note:
    """What was found in the street: a list of (label, score, (cx, cy, w, h)); its labels are 0, 1 and 2.

    Where `found` is None, empty, or no such list, a `Note` says so.
    """
    if isinstance(found, list) and not found:
        nothing = say(
            lang,
            ko="찾은 것이 없습니다. 함수를 완성했는지, 기준이 너무 높지 않은지 확인해 보세요.",
            en="Nothing was found. Is the function written, and the threshold not too high?",
        )
        return Note(nothing)
    entries = [as_detection(entry) for entry in found] if isinstance(found, list | tuple) else [None]
    shown = [entry for entry in entries if entry is not None]
    if len(shown) < len(entries):
        return _note(found, lang)
    if len(shown) > MOST_BOXES:
        count = len(shown)
        many = say(
            lang, ko=f"찾은 것이 {count}개입니다. 너무 많아서 그릴 수 없습니다.", en=f"{count} boxes are too many."
        )
        return Note(many)
    return Picture(say(lang, ko="찾은 물체", en="what was found"), lambda: _draw_detections(shown, lang))


def _note(value: object, lang: Lang) -> Note:
    if value is None:
        unwritten = say(
            lang,
            ko="아직 그릴 값이 없습니다(None). 위의 함수를 완성하고 이 셀을 다시 실행해 보세요.",
            en="Nothing to draw yet (None). Complete the function above and run this cell again.",
        )
        return Note(unwritten)
    wrong = say(
        lang,
        ko="그릴 수 없는 값입니다. 상자는 (cx, cy, w, h), 찾은 물체는 (레이블, 점수, 상자)입니다. "
        f"너비와 높이는 0보다 크고 {LARGEST_SIZE}픽셀 이하여야 합니다.",
        en="This cannot be drawn: a box is (cx, cy, w, h), an object (label, score, box), and width and height are "
        f"above 0 and at most {LARGEST_SIZE} pixels.",
    )
    return Note(wrong)


def _as_box(value: object) -> Box | None:
    """Four finite numbers of a size that can be drawn, or None."""
    try:
        numbers = np.asarray(value, dtype=float)
    except (TypeError, ValueError):
        return None
    if numbers.shape != (4,) or not np.isfinite(numbers).all() or np.abs(numbers).max() > LARGEST_SIZE:
        return None
    cx, cy, width, height = (float(number) for number in numbers)
    return (cx, cy, width, height) if min(width, height) > 0 else None


def as_detection(value: Any) -> tuple[int, float, Box] | None:
    try:
        label, score, numbers = value
        box = _as_box(numbers)
        return None if box is None else (int(label), float(score), box)
    except (TypeError, ValueError):
        return None


def _draw_scales(strides: Sequence[int], lang: Lang) -> Canvas:
    image = street()
    canvas = Canvas((PANEL + GAP) * len(strides) + GAP, 2 * PANEL + 4.4, lang)
    for place, stride in enumerate(strides):
        cells = SIDE // stride
        left = GAP + place * (PANEL + GAP)
        title = say(lang, ko=f"스트라이드 {stride}: {cells}×{cells}칸", en=f"stride {stride}: {cells}×{cells} cells")
        canvas.text((left + PANEL / 2, 0.6), title, size=fitting(title, LABEL, PANEL))
        canvas.image((left, 1.2), PANEL, image, (0, 1))
        canvas.lines((left, 1.2), (PANEL, PANEL), cells, cells)
        below = say(lang, ko=f"{cells}×{cells}칸의 평균", en=f"means of {cells}×{cells} cells")
        canvas.text((left + PANEL / 2, PANEL + 2.2), below, size=fitting(below, LABEL, PANEL))
        canvas.image((left, PANEL + 2.8), PANEL, _means(image, stride), (0, 1))
    note = say(
        lang,
        ko="아래: 칸마다 픽셀의 평균. 칸보다 작은 물체는 배경과 섞여 사라집니다.",
        en="below: the mean of each cell. What is smaller than a cell is blended with the background, and vanishes.",
    )
    width = (PANEL + GAP) * len(strides) - GAP
    canvas.text((GAP, 2 * PANEL + 3.6), note, left=True, size=fitting(note, SMALL, width), color=GREY)
    return canvas


def _means(image: Image, stride: int) -> Image:
    cells = SIDE // stride
    means: Image = image.reshape(cells, stride, cells, stride).mean(axis=(1, 3))
    return means


def _draw_decoded(box: Box, cell_xy: tuple[int, int], anchor: tuple[float, float], stride: int, lang: Lang) -> Canvas:
    canvas, pixel = _sheet(7.2, lang)
    cells = SIDE // stride
    canvas.lines((GAP, GAP), (LARGE, LARGE), cells, cells)
    column, row = cell_xy
    middle = ((column + 0.5) * stride, (row + 0.5) * stride)
    canvas.frame(on_sheet(column * stride, row * stride), (stride * pixel, stride * pixel))
    _frame(canvas, (*middle, *anchor), dashed=True)
    _frame(canvas, box)
    canvas.dot(on_sheet(*box[:2]))
    legend = [
        say(lang, ko="작은 네모: 칸", en="small square: the cell,"),
        say(lang, ko=f"    (열 {column}, 행 {row})", en=f"    column {column}, row {row}"),
        say(lang, ko="점: 상자의 중심", en="dot: the box's centre"),
        say(lang, ko="점선: 앵커", en="dashed: the anchor"),
        say(lang, ko="실선: 변환한 상자", en="solid: the decoded box"),
        "",
        f"cx = {written(box[0])}, cy = {written(box[1])}",
        f"w = {written(box[2])}, h = {written(box[3])}",
    ]
    for line, text in enumerate(legend):
        canvas.text((LARGE + 2 * GAP, 1.2 + line), text, left=True)
    return canvas


def _draw_detections(found: Sequence[tuple[int, float, Box]], lang: Lang) -> Canvas:
    canvas, _ = _sheet(0, lang)
    known = names(lang)
    for label, score, box in found:
        _frame(canvas, box)
        name = known[label] if 0 <= label < len(known) else str(label)
        text = f"{name} {score:.2f}"
        x, y = on_sheet(box[0] - box[2] / 2, box[1] - box[3] / 2)
        rightmost = LARGE + GAP - text_width(text, SMALL)
        canvas.tag((max(min(x + 0.1, rightmost), GAP), min(max(y - 0.35, GAP + 0.3), LARGE)), text)
    return canvas


def _sheet(beside: float, lang: Lang) -> tuple[Canvas, float]:
    """A sheet with the street on it and room beside it, and the length of a pixel in cells."""
    canvas = Canvas(LARGE + 2 * GAP + beside, LARGE + 2 * GAP, lang)
    canvas.image((GAP, GAP), LARGE, street(), (0, 1))
    return canvas, LARGE / SIDE


def on_sheet(x: float, y: float) -> Place:
    """Where a pixel of the street lies on the sheet, whose large image stands `GAP` from its corner."""
    return GAP + x * LARGE / SIDE, GAP + y * LARGE / SIDE


def _frame(canvas: Canvas, box: Box, *, dashed: bool = False) -> None:
    cx, cy, width, height = box
    size = (width * LARGE / SIDE, height * LARGE / SIDE)
    canvas.frame(on_sheet(cx - width / 2, cy - height / 2), size, dashed=dashed)
