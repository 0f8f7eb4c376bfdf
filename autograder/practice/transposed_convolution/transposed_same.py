"""What is cropped from a transposed convolution with "same"."""

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
    stride, width = rng.choice([(1, 2), (1, 3), (2, 3)])
    return Numbers(small_grid(rng, 1, 3, 4), small_grid(rng, 1, width, 4), stride)


def build(n: Numbers) -> Question:
    x, kernel = np.array(n.x), np.array(n.kernel)
    width = kernel.shape[1]
    cropped = width - n.stride
    start = cropped // 2
    whole = np.zeros((1, 2 * n.stride + width), dtype=int)
    for i, value in enumerate(n.x[0]):
        whole[:, i * n.stride : i * n.stride + width] += value * kernel
    key = grid(whole[:, start : start + 3 * n.stride])
    return Question(
        text=(
            say(
                ko=f"입력 `x`에 커널 `kernel`로 스트라이드 {n.stride}, `same`인 전치 합성곱을 하면 무엇이 나옵니까? "
                "Keras처럼 남는 한 칸은 뒤쪽에서 잘라 냅니다.",
                en=f"What does a transposed convolution of `x` with the kernel `kernel` give, with stride {n.stride} "
                "and `same`? As in Keras, an odd cell is cropped at the end.",
            ),
            figures.arrays({"x": n.x, "kernel": n.kernel}),
        ),
        answer=fill_grid(
            key,
            from_misconceptions(
                course,
                "transposed_conv2d",
                x,
                kernel,
                n.stride,
                "same",
                then=lambda out: out[:1],
                likely=("same-odd-cell-at-start",),
            ),
        ),
        steps=(
            say(ko="먼저 `valid`로 도장을 모두 찍습니다.", en="First, all stamps as with `valid`:"),
            grid_table(grid(whole)),
            say(
                ko=f"`same`의 크기는 $3 × {n.stride} = {3 * n.stride}$이므로 {cropped}칸을 잘라 냅니다: 앞에서 "
                f"{start}칸, 뒤에서 {cropped - start}칸.",
                en=f"The size with `same` is $3 × {n.stride} = {3 * n.stride}$, so {cropped} "
                f"{'cell goes' if cropped == 1 else 'cells go'}: {start} at the start and {cropped - start} at the "
                "end.",
            ),
            grid_table(key),
        ),
    )


def oracle(n: Numbers) -> Value:
    # One row stays one row with "same"; the kernel gets rows of zeros around it, which add nothing.
    kernel = np.zeros((n.stride, len(n.kernel[0])), dtype=int)
    kernel[0] = n.kernel[0]
    return as_value(oracles.transposed(n.x, kernel, n.stride, "same")[:1])


ITEM = Item(
    topic="transposed-convolution",
    name=Text(ko="same인 전치 합성곱", en="A transposed convolution with same"),
    difficulty=2,
    minutes=5,
    book="open",
    draw=draw,
    build=build,
    oracle=oracle,
    max_number=40,
    work=products,
)
