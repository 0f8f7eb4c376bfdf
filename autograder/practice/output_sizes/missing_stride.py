"""The stride that a transposed convolution must have had."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from fcnkit.practice import Code, Item, Question, Text, Value, distractor, fill, say

from .. import oracles


class Numbers(NamedTuple):
    size: int
    kernel: int
    output: int


def draw(rng: Random) -> Numbers:
    size, stride = rng.randint(3, 20), rng.randint(2, 5)
    kernel = rng.randint(stride, stride + 3)
    return Numbers(size, kernel, (size - 1) * stride + kernel)


def build(n: Numbers) -> Question:
    moves, rest = n.size - 1, n.output - n.kernel
    key = rest // moves
    distractors = [
        distractor(
            "step-is-kernel-size", n.kernel, ko="스트라이드를 커널 크기로 생각함", en="The kernel's size for the stride"
        ),
        distractor("moves-miscounted", rest // n.size, ko="도장의 수로 나눔", en="Divided by the number of stamps"),
    ]
    return Question(
        text=(
            say(
                ko=f"아래 층은 `({n.size}, {n.size}, 1)`을 `({n.output}, {n.output}, 1)`로 키웁니다. 스트라이드 `s`는 "
                "얼마입니까? 커널은 스트라이드보다 작지 않습니다.",
                en=f"The layer below enlarges `({n.size}, {n.size}, 1)` to `({n.output}, {n.output}, 1)`. What is its "
                "stride `s`? The kernel is not smaller than the stride.",
            ),
            Code(f'Conv2DTranspose(1, {n.kernel}, strides=s, padding="valid")'),
        ),
        answer=fill([(Text(ko="스트라이드", en="stride"), key)], distractors),
        steps=(
            say(
                ko=f"마지막 도장은 ${moves} × s$에서 시작해 커널의 {n.kernel}칸을 덮습니다: ${moves} × s + {n.kernel} "
                f"= {n.output}$.",
                en=f"The last stamp begins at ${moves} × s$ and covers the kernel's {n.kernel} cells: ${moves} × s + "
                f"{n.kernel} = {n.output}$.",
            ),
            say(ko=f"따라서 $s = {rest} ÷ {moves} = {key}$입니다.", en=f"So $s = {rest} ÷ {moves} = {key}$."),
        ),
    )


def oracle(n: Numbers) -> Value:
    (stride,) = (s for s in range(1, n.kernel + 1) if oracles.transposed_size(n.size, n.kernel, s) == n.output)
    return stride


ITEM = Item(
    topic="output-sizes",
    name=Text(ko="스트라이드 거꾸로 찾기", en="Finding a stride"),
    difficulty=2,
    minutes=4,
    book="open",
    draw=draw,
    build=build,
    oracle=oracle,
)
