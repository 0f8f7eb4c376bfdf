"""A side's length through a stack of layers with and without padding."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from fcnkit.practice import Code, Item, Question, Text, Value, distractor, fill, say

from .. import oracles


class Numbers(NamedTuple):
    size: int
    strides: tuple[int, ...]
    paddings: tuple[str, ...]


def draw(rng: Random) -> Numbers:
    paddings = rng.choice([("same", "valid", "same"), ("valid", "same", "valid"), ("same", "same", "valid")])
    return Numbers(rng.randint(15, 35) * 2, tuple(rng.choice([1, 2, 2]) for _ in range(3)), paddings)


def sizes(size: int, strides: tuple[int, ...], paddings: tuple[str, ...], kernel: int = 3) -> list[int]:
    """Sizes from the input to the last output."""
    found = [size]
    for stride, padding in zip(strides, paddings, strict=True):
        found.append(-(-found[-1] // stride) if padding == "same" else (found[-1] - kernel) // stride + 1)
    return found


def build(n: Numbers) -> Question:
    chain = sizes(n.size, n.strides, n.paddings)
    distractors = [
        distractor(
            "always-same",
            sizes(n.size, n.strides, ("same",) * 3)[-1],
            ko="`valid`를 `same`처럼 계산함",
            en="`valid` treated as `same`",
            likely=True,
        ),
        distractor(
            "always-valid",
            sizes(n.size, n.strides, ("valid",) * 3)[-1],
            ko="`same`을 `valid`처럼 계산함",
            en="`same` treated as `valid`",
        ),
        distractor(
            "stride-ignored",
            sizes(n.size, (1, 1, 1), n.paddings)[-1],
            ko="스트라이드를 쓰지 않음",
            en="The stride ignored",
        ),
        distractor(
            "one-off",
            sizes(n.size, n.strides, n.paddings, kernel=2)[-1],
            ko="3×3 커널이 한 칸만 줄인다고 생각함",
            en="Only one cell taken off by a 3×3 kernel",
        ),
    ]
    lines = [f'x = Conv2D(8, 3, strides={s}, padding="{p}")(x)' for s, p in zip(n.strides, n.paddings, strict=True)]
    return Question(
        text=(
            say(
                ko=f"`({n.size}, {n.size}, 3)`인 `x`가 세 층을 지나면 출력의 한 변은 얼마입니까?",
                en=f"An `x` of shape `({n.size}, {n.size}, 3)` goes through three layers. How long is a side of the "
                "output?",
            ),
            Code("\n".join(lines)),
        ),
        answer=fill([(Text(ko="출력의 한 변", en="side of the output"), chain[-1])], distractors),
        steps=(
            say(
                ko="`same`은 크기 ÷ 스트라이드를 올림하고, `valid`는 (크기 − 3) ÷ 스트라이드를 내림한 다음 1을 "
                "더합니다.",
                en="`same` gives size ÷ stride, rounded up; `valid` gives (size − 3) ÷ stride, rounded down, plus 1.",
            ),
            say(ko=f"${' → '.join(map(str, chain))}$", en=f"${' → '.join(map(str, chain))}$"),
        ),
    )


def oracle(n: Numbers) -> Value:
    size = n.size
    for stride, padding in zip(n.strides, n.paddings, strict=True):
        size = oracles.conv_size(size, 3, stride, padding)
    return size


ITEM = Item(
    topic="output-sizes",
    name=Text(ko="여러 층을 지난 크기", en="The size after several layers"),
    difficulty=2,
    minutes=5,
    book="open",
    draw=draw,
    build=build,
    oracle=oracle,
    beyond_search=frozenset({"always-same", "always-valid", "one-off"}),
)
