"""A transposed convolution of nine numbers, most of whose stamps overlap."""

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
from ..random_grids import nonzero_grid, products, small_grid


class Numbers(NamedTuple):
    x: Grid
    kernel: Grid


def draw(rng: Random) -> Numbers:
    return Numbers(x=small_grid(rng, 3, 3, 3), kernel=nonzero_grid(rng, 2, 2, 2))


def build(n: Numbers) -> Question:
    x = np.array(n.x)
    shifts = {(a, b): np.pad(weight * x, ((a, 1 - a), (b, 1 - b))) for (a, b), weight in np.ndenumerate(n.kernel)}
    output = grid(np.sum(list(shifts.values()), axis=0))
    return Question(
        text=(
            say(
                ko="입력 `x`에 커널 `kernel`로 스트라이드 1, `valid`인 전치 합성곱을 합니다. 출력의 칸을 채우세요.",
                en="The input `x` goes through a transposed convolution with the kernel `kernel`, stride 1 and "
                "`valid`. Fill in the output.",
            ),
            figures.arrays({"x": n.x, "kernel": n.kernel}),
        ),
        answer=fill_grid(output, from_misconceptions(course, "transposed_conv2d", x, np.array(n.kernel))),
        steps=(
            say(
                ko="도장 9개를 하나씩 찍는 대신, 커널의 칸 4개마다 입력 전체를 그 칸의 값만큼 곱해 그 칸의 자리로 "
                "옮기고 더해도 같습니다.",
                en="Instead of 9 stamps one by one, the whole input can be multiplied by each of the kernel's 4 "
                "cells, moved to that cell's place, and added.",
            ),
            figures.arrays({**{str(cell): grid(shifts[cell]) for cell in shifts}, "output": output}, between="+++="),
            grid_table(output),
        ),
    )


def oracle(n: Numbers) -> Value:
    return as_value(oracles.transposed(n.x, n.kernel))


ITEM = Item(
    topic="transposed-convolution",
    name=Text(ko="3×3 커널의 전치 합성곱", en="A transposed convolution with a 3×3 kernel"),
    difficulty=3,
    minutes=9,
    book="open",
    draw=draw,
    build=build,
    oracle=oracle,
    max_number=40,
    work=products,
)
