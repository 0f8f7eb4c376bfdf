"""The depth of YOLO's output for a number of classes."""

from __future__ import annotations

from functools import partial
from random import Random
from typing import NamedTuple

from fcnlab import depth_bar

from fcnkit.practice import Item, Question, Text, Value, figures, fill, from_misconceptions, say

from .. import course


class Numbers(NamedTuple):
    classes: int
    boxes: int


def draw(rng: Random) -> Numbers:
    return Numbers(classes=rng.choice([*range(2, 200), *[200, 365, 1000] * 10]), boxes=rng.choice([2, 3, 3]))


def build(n: Numbers) -> Question:
    one = 4 + 1 + n.classes
    key = one * n.boxes
    return Question(
        text=(
            say(
                ko=f"클래스가 {n.classes}개이고 칸마다 상자를 {n.boxes}개씩 예측하는 YOLO가 있습니다. 출력의 깊이, 곧 "
                "칸 하나가 내놓는 숫자는 몇 개입니까?",
                en=f"A YOLO knows {n.classes} classes and predicts {n.boxes} boxes in each cell. How deep is its "
                "output: how many numbers does one cell give?",
            ),
        ),
        answer=fill(
            [(Text(ko="깊이", en="depth"), key)], from_misconceptions(course, "yolo_depth", n.classes, n.boxes)
        ),
        asks=("yolo-depth",),
        steps=(
            say(
                ko=f"상자 하나의 숫자는 위치와 크기 4개, 객체성 점수 1개, 클래스 점수 {n.classes}개입니다: $4 + 1 + "
                f"{n.classes} = {one}$.",
                en=f"One box has 4 numbers for place and size, 1 objectness and {n.classes} class scores: $4 + 1 + "
                f"{n.classes} = {one}$.",
            ),
            figures.shown(
                partial(depth_bar, n.classes, n.boxes),
                ko=f"상자마다 tx, ty, tw, th, p, 클래스 점수 {n.classes}개",
                en=f"For each box tx, ty, tw, th, p and {n.classes} class scores",
            ),
            say(
                ko=f"이것이 상자마다 따로 있으므로 ${one} × {n.boxes} = {key}$입니다.",
                en=f"Each box has its own, which makes ${one} × {n.boxes} = {key}$.",
            ),
        ),
    )


def oracle(n: Numbers) -> Value:
    names = ["tx", "ty", "tw", "th", "objectness", *(f"class {index}" for index in range(n.classes))]
    return len([(box, name) for box in range(n.boxes) for name in names])


ITEM = Item(
    topic="yolo-output",
    name=Text(ko="출력의 깊이", en="The depth of the output"),
    difficulty=1,
    minutes=3,
    book="open",
    draw=draw,
    build=build,
    oracle=oracle,
    max_number=9999,
)
