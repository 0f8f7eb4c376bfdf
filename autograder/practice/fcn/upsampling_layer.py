"""Which layer enlarges a feature map and is learned."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from fcnkit.practice import Item, MultipleChoice, Question, Text, Value, distractor, format_value, say

from .. import oracles
from ..terms import TERMS

MEANING = {
    (True, True): Text(ko="키우고, 학습합니다", en="Enlarges, and is learned"),
    (True, False): Text(ko="키우지만 학습할 것이 없습니다", en="Enlarges, but has nothing to learn"),
    (False, True): Text(ko="학습하지만 줄입니다", en="Is learned, but shrinks"),
    (False, False): Text(ko="줄이고, 학습할 것도 없습니다", en="Shrinks, and has nothing to learn"),
}
WANTED = {
    (True, True): Text(ko="키우면서 가중치를 학습하는", en="enlarges a feature map and has weights to learn"),
    (True, False): Text(ko="키우지만 학습할 가중치가 없는", en="enlarges a feature map but has no weights to learn"),
    (False, True): Text(ko="줄이면서 가중치를 학습하는", en="shrinks a feature map and has weights to learn"),
    (False, False): Text(ko="줄이지만 학습할 가중치가 없는", en="shrinks a feature map but has no weights to learn"),
}
"""By (enlarges, learns)."""


class Numbers(NamedTuple):
    enlarges: bool
    learns: bool
    convolution: str
    filters: int
    kernel: int
    factor: int


def draw(rng: Random) -> Numbers:
    return Numbers(
        rng.random() < 0.5,
        rng.random() < 0.5,
        rng.choice(["Conv2D", "SeparableConv2D"]),
        rng.choice([8, 16, 24, 32, 64]),
        rng.choice([3, 5, 7]),
        rng.choice([2, 3, 4]),
    )


def build(n: Numbers) -> Question:
    arguments = f"{n.filters}, {n.kernel}, strides={n.factor}"
    layers = {
        (True, True): f"Conv2DTranspose({arguments})",
        (True, False): f"UpSampling2D({n.factor})",
        (False, True): f"{n.convolution}({arguments})",
        (False, False): f"MaxPooling2D({n.factor})",
    }
    asked = n.enlarges, n.learns
    wanted, key = WANTED[asked], layers[asked]
    distractors = [
        distractor(layer, layer, ko=MEANING[kind]["ko"], en=MEANING[kind]["en"])
        for kind, layer in layers.items()
        if kind != asked
    ]
    return Question(
        text=(
            say(
                ko=f"특성 맵을 {wanted['ko']} 층은 어느 것입니까? 패딩은 모두 `same`입니다.",
                en=f"Which layer {wanted['en']}? All padding is `same`.",
            ),
        ),
        answer=MultipleChoice(key, distractors),
        steps=(
            say(
                ko=f"{format_value(key)['ko']}: {MEANING[asked]['ko']}.",
                en=f"{format_value(key)['en']}: {MEANING[asked]['en']}.",
            ),
        ),
        must_not_appear=TERMS.definitions(["upsampling", "downsampling", "max-pooling", "transposed-convolution"]),
        asks=("upsampling-layer",),
    )


def oracle(n: Numbers) -> Value:
    """Build each layer in Keras, and look at its output and its weights."""
    convolved = (n.filters, n.kernel), {"strides": n.factor, "padding": "same"}
    built: list[oracles.Layer] = [
        ("Conv2DTranspose", *convolved),
        ("UpSampling2D", (n.factor,), {}),
        (n.convolution, *convolved),
        ("MaxPooling2D", (n.factor,), {"padding": "same"}),
    ]
    ((name, arguments, _),) = (
        layer
        for layer in built
        if (oracles.shapes((8, 8, 8), [layer])[0][0] > 8) == n.enlarges
        and (oracles.parameters((8, 8, 8), layer) > 0) == n.learns
    )
    strides = f", strides={n.factor}" if len(arguments) > 1 else ""
    return f"{name}({', '.join(map(str, arguments))}{strides})"


ITEM = Item(
    topic="fcn",
    name=Text(ko="키우는 층과 줄이는 층", en="Layers that enlarge or shrink"),
    difficulty=1,
    minutes=1,
    book="closed",
    draw=draw,
    build=build,
    oracle=oracle,
)
