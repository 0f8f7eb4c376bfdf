"""How many boxes YOLO predicts for one image."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

import numpy as np

from fcnkit.practice.document import mistake, say
from fcnkit.practice.item import Item, OneOf, Question
from fcnkit.practice.values import Value, number


class Numbers(NamedTuple):
    side: int
    boxes: int


def draw(rng: Random) -> Numbers:
    return Numbers(32 * rng.randint(2, 13), rng.choice([2, 3, 3, 4, 5]))


def ask(n: Numbers) -> Question:
    sides = [n.side // stride for stride in (32, 16, 8)]
    cells = [side * side for side in sides]
    key = n.boxes * sum(cells)
    mistakes = [
        mistake(
            "anchors-forgotten",
            sum(cells),
            ko=f"칸마다 상자가 {n.boxes}개임을 빠뜨림",
            en=f"The {n.boxes} boxes per cell forgotten",
        ),
        mistake("first-scale-only", n.boxes * cells[0], ko="한 해상도만 셈", en="Only one scale counted"),
        mistake(
            "one-side-counted", n.boxes * sum(sides), ko="격자의 한 변만 셈", en="Only one side of the grid counted"
        ),
        mistake(
            "scales-taken-for-equal",
            3 * n.boxes * cells[0],
            ko="세 해상도의 칸 수가 같다고 봄",
            en="All scales with as many cells",
        ),
    ]
    return Question(
        text=(
            say(
                ko=f"YOLO에 {n.side}×{n.side} 이미지를 넣으면 스트라이드 32, 16, 8의 세 해상도에서 칸마다 상자 "
                f"{n.boxes}개를 예측합니다. 상자는 모두 몇 개입니까?",
                en=f"For an image of {n.side}×{n.side} pixels, a YOLO predicts {n.boxes} boxes in each cell at three "
                "scales, with strides 32, 16 and 8. How many boxes is that in all?",
            ),
        ),
        answer=OneOf(key, mistakes),
        steps=(
            say(
                ko=f"한 변의 칸 수는 {sides[0]}, {sides[1]}, {sides[2]}이고, 칸은 ${' + '.join(map(number, cells))} = "
                f"{number(sum(cells))}$개입니다.",
                en=f"The grids have {sides[0]}, {sides[1]} and {sides[2]} cells a side, which makes "
                f"${' + '.join(map(number, cells))} = {number(sum(cells))}$ cells.",
            ),
            say(
                ko=f"칸마다 {n.boxes}개씩 ${number(sum(cells))} × {n.boxes} = {number(key)}$개입니다.",
                en=f"With {n.boxes} boxes each, ${number(sum(cells))} × {n.boxes} = {number(key)}$.",
            ),
        ),
    )


def oracle(n: Numbers) -> Value:
    image = np.zeros((n.side, n.side))
    return sum(image[::stride, ::stride].size for stride in (32, 16, 8) for _box in range(n.boxes))


ITEM = Item(
    topic="yolo-output", difficulty=2, minutes=4, book="open", draw=draw, ask=ask, oracle=oracle, largest=20_000
)
