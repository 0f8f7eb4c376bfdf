"""Which layer enlarges a feature map and is learned."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from fcnkit.practice import oracles
from fcnkit.practice.document import mistake, say
from fcnkit.practice.item import Item, OneOf, Question
from fcnkit.practice.values import Value, printed
from fcnkit.text import Text

LAYERS = {
    "Conv2DTranspose(8, 3, strides=2)": Text(ko="키우고, 학습합니다", en="Enlarges, and is learned"),
    "UpSampling2D(2)": Text(ko="키우지만 학습할 것이 없습니다", en="Enlarges, but has nothing to learn"),
    "Conv2D(8, 3, strides=2)": Text(ko="학습하지만 줄입니다", en="Is learned, but shrinks"),
    "MaxPooling2D(2)": Text(ko="줄이고, 학습할 것도 없습니다", en="Shrinks, and has nothing to learn"),
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


def draw(rng: Random) -> Numbers:
    return Numbers(rng.random() < 0.5, rng.random() < 0.5)


def ask(n: Numbers) -> Question:
    places = {(True, True): 0, (True, False): 1, (False, True): 2, (False, False): 3}
    key = [*LAYERS][places[n]]
    wanted = WANTED[n]
    mistakes = [mistake(layer, layer, ko=why["ko"], en=why["en"]) for layer, why in LAYERS.items() if layer != key]
    return Question(
        text=(
            say(
                ko=f"특성 맵을 {wanted['ko']} 층은 어느 것입니까? 패딩은 모두 `same`입니다.",
                en=f"Which layer {wanted['en']}? All padding is `same`.",
            ),
        ),
        answer=OneOf(key, mistakes),
        steps=(
            say(ko=f"{printed(key)['ko']}: {LAYERS[key]['ko']}.", en=f"{printed(key)['en']}: {LAYERS[key]['en']}."),
        ),
    )


def oracle(n: Numbers) -> Value:
    """Build each layer in Keras, and look at its output and its weights."""
    built: dict[str, oracles.Layer] = {
        "Conv2DTranspose(8, 3, strides=2)": ("Conv2DTranspose", (8, 3), {"strides": 2, "padding": "same"}),
        "UpSampling2D(2)": ("UpSampling2D", (2,), {}),
        "Conv2D(8, 3, strides=2)": ("Conv2D", (8, 3), {"strides": 2, "padding": "same"}),
        "MaxPooling2D(2)": ("MaxPooling2D", (2,), {"padding": "same"}),
    }
    (found,) = (
        name
        for name, layer in built.items()
        if (oracles.shapes((8, 8, 8), [layer])[0][0] > 8) == n.enlarges
        and (oracles.parameters((8, 8, 8), layer) > 0) == n.learns
    )
    return found


ITEM = Item(topic="fcn", difficulty=1, minutes=1, book="closed", draw=draw, ask=ask, oracle=oracle)
