"""The parameters of an ordinary convolution."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from fcnkit.practice import Code, Item, Question, Text, Value, distractor, fill, number, say

from .. import oracles


class Numbers(NamedTuple):
    kernel: int
    channels: int
    filters: int


def draw(rng: Random) -> Numbers:
    return Numbers(
        rng.choice([1, 3, 5]),
        rng.choice([3, 4, 5, 6, 8, 10, 12, 16, 20]),
        rng.choice([2, 4, 5, 6, 8, 10, 12, 16, 20, 32]),
    )


def build(n: Numbers) -> Question:
    one = n.kernel**2 * n.channels
    weights = one * n.filters
    key = weights + n.filters
    distractors = [
        distractor("bias-forgotten", weights, ko="편향을 세지 않음", en="The biases not counted"),
        distractor("one-bias", weights + 1, ko="편향이 하나라고 생각함", en="A single bias counted"),
        distractor(
            "channels-forgotten",
            n.kernel**2 * n.filters + n.filters,
            ko="입력 채널을 곱하지 않음",
            en="Input channels left out",
        ),
        distractor(
            "bias-per-input", weights + n.channels, ko="편향을 입력 채널마다 셈", en="A bias counted per input channel"
        ),
        distractor(
            "kernel-not-squared",
            n.kernel * n.channels * n.filters + n.filters,
            ko="커널의 한 변만 곱함",
            en="Only one side of the kernel",
        ),
    ]
    return Question(
        text=(
            say(
                ko=f"채널이 {n.channels}개인 특성 맵을 받는 아래 층의 파라미터는 모두 몇 개입니까?",
                en=f"How many parameters has the layer below, whose input has {n.channels} channels?",
            ),
            Code(f"Conv2D({n.filters}, {n.kernel})"),
        ),
        answer=fill([(Text(ko="파라미터 수", en="number of parameters"), key)], distractors),
        steps=(
            say(
                ko=f"필터 하나의 가중치는 ${n.kernel} × {n.kernel} × {n.channels} = {one}$개입니다.",
                en=f"One filter has ${n.kernel} × {n.kernel} × {n.channels} = {one}$ weights.",
            ),
            say(
                ko=f"필터마다 편향이 하나씩 더 있으므로 $({one} + 1) × {n.filters} = {number(key)}$개입니다.",
                en=f"Each filter has one bias besides: $({one} + 1) × {n.filters} = {number(key)}$.",
            ),
        ),
    )


def oracle(n: Numbers) -> Value:
    return oracles.parameters((8, 8, n.channels), ("Conv2D", (n.filters, n.kernel), {}))


ITEM = Item(
    topic="cnn-building-blocks",
    name=Text(ko="합성곱 층의 파라미터 수", en="Parameters of a convolution"),
    difficulty=1,
    minutes=3,
    book="open",
    draw=draw,
    build=build,
    oracle=oracle,
    max_number=15_000,
)
