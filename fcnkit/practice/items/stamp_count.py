"""How many stamps land on one cell of a transposed convolution's output."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

import numpy as np

from fcnkit.practice import oracles
from fcnkit.practice.document import Code, mistake, say
from fcnkit.practice.item import Item, Question, fill
from fcnkit.practice.values import Value
from fcnkit.text import Text


class Numbers(NamedTuple):
    size: int
    kernel: int
    stride: int
    cell: int


def draw(rng: Random) -> Numbers:
    size, kernel, stride = rng.randint(3, 5), rng.randint(2, 4), rng.randint(1, 2)
    return Numbers(size, kernel, stride, rng.randrange((size - 1) * stride + kernel))


def ask(n: Numbers) -> Question:
    starts = [i * n.stride for i in range(n.size)]
    covering = [start for start in starts if start <= n.cell < start + n.kernel]
    key = len(covering)
    mistakes = [
        mistake("always-all", n.kernel, ko="커널 크기만큼 겹친다고 봄", en="As many as the kernel is wide"),
        mistake("stride-ignored", _at_stride_one(n), ko="스트라이드를 쓰지 않음", en="The stride ignored"),
    ]
    places = ", ".join(map(str, starts))
    found = ", ".join(map(str, covering))
    return Question(
        text=(
            say(
                ko=f"수 {n.size}개를 아래 층에 넣습니다. 출력의 칸 {n.cell}에는 도장이 모두 몇 번 찍힙니까? 칸은 "
                "0부터 셉니다.",
                en=f"The layer below gets {n.size} numbers. How many stamps land on cell {n.cell} of its output? "
                "Cells are counted from 0.",
            ),
            Code(f'Conv1DTranspose(1, {n.kernel}, strides={n.stride}, padding="valid")'),
        ),
        answer=fill([(Text(ko="도장의 수", en="number of stamps"), key)], mistakes),
        steps=(
            say(
                ko=f"도장은 칸 {places}에서 시작하고, 저마다 {n.kernel}칸을 덮습니다.",
                en=f"The stamps begin at the cells {places}, and each covers {n.kernel} cells.",
            ),
            say(
                ko=f"그 가운데 칸 {n.cell}을 덮는 것은 "
                f"{found or '없으므로'}{'에서 시작하는 도장이므로' if found else ''} 답은 {key}입니다.",
                en=f"Of these, cell {n.cell} is covered by {f'those that begin at {found}' if found else 'none'}: "
                f"{key}.",
            ),
        ),
    )


def _at_stride_one(n: Numbers) -> int:
    return len([i for i in range(n.size) if i <= n.cell < i + n.kernel])


def oracle(n: Numbers) -> Value:
    ones = oracles.transposed(np.ones((n.size, 1)), np.ones((n.kernel, 1)), n.stride)
    return int(ones[n.cell, 0])


ITEM = Item(topic="transposed-convolution", difficulty=1, minutes=3, book="open", draw=draw, ask=ask, oracle=oracle)
