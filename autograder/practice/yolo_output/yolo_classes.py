"""From the depth of YOLO's output back to the number of classes."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from fcnkit.practice import Item, Question, Text, Value, distractor, fill, say


class Numbers(NamedTuple):
    side: int
    depth: int
    boxes: int


def draw(rng: Random) -> Numbers:
    boxes = rng.choice([2, 3, 3, 4, 5])
    classes = rng.choice([*range(2, 31), 40, 80])
    return Numbers(rng.choice([7, 10, 13, 19, 26]), depth=boxes * (5 + classes), boxes=boxes)


def build(n: Numbers) -> Question:
    one = n.depth // n.boxes
    key = one - 5
    distractors = [
        distractor("objectness-forgotten", one - 4, ko="객체성 점수를 빠뜨림", en="The objectness forgotten"),
        distractor(
            "boxes-forgotten", n.depth - 5, ko="칸 하나에 상자가 여럿임을 빠뜨림", en="Several boxes per cell forgotten"
        ),
        distractor(
            "box-not-subtracted", one, ko="상자와 객체성 점수를 빼지 않음", en="Box and objectness not subtracted"
        ),
    ]
    return Question(
        text=(
            say(
                ko=f"칸마다 상자를 {n.boxes}개씩 예측하는 YOLO의 출력 모양이 `({n.side}, {n.side}, {n.depth})`입니다. "
                "이 신경망이 구별하는 클래스는 몇 개입니까?",
                en=f"A YOLO that predicts {n.boxes} boxes in each cell has an output of shape `({n.side}, {n.side}, "
                f"{n.depth})`. How many classes does it tell apart?",
            ),
        ),
        answer=fill([(Text(ko="클래스 수", en="number of classes"), key)], distractors),
        steps=(
            say(
                ko=f"상자 하나의 숫자는 ${n.depth} ÷ {n.boxes} = {one}$개입니다.",
                en=f"One box has ${n.depth} ÷ {n.boxes} = {one}$ numbers.",
            ),
            say(
                ko=f"그 가운데 4개는 위치와 크기, 1개는 객체성 점수이므로 클래스는 ${one} − 4 − 1 = {key}$개입니다.",
                en=f"Of these, 4 are place and size and 1 is the objectness: ${one} − 4 − 1 = {key}$ classes are left.",
            ),
        ),
    )


def oracle(n: Numbers) -> Value:
    (classes,) = (count for count in range(n.depth) if n.boxes * (4 + 1 + count) == n.depth)
    return classes


ITEM = Item(
    topic="yolo-output",
    name=Text(ko="클래스의 수", en="The number of classes"),
    difficulty=2,
    minutes=4,
    book="open",
    draw=draw,
    build=build,
    oracle=oracle,
)
