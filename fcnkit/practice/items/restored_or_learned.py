"""What a transposed convolution brings back of what a convolution has taken away."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

import numpy as np

from fcnkit.practice import oracles
from fcnkit.practice.document import Code, mistake, say
from fcnkit.practice.item import Item, OneOf, Question
from fcnkit.practice.values import Value
from fcnkit.text import Text

SIZE = Text(ko="크기만 `x`와 같고, 값은 다릅니다.", en="Its size is that of `x`, but not its values.")
BOTH = Text(ko="크기도 값도 `x`와 같습니다.", en="Both its size and its values are those of `x`.")
VALUES = Text(
    ko="크기는 다르지만, 남은 자리의 값은 `x`와 같습니다.",
    en="Its size is different, but the values that remain are those of `x`.",
)
NOTHING = Text(ko="크기도 값도 `x`와 다릅니다.", en="Neither its size nor its values are those of `x`.")


class Numbers(NamedTuple):
    side: int
    stride: int
    mirrored: bool


def draw(rng: Random) -> Numbers:
    stride = rng.choice([2, 4])
    return Numbers(stride * rng.choice([8, 10, 16, 25]), stride, rng.random() < 0.7)


def ask(n: Numbers) -> Question:
    up = n.stride if n.mirrored else n.stride // 2
    grown = n.side // n.stride * up
    key = SIZE if n.mirrored else NOTHING
    whys = {
        SIZE: ("스트라이드가 서로 맞지 않습니다", "The strides do not match"),
        BOTH: ("전치 합성곱이 되돌린다고 봄", "The transposed convolution taken for an inverse"),
        VALUES: ("가까운 값이 그대로 남는다고 봄", "Values taken to pass through"),
        NOTHING: ("스트라이드가 서로 맞아 크기는 돌아옵니다", "The strides match, so the size does come back"),
    }
    mistakes = [mistake(value["en"], value, ko=ko, en=en) for value, (ko, en) in whys.items() if value != key]
    return Question(
        text=(
            say(
                ko=f"`x`의 모양은 `({n.side}, {n.side}, 1)`입니다. 학습을 마친 두 층을 지난 `y`는 `x`와 무엇이 "
                "같습니까?",
                en=f"The shape of `x` is `({n.side}, {n.side}, 1)`. After two trained layers, what has `y` in common "
                "with `x`?",
            ),
            Code(
                f'z = Conv2D(1, 3, strides={n.stride}, padding="same")(x)\n'
                f'y = Conv2DTranspose(1, 3, strides={up}, padding="same")(z)'
            ),
        ),
        answer=OneOf(key, mistakes),
        steps=(
            say(
                ko=f"한 변은 {n.side} → {n.side // n.stride} → {grown}입니다. 전치 합성곱은 앞의 값을 되살리지 "
                "않습니다. 가중치를 학습하는 또 하나의 층입니다.",
                en=f"The sides are {n.side} → {n.side // n.stride} → {grown}. A transposed convolution does not "
                "restore earlier values: it is one more layer whose weights are learned.",
            ),
            say(ko=key.ko, en=key.en),
        ),
    )


def oracle(n: Numbers) -> Value:
    """Run random numbers through two layers with random weights, and compare."""
    rng = np.random.default_rng(0)
    x, down, back = rng.normal(size=(n.side, n.side)), rng.normal(size=(3, 3)), rng.normal(size=(3, 3))
    ops = oracles.keras().ops
    z = ops.conv(x[None, :, :, None], down[:, :, None, None], strides=n.stride, padding="same")
    up = n.stride if n.mirrored else n.stride // 2
    y = np.asarray(ops.conv_transpose(z, back[:, :, None, None], strides=up, padding="same"))[0, :, :, 0]
    corner = tuple(slice(0, min(a, b)) for a, b in zip(x.shape, y.shape, strict=True))
    same_size, same_values = x.shape == y.shape, np.allclose(x[corner], y[corner], atol=1e-2)
    return {(True, True): BOTH, (True, False): SIZE, (False, True): VALUES, (False, False): NOTHING}[
        same_size, same_values
    ]


ITEM = Item(topic="fcn", difficulty=1, minutes=2, book="closed", draw=draw, ask=ask, oracle=oracle)
