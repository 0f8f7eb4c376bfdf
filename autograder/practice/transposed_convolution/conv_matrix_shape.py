"""The shape of the matrix that does a convolution, and of its transpose."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

import numpy as np

from fcnkit.practice import Item, Question, Text, Value, as_value, distractor, fill, say

from .. import oracles


class Numbers(NamedTuple):
    rows: int
    cols: int
    kernel: int
    transposed: bool
    """Whether C.T is asked for."""


def draw(rng: Random) -> Numbers:
    return Numbers(rng.randint(5, 11), rng.randint(5, 11), rng.randint(2, 4), rng.random() < 0.5)


def build(n: Numbers) -> Question:
    out = (n.rows - n.kernel + 1, n.cols - n.kernel + 1)
    cells, inputs = out[0] * out[1], n.rows * n.cols
    name = "C.T" if n.transposed else "C"

    def shape(rows: int, columns: int) -> tuple[int, int]:
        return (columns, rows) if n.transposed else (rows, columns)

    key = shape(cells, inputs)
    distractors = [
        distractor("matrix-already-transposed", key[::-1], ko="`C`와 `C.T`를 바꿈", en="`C` and `C.T` swapped"),
        distractor(
            "output-like-input",
            shape(inputs, inputs),
            ko="출력이 입력만큼 크다고 생각함",
            en="An output as large as the input",
        ),
        distractor("kernel-flattened", shape(cells, n.kernel**2), ko="커널만 폄", en="Only the kernel flattened"),
        distractor(
            "plus-one-forgotten", shape((out[0] - 1) * (out[1] - 1), inputs), ko="+1을 빠뜨림", en="The + 1 forgotten"
        ),
    ]
    return Question(
        text=(
            say(
                ko=f"{n.rows}×{n.cols} 입력 `x`에 {n.kernel}×{n.kernel} 커널로 하는 스트라이드 1의 `valid` 합성곱을 "
                f"`C @ x.ravel()`로 계산합니다. `{name}.shape`는 무엇입니까?",
                en=f"A convolution of the {n.rows}×{n.cols} input `x` with a {n.kernel}×{n.kernel} kernel, stride 1 "
                f"and `valid`, is computed as `C @ x.ravel()`. What is `{name}.shape`?",
            ),
        ),
        answer=fill([(Text(ko="모양", en="shape"), key)], distractors),
        steps=(
            say(
                ko=f"출력은 {out[0]}×{out[1]}이므로 칸이 {cells}개이고, `C`의 행도 {cells}개입니다.",
                en=f"The output is {out[0]}×{out[1]}: {cells} cells, and as many rows in `C`: {cells}.",
            ),
            say(
                ko=f"열은 입력 칸마다 하나씩 ${n.rows} × {n.cols} = {inputs}$개입니다. 그래서 `C.shape`는 "
                f"`{(cells, inputs)}`이고, 거꾸로 업샘플링하는 `C.T`의 모양은 `{(inputs, cells)}`입니다.",
                en=f"There is a column for each input cell, ${n.rows} × {n.cols} = {inputs}$. So `C.shape` is "
                f"`{(cells, inputs)}`, and that of `C.T`, which upsamples, is `{(inputs, cells)}`.",
            ),
        ),
    )


def oracle(n: Numbers) -> Value:
    image = np.zeros((n.rows, n.cols))
    matrix = np.empty((oracles.convolved(image, np.ones((n.kernel, n.kernel))).size, image.size))
    return as_value((matrix.T if n.transposed else matrix).shape)


ITEM = Item(
    topic="transposed-convolution",
    name=Text(ko="합성곱 행렬의 모양", en="The shape of the convolution matrix"),
    difficulty=1,
    minutes=3,
    book="open",
    draw=draw,
    build=build,
    oracle=oracle,
)
