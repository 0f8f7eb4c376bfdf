"""A transposed convolution of four numbers, worked out cell by cell."""

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
from ..random_grids import nonzero_grid, products, small_grid


class Numbers(NamedTuple):
    x: Grid
    kernel: Grid


def draw(rng: Random) -> Numbers:
    return Numbers(x=small_grid(rng, 2, 2, 4), kernel=nonzero_grid(rng, 2, 2, 3))


def build(n: Numbers) -> Question:
    output = np.zeros((3, 3), dtype=int)
    steps = []
    for (i, j), value in np.ndenumerate(n.x):
        stamp = value * np.array(n.kernel)
        output[i : i + 2, j : j + 2] += stamp
        text = format_value(grid(stamp))
        steps.append(
            say(
                ko=f"입력 ({i}, {j})의 {value}: 도장 {text['ko']}의 왼쪽 위를 출력 ({i}, {j})에 맞춥니다.",
                en=f"The {value} at input ({i}, {j}): the stamp {text['en']} goes with its top left to ({i}, {j}).",
            )
        )
    return Question(
        text=(
            say(
                ko="입력 `x`에 커널 `kernel`로 스트라이드 1, `valid`인 전치 합성곱을 합니다. 출력의 칸을 채우세요.",
                en="The input `x` goes through a transposed convolution with the kernel `kernel`, stride 1 and "
                "`valid`. Fill in the output.",
            ),
            figures.arrays({"x": n.x, "kernel": n.kernel}),
        ),
        answer=fill_grid(
            grid(output), from_misconceptions(course, "transposed_conv2d", np.array(n.x), np.array(n.kernel))
        ),
        steps=(
            *steps,
            say(ko="도장이 겹치는 칸은 모두 더합니다.", en="Where stamps overlap, they are all added."),
            grid_table(grid(output)),
        ),
    )


def oracle(n: Numbers) -> Value:
    return as_value(oracles.transposed(n.x, n.kernel))


ITEM = Item(
    topic="transposed-convolution",
    name=Text(ko="손으로 하는 전치 합성곱", en="A transposed convolution by hand"),
    difficulty=2,
    minutes=6,
    book="open",
    draw=draw,
    build=build,
    oracle=oracle,
    max_number=30,
    work=products,
)
