"""A transposed convolution of a few numbers in one row."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

import numpy as np

from fcnkit.practice import (
    Grid,
    Item,
    Question,
    Text,
    Value,
    as_value,
    figures,
    fill_grid,
    format_value,
    from_misconceptions,
    grid,
    grid_table,
    say,
)

from .. import course, oracles
from ..random_grids import products, small_grid


class Numbers(NamedTuple):
    x: Grid
    kernel: Grid
    stride: int


def draw(rng: Random) -> Numbers:
    return Numbers(small_grid(rng, 1, 3, 4), small_grid(rng, 1, rng.choice([2, 3]), 5), rng.choice([1, 2]))


def build(n: Numbers) -> Question:
    x, kernel = np.array(n.x), np.array(n.kernel)
    width = kernel.shape[1]
    output = np.zeros((1, 2 * n.stride + max(width, n.stride)), dtype=int)
    steps = []
    for i, value in enumerate(n.x[0]):
        stamp = value * kernel
        output[:, i * n.stride : i * n.stride + width] += stamp
        text = format_value(grid(stamp)[0])
        steps.append(
            say(
                ko=f"값 {value}의 도장: {text['ko']}, 칸 {i * n.stride}에서 시작합니다.",
                en=f"The stamp of {value}, {text['en']}, begins at cell {i * n.stride}.",
            )
        )
    return Question(
        text=(
            say(
                ko=f"입력 `x`에 커널 `kernel`로 스트라이드 {n.stride}, `valid`인 전치 합성곱을 하면 무엇이 나옵니까?",
                en=f"What does a transposed convolution of `x` with the kernel `kernel` give, with stride {n.stride} "
                "and `valid`?",
            ),
            figures.arrays({"x": n.x, "kernel": n.kernel}),
        ),
        answer=fill_grid(
            grid(output),
            from_misconceptions(course, "transposed_conv2d", x, kernel, n.stride, then=lambda out: out[:1]),
        ),
        steps=(
            *steps,
            say(ko="칸마다 찍힌 값을 모두 더합니다.", en="In each cell, all that landed there is added."),
            grid_table(grid(output)),
        ),
    )


def oracle(n: Numbers) -> Value:
    padded = np.zeros((2, 3), dtype=int)
    padded[0] = n.x[0]
    return as_value(oracles.transposed(padded, n.kernel, n.stride)[:1])


ITEM = Item(
    topic="transposed-convolution",
    name=Text(ko="한 줄의 전치 합성곱", en="A transposed convolution of a row"),
    difficulty=1,
    minutes=4,
    book="open",
    draw=draw,
    build=build,
    oracle=oracle,
    max_number=50,
    work=products,
)
