"""How many numbers YOLO gives for one image."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

import numpy as np

from fcnkit.practice import Item, Question, Text, Value, fill, from_misconceptions, number, say

from .. import course


class Numbers(NamedTuple):
    side: int
    classes: int
    boxes: int


def draw(rng: Random) -> Numbers:
    return Numbers(32 * rng.randint(1, 4), rng.randint(2, 20), rng.choice([2, 3, 3, 4, 5]))


def build(n: Numbers) -> Question:
    sides = [n.side // stride for stride in (32, 16, 8)]
    cells = sum(side * side for side in sides)
    depth = n.boxes * (5 + n.classes)
    key = cells * depth
    squares = " + ".join(f"{side}²" for side in sides)
    return Question(
        text=(
            say(
                ko=f"클래스가 {n.classes}개인 YOLO에 {n.side}×{n.side} 이미지 한 장을 넣습니다. 스트라이드 32, 16, 8의 "
                f"세 출력에 들어 있는 숫자는 모두 몇 개입니까? 칸마다 상자는 {n.boxes}개입니다.",
                en=f"A YOLO with {n.classes} classes gets one image of {n.side}×{n.side} pixels. How many numbers do "
                f"its three outputs hold together, at strides 32, 16 and 8? Each cell has {n.boxes} boxes.",
            ),
        ),
        answer=fill(
            [(Text(ko="숫자의 개수", en="how many numbers"), key)],
            from_misconceptions(
                course, "count_outputs", n.side, n.classes, num_boxes=n.boxes, likely=("first-scale-only",)
            ),
        ),
        steps=(
            say(
                ko=f"칸은 ${squares} = {cells}$개, 칸마다 숫자는 $(4 + 1 + {n.classes}) × {n.boxes} = "
                f"{depth}$개입니다.",
                en=f"There are ${squares} = {cells}$ cells with $(4 + 1 + {n.classes}) × {n.boxes} = {depth}$ numbers "
                "each.",
            ),
            say(
                ko=f"모두 ${cells} × {depth} = {number(key)}$개입니다.",
                en=f"That makes ${cells} × {depth} = {number(key)}$.",
            ),
        ),
    )


def oracle(n: Numbers) -> Value:
    depth = sum(4 + 1 + n.classes for _ in range(n.boxes))
    return sum(np.zeros((n.side // stride, n.side // stride, depth)).size for stride in (32, 16, 8))


ITEM = Item(
    topic="yolo-output",
    name=Text(ko="이미지 한 장의 숫자 수", en="The numbers for one image"),
    difficulty=2,
    minutes=5,
    book="open",
    draw=draw,
    build=build,
    oracle=oracle,
    beyond_search=frozenset({"coordinates-alone-per-box"}),
    max_number=99_999,
)
