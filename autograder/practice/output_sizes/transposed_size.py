"""The output size of a transposed convolution."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from fcnkit.practice import Code, Item, Question, Text, Value, fill, from_misconceptions, say

from .. import course, oracles


class Numbers(NamedTuple):
    size: int
    kernel: int
    stride: int
    padding: str


def draw(rng: Random) -> Numbers:
    return Numbers(
        rng.randint(4, 40), rng.choice([3, 4, 5]), rng.choice([2, 3]), rng.choice(["valid", "valid", "same"])
    )


def build(n: Numbers) -> Question:
    whole = (n.size - 1) * n.stride + n.kernel
    key = n.size * n.stride if n.padding == "same" else whole
    last = say(
        ko=f"마지막 도장은 $({n.size} − 1) × {n.stride} = {whole - n.kernel}$번 칸에서 시작합니다.",
        en=f"The last stamp begins at cell $({n.size} − 1) × {n.stride} = {whole - n.kernel}$.",
    )
    whole_kernel = say(
        ko=f"`valid`는 그 도장의 {n.kernel}칸을 모두 남깁니다: ${whole - n.kernel} + {n.kernel} = {whole}$.",
        en=f"With `valid`, all {n.kernel} cells of it are kept: ${whole - n.kernel} + {n.kernel} = {whole}$.",
    )
    cropped = say(
        ko=f"`same`은 크기 × 스트라이드만 남깁니다: ${n.size} × {n.stride} = {key}$.",
        en=f"With `same`, size × stride cells are kept: ${n.size} × {n.stride} = {key}$.",
    )
    return Question(
        text=(
            say(
                ko=f"한 변이 {n.size}인 특성 맵을 아래 층에 넣으면 출력의 한 변은 얼마입니까?",
                en=f"A feature map with sides of {n.size} goes into the layer below. How long is a side of the output?",
            ),
            Code(f'Conv2DTranspose(1, {n.kernel}, strides={n.stride}, padding="{n.padding}")'),
        ),
        answer=fill(
            [(Text(ko="출력의 한 변", en="side of the output"), key)],
            from_misconceptions(course, "transposed_conv_output_size", n.size, n.kernel, n.stride, n.padding),
        ),
        steps=(last, cropped if n.padding == "same" else whole_kernel),
    )


def oracle(n: Numbers) -> Value:
    return oracles.transposed_size(n.size, n.kernel, n.stride, n.padding)


ITEM = Item(
    topic="output-sizes",
    name=Text(ko="전치 합성곱의 출력 크기", en="The output size of a transposed convolution"),
    difficulty=1,
    minutes=3,
    book="open",
    draw=draw,
    build=build,
    oracle=oracle,
)
