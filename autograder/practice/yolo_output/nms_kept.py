"""Which boxes non-maximum suppression keeps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product
from random import Random
from typing import NamedTuple

from fcnkit.practice import Item, Paragraph, Question, Table, Text, Value, distractor, number, say, untranslated

from ._letters import LETTERS, chosen, fill_letters

THRESHOLD = 0.5
SIDE = 10
"""Of the boxes, which lie side by side in a row."""
SCORES = (0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95)


class Numbers(NamedTuple):
    scores: tuple[float, ...]
    ious: tuple[tuple[float, ...], ...]
    """Of each box with those after it."""


def draw(rng: Random) -> Numbers:
    """Boxes of one object or two, of which some overlap so far that a dropped one could drop another."""
    while True:
        left = [rng.randrange(14) for _ in LETTERS]
        numbers = Numbers(tuple(rng.sample(SCORES, len(LETTERS))), tuple(_ious(left)))
        kept = _kept(numbers, _by_score(numbers))
        if len(set(left)) == len(left) and sum(kept) in (2, 3) and kept != _dropped_by_any(numbers):
            return numbers


def _ious(left: Sequence[int]) -> list[tuple[float, ...]]:
    shared = [[max(SIDE - abs(one - other), 0) for other in left] for one in left]
    return [tuple(round(part / (2 * SIDE - part), 2) for part in row[at + 1 :]) for at, row in enumerate(shared[:-1])]


def _iou(n: Numbers, one: int, other: int) -> float:
    first, second = sorted((one, other))
    return n.ious[first][second - first - 1]


def _by_score(n: Numbers) -> list[int]:
    return sorted(range(len(n.scores)), key=lambda box: -n.scores[box])


def _kept(
    n: Numbers, order: Sequence[int], overlaps: Callable[[float], bool] = lambda iou: iou > THRESHOLD
) -> list[bool]:
    kept: list[int] = []
    for box in order:
        if not any(overlaps(_iou(n, box, other)) for other in kept):
            kept.append(box)
    return [box in kept for box in range(len(order))]


def _dropped_by_any(n: Numbers) -> list[bool]:
    """A box stays where no better one overlaps it, kept or not."""
    return [not any(_iou(n, box, other) > THRESHOLD for other in _better(n, box)) for box in range(len(n.scores))]


def _better(n: Numbers, box: int) -> list[int]:
    return [other for other, score in enumerate(n.scores) if score > n.scores[box]]


def build(n: Numbers) -> Question:
    order = _by_score(n)
    kept = _kept(n, order)
    distractors = [
        distractor(
            "dropped-drop",
            chosen(_dropped_by_any(n)),
            ko="이미 버린 상자도 다른 상자를 버리게 함",
            en="Boxes that were dropped drop others, too",
        ),
        distractor(
            "in-the-given-order",
            chosen(_kept(n, range(len(order)))),
            ko="점수순이 아니라 적힌 순서를 따름",
            en="Gone through in the given order, not by score",
        ),
        distractor(
            "worst-first",
            chosen(_kept(n, order[::-1])),
            ko="점수가 낮은 상자부터 남김",
            en="The worst score taken first",
        ),
        distractor(
            "any-overlap",
            chosen(_kept(n, order, lambda iou: iou > 0)),
            ko="조금만 겹쳐도 버림",
            en="Dropped however little they overlap",
        ),
        distractor(
            "far-ones-dropped",
            chosen(_kept(n, order, lambda iou: iou <= THRESHOLD)),
            ko="겹치지 않는 상자를 버림",
            en="Those dropped that do not overlap",
        ),
        distractor(
            "best-alone", chosen([box == order[0] for box in range(len(order))]), ko="하나만 남김", en="Only one kept"
        ),
        distractor("all-kept", chosen([True] * len(order)), ko="아무것도 버리지 않음", en="None dropped"),
    ]
    return Question(
        text=(
            say(
                ko="레이블이 같은 상자 다섯 개의 점수와, 상자끼리의 IoU입니다. 비최대 억제를 하면 어느 상자가 "
                "남습니까? 이미 남기기로 한 상자와의 IoU가 0.5를 **넘으면** 버립니다. `P, Q`처럼 쓰세요.",
                en="The scores of five boxes with one label, and their IoU with each other. Which boxes does "
                "non-maximum suppression keep? A box is dropped if its IoU with one that is kept already is **above** "
                "0.5. Write their letters, like `P, Q`.",
            ),
            _table(n),
        ),
        answer=fill_letters(chosen(kept), distractors),
        steps=tuple(_steps(n, order, kept)),
    )


def _table(n: Numbers) -> Table:
    boxes = range(len(n.scores))
    head = (Text(ko="상자", en="box"), Text(ko="점수", en="score"), *map(untranslated, LETTERS))
    rows = [
        (LETTERS[one], number(n.scores[one]), *("–" if one == two else number(_iou(n, one, two)) for two in boxes))
        for one in boxes
    ]
    return Table((head, *(tuple(map(untranslated, row)) for row in rows)))


def _steps(n: Numbers, order: Sequence[int], kept: Sequence[bool]) -> list[Paragraph]:
    ranked = " → ".join(LETTERS[box] for box in order)
    gone = []
    for place, box in enumerate(order):
        over = [each for each in order[:place] if kept[each] and _iou(n, box, each) > THRESHOLD]
        gone += [(LETTERS[box], LETTERS[each], number(_iou(n, box, each))) for each in over[:1]]
    names = chosen(kept)
    return [
        say(
            ko=f"점수가 높은 순으로 봅니다: {ranked}. 맨 처음 것은 남깁니다.",
            en=f"From the best score down: {ranked}. The first one stays.",
        ),
        say(
            ko="버리는 상자: " + ", ".join(f"{box} ({by}와의 IoU {iou})" for box, by, iou in gone) + ".",
            en="Dropped: " + ", ".join(f"{box} (IoU {iou} with {by})" for box, by, iou in gone) + ".",
        ),
        say(
            ko=f"버린 상자는 다른 상자를 버리게 하지 못합니다. 남는 상자는 {names.ko}입니다.",
            en=f"A box that was dropped drops no other. What stays is {names.en}.",
        ),
    ]


def oracle(n: Numbers) -> Value:
    """Of all sets of boxes, the one in which a box is missing just where a better one that is in it overlaps it."""
    boxes = range(len(n.scores))

    def fits(inside: Sequence[bool]) -> bool:
        return all(
            inside[box] != any(inside[other] and _iou(n, box, other) > THRESHOLD for other in _better(n, box))
            for box in boxes
        )

    (found,) = filter(fits, product([False, True], repeat=len(boxes)))
    return chosen(found)


ITEM = Item(
    topic="yolo-output",
    name=Text(ko="비최대 억제", en="Non-maximum suppression"),
    difficulty=2,
    minutes=4,
    book="open",
    draw=draw,
    build=build,
    oracle=oracle,
)
