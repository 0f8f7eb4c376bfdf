"""How far a dilated kernel reaches."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

import numpy as np

from fcnkit.practice import Code, Item, Question, Text, Value, distractor, fill, say

from .. import oracles


class Numbers(NamedTuple):
    size: int
    kernel: int
    dilation: int


def draw(rng: Random) -> Numbers:
    return Numbers(rng.randint(40, 100), rng.choice([3, 4, 5]), rng.choice([2, 3, 4, 8]))


def build(n: Numbers) -> Question:
    extent = (n.kernel - 1) * n.dilation + 1
    key = n.size - extent + 1
    distractors = [
        distractor("dilation-ignored", n.size - n.kernel + 1, ko="팽창을 쓰지 않음", en="The dilation ignored"),
        distractor(
            "kernel-times-dilation",
            n.size - n.kernel * n.dilation + 1,
            ko="커널 크기에 팽창률을 곱함",
            en="The kernel's size times the dilation",
        ),
        distractor(
            "gaps-only",
            n.size - (n.kernel - 1) * n.dilation + 1,
            ko="마지막 칸을 세지 않음",
            en="The last cell not counted",
        ),
        distractor(
            "dilation-as-stride",
            (n.size - n.kernel) // n.dilation + 1,
            ko="팽창률을 스트라이드로 생각함",
            en="The dilation taken for a stride",
        ),
        distractor(
            "plus-one-forgotten",
            n.size - extent,
            ko="출력 크기의 +1을 빠뜨림",
            en="The + 1 of the output size forgotten",
        ),
    ]
    return Question(
        text=(
            say(
                ko=f"소리 신호의 표본 {n.size}개를 아래 층에 넣으면 출력은 몇 칸입니까?",
                en=f"An audio signal of {n.size} samples goes into the layer below. How many cells has the output?",
            ),
            Code(f'Conv1D(1, {n.kernel}, dilation_rate={n.dilation}, padding="valid")'),
        ),
        answer=fill([(Text(ko="출력의 칸 수", en="cells of the output"), key)], distractors),
        steps=(
            say(
                ko=f"커널의 수 {n.kernel}개가 {n.dilation}칸씩 벌어지므로 $({n.kernel} − 1) × {n.dilation} + 1 = "
                f"{extent}$칸에 걸칩니다.",
                en=f"The kernel's {n.kernel} numbers stand {n.dilation} cells apart, so it spans $({n.kernel} − 1) × "
                f"{n.dilation} + 1 = {extent}$ cells.",
            ),
            say(
                ko=f"그 창이 들어가는 자리는 ${n.size} − {extent} + 1 = {key}$곳입니다.",
                en=f"Such a window fits at ${n.size} − {extent} + 1 = {key}$ places.",
            ),
        ),
    )


def oracle(n: Numbers) -> Value:
    holes = np.zeros(((n.kernel - 1) * n.dilation + 1, 1))
    holes[:: n.dilation] = 1
    layer: oracles.Layer = ("Conv1D", (1, n.kernel), {"dilation_rate": n.dilation, "padding": "valid"})
    ((found, _),) = oracles.shapes((n.size, 1), [layer])
    if found != len(oracles.convolved(np.ones((n.size, 1)), holes)):
        raise AssertionError("Keras and a kernel with holes differ")
    return found


ITEM = Item(
    topic="cnn-building-blocks",
    name=Text(ko="팽창 합성곱의 출력", en="The output of a dilated convolution"),
    difficulty=1,
    minutes=3,
    book="open",
    draw=draw,
    build=build,
    oracle=oracle,
)
