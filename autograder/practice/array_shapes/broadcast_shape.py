"""The shape that broadcasting gives."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

import numpy as np

from fcnkit.practice import Code, Item, Question, Text, Value, distractor, fill, say


class Numbers(NamedTuple):
    images: int
    size: tuple[int, int]


def draw(rng: Random) -> Numbers:
    sides = [28, 32, 64, 100, 128, 200]
    return Numbers(rng.choice([4, 8, 16, 32, 50, 64]), (rng.choice(sides), rng.choice(sides)))


def build(n: Numbers) -> Question:
    key = (n.images, *n.size, 3)
    distractors = [
        distractor(
            "joined",
            (n.images, *n.size, 3, 3),
            ko="튜플처럼 이어 붙인다고 생각함",
            en="The shapes joined as tuples are",
        ),
        distractor("added", (n.images, *n.size, 6), ko="마지막 축의 길이를 더함", en="The last axes' lengths added"),
        distractor("small-one-wins", (3,), ko="작은 배열의 모양이 남는다고 생각함", en="The small array's shape kept"),
        distractor("axis-lost", (n.images, *n.size), ko="채널 축이 사라진다고 생각함", en="The channel axis vanishes"),
    ]
    return Question(
        text=(
            say(
                ko="다음 코드를 실행한 뒤 `result.shape`는 무엇입니까?",
                en="What is `result.shape` after this code has run?",
            ),
            Code(f"images = np.zeros({key})\nmean = np.array([0.5, 0.4, 0.3])\nresult = images - mean"),
        ),
        answer=fill([(Text(ko="모양", en="shape"), key)], distractors),
        steps=(
            say(
                ko="NumPy는 모양을 뒤에서부터 맞춥니다. `mean`의 `(3,)`이 모든 픽셀의 채널 3개에 되풀이됩니다.",
                en="NumPy matches shapes from the end: the `(3,)` of `mean` is repeated for the 3 channels of every "
                "pixel.",
            ),
            say(ko=f"모양은 `images`의 것 그대로 `{key}`입니다.", en=f"The shape stays that of `images`, `{key}`."),
        ),
    )


def oracle(n: Numbers) -> Value:
    return np.broadcast_shapes((n.images, *n.size, 3), np.array([0.5, 0.4, 0.3]).shape)


ITEM = Item(
    topic="array-shapes",
    name=Text(ko="브로드캐스팅한 뒤의 모양", en="The shape after broadcasting"),
    difficulty=2,
    minutes=2,
    book="open",
    draw=draw,
    build=build,
    oracle=oracle,
)
