"""Which stack of layers is an FCN, and which an MLP."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from fcnkit.practice import oracles
from fcnkit.practice.document import mistake, say
from fcnkit.practice.item import Item, OneOf, Question
from fcnkit.practice.values import Value, printed
from fcnkit.text import Text

STACKS = {
    "fcn": (
        "Conv2D → Conv2D → Conv2DTranspose → Conv2D",
        "Conv2D → MaxPooling2D → Conv2DTranspose → Conv2D",
        "Conv2D → Conv2D → UpSampling2D → Conv2D",
    ),
    "mlp": ("Flatten → Dense → Dense → Dense", "Flatten → Dense → Dense"),
    "cnn-with-flatten": ("Conv2D → MaxPooling2D → Flatten → Dense", "Conv2D → Conv2D → Flatten → Dense → Dense"),
    "cnn-with-pooling": ("Conv2D → Conv2D → GlobalAveragePooling2D → Dense", "Conv2D → GlobalAveragePooling2D → Dense"),
}
WHY = {
    "fcn": Text(
        ko="끝까지 합성곱이라 픽셀마다 답합니다: FCN", en="Convolutional to the end, it answers for each pixel: an FCN"
    ),
    "mlp": Text(ko="Dense 층뿐입니다: MLP", en="Nothing but Dense layers: an MLP"),
    "cnn-with-flatten": Text(
        ko="Dense 층으로 끝납니다: 분류용 CNN", en="It ends in Dense layers: a CNN that classifies"
    ),
    "cnn-with-pooling": Text(
        ko="마지막이 Dense 층입니다: 분류용 CNN", en="Its last layer is a Dense layer: a CNN that classifies"
    ),
}


class Numbers(NamedTuple):
    asked: str
    stacks: tuple[tuple[str, str], ...]
    """A stack of each kind."""


def draw(rng: Random) -> Numbers:
    return Numbers(rng.choice(["fcn", "mlp"]), tuple((kind, rng.choice(stacks)) for kind, stacks in STACKS.items()))


def ask(n: Numbers) -> Question:
    stacks = dict(n.stacks)
    name = n.asked.upper()
    full = {
        "fcn": Text(ko="완전 합성곱 신경망", en="fully convolutional network"),
        "mlp": Text(ko="다층 퍼셉트론", en="multi-layer perceptron"),
    }
    mistakes = [
        mistake(f"{kind}-for-{n.asked}", stack, ko=WHY[kind]["ko"], en=WHY[kind]["en"])
        for kind, stack in stacks.items()
        if kind != n.asked
    ]
    key = stacks[n.asked]
    return Question(
        text=(
            say(
                ko=f"다음 가운데 {full[n.asked]['ko']}({name})은 어느 것입니까?",
                en=f"Which of these is a {full[n.asked]['en']} ({name})?",
            ),
        ),
        answer=OneOf(key, mistakes),
        steps=(
            say(ko=f"{printed(key)['ko']}: {WHY[n.asked]['ko']}.", en=f"{printed(key)['en']}: {WHY[n.asked]['en']}."),
        ),
    )


def oracle(n: Numbers) -> Value:
    """Build each in Keras: an FCN answers with a map and holds no Dense, an MLP has weights in Dense layers alone."""
    (found,) = (stack for _, stack in n.stacks if _kind(stack) == n.asked)
    return found


ARGUMENTS = {"Conv2D": (4, 3), "Conv2DTranspose": (4, 3), "Dense": (4,)}


def _kind(stack: str) -> str:
    layers: list[oracles.Layer] = [(name, ARGUMENTS.get(name, ()), {}) for name in stack.split(" → ")]
    output = oracles.shapes((16, 16, 3), layers)[-1]
    weighted = {name for name, args, _ in layers if args}
    if weighted == {"Dense"}:
        return "mlp"
    return "fcn" if len(output) == 3 and "Dense" not in weighted else "cnn"


ITEM = Item(topic="terminology", difficulty=2, minutes=2, book="closed", draw=draw, ask=ask, oracle=oracle)
