"""The parameters of a depthwise separable convolution."""

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
        rng.choice([3, 5]),
        rng.choice([4, 5, 6, 8, 10, 12, 16, 20, 30, 32]),
        rng.choice([5, 6, 8, 10, 12, 15, 16, 20, 30, 32, 40, 50]),
    )


def build(n: Numbers) -> Question:
    depthwise, pointwise = n.kernel**2 * n.channels, n.channels * n.filters
    key = depthwise + pointwise
    plain = depthwise * n.filters
    distractors = [
        distractor("plain-convolution", plain, ko="보통 합성곱으로 계산함", en="Counted as an ordinary convolution"),
        distractor("pointwise-forgotten", depthwise, ko="1×1 합성곱을 빠뜨림", en="The 1×1 convolution left out"),
        distractor(
            "depthwise-per-filter",
            n.kernel**2 * n.filters + pointwise,
            ko="깊이별 합성곱을 필터마다 셈",
            en="The depthwise kernels counted per filter",
        ),
        distractor(
            "one-kernel",
            n.kernel**2 + pointwise,
            ko="채널들이 커널 하나를 함께 쓴다고 생각함",
            en="One kernel for all channels",
        ),
    ]
    return Question(
        text=(
            say(
                ko=f"채널이 {n.channels}개인 특성 맵을 받는 아래 층의 파라미터는 모두 몇 개입니까?",
                en=f"How many parameters has the layer below, whose input has {n.channels} channels?",
            ),
            Code(f"SeparableConv2D({n.filters}, {n.kernel}, use_bias=False)"),
        ),
        answer=fill([(Text(ko="파라미터 수", en="number of parameters"), key)], distractors),
        steps=(
            say(
                ko=f"깊이별 합성곱: 채널마다 커널 하나, ${n.kernel} × {n.kernel} × {n.channels} = {depthwise}$개.",
                en=f"The depthwise convolution has a kernel for each channel: ${n.kernel} × {n.kernel} × {n.channels} "
                f"= {depthwise}$.",
            ),
            say(
                ko=f"1×1 합성곱: ${n.channels} × {n.filters} = {pointwise}$개. 모두 ${depthwise} + {pointwise} = "
                f"{number(key)}$개입니다.",
                en=f"The 1×1 convolution has ${n.channels} × {n.filters} = {pointwise}$. Together, ${depthwise} + "
                f"{pointwise} = {number(key)}$.",
            ),
            say(
                ko=f"보통 합성곱이라면 {number(plain)}개였을 것입니다.",
                en=f"An ordinary convolution would have {number(plain)}.",
            ),
        ),
    )


def oracle(n: Numbers) -> Value:
    layer: oracles.Layer = ("SeparableConv2D", (n.filters, n.kernel), {"use_bias": False})
    return oracles.parameters((8, 8, n.channels), layer)


ITEM = Item(
    topic="cnn-building-blocks",
    name=Text(ko="깊이별 분리 합성곱의 파라미터 수", en="Parameters of a separable convolution"),
    difficulty=2,
    minutes=4,
    book="open",
    draw=draw,
    build=build,
    oracle=oracle,
    max_number=20_000,
)
