"""What Input(shape=…) is given for a batch of images."""

from __future__ import annotations

from functools import cache
from itertools import product
from random import Random
from typing import NamedTuple

from fcnkit.practice import Item, Question, Text, Value, distractor, fill, say

from .. import oracles


class Numbers(NamedTuple):
    images: int
    size: tuple[int, int]
    channels: int


def draw(rng: Random) -> Numbers:
    sides = [64, 96, 128, 160, 200, 240]
    return Numbers(rng.choice([32, 100, 500, 7390]), (rng.choice(sides), rng.choice(sides)), rng.choice([1, 3]))


def build(n: Numbers) -> Question:
    key = (*n.size, n.channels)
    distractors = [
        distractor("with-the-batch", (n.images, *key), ko="이미지 수까지 넣음", en="With the number of images"),
        distractor("without-channels", n.size, ko="채널을 빠뜨림", en="The channels left out"),
        distractor("channels-first", (n.channels, *n.size), ko="채널을 앞에 놓음", en="The channels put first"),
        distractor("one-image-kept", (1, *key), ko="이미지 한 장의 축을 남김", en="An axis kept for one image"),
    ]
    return Question(
        text=(
            say(
                ko=f"모양이 `{(n.images, *key)}`인 이미지 배열로 학습할, 이 크기의 이미지만 받는 모델을 만듭니다. "
                "`Input(shape=...)`에는 무엇을 넣습니까?",
                en=f"A model for images of just this size is to be trained on an array of shape `{(n.images, *key)}`. "
                "What does `Input(shape=...)` get?",
            ),
        ),
        answer=fill([(Text(ko="Input의 모양", en="shape for Input"), key)], distractors),
        asks=("input-shape",),
        steps=(
            say(
                ko=f"`Input`에는 이미지 한 장의 모양만 넣습니다: `{key}`. 배치 축은 Keras가 앞에 붙입니다.",
                en=f"`Input` gets the shape of a single image, `{key}`. Keras puts the batch axis in front of it.",
            ),
        ),
    )


def oracle(n: Numbers) -> Value:
    """Of all shapes made of these lengths, the only one whose Keras input takes the array."""
    array = (n.images, *n.size, n.channels)
    # The batch axis, which Keras puts in front, makes four axes of three.
    candidates = product({1, *array}, repeat=len(array) - 1)
    (found,) = (
        shape
        for shape in candidates
        if all(side in (None, length) for side, length in zip(_taken(shape), array, strict=True))
    )
    return found


@cache
def _taken(shape: tuple[int, ...]) -> tuple[int | None, ...]:
    """The shape of the arrays that a Keras input takes."""
    taken: tuple[int | None, ...] = oracles.keras().Input(shape).shape
    return taken


ITEM = Item(
    topic="array-shapes",
    name=Text(ko="Input에 넣을 모양", en="The shape for Input"),
    difficulty=1,
    minutes=1,
    book="closed",
    draw=draw,
    build=build,
    oracle=oracle,
)
