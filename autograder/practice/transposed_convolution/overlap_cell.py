"""One cell of a transposed convolution's output, where stamps overlap."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

import numpy as np

from fcnkit.practice import Grid, Item, Question, Text, Value, distractor, figures, fill, from_misconceptions, say

from .. import course, oracles
from ..random_grids import small_grid


class Numbers(NamedTuple):
    x: Grid
    kernel: Grid


def draw(rng: Random) -> Numbers:
    return Numbers(x=small_grid(rng, 2, 2, 5), kernel=small_grid(rng, 3, 3, 5))


def build(n: Numbers) -> Question:
    (a, b), (c, d) = n.x
    corners = [n.kernel[2][2], n.kernel[2][0], n.kernel[0][2], n.kernel[0][0]]
    products = [x * weight for x, weight in zip((a, b, c, d), corners, strict=True)]
    key = sum(products)
    work = " + ".join(f"{x} × {weight}" for x, weight in zip((a, b, c, d), corners, strict=True))
    distractors = [
        *from_misconceptions(
            course,
            "transposed_conv2d",
            np.array(n.x),
            np.array(n.kernel),
            2,
            then=lambda out: out[2, 2],
            likely=("stride-on-rows-only",),
        ),
        distractor("one-stamp-forgotten", key - products[0], ko="도장 하나를 빠뜨림", en="One stamp forgotten"),
        distractor(
            "centre-taken", (a + b + c + d) * n.kernel[1][1], ko="커널의 가운데를 씀", en="The kernel's centre taken"
        ),
    ]
    return Question(
        text=(
            say(
                ko="입력 `x`에 커널 `kernel`로 스트라이드 2, `valid`인 전치 합성곱을 합니다. 출력의 한가운데 칸 (2, "
                "2)의 값은 얼마입니까?",
                en="The input `x` goes through a transposed convolution with the kernel `kernel`, stride 2 and "
                "`valid`. What is the value of the cell in the middle of the output, (2, 2)?",
            ),
            figures.arrays({"x": n.x, "kernel": n.kernel}),
        ),
        answer=fill([(Text(ko="칸 (2, 2)", en="cell (2, 2)"), key)], distractors),
        steps=(
            say(
                ko="3×3 도장 4개가 2칸씩 떨어져 찍히므로, 가운데 칸에는 네 도장의 모서리가 하나씩 닿습니다.",
                en="The 4 stamps of 3×3 cells lie 2 cells apart: each reaches the cell in the middle with one corner.",
            ),
            say(ko=f"모두 더하면 ${work} = {key}$입니다.", en=f"Added up, ${work} = {key}$."),
        ),
    )


def oracle(n: Numbers) -> Value:
    return int(oracles.transposed(n.x, n.kernel, 2)[2, 2])


ITEM = Item(
    topic="transposed-convolution",
    name=Text(ko="도장이 겹치는 칸", en="A cell where stamps overlap"),
    difficulty=2,
    minutes=5,
    book="open",
    draw=draw,
    build=build,
    oracle=oracle,
    beyond_search=frozenset(
        {
            "kernel-added",
            "kernel-flipped",
            "one-stamp-forgotten",
            "overlap-largest",
            "centre-taken",
            "stride-ignored",
            "stride-on-rows-only",
            "repeated-then-convolved",
        }
    ),
)
