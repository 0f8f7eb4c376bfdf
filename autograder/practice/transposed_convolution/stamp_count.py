"""How many stamps land on one cell of a transposed convolution's output."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

import numpy as np

from fcnkit.practice import Item, Question, Text, Value, distractor, fill, say

from .. import oracles


class Numbers(NamedTuple):
    size: int
    kernel: int
    stride: int
    cell: int


def draw(rng: Random) -> Numbers:
    """Once, twice or three times are drawn alike often."""
    wanted = rng.randint(1, 3)
    found = [
        Numbers(size, kernel, stride, cell)
        for size in range(3, 7)
        for kernel in range(2, 6)
        for stride in range(1, min(kernel, 3) + 1)
        for cell in range((size - 1) * stride + kernel)
        if len([i for i in range(size) if i * stride <= cell < i * stride + kernel]) == wanted
    ]
    return rng.choice(found)


def build(n: Numbers) -> Question:
    starts = [i * n.stride for i in range(n.size)]
    covering = [start for start in starts if start <= n.cell < start + n.kernel]
    key = len(covering)
    distractors = [
        distractor("always-all", n.kernel, ko="커널 크기만큼 겹친다고 생각함", en="As many as the kernel is wide"),
        distractor("stride-ignored", _at_stride_one(n), ko="스트라이드를 쓰지 않음", en="The stride ignored"),
    ]
    places = ", ".join(map(str, starts))
    found = ", ".join(map(str, covering))
    return Question(
        text=(
            say(
                ko=f"한 줄로 늘어선 수 {n.size}개에 길이 {n.kernel}인 커널로 스트라이드 {n.stride}, `valid`인 전치 "
                f"합성곱을 합니다. 출력의 칸 {n.cell}에는 커널을 곱한 값이 모두 몇 번 더해집니까? 칸은 0부터 셉니다.",
                en=f"{n.size} numbers in a row go through a transposed convolution with a kernel of length {n.kernel}, "
                f"stride {n.stride} and `valid`. How many scaled kernels are added up in cell {n.cell} of the output? "
                "Cells are counted from 0.",
            ),
        ),
        answer=fill([(Text(ko="몇 번", en="how many"), key)], distractors),
        steps=(
            say(
                ko=f"수마다 커널을 곱해 도장처럼 찍습니다. 도장은 칸 {places}에서 시작하고, 저마다 "
                f"{n.kernel}칸을 덮습니다.",
                en=f"Each number stamps the kernel, scaled. The stamps begin at the cells {places}, and each covers "
                f"{n.kernel} cells.",
            ),
            say(
                ko=f"칸 {n.cell}에 닿는 도장의 시작: {found}. 답은 {key}입니다.",
                en=f"Those that reach cell {n.cell} begin at: {found}. That makes {key}.",
            ),
        ),
    )


def _at_stride_one(n: Numbers) -> int:
    return len([i for i in range(n.size) if i <= n.cell < i + n.kernel])


def oracle(n: Numbers) -> Value:
    ones = oracles.transposed(np.ones((n.size, 1)), np.ones((n.kernel, 1)), n.stride)
    return int(ones[n.cell, 0])


ITEM = Item(
    topic="transposed-convolution",
    name=Text(ko="한 칸에 찍히는 도장의 수", en="How many stamps a cell gets"),
    difficulty=1,
    minutes=3,
    book="open",
    draw=draw,
    build=build,
    oracle=oracle,
    beyond_search=frozenset({"stride-ignored"}),
)
