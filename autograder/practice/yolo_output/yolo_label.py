"""The label of a predicted box."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

import numpy as np

from fcnkit.practice import (
    Item,
    Question,
    Table,
    Text,
    Value,
    distractor,
    fill,
    from_misconceptions,
    number,
    say,
    untranslated,
)

from .. import course


class Numbers(NamedTuple):
    objectness: float
    scores: tuple[float, ...]


def draw(rng: Random) -> Numbers:
    return Numbers(rng.choice([0.6, 1.5, 5.0]), tuple(rng.sample([-2.0, -1.0, 0.5, 1.2, 2.5, 3.1, 4.0], 5)))


def build(n: Numbers) -> Question:
    best = max(n.scores)
    key = n.scores.index(best)
    cell = np.array([0, 0, 0, 0, n.objectness, *n.scores])
    distractors = [
        *from_misconceptions(
            course,
            "detect",
            cell[None, None],
            5,
            [(30.0, 30.0)],
            32,
            then=lambda found: found[0][0],
            likely=("objectness-among-classes",),
        ),
        distractor(
            "smallest", n.scores.index(min(n.scores)), ko="가장 작은 점수를 고름", en="The smallest score taken"
        ),
        distractor("counted-backwards", 4 - key, ko="뒤에서부터 셈", en="Counted from the end"),
    ]
    head = tuple(map(untranslated, ("p", "c0", "c1", "c2", "c3", "c4")))
    row = tuple(untranslated(number(float(value))) for value in cell[4:])
    return Question(
        text=(
            say(
                ko="클래스가 5개인 YOLO에서 상자 하나가 객체성 점수 `p`와 클래스 점수 `c0`부터 `c4`까지를 내놓았습니다."
                " 레이블은 몇 번 클래스입니까? 클래스는 0부터 셉니다.",
                en="In a YOLO with 5 classes, a box gave the objectness `p` and the class scores `c0` to `c4`. What is "
                "its label? Classes are counted from 0.",
            ),
            Table((head, row)),
        ),
        answer=fill([(Text(ko="레이블", en="label"), key)], distractors),
        steps=(
            say(
                ko=f"객체성 점수는 빼고 클래스 점수만 비교합니다. 가장 큰 점수는 {number(best)}, 곧 `c{key}`이므로 "
                f"레이블은 {key}입니다.",
                en=f"Only class scores are compared, not the objectness. The largest is {number(best)}, `c{key}`: the "
                f"label is {key}.",
            ),
        ),
    )


def oracle(n: Numbers) -> Value:
    return int(np.argmax(n.scores))


ITEM = Item(
    topic="yolo-output",
    name=Text(ko="상자의 레이블", en="The label of a box"),
    difficulty=2,
    minutes=2,
    book="open",
    draw=draw,
    build=build,
    oracle=oracle,
    beyond_search=frozenset(
        {"counted-backwards", "first-class-cut-off", "labels-from-one", "objectness-among-classes", "smallest"}
    ),
)
