"""How many boxes YOLO predicts for one image."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

import numpy as np

from fcnkit.practice import Item, Question, Text, Value, distractor, fill, number, say

STRIDES = (32, 16, 8)


class Numbers(NamedTuple):
    height: int
    width: int
    boxes: int


def draw(rng: Random) -> Numbers:
    return Numbers(32 * rng.randint(2, 10), 32 * rng.randint(2, 10), rng.choice([2, 3, 3, 4, 5]))


def build(n: Numbers) -> Question:
    grids = [(n.height // stride, n.width // stride) for stride in STRIDES]
    cells = [rows * columns for rows, columns in grids]
    total = sum(cells)
    key = n.boxes * total
    distractors = [
        distractor(
            "anchors-forgotten",
            total,
            ko=f"칸마다 상자가 {n.boxes}개임을 빠뜨림",
            en=f"The {n.boxes} boxes per cell forgotten",
        ),
        distractor("first-scale-only", n.boxes * cells[0], ko="한 해상도만 셈", en="Only one scale counted"),
        distractor(
            "one-side-counted",
            n.boxes * sum(rows for rows, _ in grids),
            ko="격자의 한 변만 셈",
            en="Only one side of the grid counted",
        ),
        distractor(
            "scales-taken-for-equal",
            3 * n.boxes * cells[0],
            ko="세 해상도의 칸 수가 같다고 생각함",
            en="All scales with as many cells",
        ),
        distractor(
            "scales-counted-twice", 3 * key, ko="해상도 3을 한 번 더 곱함", en="Multiplied by the 3 scales once more"
        ),
    ]
    sides = ", ".join(f"{rows}×{columns}" for rows, columns in grids)
    return Question(
        text=(
            say(
                ko=f"YOLO에 높이 {n.height}, 너비 {n.width}픽셀인 이미지를 넣으면 스트라이드 32, 16, 8의 세 해상도에서 "
                f"칸마다 상자 {n.boxes}개를 예측합니다. 상자는 모두 몇 개입니까?",
                en=f"For an image {n.height} pixels high and {n.width} wide, a YOLO predicts {n.boxes} boxes in each "
                "cell at three scales, with strides 32, 16 and 8. How many boxes is that in all?",
            ),
        ),
        answer=fill([(Text(ko="상자의 수", en="number of boxes"), key)], distractors),
        steps=(
            say(
                ko=f"격자는 {sides}이고, 칸은 ${' + '.join(map(number, cells))} = {number(total)}$개입니다.",
                en=f"The grids are {sides}, which makes ${' + '.join(map(number, cells))} = {number(total)}$ cells.",
            ),
            say(
                ko=f"칸마다 {n.boxes}개씩 ${number(total)} × {n.boxes} = {number(key)}$개입니다.",
                en=f"With {n.boxes} boxes each, ${number(total)} × {n.boxes} = {number(key)}$.",
            ),
        ),
    )


def oracle(n: Numbers) -> Value:
    image = np.zeros((n.height, n.width))
    return sum(image[::stride, ::stride].size for stride in STRIDES for _box in range(n.boxes))


ITEM = Item(
    topic="yolo-output",
    name=Text(ko="이미지 한 장의 상자 수", en="The boxes of one image"),
    difficulty=2,
    minutes=4,
    book="open",
    draw=draw,
    build=build,
    oracle=oracle,
    max_number=20_000,
)
