"""A transposed convolution with stride 2, whose stamps overlap in a cross."""

from __future__ import annotations

from functools import partial
from random import Random
from typing import NamedTuple

import numpy as np
from fcnlab import stamps

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
from ..random_grids import nonzero_grid, products, small_grid


class Numbers(NamedTuple):
    x: Grid
    kernel: Grid


def draw(rng: Random) -> Numbers:
    return Numbers(x=small_grid(rng, 2, 2, 3), kernel=nonzero_grid(rng, 3, 3, 2))


def build(n: Numbers) -> Question:
    output = np.zeros((5, 5), dtype=int)
    for (i, j), value in np.ndenumerate(n.x):
        output[2 * i : 2 * i + 3, 2 * j : 2 * j + 3] += value * np.array(n.kernel)
    key = grid(output)
    sum_ = f"{_rows(n.x)} ⊛ {_rows(n.kernel)}"
    return Question(
        text=(
            say(
                ko="입력 `x`에 커널 `kernel`로 스트라이드 2, `valid`인 전치 합성곱을 합니다. 출력의 칸을 채우세요.",
                en="The input `x` goes through a transposed convolution with the kernel `kernel`, stride 2 and "
                "`valid`. Fill in the output.",
            ),
            figures.arrays({"x": n.x, "kernel": n.kernel}),
        ),
        answer=fill_grid(key, from_misconceptions(course, "transposed_conv2d", np.array(n.x), np.array(n.kernel), 2)),
        steps=(
            say(
                ko="도장은 2칸씩 떨어져 찍힙니다. 3×3 도장이 서로 한 줄씩 겹치고, 겹치는 칸은 더합니다.",
                en="Stamps lie 2 cells apart, so that the 3×3 stamps overlap by one line, where they are added.",
            ),
            figures.shown(
                partial(stamps, n.x, n.kernel, stride=2, narrow=True),
                ko=f"도장 찍기: {sum_}",
                en=f"Stamping: {sum_}",
            ),
            grid_table(key),
        ),
    )


def _rows(rows: Grid) -> str:
    return format_value(rows)["en"].strip("`")


def oracle(n: Numbers) -> Value:
    return as_value(oracles.transposed(n.x, n.kernel, 2))


ITEM = Item(
    topic="transposed-convolution",
    name=Text(ko="스트라이드가 있는 전치 합성곱", en="A transposed convolution with a stride"),
    difficulty=3,
    minutes=9,
    book="open",
    draw=draw,
    build=build,
    oracle=oracle,
    max_number=40,
    work=products,
)
