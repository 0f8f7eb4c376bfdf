"""Answers that are the right one plus or times an argument, or some fixed number."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import numpy as np

from fcnkit.grading.examiner.relations.evidence import Evidence, Seen
from fcnkit.grading.examiner.relations.positions import EACH, Place, at, changed, written
from fcnkit.grading.examiner.relations.quantities import is_number
from fcnkit.grading.examiner.relations.relation import Relation
from fcnkit.text import Text

_BY = {
    "plus": Text(ko="맞는 값에 {what:을} 더한 값입니다.", en="it is the right value plus {what}."),
    "minus": Text(ko="맞는 값에서 {what:을} 뺀 값입니다.", en="it is the right value minus {what}."),
    "times": Text(ko="맞는 값에 {what:을} 곱한 값입니다.", en="it is the right value times {what}."),
    "over": Text(ko="맞는 값을 {what:으로} 나눈 값입니다.", en="it is the right value divided by {what}."),
}
_BY_NAME = {
    "plus": Text(ko="{what:이} 더해져 있음", en="{what} added"),
    "minus": Text(ko="{what:이} 빠져 있음", en="{what} missing from the sum"),
    "times": Text(ko="{what:이} 곱해져 있음", en="Multiplied by {what}"),
    "over": Text(ko="{what:으로} 나누어져 있음", en="Divided by {what}"),
}
_OFFSET = (
    Text(ko="늘 같은 만큼 다름", en="Always off by the same amount"),
    Text(
        ko="맞는 값과 늘 같은 만큼 차이가 납니다. 더하거나 빼는 상수를 확인해 보세요.",
        en="it differs from the right value by the same amount each time. Look for a constant too much or too little.",
    ),
)
_FACTOR = (
    Text(ko="늘 같은 배수만큼 다름", en="Always a fixed multiple"),
    Text(
        ko="맞는 값의 같은 배수가 나옵니다. 곱하거나 나누는 상수를 확인해 보세요.",
        en="it is the right value times the same number each time. Look for a constant factor.",
    ),
)
_MOST = (
    Text(ko="어느 값을 넘지 못함", en="Never above a certain value"),
    Text(
        ko="어느 값까지는 맞지만 그보다 커야 할 때는 늘 그 값에 머뭅니다. `min`이나 정해 둔 상한이 있는지 살펴보세요.",
        en="up to a certain value it is right, and where it should be larger it stays there. Is there a "
        "`min`, or a limit?",
    ),
)
_LEAST = (
    Text(ko="어느 값보다 작아지지 않음", en="Never below a certain value"),
    Text(
        ko="어느 값보다 작아야 할 때는 늘 그 값에 머뭅니다. `max`나 정해 둔 하한이 있는지 살펴보세요.",
        en="where it should be below a certain value it stays there, and else it is right. Is there "
        "a `max`, or a limit?",
    ),
)
_FIXED = (
    Text(ko="늘 같은 값", en="Always the same value"),
    Text(
        ko="어떤 인자를 주어도 같은 값이 나옵니다. 숫자를 직접 적어 두지 않았는지, 인자를 쓰는지 확인해 보세요.",
        en="it is the same value, whatever the arguments. Is a number written out, or an argument not used?",
    ),
)


def relations(evidence: Evidence, side: str) -> Iterator[Relation]:
    """Formulas for the answer, and for each of its numbers."""
    names = names_of_all(evidence)
    for place in evidence.places(evidence.wrong[0].right):
        if EACH not in place or len(place) <= 3:
            yield from _constant(evidence, place, side)
            yield from _by_an_argument(names, place, side)


def names_of_all(evidence: Evidence) -> list[str]:
    """The quantities that every call has, as code, without any that is the same each time, as a constant is."""
    every = [seen.quantities for seen in evidence.seen]
    names = [name for name in every[0] if all(name in each for each in every)]
    return [name for name in names if len(every) == 1 or any(each[name] != every[0][name] for each in every)]


_OPERATIONS: dict[str, Callable[[Any, Any], Any]] = {
    "plus": lambda value, by: value + by,
    "minus": lambda value, by: value - by,
    "times": lambda value, by: value * by,
    "over": lambda value, by: value // by if _is_whole(value, by) else value / by,
}


def _is_whole(value: Any, by: Any) -> bool:
    return isinstance(value, int | np.integer) and isinstance(by, int | np.integer) and value % by == 0


def _by_an_argument(names: Iterable[str], place: Place, side: str) -> Iterator[Relation]:
    for name in names:
        for id, operation in _OPERATIONS.items():
            what = f"`{name}`"
            yield Relation(
                f"formula-{id}-{name}-{written(place, side)}",
                (_BY_NAME[id], _BY[id]),
                _changing(place, name, operation),
                {"what": what},
                place,
                side,
            )


def _changing(place: Place, name: str, operation: Callable[[Any, Any], Any]) -> Callable[[Seen], Any]:
    def makes(seen: Seen) -> Any:
        by = seen.quantities[name]
        return changed(seen.right, place, lambda value: operation(_real(value), by))

    return makes


def _real(value: Any) -> Any:
    if not is_number(value) and not isinstance(value, np.ndarray):
        raise TypeError("no number")
    return value


def _constant(evidence: Evidence, place: Place, side: str) -> Iterator[Relation]:
    """An offset or a factor that the first wrong answer gives away; its size is not told."""
    first = evidence.wrong[0]
    got, right = at(first.got, place), at(first.right, place)
    if not is_number(got) or not is_number(right) or abs(got) > 1e100 or got == right:
        return
    offset = got - right
    yield Relation(
        f"formula-offset-{written(place, side)}",
        _OFFSET,
        lambda seen: changed(seen.right, place, lambda value: _real(value) + offset),
        place=place,
        side=side,
    )
    for id, said, limit in (("most", _MOST, min), ("least", _LEAST, max)):
        yield Relation(
            f"formula-{id}-{written(place, side)}",
            said,
            lambda seen, limit=limit: changed(seen.right, place, lambda value: limit(_real(value), got)),  # type: ignore[misc]
            place=place,
            side=side,
        )
    yield Relation(
        f"formula-fixed-{written(place, side)}",
        _FIXED,
        lambda seen: changed(seen.right, place, lambda _: got),
        place=place,
        side=side,
    )
    if right:
        yield Relation(
            f"formula-factor-{written(place, side)}",
            _FACTOR,
            lambda seen: changed(seen.right, place, lambda value: _whole_again(_real(value) * got / right)),
            place=place,
            side=side,
        )


def _whole_again(value: Any) -> Any:
    return int(value) if value == int(value) else value
