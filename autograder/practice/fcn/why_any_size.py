"""Why an FCN takes images of other sizes, and a network with a Dense head does not."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from fcnkit.practice import Explanation, Item, Question, Text, Value, criterion, explain, misconception, say

from .. import oracles
from ..terms import TERMS


class Numbers(NamedTuple):
    trained: int
    other: int
    """Sides of the images."""
    filters: int


def draw(rng: Random) -> Numbers:
    trained, other = rng.sample([8, 10, 12, 14, 16, 18], 2)
    return Numbers(trained, other, rng.choice([2, 3]))


CRITERIA = (
    criterion(
        2,
        ko="합성곱: 같은 커널이 모든 자리를 지나가므로 가중치의 수가 이미지의 크기와 관계없다",
        en="Convolution: the same kernel passes over all places, so that its weights do not depend on the image's size",
    ),
    criterion(
        2,
        ko="Dense 층: 입력 값마다 가중치가 있어 입력 값의 수가 정해져 있는데, 이미지가 달라지면 그 수가 달라진다",
        en="Dense: each input value has weights of its own, so that the number of inputs is fixed; another size has "
        "another number",
    ),
)
MISCONCEPTIONS = (
    misconception(
        "fcn-resizes",
        Text(ko="FCN은 이미지를 학습한 크기로 줄이거나 늘려서 받는다", en="An FCN resizes the image first"),
        ko="크기를 바꾸지 않습니다. 커널을 더 많은 자리에서 쓸 뿐입니다.",
        en="Nothing is resized: the kernels are used at more places.",
    ),
    misconception(
        "more-weights",
        Text(ko="큰 이미지에는 FCN의 가중치가 더 필요하다", en="A larger image needs more weights of an FCN"),
        ko="가중치는 커널 안에만 있어서 이미지가 커져도 그대로입니다.",
        en="Weights are inside the kernels alone, however large the image is.",
    ),
)


def build(n: Numbers) -> Question:
    flat = n.trained**2 * n.filters, n.other**2 * n.filters
    return Question(
        text=(
            explain(
                ko=f"두 신경망 모두 한 변이 {n.trained}픽셀인 이미지로 학습했고, 크기를 지키는 합성곱 층의 필터는 "
                f"{n.filters}개입니다. FCN은 한 변이 {n.other}픽셀인 이미지도 받지만, 합성곱 뒤에 `Flatten`과 "
                "`Dense`가 오는 신경망은 오류를 냅니다. 왜 그런지",
                en=f"Two networks were trained with images whose sides are {n.trained} pixels; their convolutions keep "
                f"the size and have {n.filters} filters. The FCN takes images with sides of {n.other}, too, but the "
                "network in which `Flatten` and `Dense` follow raises an error. Why?",
            ),
        ),
        answer=Explanation(CRITERIA, MISCONCEPTIONS, facts=flat),
        steps=(
            say(
                ko="합성곱의 가중치는 커널 안에만 있고 같은 커널이 모든 자리를 지나가므로, 이미지의 크기가 달라도 "
                f"계산할 수 있습니다. Dense 층에는 입력 값마다 가중치가 있어서 펼친 값이 정확히 {flat[0]}개여야 "
                f"합니다. 새 이미지를 펼치면 {flat[1]}개라서 가중치와 맞지 않습니다.",
                en="The weights of a convolution are in its kernel alone, which passes over all places, so that it "
                "works for any size. A Dense layer has weights for each input value, and so takes exactly "
                f"{flat[0]} flattened values. The new image gives {flat[1]}, which do not fit the weights.",
            ),
        ),
        must_not_appear=TERMS.definitions(["fcn"]),
        asks=("why-fcn",),
    )


def oracle(n: Numbers) -> Value:
    """What Keras flattens for both sizes."""
    layers: list[oracles.Layer] = [("Conv2D", (n.filters, 3), {"padding": "same"}), ("Flatten", (), {})]
    return tuple(oracles.shapes((side, side, 3), layers)[-1][0] for side in (n.trained, n.other))


ITEM = Item(
    topic="fcn",
    name=Text(ko="어떤 크기든 받는 이유", en="Why any size will do"),
    difficulty=2,
    minutes=4,
    book="closed",
    draw=draw,
    build=build,
    oracle=oracle,
    kind="explanation",
    in_words=True,
)
