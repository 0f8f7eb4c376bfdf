"""Width and height of a predicted box in pixels."""

from __future__ import annotations

import math
from random import Random
from typing import NamedTuple

from fcnkit.practice import Item, Question, Text, Value, distractor, fill, number, say

EXP = {-0.7: 0.5, 0.0: 1, 0.7: 2, 1.1: 3}


class Numbers(NamedTuple):
    tw: float
    th: float
    anchor: tuple[int, int]
    stride: int


def draw(rng: Random) -> Numbers:
    anchors = [(10, 12), (16, 30), (32, 24), (30, 18), (20, 34), (24, 28), (34, 20)]
    return Numbers(rng.choice([*EXP]), rng.choice([*EXP]), rng.choice(anchors), rng.choice([8, 16, 32]))


def build(n: Numbers) -> Question:
    ew, eh = EXP[n.tw], EXP[n.th]
    width, height = int(n.anchor[0] * ew), int(n.anchor[1] * eh)
    known = ", ".join(f"$e^{{{number(t)}}} {'≈' if t else '='} {value}$" for t, value in EXP.items())
    return Question(
        text=(
            say(
                ko=f"스트라이드 {n.stride}의 출력에서 어떤 상자가 $t_w = {number(n.tw)}$, $t_h = "
                f"{number(n.th)}$입니다. 앵커는 너비 {n.anchor[0]}픽셀, 높이 {n.anchor[1]}픽셀입니다. 상자의 너비와 "
                "높이는 몇 픽셀입니까?",
                en=f"In the output at stride {n.stride}, a box has $t_w = {number(n.tw)}$ and $t_h = {number(n.th)}$. "
                f"Its anchor is {n.anchor[0]} pixels wide and {n.anchor[1]} pixels high. How wide and how high is the "
                "box, in pixels?",
            ),
            say(ko=known, en=known),
        ),
        answer=fill(
            [(Text(ko="너비", en="width"), width), (Text(ko="높이", en="height"), height)],
            [
                distractor(
                    "anchor-times-stride",
                    (width * n.stride, height * n.stride),
                    ko="앵커에 스트라이드를 곱함",
                    en="The anchor multiplied by the stride",
                ),
                distractor(
                    "size-without-exp",
                    (round(n.anchor[0] * n.tw, 1), round(n.anchor[1] * n.th, 1)),
                    ko="크기에 지수 함수를 빠뜨림",
                    en="The exponential of the size forgotten",
                ),
                distractor(
                    "width-and-height-swapped",
                    (int(n.anchor[0] * eh), int(n.anchor[1] * ew)),
                    ko="너비와 높이의 $t$를 바꿈",
                    en="The $t$ of width and height swapped",
                ),
                distractor("anchor-kept", n.anchor, ko="앵커를 그대로 씀", en="The anchor left as it is"),
            ],
        ),
        steps=(
            say(
                ko="앵커는 이미 픽셀 단위이므로 스트라이드를 곱하지 않고 $e^{t}$만 곱합니다.",
                en="The anchor is in pixels already: it is multiplied by $e^{t}$, not by the stride.",
            ),
            say(
                ko=f"너비 ${n.anchor[0]} × {ew} = {width}$, 높이 ${n.anchor[1]} × {eh} = {height}$",
                en=f"Width ${n.anchor[0]} × {ew} = {width}$, height ${n.anchor[1]} × {eh} = {height}$",
            ),
        ),
    )


def oracle(n: Numbers) -> Value:
    return (round(n.anchor[0] * math.exp(n.tw)), round(n.anchor[1] * math.exp(n.th)))


ITEM = Item(
    topic="yolo-output",
    name=Text(ko="상자의 크기", en="The size of a box"),
    difficulty=2,
    minutes=4,
    book="open",
    draw=draw,
    build=build,
    oracle=oracle,
)
