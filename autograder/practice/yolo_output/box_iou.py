"""The IoU of two boxes, counted in cells."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

import numpy as np

from fcnkit.practice import Item, Paragraph, Question, Text, Value, distractor, figures, fill, say

ROWS, COLS = 7, 10
Box = tuple[int, int, int, int]
"""Column and row of the top left cell, width, height."""


class Numbers(NamedTuple):
    one: Box
    two: Box


def draw(rng: Random) -> Numbers:
    """Two boxes of different areas that overlap, neither inside the other; the IoU is a whole percent.

    So is what a likely mistake gives: one with a fraction would not be told by its name, as it can be rounded anyhow.
    """
    while True:
        n = Numbers(_box(rng), _box(rng))
        shared, joint = _areas(n)
        smaller, larger = sorted(map(_area, n))
        is_whole = 200 * shared % (smaller + larger) == 0 or 100 * shared % smaller == 0
        if 0 < shared < smaller < larger and 100 * shared % joint == 0 and is_whole:
            return n


def _box(rng: Random) -> Box:
    width, height = rng.randint(2, 8), rng.randint(2, 6)
    return rng.randint(0, COLS - width), rng.randint(0, ROWS - height), width, height


def _area(box: Box) -> int:
    return box[2] * box[3]


def _shared(n: Numbers, axis: int) -> int:
    """How long both are together, along columns (0) or rows (1)."""
    ends = min(n.one[axis] + n.one[axis + 2], n.two[axis] + n.two[axis + 2])
    return max(ends - max(n.one[axis], n.two[axis]), 0)


def _areas(n: Numbers) -> tuple[int, int]:
    shared = _shared(n, 0) * _shared(n, 1)
    return shared, _area(n.one) + _area(n.two) - shared


def build(n: Numbers) -> Question:
    shared, joint = _areas(n)
    both = _area(n.one) + _area(n.two)
    smaller = min(_area(n.one), _area(n.two))
    distractors = [
        distractor(
            "overlap-counted-twice",
            _percent(shared, both),
            ko="합친 넓이에서 겹친 칸을 두 번 셈",
            en="The shared cells counted twice in the joint area",
        ),
        distractor(
            "dice", _percent(2 * shared, both), ko="넓이의 평균으로 나눔", en="Divided by the mean of the areas"
        ),
        distractor("of-the-smaller", _percent(shared, smaller), ko="작은 상자로 나눔", en="Divided by the smaller box"),
        distractor(
            "of-the-larger", _percent(shared, both - smaller), ko="큰 상자로 나눔", en="Divided by the larger box"
        ),
        distractor(
            "overlap-left-out",
            _percent(shared, both - 2 * shared),
            ko="합친 넓이에서 겹친 칸을 아예 뺌",
            en="The shared cells left out of the joint area",
        ),
    ]
    width, height = _shared(n, 0), _shared(n, 1)
    return Question(
        text=(
            say(
                ko=f"상자 A는 왼쪽 위 칸이 열 {n.one[0]}, 행 {n.one[1]}이고 너비 {n.one[2]}칸, 높이 {n.one[3]}칸이고, "
                f"상자 B는 왼쪽 위 칸이 열 {n.two[0]}, 행 {n.two[1]}이고 너비 {n.two[2]}칸, 높이 {n.two[3]}칸입니다. "
                "두 상자의 IoU는 몇 %입니까? 같은 상자라면 100 %입니다.",
                en=f"The top left cell of box A is in column {n.one[0]}, row {n.one[1]}; it is {n.one[2]} cells wide "
                f"and {n.one[3]} high. That of box B is in column {n.two[0]}, row {n.two[1]}; it is {n.two[2]} cells "
                f"wide and {n.two[3]} high. What is the IoU of the two boxes, in percent? Of equal boxes it is 100 %.",
            ),
            figures.boxes_on_grid(ROWS, COLS, {"A": n.one, "B": n.two}),
        ),
        answer=fill(
            [(Text(ko="IoU(%)", en="IoU (%)"), 100 * shared // joint)],
            [each for each in distractors if isinstance(each.value, int)],
        ),
        steps=(
            _overlap(n, 0, Text(ko="너비", en="width"), Text(ko="열", en="column")),
            _overlap(n, 1, Text(ko="높이", en="height"), Text(ko="행", en="row")),
            say(
                ko=f"겹친 곳은 ${width} × {height} = {shared}$칸입니다.",
                en=f"The shared area is ${width} × {height} = {shared}$.",
            ),
            say(
                ko=f"A는 ${n.one[2]} × {n.one[3]} = {_area(n.one)}$칸, B는 ${n.two[2]} × {n.two[3]} = "
                f"{_area(n.two)}$칸이므로 합친 넓이는 ${_area(n.one)} + {_area(n.two)} − {shared} = {joint}$칸입니다. "
                "겹친 칸은 한 번만 셉니다.",
                en=f"A has ${n.one[2]} × {n.one[3]} = {_area(n.one)}$ cells, B ${n.two[2]} × {n.two[3]} = "
                f"{_area(n.two)}$. Together they cover ${_area(n.one)} + {_area(n.two)} − {shared} = {joint}$; cells "
                "that they share count once.",
            ),
            say(
                ko=f"IoU = ${shared} ÷ {joint}$ = {100 * shared // joint} %",
                en=f"IoU = ${shared} ÷ {joint}$ = {100 * shared // joint} %",
            ),
        ),
    )


def _overlap(n: Numbers, axis: int, length: Text, line: Text) -> Paragraph:
    """How the shared width, or height, is found."""
    begins = [box[axis] for box in n]
    ends = [f"${box[axis]} + {box[axis + 2]} = {box[axis] + box[axis + 2]}$" for box in n]
    shared = f"${max(begins) + _shared(n, axis)} − {max(begins)} = {_shared(n, axis)}$"
    return say(
        ko=f"{length.ko}: A는 {line.ko} {ends[0]} 앞에서, B는 {line.ko} {ends[1]} 앞에서 끝나므로 겹치는 {length.ko}는 "
        f"{shared}입니다.",
        en=f"{length.en.capitalize()}: A ends before {line.en} {ends[0]}, B before {line.en} {ends[1]}, so the shared "
        f"{length.en} is {shared}.",
    )


def _percent(part: int, whole: int) -> int | float:
    """A whole number where it is one; not a number where nothing is left."""
    share = 100 * part / whole if whole else 0.5
    return int(share) if share.is_integer() else share


def oracle(n: Numbers) -> Value:
    """Paint both, and count."""
    painted = np.zeros((2, ROWS, COLS), dtype=bool)
    for plane, (column, row, width, height) in zip(painted, n, strict=True):
        plane[row : row + height, column : column + width] = True
    return int(np.rint(100 * painted.all(axis=0).sum() / painted.any(axis=0).sum()))


ITEM = Item(
    topic="yolo-output",
    name=Text(ko="두 상자의 IoU", en="The IoU of two boxes"),
    difficulty=2,
    minutes=4,
    book="open",
    draw=draw,
    build=build,
    oracle=oracle,
    # from the eight numbers of two boxes the search goes on for minutes
    beyond_search=frozenset({"dice", "of-the-larger", "of-the-smaller", "overlap-counted-twice", "overlap-left-out"}),
)
