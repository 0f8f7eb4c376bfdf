"""The kernel size that a convolution without padding must have had."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

import numpy as np

from fcnkit.practice import Code, Item, Question, Text, Value, distractor, fill, say

from .. import oracles


class Numbers(NamedTuple):
    size: int
    layers: int
    output: int


def draw(rng: Random) -> Numbers:
    layers, kernel = rng.choice([2, 3, 4]), rng.choice([3, 5, 7])
    size = rng.choice([*range(28, 64, 2), *range(64, 132, 4)])
    return Numbers(size, layers, size - layers * (kernel - 1))


def build(n: Numbers) -> Question:
    lost = n.size - n.output
    each = lost // n.layers
    key = each + 1
    distractors = [
        distractor("plus-one-forgotten", each, ko="+1을 빠뜨림", en="The + 1 forgotten"),
        distractor("one-layer", lost + 1, ko="층이 하나라고 생각함", en="Taken for one layer"),
    ]
    layer = 'x = Conv2D(8, k, padding="valid")(x)'
    return Question(
        text=(
            say(
                ko=f"`({n.size}, {n.size}, 3)`인 `x`가 아래 층 {n.layers}개를 모두 지나 "
                f"`({n.output}, {n.output}, 8)`이 되었습니다. 커널 크기 `k`는 얼마입니까?",
                en=f"The `x` of shape `({n.size}, {n.size}, 3)` has gone through the {n.layers} layers below and "
                f"become `({n.output}, {n.output}, 8)`. How large is the kernel, `k`?",
            ),
            Code("\n".join([layer] * n.layers)),
        ),
        answer=fill([(Text(ko="k", en="k"), key)], distractors),
        steps=(
            say(
                ko=f"한 변이 모두 ${n.size} − {n.output} = {lost}$칸, 층마다 ${lost} ÷ {n.layers} = {each}$칸 "
                "줄었습니다.",
                en=f"A side lost ${n.size} − {n.output} = {lost}$ cells in all, ${lost} ÷ {n.layers} = {each}$ in "
                "each layer.",
            ),
            say(
                ko=f"패딩이 없으면 층마다 $k − 1$칸이 줄어드므로 $k = {each} + 1 = {key}$입니다.",
                en=f"Without padding a layer takes $k − 1$ off, so $k = {each} + 1 = {key}$.",
            ),
        ),
    )


def oracle(n: Numbers) -> Value:
    """Slide windows of every size that there can be, and let Keras confirm the one that fits."""
    sizes = [n.size]
    fitting = [kernel for kernel in range(1, n.size + 1) if _after(n, kernel) == n.output]
    (kernel,) = fitting
    for _ in range(n.layers):
        sizes.append(oracles.conv_size(sizes[-1], kernel))
    if sizes[-1] != n.output:
        raise AssertionError("Keras and sliding windows differ")
    return kernel


def _after(n: Numbers, kernel: int) -> int:
    """How many cells all layers leave; 0 where the kernel does not fit."""
    row = np.ones(n.size)
    for _ in range(n.layers):
        if kernel > len(row):
            return 0
        row = np.lib.stride_tricks.sliding_window_view(row, kernel)[:, 0]
    return len(row)


ITEM = Item(
    topic="output-sizes",
    name=Text(ko="커널 크기 거꾸로 찾기", en="Finding the size of a kernel"),
    difficulty=2,
    minutes=4,
    book="open",
    draw=draw,
    build=build,
    oracle=oracle,
)
