"""What one of a box's numbers says."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from fcnkit.practice import Item, MultipleChoice, Question, Text, Value, distractor, say

from ._box_order import box_order

MEANINGS = (
    Text(ko="중심의 가로 위치", en="the centre's place from left to right"),
    Text(ko="중심의 세로 위치", en="the centre's place from top to bottom"),
    Text(ko="상자의 너비", en="the box's width"),
    Text(ko="상자의 높이", en="the box's height"),
    Text(ko="물체가 있는지의 확신도", en="how sure it is that there is an object"),
    Text(ko="첫 번째 클래스의 점수", en="the score of the first class"),
)
ORDINALS = (
    Text(ko="첫 번째", en="first"),
    Text(ko="두 번째", en="second"),
    Text(ko="세 번째", en="third"),
    Text(ko="네 번째", en="fourth"),
    Text(ko="다섯 번째", en="fifth"),
    Text(ko="여섯 번째", en="sixth"),
)


class Numbers(NamedTuple):
    place: int
    classes: int


def draw(rng: Random) -> Numbers:
    return Numbers(rng.randrange(6), rng.randint(2, 80))


def build(n: Numbers) -> Question:
    key, which = MEANINGS[n.place], ORDINALS[n.place]
    distractors = [
        distractor(
            f"place-{place}",
            meaning,
            ko=f"{ORDINALS[place].ko} 숫자의 뜻입니다",
            en=f"That is the {ORDINALS[place].en} number",
        )
        for place, meaning in enumerate(MEANINGS)
        if place != n.place
    ]
    return Question(
        text=(
            say(
                ko=f"클래스가 {n.classes}개인 YOLOv3의 칸 하나에서 상자 하나의 숫자를 차례로 읽습니다. {which.ko} "
                "숫자는 무엇을 나타냅니까?",
                en=f"The numbers of one box are read in order from a cell of a YOLOv3 with {n.classes} classes. What "
                f"does the {which.en} number say?",
            ),
        ),
        answer=MultipleChoice(key, distractors),
        steps=(
            say(
                ko=f"순서는 tx, ty(중심), tw, th(너비와 높이), 객체성 점수, 클래스 점수입니다. {which.ko} 숫자: "
                f"{key.ko}.",
                en="The order is tx, ty (the centre), tw, th (width and height), objectness, class scores. The "
                f"{which.en} number: {key.en}.",
            ),
        ),
        must_not_appear=("tx, ty, tw, th",),
        asks=("yolo-order",),
    )


SAYS = {
    "tx": "the centre's place from left to right",
    "ty": "the centre's place from top to bottom",
    "tw": "the box's width",
    "th": "the box's height",
    "objectness": "how sure it is that there is an object",
    "class scores": "the score of the first class",
}
"""What the numbers stand for, by the names that the notebook has for them."""


def oracle(n: Numbers) -> Value:
    """The number at this place as the assignment's own text orders them."""
    said = SAYS[box_order()[n.place]]
    (meaning,) = (each for each in MEANINGS if each.en == said)
    return meaning


ITEM = Item(
    topic="yolo-output",
    name=Text(ko="숫자의 뜻", en="What a number means"),
    difficulty=1,
    minutes=1,
    book="closed",
    draw=draw,
    build=build,
    oracle=oracle,
)
