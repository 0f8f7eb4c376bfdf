"""How much memory a batch of images takes."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

import numpy as np

from fcnkit.practice import Code, Item, Question, Text, Value, distractor, fill, number, say

BYTES = {"uint8": 1, "float32": 4, "float64": 8}


class Numbers(NamedTuple):
    images: int
    side: int
    dtype: str


def draw(rng: Random) -> Numbers:
    return Numbers(
        rng.choice([5, 8, 10, 20, 25, 40, 50, 80, 100]),
        rng.choice([10, 20, 30, 40, 50, 60, 80, 100, 200]),
        rng.choice([*BYTES]),
    )


def build(n: Numbers) -> Question:
    values = n.images * n.side * n.side * 3
    size = BYTES[n.dtype]
    key = values * size
    distractors = [
        distractor("bytes-forgotten", values, ko="바이트가 아니라 수의 개수를 셈", en="Numbers counted, not bytes"),
        distractor("channels-forgotten", key // 3, ko="채널을 세지 않음", en="The channels not counted"),
        distractor("bits-for-bytes", key * 8, ko="비트 수를 바이트 수로 생각함", en="Bits taken for bytes"),
        distractor("one-side-counted", key // n.side, ko="한 변만 셈", en="Only one side counted"),
    ]
    return Question(
        text=(
            say(ko="다음 배열은 몇 바이트를 차지합니까?", en="How many bytes does this array take?"),
            Code(f'np.zeros(({n.images}, {n.side}, {n.side}, 3), dtype="{n.dtype}")'),
        ),
        answer=fill([(Text(ko="바이트", en="bytes"), key)], distractors),
        steps=(
            say(
                ko=f"수는 ${n.images} × {n.side} × {n.side} × 3 = {number(values)}$개입니다.",
                en=f"There are ${n.images} × {n.side} × {n.side} × 3 = {number(values)}$ numbers.",
            ),
            say(
                ko=f"`{n.dtype}` 수 하나는 {size}바이트이므로 ${number(values)} × {size} = {number(key)}$바이트입니다.",
                en=f"A `{n.dtype}` takes {size} byte{'' if size == 1 else 's'}, so there are "
                f"${number(values)} × {size} = {number(key)}$ bytes.",
            ),
        ),
    )


def oracle(n: Numbers) -> Value:
    return np.zeros((n.images, n.side, n.side, 3), dtype=n.dtype).nbytes


ITEM = Item(
    topic="array-shapes",
    name=Text(ko="배열의 메모리", en="The memory of an array"),
    difficulty=2,
    minutes=4,
    book="open",
    draw=draw,
    build=build,
    oracle=oracle,
    max_number=999_999_999,
)
