"""What one cell of YOLO's output consists of, as a labelled bar."""

from __future__ import annotations

from fcnlab.canvas import SMALL, Canvas, text_width
from fcnlab.marks import Place
from fcnlab.palette import FILL, GREY, Role
from fcnlab.picture import Picture
from fcnlab.wording import Lang, say

MOST_BOXES = 3
MARGIN, GAP = 0.6, 0.35
CLASSES_WIDTH = 3.4
"""The class scores' part of the bar, however many there are, in cells."""
BAR_TOP, BAR_HEIGHT = 1.1, 1.3


def depth_bar(num_classes: int, num_boxes: int = 3, *, lang: Lang) -> Picture:
    """One cell's numbers in their order: for each box tx, ty, tw, th, the objectness, then the class scores.

    Below each part stands the index at which it begins. Raises ValueError for more than three boxes, or none.
    """
    if num_classes < 1 or not 1 <= num_boxes <= MOST_BOXES:
        raise ValueError(
            f"num_classes={num_classes}, num_boxes={num_boxes}: at least 1 each, and at most {MOST_BOXES} boxes"
        )
    title = say(lang, ko="칸 하나의 숫자들", en="the numbers of one cell")
    return Picture(title, lambda: _draw(num_classes, num_boxes, lang))


def _draw(num_classes: int, num_boxes: int, lang: Lang) -> Canvas:
    legend = _legend(num_classes, lang)
    box_width = 5 + CLASSES_WIDTH
    bar = num_boxes * (box_width + GAP) - GAP
    width = max(bar, sum(text_width(text) + 1.9 for _, text in legend)) + 2 * MARGIN
    canvas = Canvas(width, 5.2, lang)
    for box in range(num_boxes):
        left = MARGIN + box * (box_width + GAP)
        name = say(lang, ko=f"상자 {box}", en=f"box {box}")
        canvas.text((left + box_width / 2, BAR_TOP - 0.5), name)
        _box(canvas, (left, BAR_TOP), num_classes, box * (5 + num_classes))
    left = MARGIN
    for role, text in legend:
        canvas.box((left, 4.0), (0.8, 0.8), fill=FILL[role])
        canvas.text((left + 1.1, 4.4), text, left=True)
        left += text_width(text) + 1.9
    return canvas


def _box(canvas: Canvas, at: Place, num_classes: int, start: int) -> None:
    """The part of the bar that belongs to one box; `start` is its first number's index."""
    left, top = at
    for place, name in enumerate(("tx", "ty", "tw", "th", "p")):
        canvas.box((left + place, top), (1, BAR_HEIGHT), fill=FILL["kernel" if name == "p" else "input"])
        canvas.text((left + place + 0.5, top + BAR_HEIGHT / 2), name)
    canvas.box((left + 5, top), (CLASSES_WIDTH, BAR_HEIGHT), fill=FILL["output"])
    few = ", ".join(f"c{index}" for index in range(num_classes))
    scores = few if num_classes <= 3 else f"c0 … c{num_classes - 1}"
    canvas.text((left + 5 + CLASSES_WIDTH / 2, top + BAR_HEIGHT / 2), scores)
    canvas.box((left, top), (5 + CLASSES_WIDTH, BAR_HEIGHT), fill="none", thick=True)
    for place in (0, 4, 5):
        canvas.text((left + place + 0.5, top + BAR_HEIGHT + 0.5), str(start + place), size=SMALL, color=GREY)


def _legend(num_classes: int, lang: Lang) -> list[tuple[Role, str]]:
    return [
        ("input", say(lang, ko="tx, ty, tw, th: 상자, 4개", en="tx, ty, tw, th: box, 4 numbers")),
        ("kernel", say(lang, ko="p: 객체성 점수, 1개", en="p: objectness, 1")),
        ("output", say(lang, ko=f"c: 클래스 점수, {num_classes}개", en=f"c: class scores, {num_classes}")),
    ]
