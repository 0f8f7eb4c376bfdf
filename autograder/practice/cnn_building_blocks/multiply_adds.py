"""How many multiply-adds a convolution does."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from fcnkit.practice import Code, Item, Question, Text, Value, distractor, fill, number, say

from .. import oracles


class Numbers(NamedTuple):
    kernel: int
    channels: int
    filters: int
    side: int


def draw(rng: Random) -> Numbers:
    return Numbers(
        rng.choice([1, 3, 5]),
        rng.choice([2, 3, 4, 5, 6, 8, 10]),
        rng.choice([4, 5, 6, 8, 10, 12, 16, 20]),
        rng.choice([5, 7, 8, 9, 10, 12, 16, 20]),
    )


def build(n: Numbers) -> Question:
    one = n.kernel**2 * n.channels
    places = n.side**2
    key = one * n.filters * places
    distractors = [
        distractor("weights-counted", one * n.filters, ko="가중치의 수만 셈", en="The weights counted"),
        distractor("counted-as-two", 2 * key, ko="곱셈과 덧셈을 따로 셈", en="Multiplications and additions apart"),
        distractor(
            "biases-counted", key + n.filters * places, ko="편향을 더하는 것도 셈", en="Adding the biases counted, too"
        ),
        distractor("one-filter", one * places, ko="필터 하나만 셈", en="One filter alone counted"),
        distractor("channels-forgotten", key // n.channels, ko="입력 채널을 곱하지 않음", en="Input channels left out"),
    ]
    return Question(
        text=(
            say(
                ko=f"아래 층이 {n.side}×{n.side} 크기에 채널이 {n.channels}개인 특성 맵 하나를 처리할 때 하는 "
                "곱셈·덧셈은 몇 번입니까? 곱하고 더하는 것을 합쳐서 한 번으로 세고, 편향은 세지 않습니다.",
                en=f"How many multiply-adds does the layer below do for one feature map of {n.side}×{n.side} with "
                f"{n.channels} channels? A multiplication with its addition counts as one; biases do not count.",
            ),
            Code(f'Conv2D({n.filters}, {n.kernel}, padding="same")'),
        ),
        answer=fill([(Text(ko="곱셈·덧셈", en="multiply-adds"), key)], distractors),
        steps=(
            say(
                ko=f"출력의 숫자 하나에 ${n.kernel} × {n.kernel} × {n.channels} = {one}$번입니다.",
                en=f"One number of the output takes ${n.kernel} × {n.kernel} × {n.channels} = {one}$.",
            ),
            say(
                ko=f"출력에는 숫자가 ${n.side} × {n.side} × {n.filters} = {number(places * n.filters)}$개 있으므로 "
                f"${one} × {number(places * n.filters)} = {number(key)}$번입니다.",
                en=f"The output has ${n.side} × {n.side} × {n.filters} = {number(places * n.filters)}$ numbers, so "
                f"there are ${one} × {number(places * n.filters)} = {number(key)}$.",
            ),
        ),
    )


def oracle(n: Numbers) -> Value:
    """Each weight is used once at each place; with `same` there are as many as in the input."""
    layer = ("Conv2D", (n.filters, n.kernel), {"use_bias": False})
    return oracles.parameters((n.side, n.side, n.channels), layer) * n.side**2


ITEM = Item(
    topic="cnn-building-blocks",
    name=Text(ko="곱셈·덧셈의 횟수", en="Counting multiply-adds"),
    difficulty=2,
    minutes=3,
    book="open",
    draw=draw,
    build=build,
    oracle=oracle,
    max_number=3_000_000,
)
