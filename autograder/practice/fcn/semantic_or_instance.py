"""How many values a semantic and an instance mask hold."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

import numpy as np

from fcnkit.practice import Item, Question, Text, Value, distractor, fill, say

from ..terms import TERMS

KINDS = {
    "cats": ("고양이", "마리"),
    "dogs": ("강아지", "마리"),
    "cars": ("자동차", "대"),
    "bicycles": ("자전거", "대"),
    "apples": ("사과", "개"),
    "trees": ("나무", "그루"),
    "chairs": ("의자", "개"),
}
"""What they and the words they are counted with are called in Korean."""


class Numbers(NamedTuple):
    kinds: tuple[str, str]
    counts: tuple[int, int]


def draw(rng: Random) -> Numbers:
    first, second = rng.sample([*KINDS], 2)
    return Numbers((first, second), (rng.randint(2, 5), rng.randint(2, 5)))


def build(n: Numbers) -> Question:
    objects = sum(n.counts)
    ko = ", ".join(f"{KINDS[kind][0]} {count}{KINDS[kind][1]}" for kind, count in zip(n.kinds, n.counts, strict=True))
    en = " and ".join(f"{count} {kind}" for kind, count in zip(n.kinds, n.counts, strict=True))
    distractors = [
        distractor(
            "swapped", (objects + 1, 3), ko="시맨틱 분할과 인스턴스 분할을 바꿈", en="Semantic and instance swapped"
        ),
        distractor("background-forgotten", (2, objects), ko="배경을 세지 않음", en="The background not counted"),
        distractor("no-difference", (3, 3), ko="둘을 같은 것으로 생각함", en="Both taken for the same"),
    ]
    return Question(
        text=(
            say(
                ko=f"사진 한 장에 {ko}가 있고 나머지는 배경입니다. 시맨틱 분할 마스크와 인스턴스 분할 마스크에는 "
                "배경까지 서로 다른 값이 각각 몇 가지 들어 있습니까?",
                en=f"A photo shows {en}; the rest is background. How many different values, the background's "
                "included, does a semantic segmentation mask hold, and how many an instance segmentation mask?",
            ),
        ),
        answer=fill(
            [
                (Text(ko="시맨틱 분할", en="semantic segmentation"), 3),
                (Text(ko="인스턴스 분할", en="instance segmentation"), objects + 1),
            ],
            distractors,
        ),
        must_not_appear=TERMS.definitions(["semantic-segmentation", "instance-segmentation"]),
        asks=("semantic-segmentation", "instance-segmentation"),
        steps=(
            say(
                ko="시맨틱 분할은 픽셀마다 클래스만 말하므로 클래스 2개와 배경, 모두 3가지입니다.",
                en="Semantic segmentation gives each pixel its class only: 2 classes and the background, 3 values.",
            ),
            say(
                ko=f"인스턴스 분할은 물체도 하나하나 구별하므로 ${n.counts[0]} + {n.counts[1]} + 1 = "
                f"{objects + 1}$가지입니다.",
                en=f"Instance segmentation tells the objects apart, too: ${n.counts[0]} + {n.counts[1]} + 1 = "
                f"{objects + 1}$.",
            ),
        ),
    )


def oracle(n: Numbers) -> Value:
    """Paint both masks, a column of pixels for each object, and look."""
    semantic, instance = np.zeros((4, 30), dtype=int), np.zeros((4, 30), dtype=int)
    column = 1
    for kind, count in zip(n.kinds, n.counts, strict=True):
        for _ in range(count):
            semantic[1:3, column], instance[1:3, column] = 1 + n.kinds.index(kind), column
            column += 2
    return (len(np.unique(semantic)), len(np.unique(instance)))


ITEM = Item(
    topic="fcn",
    name=Text(ko="시맨틱 분할과 인스턴스 분할", en="Semantic and instance segmentation"),
    difficulty=1,
    minutes=2,
    book="closed",
    draw=draw,
    build=build,
    oracle=oracle,
)
