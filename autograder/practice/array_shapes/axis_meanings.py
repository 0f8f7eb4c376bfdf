"""What an axis of a batch of images stands for."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

import numpy as np
from PIL import Image

from fcnkit.practice import Item, MultipleChoice, Question, Text, Value, distractor, say

from .. import oracles
from ..terms import TERMS

AXES = (
    Text(ko="이미지 수(배치)", en="images (the batch)"),
    Text(ko="높이(행)", en="height (rows)"),
    Text(ko="너비(열)", en="width (columns)"),
    Text(ko="채널", en="channels"),
)
PLACES = (
    Text(ko="첫 번째", en="first"),
    Text(ko="두 번째", en="second"),
    Text(ko="세 번째", en="third"),
    Text(ko="네 번째", en="fourth"),
)


class Numbers(NamedTuple):
    shape: tuple[int, int, int, int]
    axis: int


def draw(rng: Random) -> Numbers:
    height, width = rng.sample([120, 160, 200, 240, 320], 2)
    return Numbers((rng.choice([16, 64, 500, 7390]), height, width, rng.choice([1, 3])), rng.randrange(4))


def build(n: Numbers) -> Question:
    place = PLACES[n.axis]
    distractors = [
        distractor(
            f"axis-{axis}", name, ko=f"{PLACES[axis]['ko']} 축의 뜻입니다", en=f"That is the {PLACES[axis]['en']} axis"
        )
        for axis, name in enumerate(AXES)
        if axis != n.axis
    ]
    order = Text(ko=", ".join(name.ko for name in AXES), en=", ".join(name.en for name in AXES))
    return Question(
        text=(
            say(
                ko=f"Keras에 넣을 이미지 배열의 모양이 `{n.shape}`입니다. {place['ko']} 축은 무엇을 뜻합니까?",
                en=f"An array of images for Keras has the shape `{n.shape}`. What does its {place['en']} axis stand "
                "for?",
            ),
        ),
        answer=MultipleChoice(AXES[n.axis], distractors),
        steps=(say(ko=f"축의 순서는 {order['ko']}입니다.", en=f"The axes are, in this order: {order['en']}."),),
        must_not_appear=TERMS.definitions(["batch"]),
        asks=("axis-order",),
    )


def oracle(n: Numbers) -> Value:
    """Two images of 4 rows and 5 columns, as Keras turns pictures into arrays: which axis has which length?"""
    picture = oracles.keras().utils.img_to_array(Image.new("RGB", (5, 4)))
    lengths = dict(zip((2, 4, 5, 3), AXES, strict=True))
    return lengths[np.stack([picture, picture]).shape[n.axis]]


ITEM = Item(
    topic="array-shapes",
    name=Text(ko="축의 뜻", en="What an axis means"),
    difficulty=1,
    minutes=1,
    book="closed",
    draw=draw,
    build=build,
    oracle=oracle,
)
