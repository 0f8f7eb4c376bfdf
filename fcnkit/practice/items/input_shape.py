"""What Input(shape=…) is given for a batch of images."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from fcnkit.practice import oracles
from fcnkit.practice.document import mistake, say
from fcnkit.practice.item import Item, OneOf, Question
from fcnkit.practice.values import Value


class Numbers(NamedTuple):
    images: int
    side: int
    channels: int


def draw(rng: Random) -> Numbers:
    return Numbers(rng.choice([32, 100, 500, 7390]), rng.choice([64, 128, 160, 200]), rng.choice([1, 3]))


def ask(n: Numbers) -> Question:
    key = (n.side, n.side, n.channels)
    mistakes = [
        mistake("with-the-batch", (n.images, *key), ko="이미지 수까지 넣음", en="With the number of images"),
        mistake("without-channels", (n.side, n.side), ko="채널을 빠뜨림", en="The channels left out"),
        mistake("channels-first", (n.channels, n.side, n.side), ko="채널을 앞에 놓음", en="The channels put first"),
        mistake("one-image-kept", (1, *key), ko="이미지 한 장의 축을 남김", en="An axis kept for one image"),
    ]
    return Question(
        text=(
            say(
                ko=f"모양이 `({n.images}, {n.side}, {n.side}, {n.channels})`인 이미지 배열로 학습할 모델을 만듭니다. "
                "`Input(shape=...)`에는 무엇을 넣습니까?",
                en=f"A model is to be trained on an array of images of shape `({n.images}, {n.side}, {n.side}, "
                f"{n.channels})`. What does `Input(shape=...)` get?",
            ),
        ),
        answer=OneOf(key, mistakes),
        steps=(
            say(
                ko=f"`Input`에는 이미지 한 장의 모양만 넣습니다: `{key}`. 배치 축은 Keras가 앞에 붙입니다.",
                en=f"`Input` gets the shape of a single image, `{key}`. Keras puts the batch axis in front of it.",
            ),
        ),
    )


def oracle(n: Numbers) -> Value:
    """The one shape whose Keras input takes the array: as long, and equal wherever it is not left open."""
    array = (n.images, n.side, n.side, n.channels)
    candidates = [array, array[1:], array[1:3], (n.channels, n.side, n.side), (1, *array[1:])]
    (found,) = (
        shape
        for shape in candidates
        if len(oracles.keras().Input(shape).shape) == len(array)
        and all(side in (None, length) for side, length in zip(oracles.keras().Input(shape).shape, array, strict=True))
    )
    return found


ITEM = Item(topic="array-shapes", difficulty=1, minutes=1, book="closed", draw=draw, ask=ask, oracle=oracle)
