"""Finds the relation between wrong answers and the right ones, where no misconception explains them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from typing import Any

import numpy as np

from fcnkit.grading.examiner.check import Function
from fcnkit.grading.examiner.relations import (
    arguments,
    arrays,
    copied,
    formulas,
    multiples,
    small_formulas,
)
from fcnkit.grading.examiner.relations.blind import looks_only_at
from fcnkit.grading.examiner.relations.change import Change
from fcnkit.grading.examiner.relations.conditions import condition
from fcnkit.grading.examiner.relations.evidence import Call, Evidence, evidence, shapes
from fcnkit.grading.examiner.relations.numbers import NUMBERS
from fcnkit.grading.examiner.relations.parts import part, reordered
from fcnkit.grading.examiner.relations.positions import Place, at, changed, written
from fcnkit.grading.examiner.relations.relation import Relation
from fcnkit.grading.examiner.relations.sequences import FROM_LOOPS, SEQUENCES
from fcnkit.grading.examiner.relations.tendencies import fraction_left, tendency
from fcnkit.grading.results import NamedRelation
from fcnkit.text import Text

_WHERE = (
    Text(ko="{when}일 때: {said}", en="{said}, for {when}"),
    Text(ko="{when}일 때만 놓고 보면 이렇습니다. {said}", en="For {when} alone: {said}"),
)


def find(calls: Sequence[Call], others: Iterable[Function]) -> NamedRelation | None:
    """What every wrong answer among the calls of one function has in common, and no right one contradicts.

    `others` are all functions of the assignment.
    """
    everything = list(others)
    whole = evidence(calls, everything)
    when = condition(whole) if whole.raised else None
    if when is not None or not whole.wrong:
        return _as_told(when)  # it says of what raised, too, and nothing else does
    if whole.is_telling:
        found = _exact(whole, "", everything) or _of_shapes(whole, everything)
        if found is not None:
            return _named(found)
    there = _exact_somewhere(whole, everything) if whole.is_telling else None
    there = there or _as_told(fraction_left(whole))
    return there or _in_part(whole) or _formula(whole) or _as_told(tendency(whole))


def _formula(whole: Evidence) -> NamedRelation | None:
    """A longer formula of the arguments: for all calls, or for those with a certain word among them."""
    looks: list[tuple[Evidence, Callable[[Relation], NamedRelation]]] = [(whole, _named)]
    looks += [(whole.where(name, word), partial(told_where, name, word)) for name, word in words_of(whole)]
    for seen, said in looks:
        if seen.wrong and seen.is_telling:
            found = next((guess for guess in small_formulas.of_three(seen) if seen.bears_out(guess.makes)), None)
            if found is not None:
                return said(found)
    return None


def _as_told(said: tuple[str, Text, Text] | None) -> NamedRelation | None:
    return NamedRelation(id=said[0], name=said[1], text=said[2]) if said is not None else None


def words_of(whole: Evidence) -> list[tuple[str, str | bool]]:
    """Arguments that are words, each with those that may be told."""
    names = [name for name, value in whole.wrong[0].arguments.items() if isinstance(value, str | bool)]
    return [(name, word) for name in names for word in whole.words(name)]


def _exact_somewhere(whole: Evidence, others: Iterable[Function]) -> NamedRelation | None:
    """What tells all answers to calls with a certain word among the arguments."""
    for name, word in words_of(whole):
        seen = whole.where(name, word)
        if seen.wrong and seen.is_telling:
            found = _exact(seen, "", others) or _of_shapes(seen, others)
            if found is not None:
                return told_where(name, word, found)
    return None


def told_where(name: str, word: str | bool, relation: Relation) -> NamedRelation:
    """What holds for one word, whatever comes for others."""
    when = f"`{name}={word!r}`"
    return NamedRelation(
        id=f"{relation.id}-where-{name}-is-{word}",
        name=_WHERE[0].format(when=when, said=relation.name),
        text=_WHERE[1].format(when=when, said=relation.text),
    )


def find_exact(calls: Sequence[Call], others: Iterable[Function]) -> NamedRelation | None:
    """As `find`, where one change or one formula tells each answer."""
    everything = list(others)
    whole = evidence(calls, everything)
    found = _exact(whole, "", everything) if whole.wrong and whole.is_telling and not whole.raised else None
    return _named(found) if found is not None else None


def _in_part(whole: Evidence) -> NamedRelation | None:
    """When or where answers are wrong; a condition with exceptions says less than a place without."""
    when = condition(whole)
    if when is not None and when[0].startswith("only-"):
        return _as_told(when)
    blind = looks_only_at(whole) if whole.is_telling else None
    return _as_told(blind or reordered(whole) or part(whole) or when)


def _named(relation: Relation) -> NamedRelation:
    return NamedRelation(id=relation.id, name=relation.name, text=relation.text)


def _of_shapes(whole: Evidence, others: Iterable[Function]) -> Relation | None:
    sides = shapes(whole)
    return _exact(sides, ".shape", others) if sides.wrong and sides.is_telling else None


def _exact(seen: Evidence, side: str, others: Iterable[Function]) -> Relation | None:
    is_fixed = cache(partial(_is_fixed, seen))
    guesses = (guess for guess in _guesses(seen, side, others) if not (side and is_fixed(guess.place)))
    found = next((guess for guess in guesses if seen.bears_out(guess.makes)), None)
    return replace(found, side=side) if found is not None else None


def _is_fixed(seen: Evidence, place: Place) -> bool:
    """Whether the right value there is the same each time: then what came is told by itself, not by a sum with it."""
    return bool(place) and len(seen.wrong) > 1 and len({repr(at(each.right, place)) for each in seen.wrong}) == 1


def _guesses(seen: Evidence, side: str, others: Iterable[Function]) -> Iterator[Relation]:
    """The plainest first: of several that hold, it is the first that is told."""
    yield from _changes(seen, side)
    yield from arguments.relations(seen, others)
    yield from copied.relations(seen, side)
    yield from formulas.relations(seen, side)
    yield from small_formulas.of_two(seen)
    if len(seen.right) < len(seen.wrong) / 3:  # else it tells more when answers are right
        yield from small_formulas.of_three(seen)
    yield from multiples.relations(seen, side)


def _changes(seen: Evidence, side: str) -> Iterator[Relation]:
    right = max((each.right for each in seen.wrong), key=_extent)
    if isinstance(right, np.ndarray):
        for change in arrays.changes(right.ndim):
            yield _changing((), side, change)
    others = [change for change in (*NUMBERS, *SEQUENCES) if not (side and change.id in FROM_LOOPS)]
    for place in seen.places(right):
        for change in others:
            yield _changing(place, side, change)


def _changing(place: Place, side: str, change: Change) -> Relation:
    code = written(place, side)
    return Relation(
        f"{change.id}-{code}" if code else change.id,
        (change.name, change.text),
        lambda seen: changed(seen.right, place, change.make),
        place=place,
        side=side,
        names_place=True,
    )


def _extent(answer: Any) -> int:
    return answer.size if isinstance(answer, np.ndarray) else len(repr(answer))
