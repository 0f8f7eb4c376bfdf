"""Answers in which one number stands in the place of another one: `[3]` is what `[2]` should be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations
from typing import Any

from fcnkit.grading.examiner.relations.evidence import Evidence, Seen
from fcnkit.grading.examiner.relations.positions import EACH, Place, Run, at, changed, written
from fcnkit.grading.examiner.relations.quantities import is_number
from fcnkit.grading.examiner.relations.relation import Relation
from fcnkit.text import Text

_COPIED = (
    Text(ko="`{one}` 자리에 `{other}` 값이 있음", en="`{other}` in the place of `{one}`"),
    Text(
        ko="`{one}` 자리에 `{other}` 값이 들어 있고 나머지는 맞습니다. 몇 번째 값을 꺼내는지 확인해 보세요.",
        en="in the place of `{one}` there is the value of `{other}`; the rest is right. Check which one is taken.",
    ),
)


def relations(evidence: Evidence, side: str) -> Iterator[Relation]:
    """One number of a tuple or dict, or of each entry of a list, that stands in the place of another."""
    right = evidence.wrong[0].right
    of_numbers = [place for place in evidence.places(right) if _is_one(place) and is_number(at(right, place))]
    for one, other in permutations(of_numbers, 2):
        if one[:1] == other[:1] == (EACH,) or EACH not in (*one, *other):
            yield Relation(
                f"copied-{written(other, side)}-{written(one, side)}",
                _COPIED,
                lambda seen, one=one, other=other: _copied(seen, one, other),  # type: ignore[misc]
                {"one": written(one, side), "other": written(other, side)},
            )


def _is_one(place: Place) -> bool:
    """Whether it is one place in an answer, or in each entry of a list."""
    return bool(place) and not any(part is EACH or isinstance(part, Run) for part in place[1:])


def _copied(seen: Seen, one: Place, other: Place) -> Any:
    if one[0] is EACH:
        return changed(seen.right, one[:1], lambda entry: _put(entry, one[1:], other[1:]))
    return _put(seen.right, one, other)


def _put(entry: Any, one: Sequence[Any], other: Sequence[Any]) -> Any:
    return changed(entry, tuple(one), lambda _: at(entry, tuple(other)))
