"""Where in a cell's numbers the objectness of one box stands."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from fcnkit.practice import Item, Question, Text, Value, distractor, fill, say

from ._box_order import box_order


class Numbers(NamedTuple):
    classes: int
    boxes: int
    box: int


def draw(rng: Random) -> Numbers:
    boxes = rng.choice([3, 4, 5, 6])
    return Numbers(rng.randint(2, 20), boxes, rng.randrange(1, boxes))


def build(n: Numbers) -> Question:
    one = 5 + n.classes
    start = n.box * one
    key = start + 4
    distractors = [
        distractor(
            "objectness-first", start, ko="객체성 점수가 맨 앞에 있다고 생각함", en="The objectness read before the box"
        ),
        distractor(
            "classes-shared",
            5 * n.box + 4,
            ko="클래스 점수를 상자들이 함께 쓴다고 생각함",
            en="Class scores shared by all boxes",
        ),
        distractor("counted-from-one", key + 1, ko="1부터 셈", en="Counted from 1"),
        distractor(
            "numbers-by-kind",
            4 * n.boxes + n.box,
            ko="상자별이 아니라 종류별로 읽음",
            en="Read kind by kind, not box by box",
        ),
        distractor(
            "objectness-last", start + one - 1, ko="객체성 점수가 맨 뒤에 있다고 생각함", en="The objectness read last"
        ),
    ]
    return Question(
        text=(
            say(
                ko=f"클래스가 {n.classes}개인 YOLOv3의 칸 하나는 상자 {n.boxes}개의 숫자를 상자별로 차례로 "
                f"나열합니다. 상자 {n.box}의 객체성 점수는 몇 번 인덱스에 있습니까? 상자와 인덱스는 0부터 셉니다.",
                en=f"A cell of a YOLOv3 with {n.classes} classes lists the numbers of its {n.boxes} boxes, box by box. "
                f"At which index stands the objectness of box {n.box}? Boxes and indices are counted from 0.",
            ),
        ),
        answer=fill([(Text(ko="인덱스", en="index"), key)], distractors),
        steps=(
            say(
                ko=f"상자 하나는 $4 + 1 + {n.classes} = {one}$칸이므로 ${n.box} × {one} = {start}$에서 상자 {n.box}의 "
                "숫자가 시작됩니다.",
                en=f"One box takes $4 + 1 + {n.classes} = {one}$ places, so box {n.box} begins at ${n.box} × {one} = "
                f"{start}$.",
            ),
            say(
                ko=f"앞의 네 칸은 상자의 위치와 크기이므로 객체성 점수는 ${start} + 4 = {key}$에 있습니다.",
                en=f"Its first four are the box itself, so the objectness stands at ${start} + 4 = {key}$.",
            ),
        ),
    )


def oracle(n: Numbers) -> Value:
    """Write a whole cell down, box by box, in the order that the assignment tells, and look for the number."""
    *own, _ = box_order()
    cell = [(box, name) for box in range(n.boxes) for name in (*own, *range(n.classes))]
    return cell.index((n.box, "objectness"))


ITEM = Item(
    topic="yolo-output",
    name=Text(ko="객체성 점수의 자리", en="The place of the objectness"),
    difficulty=2,
    minutes=4,
    book="open",
    draw=draw,
    build=build,
    oracle=oracle,
)
