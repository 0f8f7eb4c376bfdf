"""YOLO's grid over the street: point at a cell, and its numbers are shown."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from fcnlab.boxes import GAP, LARGE, on_sheet
from fcnlab.canvas import SMALL, Canvas
from fcnlab.marks import Mark
from fcnlab.moving import Moving
from fcnlab.palette import GREY
from fcnlab.spots import Spot, spotted
from fcnlab.street import ANCHORS, SIDE, names, street, street_predictions
from fcnlab.wording import Lang, say

Numbers = npt.NDArray[np.float32]

STRIDE = 32
SHOWN = (3, 9)
"""Column and row of the cell that the still picture shows: the near car's."""
BESIDE = 9.4
"""Room for the numbers, in cells of the sheet."""
FIRST_LINE, LINE = 3.6, 2.2
THRESHOLD = 0.5


def cell_numbers(*, lang: Lang) -> Moving:
    """The street under a grid of 13×13 cells, and what the output holds for a cell: three boxes of eight numbers.

    A box whose objectness is above 0.5 after the sigmoid is drawn. Where pictures do not answer, the cell in which the
    near car's centre lies is shown.
    """
    title = say(lang, ko="격자의 칸마다 있는 숫자", en="the numbers of each cell of the grid")
    hint = say(
        lang,
        ko="칸에 마우스를 올리거나 눌러 보세요. Tab 키로도 고를 수 있습니다.",
        en="Point at a cell or tap it; the Tab key works, too.",
    )
    return Moving(title, lambda: _still(lang), lambda: spotted(_sheet(lang), _spots(lang), hint), lang=lang)


def _sheet(lang: Lang) -> Canvas:
    canvas = _empty(lang)
    canvas.image((GAP, GAP), LARGE, street(), (0, 1))
    canvas.lines((GAP, GAP), (LARGE, LARGE), SIDE // STRIDE, SIDE // STRIDE)
    for box in range(len(ANCHORS[STRIDE])):
        name = say(lang, ko=f"상자 {box}", en=f"box {box}") + ": tx, ty, tw, th | p → σ(p) | c0, c1, c2"
        canvas.text((LARGE + 2 * GAP, FIRST_LINE - 0.8 + LINE * box), name, left=True, size=SMALL, color=GREY)
    return canvas


def _still(lang: Lang) -> Canvas:
    canvas = _sheet(lang)
    canvas.marks += _marks(*SHOWN, lang)
    return canvas


def _empty(lang: Lang) -> Canvas:
    return Canvas(LARGE + 2 * GAP + BESIDE, LARGE + 2 * GAP, lang)


def _spots(lang: Lang) -> list[Spot]:
    side = LARGE * STRIDE / SIDE
    places = [(column, row) for row in range(SIDE // STRIDE) for column in range(SIDE // STRIDE)]
    return [
        Spot(
            on_sheet(column * STRIDE, row * STRIDE),
            (side, side),
            f"{_cell(column, row, lang)} {_verdict(column, row, lang)}",
            tuple(_marks(column, row, lang)),
        )
        for column, row in places
    ]


def _marks(column: int, row: int, lang: Lang) -> list[Mark]:
    """The cell's frame and its numbers beside the street; the boxes of which it is sure."""
    canvas = _empty(lang)
    side = LARGE * STRIDE / SIDE
    canvas.frame(on_sheet(column * STRIDE, row * STRIDE), (side, side))
    left, top = LARGE + 2 * GAP, 1.2
    canvas.text((left, top), _cell(column, row, lang), left=True)
    for box, numbers in enumerate(_boxes(column, row)):
        *box_numbers, p = (_short(number) for number in numbers[:5])
        scores = ", ".join(_short(number) for number in numbers[5:])
        text = f"{', '.join(box_numbers)} | {p} → {_sigmoid(numbers[4]):.2f} | {scores}"
        canvas.text((left, FIRST_LINE + LINE * box), text, left=True, size=SMALL)
        if _sigmoid(numbers[4]) > THRESHOLD:
            _draw_box(canvas, (column, row), box, numbers)
            canvas.text((left, FIRST_LINE + LINE * 3), _verdict(column, row, lang), left=True)
    return canvas.marks


def _draw_box(canvas: Canvas, cell: tuple[int, int], box: int, numbers: Numbers) -> None:
    anchor = ANCHORS[STRIDE][box]
    cx, cy = ((place + _sigmoid(t)) * STRIDE for place, t in zip(cell, numbers[:2], strict=True))
    width, height = (size * math.exp(t) for size, t in zip(anchor, numbers[2:4], strict=True))
    scale = LARGE / SIDE
    canvas.frame(on_sheet(cx - width / 2, cy - height / 2), (width * scale, height * scale))
    canvas.dot(on_sheet(cx, cy))


def _boxes(column: int, row: int) -> Numbers:
    cell: Numbers = street_predictions()[STRIDE][row, column]
    return cell.reshape(len(ANCHORS[STRIDE]), -1)


def _cell(column: int, row: int, lang: Lang) -> str:
    depth = _boxes(column, row).size
    return say(
        lang,
        ko=f"칸 (열 {column}, 행 {row}): 숫자 {depth}개",
        en=f"cell (column {column}, row {row}): {depth} numbers",
    )


def _verdict(column: int, row: int, lang: Lang) -> str:
    found = [numbers for numbers in _boxes(column, row) if _sigmoid(numbers[4]) > THRESHOLD]
    if not found:
        return say(lang, ko="p > 0.5인 상자가 없습니다.", en="No box has p > 0.5.")
    name = names(lang)[int(np.argmax(found[0][5:]))]
    return f"p > 0.5: {name}"


def _short(number: float) -> str:
    return f"{number:.1f}".replace("-", "−")


def _sigmoid(number: float) -> float:
    return 1 / (1 + math.exp(-number))
