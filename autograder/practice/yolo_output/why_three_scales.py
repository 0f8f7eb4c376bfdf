"""Why YOLO looks for objects at three scales."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from fcnkit.practice import Explanation, Item, Question, Text, Value, criterion, explain, misconception, say

from .. import oracles


class Numbers(NamedTuple):
    side: int
    small: int
    """Side of a small object, in pixels."""


def draw(rng: Random) -> Numbers:
    return Numbers(32 * rng.randint(8, 19), rng.randint(9, 14))


CRITERIA = (
    criterion(
        2,
        ko="큰 스트라이드의 칸은 작은 물체보다 커서 물체가 사라지거나 여럿이 한 칸에 섞인다",
        en="A cell of the large stride is larger than a small object, which vanishes, or shares it with others",
    ),
    criterion(
        1,
        ko="작은 스트라이드의 촘촘한 격자가 작은 물체의 자리를 지킨다",
        en="The fine grid of the small stride keeps the places of small objects",
    ),
    criterion(
        1,
        ko="큰 물체는 넓은 영역을 보는 거친 격자가 찾는다",
        en="Large objects are found by the coarse grid, which sees more of the image",
    ),
)
MISCONCEPTIONS = (
    misconception(
        "three-colours",
        Text(ko="RGB가 셋이라서 크기도 셋이다", en="There are three because of RGB"),
        ko="색의 채널과 관계없이, 스트라이드가 다른 세 층에서 출력을 냅니다.",
        en="It has nothing to do with colours: three layers with different strides give outputs.",
    ),
    misconception(
        "three-images",
        Text(ko="이미지를 세 번 크기를 바꾸어 넣는다", en="The image is put in three times, in three sizes"),
        ko="이미지는 한 번만 지나가고, 도중의 세 층이 저마다 답을 냅니다.",
        en="The image passes once; three layers on the way each give an answer.",
    ),
    misconception(
        "fine-is-enough",
        Text(ko="촘촘한 격자 하나면 충분하다", en="The fine grid alone would do"),
        ko="그 층의 칸은 이미지의 좁은 영역만 보아서 큰 물체를 알아보기 어렵습니다.",
        en="Its cells see little of the image, too little for large objects.",
    ),
)


def build(n: Numbers) -> Question:
    coarse, fine = n.side // 32, n.side // 8
    return Question(
        text=(
            explain(
                ko=f"YOLO에 한 변이 {n.side}픽셀인 이미지를 넣습니다. 스트라이드 32와 8의 격자가 한 변에 몇 칸인지 "
                f"밝히고, 한 변이 {n.small}픽셀인 물체를 예로 들어 왜 한 가지 크기의 격자로는 모자라는지",
                en=f"An image with sides of {n.side} pixels is put into YOLO. How many cells have the sides of its "
                f"grids with strides of 32 and 8? Take an object of {n.small} pixels for an example: why would one "
                "grid not do?",
            ),
        ),
        answer=Explanation(CRITERIA, MISCONCEPTIONS, facts=(coarse, fine)),
        steps=(
            say(
                ko=f"스트라이드 32의 격자는 한 변이 {coarse}칸이고, 칸이 {n.small}픽셀인 물체보다 커서 물체가 거의 "
                f"사라지거나 여럿이 한 칸에 섞입니다. 스트라이드 8의 격자는 한 변이 {fine}칸으로 촘촘해서 작은 물체의 "
                "자리를 지킵니다. 반대로 큰 물체는 이미지의 넓은 영역을 보는 거친 격자가 찾습니다.",
                en=f"With a stride of 32 the grid has {coarse} cells a side, each larger than an object of {n.small} "
                f"pixels, which nearly vanishes or shares its cell. With a stride of 8 there are {fine} cells a side, "
                "which keep the places of small objects. Large objects are found by the coarse grid, which sees more "
                "of the image.",
            ),
        ),
        asks=("why-three-scales",),
    )


def oracle(n: Numbers) -> Value:
    """The grids that strided layers leave in Keras: five halvings, and three."""
    halving: oracles.Layer = ("Conv2D", (1, 3), {"strides": 2, "padding": "same"})
    sides = [shape[0] for shape in oracles.shapes((n.side, n.side, 3), [halving] * 5)]
    return (sides[4], sides[2])


ITEM = Item(
    topic="yolo-output",
    name=Text(ko="세 해상도에서 찾는 이유", en="Why there are three scales"),
    difficulty=2,
    minutes=5,
    book="closed",
    draw=draw,
    build=build,
    oracle=oracle,
    kind="explanation",
    in_words=True,
)
