"""The output size of an ordinary convolution."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from fcnkit.practice import Code, Item, Question, Text, Value, fill, from_misconceptions, say

from .. import course, oracles


class Numbers(NamedTuple):
    size: int
    kernel: int
    stride: int
    padding: str


def draw(rng: Random) -> Numbers:
    return Numbers(rng.randint(10, 60), rng.choice([3, 5, 7]), rng.choice([2, 3]), "valid")


def build(n: Numbers) -> Question:
    moves = (n.size - n.kernel) // n.stride
    key = moves + 1
    rest = n.size - n.kernel
    return Question(
        text=(
            say(
                ko=f"한 변이 {n.size}인 정사각형 이미지를 아래 층에 넣으면 출력의 한 변은 얼마입니까?",
                en=f"A square image with sides of {n.size} goes into the layer below. How long is a side of the "
                "output?",
            ),
            Code(f'Conv2D(1, {n.kernel}, strides={n.stride}, padding="{n.padding}")'),
        ),
        answer=fill(
            [(Text(ko="출력의 한 변", en="side of the output"), key)],
            from_misconceptions(
                course,
                "conv_output_size",
                n.size,
                n.kernel,
                n.stride,
                n.padding,
                likely=("partial-window-counted",),
            ),
        ),
        steps=(
            say(
                ko=f"창은 $({n.size} − {n.kernel}) ÷ {n.stride} = {rest} ÷ {n.stride}$의 몫, 곧 {moves}번 움직입니다.",
                en=f"The window moves $({n.size} − {n.kernel}) ÷ {n.stride} = {rest} ÷ {n.stride}$ times, rounded "
                f"down: {moves}.",
            ),
            say(
                ko=f"맨 처음 자리까지 세면 ${moves} + 1 = {key}$입니다.",
                en=f"With the place where it starts, that makes ${moves} + 1 = {key}$.",
            ),
        ),
    )


def oracle(n: Numbers) -> Value:
    return oracles.conv_size(n.size, n.kernel, n.stride, n.padding)


ITEM = Item(
    topic="output-sizes",
    name=Text(ko="합성곱의 출력 크기", en="The output size of a convolution"),
    difficulty=1,
    minutes=3,
    book="open",
    draw=draw,
    build=build,
    oracle=oracle,
)
