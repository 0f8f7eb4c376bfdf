"""What a 1×1 convolution does to a shape."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from fcnkit.practice import Code, Item, Question, Text, Value, distractor, fill, say

from .. import oracles


class Numbers(NamedTuple):
    side: int
    channels: int
    filters: int


def draw(rng: Random) -> Numbers:
    channels, filters = rng.sample([16, 32, 64, 128, 256], 2)
    return Numbers(rng.choice([7, 10, 14, 20, 25, 28, 32, 40, 50, 56, 64]), channels, filters)


def build(n: Numbers) -> Question:
    key = (n.side, n.side, n.filters)
    distractors = [
        distractor(
            "nothing-changes", (n.side, n.side, n.channels), ko="아무것도 바뀌지 않는다고 생각함", en="Nothing changes"
        ),
        distractor("pooled", (1, 1, n.filters), ko="크기가 1×1이 된다고 생각함", en="The size becomes 1×1"),
        distractor(
            "side-shrinks", (n.side - 1, n.side - 1, n.filters), ko="한 변이 1 줄어든다고 생각함", en="A side loses 1"
        ),
        distractor(
            "channels-added",
            (n.side, n.side, n.channels + n.filters),
            ko="채널이 더해진다고 생각함",
            en="The channels are added",
        ),
        distractor(
            "per-channel",
            (n.side, n.side, n.channels * n.filters),
            ko="채널마다 필터를 따로 적용함",
            en="The filters applied to each channel",
        ),
    ]
    return Question(
        text=(
            say(
                ko=f"모양이 `({n.side}, {n.side}, {n.channels})`인 특성 맵을 아래 층에 넣으면 출력의 모양은 "
                "무엇입니까?",
                en=f"A feature map of shape `({n.side}, {n.side}, {n.channels})` goes into the layer below. What is "
                "the shape of the output?",
            ),
            Code(f"Conv2D({n.filters}, 1)"),
        ),
        answer=fill([(Text(ko="모양", en="shape"), key)], distractors),
        steps=(
            say(
                ko=f"1×1 커널은 이웃을 보지 않으므로 높이와 너비는 그대로이고, 채널만 필터 수로 바뀝니다: `{key}`.",
                en="A 1×1 kernel sees no neighbours: height and width stay, and only the channels become the number "
                f"of filters, `{key}`.",
            ),
        ),
    )


def oracle(n: Numbers) -> Value:
    return oracles.shapes((n.side, n.side, n.channels), [("Conv2D", (n.filters, 1), {})])[0]


ITEM = Item(
    topic="cnn-building-blocks",
    name=Text(ko="1×1 합성곱", en="A 1×1 convolution"),
    difficulty=1,
    minutes=2,
    book="open",
    draw=draw,
    build=build,
    oracle=oracle,
)
