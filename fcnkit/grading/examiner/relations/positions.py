"""Places in an answer that is made of others: a number of a tuple, an entry of a dict, each entry of a list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from fcnkit.grading.examiner import compare_texts
from fcnkit.grading.examiner.message_words import MAX_INDEX
from fcnkit.grading.examiner.relations.quantities import is_number
from fcnkit.text import Text

Place = tuple[Any, ...]
"""Indices and keys from the outside in; EACH stands for every entry of a list."""
EACH = ...
WHOLE: Place = ()


@dataclass(frozen=True)
class Run:
    """Neighbours in a tuple of numbers, such as the width and height of a box: `[2:4]`."""

    start: int
    stop: int


_RUNS = {3: (Run(0, 2),), 4: (Run(0, 2), Run(2, 4))}
"""Numbers of a tuple that may belong together, by the tuple's length."""


def places(right: Any, above: Place = WHOLE) -> Iterator[Place]:
    """The places in answers like this one, the outer ones first."""
    yield above
    if isinstance(right, dict):
        for key, entry in right.items():
            yield from places(entry, (*above, key))
    elif isinstance(right, tuple) and len(right) <= MAX_INDEX:
        for run in _RUNS.get(len(right), ()) if all(map(is_number, right)) else ():
            yield (*above, run)
        for index, entry in enumerate(right):
            yield from places(entry, (*above, index))
        if len(right) > 1 and len({type(entry) for entry in right}) == 1:
            yield (*above, EACH)
    elif isinstance(right, list | tuple) and right:
        yield from places(right[0], (*above, EACH))


def changed(value: Any, place: Place, change: Callable[[Any], Any]) -> Any:
    """A copy of `value` with the element at the position replaced. Raises LookupError if there is no such element."""
    if not place:
        return change(value)
    first, rest = place[0], place[1:]
    if isinstance(value, dict):
        return {key: changed(entry, rest, change) if key == first else entry for key, entry in value.items()}
    entries = list(value)
    for index in indices(first, len(entries)):
        entries[index] = changed(entries[index], rest, change)
    return tuple(entries) if isinstance(value, tuple) else entries


def indices(part: Any, length: int) -> Iterable[int]:
    """The entries that a part of a place stands for, of a sequence of this length."""
    if part is EACH:
        return range(length)
    return range(part.start, part.stop) if isinstance(part, Run) else [part]


def at(value: Any, place: Place) -> Any:
    """What stands there; of each entry, in the first. Nothing where an answer has no such place."""
    try:
        for part in place:
            value = value[0 if part is EACH else part.start if isinstance(part, Run) else part]
    except (TypeError, LookupError):
        return None
    return value


def where(place: Place, side: str = "") -> Text:
    """The place as a message begins with it; `side` is what is looked at, such as `.shape`."""
    return compare_texts.where(written(place, side))


def written(place: Place, side: str = "") -> str:
    """The place as code."""
    return side + "".join(map(_code, place))


def _code(part: Any) -> str:
    if isinstance(part, Run):
        return f"[{part.start}:{part.stop}]"
    return "[i]" if part is EACH else f"[{part!r}]"
