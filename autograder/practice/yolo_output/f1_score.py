"""The F1 of a detector from counts."""

from __future__ import annotations

from fractions import Fraction
from random import Random
from typing import NamedTuple

from fcnkit.practice import Item, Question, Text, Value, distractor, fill, say


class Numbers(NamedTuple):
    drawn: int
    right: int
    objects: int


def draw(rng: Random) -> Numbers:
    """Precision, recall and F1 are whole percents, and differ."""
    while True:
        n = Numbers(10 * rng.randint(2, 20), 3 * rng.randint(4, 40), 10 * rng.randint(2, 20))
        shares = {Fraction(100 * n.right, n.drawn), Fraction(100 * n.right, n.objects), _f1(n)}
        if n.right < min(n.drawn, n.objects) and len(shares) == 3 and all(each.denominator == 1 for each in shares):
            return n


def _f1(n: Numbers) -> Fraction:
    return Fraction(200 * n.right, n.drawn + n.objects)


def build(n: Numbers) -> Question:
    precision, recall, key = 100 * n.right // n.drawn, 100 * n.right // n.objects, int(_f1(n))
    distractors = [
        distractor(
            "arithmetic-mean", (precision + recall) / 2, ko="그냥 평균을 냄", en="The arithmetic mean taken instead"
        ),
        distractor("precision-only", precision, ko="정밀도를 씀", en="The precision given"),
        distractor("recall-only", recall, ko="재현율을 씀", en="The recall given"),
        distractor("two-forgotten", key / 2, ko="2를 곱하지 않음", en="The factor of 2 forgotten"),
        distractor("multiplied", precision * recall / 100, ko="둘을 곱하기만 함", en="The two only multiplied"),
    ]
    return Question(
        text=(
            say(
                ko=f"물체가 모두 {n.objects}개 있는 시험 장면들에서 탐지기가 상자 {n.drawn}개를 그렸고, 그 가운데 "
                f"{n.right}개가 맞았습니다(물체 하나에 상자 하나). F1, 곧 정밀도와 재현율의 조화 평균은 몇 %입니까?",
                en=f"In test scenes with {n.objects} objects in all, a detector drew {n.drawn} boxes, of which "
                f"{n.right} were right (one for each object at most). What is the F1, the harmonic mean of precision "
                "and recall, in percent?",
            ),
        ),
        answer=fill([(Text(ko="F1(%)", en="F1 (%)"), key)], distractors),
        steps=(
            say(
                ko=f"정밀도는 ${n.right} ÷ {n.drawn}$ = {precision} %, 재현율은 ${n.right} ÷ {n.objects}$ = {recall} "
                "%입니다.",
                en=f"Precision is ${n.right} ÷ {n.drawn}$ = {precision} %, recall ${n.right} ÷ {n.objects}$ = {recall} "
                "%.",
            ),
            say(
                ko=f"조화 평균: $2 × {precision} × {recall} ÷ ({precision} + {recall}) = {key}$. 곧바로 세어도 "
                f"$2 × {n.right} ÷ ({n.drawn} + {n.objects})$ = {key} %입니다.",
                en=f"Their harmonic mean: $2 × {precision} × {recall} ÷ ({precision} + {recall}) = {key}$. Straight "
                f"from the counts, $2 × {n.right} ÷ ({n.drawn} + {n.objects})$ = {key} %.",
            ),
        ),
    )


def oracle(n: Numbers) -> Value:
    """From the false finds and the misses."""
    wrong, missed = n.drawn - n.right, n.objects - n.right
    return round(100 * n.right / (n.right + (wrong + missed) / 2))


ITEM = Item(
    topic="yolo-output",
    name=Text(ko="F1 점수", en="The F1 score"),
    difficulty=2,
    minutes=3,
    book="open",
    draw=draw,
    build=build,
    oracle=oracle,
)
