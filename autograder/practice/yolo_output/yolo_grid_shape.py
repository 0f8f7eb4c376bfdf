"""The shape of one of YOLO's outputs."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

import numpy as np

from fcnkit.practice import Item, Question, Text, Value, as_value, fill, from_misconceptions, say

from .. import course


class Numbers(NamedTuple):
    side: int
    stride: int
    classes: int


def draw(rng: Random) -> Numbers:
    stride = rng.choice([8, 16, 32])
    return Numbers(stride * rng.choice([4, 5, 6, 7, 9, 10, 13]), stride, rng.choice([*range(2, 21), 80]))


def build(n: Numbers) -> Question:
    cells, depth = n.side // n.stride, (5 + n.classes) * 3
    key = (cells, cells, depth)
    return Question(
        text=(
            say(
                ko=f"{n.side}×{n.side} 이미지를 YOLO에 넣습니다. 클래스는 {n.classes}개, 칸마다 상자는 3개입니다. "
                f"스트라이드 {n.stride}에서 나오는 출력의 모양은 무엇입니까?",
                en=f"An image of {n.side}×{n.side} pixels goes into a YOLO with {n.classes} classes and 3 boxes per "
                f"cell. What is the shape of its output at stride {n.stride}?",
            ),
        ),
        answer=fill(
            [(Text(ko="모양", en="shape"), key)],
            from_misconceptions(
                course,
                "yolo_output_shapes",
                n.side,
                n.classes,
                (n.stride,),
                then=lambda found: found[0],
                likely=("boxes-forgotten",),
            ),
        ),
        steps=(
            say(
                ko=f"칸 하나가 {n.stride}픽셀이므로 한 변에 ${n.side} ÷ {n.stride} = {cells}$칸입니다.",
                en=f"A cell is {n.stride} pixels wide, so there are ${n.side} ÷ {n.stride} = {cells}$ cells a side.",
            ),
            say(
                ko=f"깊이는 $(4 + 1 + {n.classes}) × 3 = {depth}$이므로 모양은 `{key}`입니다.",
                en=f"The depth is $(4 + 1 + {n.classes}) × 3 = {depth}$, so the shape is `{key}`.",
            ),
        ),
    )


def oracle(n: Numbers) -> Value:
    corners = np.zeros((n.side, n.side))[:: n.stride, :: n.stride]
    box = [*"xywh", "objectness", *range(n.classes)]
    return as_value((*corners.shape, len(box * 3)))


ITEM = Item(
    topic="yolo-output",
    name=Text(ko="출력의 모양", en="The shape of an output"),
    difficulty=2,
    minutes=3,
    book="open",
    draw=draw,
    build=build,
    oracle=oracle,
)
