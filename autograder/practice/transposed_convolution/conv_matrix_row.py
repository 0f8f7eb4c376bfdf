"""One row of the matrix that does a convolution."""

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
    figures,
    fill_grid,
    from_misconceptions,
    grid,
    grid_table,
    say,
)

from .. import course, oracles
from ..random_grids import small_grid


class Numbers(NamedTuple):
    kernel: Grid
    window: int


def draw(rng: Random) -> Numbers:
    return Numbers(small_grid(rng, 2, 2, 9), rng.randrange(4))


def build(n: Numbers) -> Question:
    i, j = divmod(n.window, 2)
    laid = np.zeros((3, 3), dtype=int)
    laid[i : i + 2, j : j + 2] = n.kernel
    key = grid([laid.ravel()])
    return Question(
        text=(
            say(
                ko="3×3 입력 `x`에 커널 `kernel`로 하는 스트라이드 1의 `valid` 합성곱은 `C @ x.ravel()`과 같습니다. "
                f"행렬 `C`에서 번호가 {n.window}인 행은 무엇입니까? 행은 0부터 셉니다.",
                en="A convolution of the 3×3 input `x` with the kernel `kernel`, stride 1 and `valid`, is the same as "
                f"`C @ x.ravel()`. What is row {n.window} of the matrix `C`? Rows are counted from 0.",
            ),
            figures.arrays({"kernel": n.kernel}),
        ),
        answer=fill_grid(
            key,
            from_misconceptions(
                course, "conv_matrix", (3, 3), np.array(n.kernel), then=lambda matrix: np.atleast_2d(matrix[n.window])
            ),
        ),
        steps=(
            say(
                ko=f"출력은 2×2이므로 번호가 {n.window}인 행은 출력 칸 ({i}, {j}), 곧 왼쪽 위가 ({i}, {j})인 창입니다.",
                en=f"The output is 2×2, so row {n.window} belongs to its cell ({i}, {j}): the window whose top left "
                f"is ({i}, {j}).",
            ),
            say(ko="그 자리에 커널을 놓고", en="With the kernel laid there,"),
            grid_table(grid(laid)),
            say(ko="행을 차례로 이어 붙이면 됩니다.", en="the rows are put one behind the other."),
            grid_table(key),
        ),
    )


def oracle(n: Numbers) -> Value:
    unit_images = np.eye(9, dtype=int).reshape(9, 3, 3)
    return grid([[oracles.convolved(image, n.kernel).ravel()[n.window] for image in unit_images]])


ITEM = Item(
    topic="transposed-convolution",
    name=Text(ko="합성곱 행렬의 한 행", en="A row of the convolution matrix"),
    difficulty=2,
    minutes=5,
    book="open",
    draw=draw,
    build=build,
    oracle=oracle,
)
