"""How much of the input one output cell sees."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from fcnkit.practice import Code, Item, Question, Text, Value, distractor, fill, say


class Numbers(NamedTuple):
    layers: tuple[tuple[int, int], ...]
    """(kernel, stride) of each layer."""


def draw(rng: Random) -> Numbers:
    strides = rng.choice(
        [(1, 2, 1), (2, 1, 1), (2, 2, 1), (1, 2, 2), (2, 1, 2), (1, 1, 2), (1, 3, 1), (3, 1, 1), (3, 1, 2), (2, 3, 1)]
    )
    return Numbers(tuple((rng.choice([3, 4, 5]), stride) for stride in strides))


def field(layers: tuple[tuple[int, int], ...]) -> list[int]:
    """The receptive field after each layer, from 1 before the first."""
    seen, step, found = 1, 1, [1]
    for kernel, stride in layers:
        seen += (kernel - 1) * step
        step *= stride
        found.append(seen)
    return found


def build(n: Numbers) -> Question:
    seen = field(n.layers)
    key = seen[-1]
    kernels = [kernel for kernel, _ in n.layers]
    distractors = [
        distractor(
            "strides-ignored",
            field(tuple((kernel, 1) for kernel in kernels))[-1],
            ko="스트라이드를 쓰지 않음",
            en="The strides ignored",
        ),
        distractor("kernels-added", sum(kernels), ko="커널 크기를 더함", en="The kernels' sizes added"),
        distractor(
            "kernels-multiplied",
            kernels[0] * kernels[1] * kernels[2],
            ko="커널 크기를 곱함",
            en="The kernels' sizes multiplied",
        ),
        distractor("last-layer-only", kernels[-1], ko="마지막 층만 계산에 넣음", en="Only the last layer looked at"),
        distractor(
            "stride-too-early",
            _too_early(n.layers),
            ko="스트라이드를 한 층 먼저 곱함",
            en="Each stride multiplied one layer too early",
        ),
    ]
    lines = [f'x = Conv2D(8, {kernel}, strides={stride}, padding="valid")(x)' for kernel, stride in n.layers]
    step, steps = 1, []
    for (kernel, stride), before, after in zip(n.layers, seen, seen[1:], strict=False):
        work = f"{before} + ({kernel} − 1) × {step} = {after}"
        steps.append(say(ko=f"${work}$", en=f"${work}$"))
        step *= stride
    return Question(
        text=(
            say(
                ko="세 층을 지난 뒤 출력의 칸 하나는 입력 `x`에서 한 변이 몇 칸인 영역을 봅니까?",
                en="After these three layers, one cell of the output sees a square of the input `x`. How many cells "
                "is a side of it?",
            ),
            Code("\n".join(lines)),
        ),
        answer=fill([(Text(ko="한 변", en="side"), key)], distractors),
        steps=(
            say(
                ko="1칸에서 시작해 층마다 (커널 − 1) × 앞 층들의 스트라이드의 곱을 더합니다.",
                en="It starts with 1 cell; each layer adds (kernel − 1) × the product of the strides of the layers "
                "before it.",
            ),
            *steps,
        ),
    )


def _too_early(layers: tuple[tuple[int, int], ...]) -> int:
    seen, step = 1, 1
    for kernel, stride in layers:
        step *= stride
        seen += (kernel - 1) * step
    return seen


def oracle(n: Numbers) -> Value:
    """Note for every cell which inputs it hears of, layer by layer, and count those of the first output."""
    heard = [{place} for place in range(200)]
    for kernel, stride in n.layers:
        starts = range(0, len(heard) - kernel + 1, stride)
        heard = [set().union(*heard[start : start + kernel]) for start in starts]
    return len(heard[0])


ITEM = Item(
    topic="cnn-building-blocks",
    name=Text(ko="수용 영역", en="The receptive field"),
    difficulty=2,
    minutes=5,
    book="open",
    draw=draw,
    build=build,
    oracle=oracle,
    beyond_search=frozenset({"stride-too-early"}),
)
