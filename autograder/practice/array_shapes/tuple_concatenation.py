"""What adding tuples gives."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

import numpy as np

from fcnkit.practice import Code, Item, Question, Text, Value, as_value, distractor, fill, say


class Numbers(NamedTuple):
    images: int
    size: tuple[int, int]


def draw(rng: Random) -> Numbers:
    side = rng.choice([28, 32, 64, 96, 100, 128, 160, 200])
    return Numbers(
        images=rng.choice([8, 16, 32, 50, 64, 100, 120, 300, 500, 739]),
        size=(side, rng.choice([side, side + 20, side + 40])),
    )


def build(n: Numbers) -> Question:
    height, width = n.size
    key = (n.images, height, width, 3)
    distractors = [
        distractor("added", (n.images + height, width + 3), ko="수끼리 더함", en="The numbers added"),
        distractor("channels-first", (n.images, 3, *n.size), ko="채널을 앞에 놓음", en="The channels put first"),
        distractor("channels-lost", (n.images, *n.size), ko="채널을 빠뜨림", en="The channels left out"),
        distractor("images-last", (*n.size, 3, n.images), ko="이미지 수를 맨 뒤에 놓음", en="The images put last"),
    ]
    return Question(
        text=(
            say(
                ko="다음 코드를 실행한 뒤 `input_imgs.shape`는 무엇입니까?",
                en="What is `input_imgs.shape` after this code has run?",
            ),
            Code(
                f"img_size = {n.size}\nnum_imgs = {n.images}\n"
                'input_imgs = np.zeros((num_imgs,) + img_size + (3,), dtype="float32")'
            ),
        ),
        answer=fill([(Text(ko="모양", en="shape"), key)], distractors),
        steps=(
            say(
                ko="튜플 사이의 `+`는 수를 더하지 않고 튜플을 이어 붙입니다. 리스트와 문자열도 그렇습니다.",
                en="Between tuples, `+` adds no numbers: it joins the tuples, as it joins lists and strings.",
            ),
            Code(f"({n.images},) + {n.size} + (3,) == {key}"),
        ),
    )


def oracle(n: Numbers) -> Value:
    return as_value(np.empty((n.images,) + n.size + (3,), dtype="bool").shape)  # noqa: RUF005 - it is what is asked


ITEM = Item(
    topic="array-shapes",
    name=Text(ko="튜플을 이어 만든 모양", en="A shape of joined tuples"),
    difficulty=1,
    minutes=2,
    book="open",
    draw=draw,
    build=build,
    oracle=oracle,
)
