"""Precision and recall of the boxes that were found in an image."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from fcnkit.practice import Item, Question, Table, Text, Value, distractor, fill, number, say, untranslated

THRESHOLD = 0.5
NAMES = "PQRSTUVW"
NONE = "–"
DIVISORS = (2, 4, 5)
"""Of 100: shares of so many are whole percents."""


class Numbers(NamedTuple):
    scores: tuple[float, ...]
    """From the best down; none is the threshold."""
    found: tuple[str, ...]
    """The number of the object that each box overlaps far enough, or –."""
    objects: int


def draw(rng: Random) -> Numbers:
    """Some boxes below the threshold have an object, some above it none, and one object is found twice."""
    while True:
        count, objects = rng.choice([6, 7, 8]), rng.choice(DIVISORS)
        scores = sorted(rng.sample([0.3, 0.35, 0.4, 0.45, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95], count))[::-1]
        found = [rng.choice([NONE, *map(str, range(1, objects + 1))]) for _ in scores]
        kept = [name for name, score in zip(found, scores, strict=True) if score > THRESHOLD]
        told = [name for name in kept if name != NONE]
        late = set(found) - set(kept) - {NONE}
        if len(kept) in DIVISORS and len(kept) != objects and len(told) == len(set(told)) + 1 and NONE in kept and late:
            return Numbers(tuple(scores), tuple(found), objects)


def build(n: Numbers) -> Question:
    kept = [name for name, score in zip(n.found, n.scores, strict=True) if score > THRESHOLD]
    right, drawn = len({*kept} - {NONE}), len(kept)
    touching, all_right, all_drawn = len(kept) - kept.count(NONE), len({*n.found} - {NONE}), len(n.found)
    key = (_percent(right, drawn), _percent(right, n.objects))
    distractors = [
        distractor("swapped", key[::-1], ko="정밀도와 재현율을 바꿈", en="Precision and recall swapped"),
        distractor(
            "found-twice",
            (_percent(touching, drawn), _percent(touching, n.objects)),
            ko="같은 물체를 두 번 찾은 것도 맞다고 셈",
            en="An object that was found twice counted twice",
        ),
        distractor(
            "threshold-ignored",
            (_percent(all_right, all_drawn), _percent(all_right, n.objects)),
            ko="기준을 넘지 못한 상자도 셈",
            en="Boxes below the threshold counted, too",
        ),
        distractor(
            "recall-of-boxes",
            (key[0], _percent(right, all_drawn)),
            ko="재현율을 물체 수가 아니라 상자 수로 나눔",
            en="For recall divided by boxes instead of objects",
        ),
    ]
    rows = zip(NAMES, n.scores, n.found, strict=False)
    return Question(
        text=(
            say(
                ko=f"물체가 {n.objects}개 있는 장면에서 탐지기가 낸 상자들입니다. 점수가 0.5를 **넘는** 상자만 "
                "그립니다. 마지막 열은 레이블이 같고 IoU가 0.5 이상인 물체의 번호이고, 그런 물체가 없으면 "
                "–입니다. 물체 하나에는 상자 하나만 맞은 것으로 봅니다. 그린 상자의 정밀도와 재현율은 각각 몇 %입니까?",
                en=f"The boxes that a detector gave in a scene with {n.objects} objects. A box is drawn if its score "
                "is **above** 0.5. The last column is the number of the object with the same label and an IoU of at "
                "least 0.5, or – if there is none. Each object counts once. What are precision and recall of the boxes "
                "that are drawn, in percent?",
            ),
            Table(
                (
                    (Text(ko="상자", en="box"), Text(ko="점수", en="score"), Text(ko="물체", en="object")),
                    *(tuple(map(untranslated, (name, number(score), found))) for name, score, found in rows),
                )
            ),
        ),
        answer=fill(
            [(Text(ko="정밀도(%)", en="precision (%)"), key[0]), (Text(ko="재현율(%)", en="recall (%)"), key[1])],
            [each for each in distractors if isinstance(each.value, tuple) and _are_whole(each.value)],
        ),
        steps=(
            say(
                ko=f"그린 상자는 {drawn}개이고, 그 상자들이 찾은 물체는 모두 {right}개입니다. 이미 찾은 물체를 또 찾은 "
                "상자는 틀린 것으로 봅니다.",
                en=f"{drawn} boxes are drawn; the number of objects that they found is {right}. A box that finds an "
                "object again is wrong.",
            ),
            say(
                ko=f"정밀도 = 맞은 상자 ÷ 그린 상자 = ${right} ÷ {drawn}$ = {key[0]} %",
                en=f"Precision = right boxes ÷ boxes drawn = ${right} ÷ {drawn}$ = {key[0]} %",
            ),
            say(
                ko=f"재현율 = 찾은 물체 ÷ 있는 물체 = ${right} ÷ {n.objects}$ = {key[1]} %",
                en=f"Recall = objects found ÷ objects there = ${right} ÷ {n.objects}$ = {key[1]} %",
            ),
        ),
    )


def _percent(part: int, whole: int) -> int | float:
    """A whole number where it is one."""
    share = 100 * part / whole
    return int(share) if share.is_integer() else share


def _are_whole(parts: tuple[Value, ...]) -> bool:
    return all(isinstance(part, int) for part in parts)


def oracle(n: Numbers) -> Value:
    """Draw the boxes one by one, and cross out objects."""
    left, drawn = {str(number) for number in range(1, n.objects + 1)}, 0
    for score, name in zip(n.scores, n.found, strict=True):
        if score > 0.5:
            drawn += 1
            left.discard(name)
    right = n.objects - len(left)
    return (round(right / drawn * 100), round(right / n.objects * 100))


ITEM = Item(
    topic="yolo-output",
    name=Text(ko="정밀도와 재현율", en="Precision and recall"),
    difficulty=2,
    minutes=4,
    book="open",
    draw=draw,
    build=build,
    oracle=oracle,
    # what is divided is counted in the table, where no number says it
    beyond_search=frozenset({"found-twice", "recall-of-boxes", "swapped", "threshold-ignored"}),
)
