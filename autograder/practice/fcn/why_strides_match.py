"""Why the strides on the way up must match those on the way down."""

from __future__ import annotations

from math import prod
from random import Random
from typing import NamedTuple

from fcnkit.practice import Explanation, Item, Question, Text, Value, criterion, explain, misconception, say

from .. import oracles


class Numbers(NamedTuple):
    side: int
    down: tuple[int, ...]
    up: tuple[int, ...]


def draw(rng: Random) -> Numbers:
    down = tuple(rng.choice([2, 2, 3, 5]) for _ in range(3))
    return Numbers(prod(down) * rng.randint(2, 6), down, down[:0:-1])


CRITERIA = (
    criterion(
        2,
        ko="결과의 크기가 마스크와 달라, 픽셀마다 정답과 견줄 수 없다(손실을 계산할 수 없다)",
        en="The result has another size than the mask, so that pixels cannot be compared one by one (there is no loss)",
    ),
    criterion(
        1,
        ko="올라갈 때 스트라이드의 곱이 내려갈 때의 곱과 같아야 한다",
        en="The product of the strides on the way up must equal that on the way down",
    ),
    criterion(
        1,
        ko="크기를 맞게 구하거나, 거꾸로 맞추면 중간 크기도 같아 잔차 연결을 더할 수 있음을 말한다",
        en="The sizes are worked out, or: mirrored, the sizes between agree as well, so that skips can be added",
    ),
)
MISCONCEPTIONS = (
    misconception(
        "as-many-layers",
        Text(ko="올라가는 층의 수만 같으면 된다", en="As many layers up as down are enough"),
        ko="층의 수가 아니라 스트라이드의 곱이 크기를 정합니다.",
        en="Not the number of layers decides the size, but the product of their strides.",
    ),
    misconception(
        "padding-mends",
        Text(ko="패딩을 same으로 하면 크기가 맞는다", en="Padding same makes the sizes agree"),
        ko="same이어도 스트라이드가 크기를 나누고 곱합니다.",
        en="With same, too, strides divide and multiply the size.",
    ),
    misconception(
        "training-mends",
        Text(ko="학습하면 크기가 맞추어진다", en="Training makes the sizes agree"),
        ko="스트라이드는 사람이 정하는 하이퍼파라미터라서 학습으로 바뀌지 않습니다.",
        en="Strides are hyperparameters, which training does not change.",
    ),
)


def build(n: Numbers) -> Question:
    product = prod(n.down)
    out = n.side // product * prod(n.up)
    down, up = (", ".join(map(str, strides)) for strides in (n.down, n.up))
    return Question(
        text=(
            explain(
                ko=f"분할 신경망이 한 변이 {n.side}인 이미지를 스트라이드 {down}인 합성곱으로 줄인 뒤, 스트라이드 "
                f"{up}인 전치 합성곱으로 늘립니다. 패딩은 모두 `same`이고, 마스크는 이미지와 크기가 같습니다. 왜 이 "
                "신경망을 학습시킬 수 없는지, 스트라이드를 어떻게 맞추어야 하는지",
                en=f"A segmentation network shrinks an image with sides of {n.side} by convolutions with the strides "
                f"{down}, and enlarges it by transposed convolutions with the strides {up}. All padding is `same`, and "
                "masks are as large as images. Why can it not be trained, and how must its strides match?",
            ),
        ),
        answer=Explanation(CRITERIA, MISCONCEPTIONS, facts=(out, product)),
        steps=(
            say(
                ko=f"결과의 한 변이 {out}이라서 한 변이 {n.side}인 마스크와 픽셀마다 견줄 수 없고, 손실을 계산할 수 "
                f"없습니다. 올라갈 때 스트라이드의 곱도 내려갈 때처럼 {product}이어야 합니다. 순서를 거꾸로 맞추면 "
                "중간 크기도 서로 같아서 잔차 연결을 더할 수 있습니다.",
                en=f"The result has sides of {out} and cannot be compared pixel by pixel with a mask of {n.side}: "
                f"there is no loss. On the way up, too, the product of the strides must be {product}. In mirrored "
                "order the sizes between agree as well, so that skips can be added.",
            ),
        ),
        asks=("why-strides",),
    )


def oracle(n: Numbers) -> Value:
    """The sides in Keras at the end, and by how much the way down divides them."""
    down = oracles.shapes((n.side, n.side, 3), _layers("Conv2D", n.down))[-1][0]
    up = oracles.shapes((down, down, 8), _layers("Conv2DTranspose", n.up))[-1][0]
    return (up, n.side // down)


def _layers(name: str, strides: tuple[int, ...]) -> list[oracles.Layer]:
    return [(name, (8, 3), {"strides": stride, "padding": "same"}) for stride in strides]


ITEM = Item(
    topic="fcn",
    name=Text(ko="스트라이드를 맞추는 이유", en="Why the strides match"),
    difficulty=2,
    minutes=5,
    book="closed",
    draw=draw,
    build=build,
    oracle=oracle,
    kind="explanation",
    in_words=True,
)
