"""What a 3-D convolution does to a video."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from fcnkit.practice import Code, Item, Question, Text, Value, distractor, fill, say

from .. import oracles


class Numbers(NamedTuple):
    frames: int
    side: int
    filters: int
    kernel: int


def draw(rng: Random) -> Numbers:
    return Numbers(
        rng.choice([10, 12, 16, 20, 25, 30]),
        rng.choice([32, 48, 64, 80, 100, 112]),
        rng.choice([8, 16, 24, 32]),
        rng.choice([3, 5]),
    )


def build(n: Numbers) -> Question:
    less = n.kernel - 1
    key = (n.frames - less, n.side - less, n.side - less, n.filters)
    distractors = [
        distractor(
            "frames-stay",
            (n.frames, n.side - less, n.side - less, n.filters),
            ko="시간 축은 그대로라고 생각함",
            en="The time axis kept as it is",
        ),
        distractor(
            "same-assumed", (n.frames, n.side, n.side, n.filters), ko="`same`으로 계산함", en="Computed with `same`"
        ),
        distractor(
            "time-lost",
            (n.side - less, n.side - less, n.filters),
            ko="시간 축이 사라진다고 생각함",
            en="The time axis vanishes",
        ),
        distractor(
            "rgb-stays",
            (n.frames - less, n.side - less, n.side - less, 3),
            ko="채널이 그대로라고 생각함",
            en="The channels kept as they are",
        ),
    ]
    return Question(
        text=(
            say(
                ko=f"프레임 {n.frames}장짜리 컬러 동영상 `({n.frames}, {n.side}, {n.side}, 3)`을 아래 층에 넣으면 "
                "출력의 모양은 무엇입니까?",
                en=f"A colour video of {n.frames} frames, `({n.frames}, {n.side}, {n.side}, 3)`, goes into the layer "
                "below. What is the shape of the output?",
            ),
            Code(f'Conv3D({n.filters}, {n.kernel}, padding="valid")'),
        ),
        answer=fill([(Text(ko="모양", en="shape"), key)], distractors),
        steps=(
            say(
                ko=f"{n.kernel}×{n.kernel}×{n.kernel} 커널은 시간, 높이, 너비의 세 방향으로 움직이고, 방향마다 "
                f"${n.kernel} − 1 = {less}$칸 줄어듭니다.",
                en=f"A kernel of {n.kernel}×{n.kernel}×{n.kernel} moves in three directions, time, height and width, "
                f"and takes ${n.kernel} − 1 = {less}$ off each.",
            ),
            say(ko=f"채널은 필터 수가 되므로 `{key}`입니다.", en=f"Channels become the number of filters: `{key}`."),
        ),
    )


def oracle(n: Numbers) -> Value:
    return oracles.shapes((n.frames, n.side, n.side, 3), [("Conv3D", (n.filters, n.kernel), {"padding": "valid"})])[0]


ITEM = Item(
    topic="cnn-building-blocks",
    name=Text(ko="동영상을 지나는 3차원 합성곱", en="A 3-D convolution of a video"),
    difficulty=2,
    minutes=3,
    book="open",
    draw=draw,
    build=build,
    oracle=oracle,
)
