"""Why a network of Dense layers is no FCN."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from fcnkit.practice import (
    Explanation,
    Item,
    Question,
    Text,
    criterion,
    explain,
    misconception,
    nothing_to_compute,
    say,
)

from ..terms import TERMS


class Numbers(NamedTuple):
    side: int
    layers: int


def draw(rng: Random) -> Numbers:
    return Numbers(rng.choice([28, 32, 64, 100, 200]), rng.randint(3, 6))


CRITERIA = (
    criterion(
        2,
        ko="C는 convolutional: FCN은 출력까지 합성곱 계열 층으로만 이루어지고 Dense 층이 없다",
        en="The C is for convolutional: an FCN is made of convolution-like layers up to its output, without Dense "
        "layers",
    ),
    criterion(
        1,
        ko="Dense 층만 쌓은 신경망의 이름은 MLP(다층 퍼셉트론)이다",
        en="A network of Dense layers only is called an MLP (multi-layer perceptron)",
    ),
    criterion(
        1,
        ko="무엇이 달라지는지: FCN은 픽셀의 자리를 지켜 픽셀마다 답하고, 펼친 값에는 자리가 없다(또는 크기가 고정된다)",
        en="What comes of it: an FCN keeps each pixel's place and answers for each; flattened values have no places "
        "(or their number is fixed)",
    ),
)
MISCONCEPTIONS = (
    misconception(
        "fcn-connected",
        Text(ko="FCN은 fully connected network를 줄인 말이다", en="FCN is short for fully connected network"),
        ko="C는 convolutional입니다. 모두 이어진 신경망은 MLP라고 부릅니다.",
        en="The C is for convolutional. A network in which all is connected is called an MLP.",
    ),
    misconception(
        "fcn-by-depth",
        Text(ko="층이 적어서 FCN이 아니다", en="It has too few layers for an FCN"),
        ko="층의 개수가 아니라 종류가 이름을 정합니다.",
        en="Not how many layers there are decides, but of which kind.",
    ),
    misconception(
        "fcn-by-input",
        Text(ko="MLP는 이미지를 받지 못해서 FCN이 아니다", en="An MLP takes no images"),
        ko="MLP도 펼친 이미지를 받을 수 있습니다. 다만 픽셀의 자리가 사라집니다.",
        en="An MLP takes a flattened image; what it loses is the pixels' places.",
    ),
)


def build(n: Numbers) -> Question:
    return Question(
        text=(
            explain(
                ko=f"어떤 신경망은 한 변이 {n.side}픽셀인 이미지를 `Flatten`으로 편 뒤 `Dense` 층 {n.layers}개에 "
                "차례로 넣습니다. 한 친구가 “모든 값이 이어져 있으니 FCN이야”라고 합니다. 이 신경망이 왜 FCN이 아닌지, "
                "무엇이라고 불러야 하는지",
                en=f"A network flattens an image with sides of {n.side} pixels by `Flatten` and sends it through "
                f"{n.layers} `Dense` layers. “All values are connected, so it is an FCN,” says a friend. Why is it no "
                "FCN, and what is it called instead?",
            ),
        ),
        answer=Explanation(CRITERIA, MISCONCEPTIONS),
        steps=(
            say(
                ko="FCN의 C는 connected가 아니라 convolutional이며, FCN은 출력까지 모두 합성곱 계열 층으로 "
                "이루어집니다. Dense 층만 쌓은 이 신경망은 MLP(다층 퍼셉트론)입니다. `Flatten`으로 펴면 픽셀의 자리가 "
                "사라지지만, FCN은 자리를 끝까지 지켜 픽셀마다 답을 냅니다.",
                en="The C of FCN is not for connected but for convolutional: an FCN is made of convolution-like layers "
                "up to its output. This network of Dense layers only is an MLP (multi-layer perceptron). `Flatten` "
                "loses where each pixel was, while an FCN keeps the places to the end and answers for each pixel.",
            ),
        ),
        must_not_appear=TERMS.definitions(["fcn", "mlp"]),
        asks=("why-fcn",),
    )


ITEM = Item(
    topic="fcn",
    name=Text(ko="FCN이 아닌 이유", en="Why this is no FCN"),
    difficulty=2,
    minutes=4,
    book="closed",
    draw=draw,
    build=build,
    oracle=nothing_to_compute,
    kind="explanation",
    in_words=True,
)
