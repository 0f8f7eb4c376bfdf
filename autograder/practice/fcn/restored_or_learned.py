"""What comes back after two layers: the size, the values, both or neither."""

from __future__ import annotations

from random import Random
from typing import Any, NamedTuple

import numpy as np

from fcnkit.practice import Code, Item, MultipleChoice, Question, Text, Value, distractor, say

from .. import oracles

OUTCOMES = {
    (True, True): Text(ko="크기도 값도 `x`와 같습니다.", en="Both its size and its values are those of `x`."),
    (True, False): Text(ko="크기만 `x`와 같고, 값은 다릅니다.", en="Its size is that of `x`, but not its values."),
    (False, True): Text(
        ko="크기는 다르지만, 값은 모두 `x`에 있던 것입니다.",
        en="Its size is different, but all its values are from `x`.",
    ),
    (False, False): Text(
        ko="크기도 다르고, 값도 새로 계산한 것입니다.", en="Its size is different, and its values are new ones."
    ),
}
"""By (the same size, values of `x`)."""


class Numbers(NamedTuple):
    side: int
    first: tuple[str, int]
    second: tuple[str, int]
    """Layers and their strides or factors."""
    size: bool
    values: bool
    """What comes back."""


def draw(rng: Random) -> Numbers:
    size, values = rng.random() < 0.5, rng.random() < 0.5
    large, small = rng.choice([(2, 2), (4, 4), (5, 5)] if size else [(4, 2), (6, 2), (6, 3), (8, 4), (8, 2)])
    side = large * rng.randint(5, 25)
    down, up = ("Conv2D", large), ("Conv2DTranspose", small)
    if values:
        down, up = ("MaxPooling2D", large), ("UpSampling2D", small)
    # Repeating each value and then keeping the largest of its copies gives back what there was.
    first, second = (("UpSampling2D", large), ("MaxPooling2D", large)) if size and values else (down, up)
    return Numbers(side, first, second, size, values)


def build(n: Numbers) -> Question:
    key = OUTCOMES[n.size, n.values]
    whys = {
        (True, True): (
            "전치 합성곱이나 최대 풀링이 언제나 되돌린다고 생각함",
            "Taken for an inverse, as if nothing were lost",
        ),
        (True, False): (
            "크기나 값을 따져 보지 않고 크기만 돌아온다고 생각함",
            "Always only the size taken to come back",
        ),
        (False, True): ("값이 그대로 지나간다고 생각함", "Values taken to pass through"),
        (False, False): ("층을 지나면 늘 달라진다고 생각함", "Every layer taken to change everything"),
    }
    distractors = [
        distractor(value["en"], value, ko=whys[outcome][0], en=whys[outcome][1])
        for outcome, value in OUTCOMES.items()
        if value != key
    ]
    between, after = _side(n.side, n.first), _side(_side(n.side, n.first), n.second)
    learned = say(
        ko="두 층 모두 학습한 가중치로 새 값을 계산합니다. 전치 합성곱은 앞의 값을 되살리지 않습니다.",
        en="Both layers compute new values with the weights that they have learned: a transposed convolution does not "
        "restore earlier ones.",
    )
    copied = say(
        ko="두 층 모두 학습하는 가중치가 없고, `x`의 값을 되풀이하거나 골라 남길 뿐입니다.",
        en="Neither layer has weights: they only repeat values of `x`, or keep some of them.",
    )
    return Question(
        text=(
            say(
                ko=f"`x`의 모양은 `({n.side}, {n.side}, 1)`이고, 값은 모두 다릅니다. 모델은 학습을 마쳤습니다. 다음 두 "
                "층을 지난 `y`는 `x`와 무엇이 같습니까?",
                en=f"The shape of `x` is `({n.side}, {n.side}, 1)`, and no two of its values are alike. In a "
                "trained model it goes through two layers: what has `y` in common with `x`?",
            ),
            Code(f"z = {_source(n.first)}(x)\ny = {_source(n.second)}(z)"),
        ),
        answer=MultipleChoice(key, distractors),
        steps=(
            say(
                ko=f"한 변은 ${n.side} → {between} → {after}$입니다.",
                en=f"The sides are ${n.side} → {between} → {after}$.",
            ),
            copied if n.values else learned,
            say(ko=key.ko, en=key.en),
        ),
        asks=("restored",),
    )


def _side(side: int, layer: tuple[str, int]) -> int:
    name, factor = layer
    return side // factor if name in ("Conv2D", "MaxPooling2D") else side * factor


def _source(layer: tuple[str, int]) -> str:
    name, factor = layer
    return f'{name}(1, 3, strides={factor}, padding="same")' if name.startswith("Conv") else f"{name}({factor})"


def oracle(n: Numbers) -> Value:
    """Run different numbers through the two layers of the question, and compare."""
    layers: dict[str, Any] = vars(oracles.keras().layers)
    x = np.random.default_rng(0).permutation(n.side * n.side).astype("float32").reshape(1, n.side, n.side, 1) + 1
    y: Any = x
    for layer in (n.first, n.second):
        y = eval(_source(layer), dict(layers))(y)  # noqa: S307  # our own code, above
    y = np.asarray(y)
    size = y.shape == x.shape
    return OUTCOMES[size, bool(np.array_equal(x, y) if size else np.isin(y, x).all())]


ITEM = Item(
    topic="fcn",
    name=Text(ko="돌아오는 것과 학습하는 것", en="What is restored and what is learned"),
    difficulty=1,
    minutes=2,
    book="closed",
    draw=draw,
    build=build,
    oracle=oracle,
)
