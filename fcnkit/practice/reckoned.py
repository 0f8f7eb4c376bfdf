"""Whether a mistake's value can be reckoned from what the student reads, found without the item's own code.

Over many draws, one way to reckon with the numbers on the paper has to give the mistake's value in every one of them.
The ways are found by search, as a student might come upon them: sums, products and quotients of the numbers that are
shown, of small ones that anybody knows, and of what the worked solution arrives at, where that can be reckoned, too.
Longer ways, and grids, whose mistakes are the hidden suites' own, are recomputed by tests.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from fcnkit.practice import markup
from fcnkit.practice.answers import Distractor, FillIn
from fcnkit.practice.document import Problem
from fcnkit.practice.document_blocks import Code, iter_texts
from fcnkit.practice.item import AnyItem, AnySample
from fcnkit.practice.values import Value, numbers

Columns: TypeAlias = npt.NDArray[np.float64]
"""A row for each number, a column for each draw."""

NUMBER = re.compile(r"(?<![\w.)])-\d+(?:\.\d+)?|\d+(?:\.\d+)?")
TOLD = re.compile(rf"({NUMBER.pattern})\)? [≈=] ({NUMBER.pattern})")
"""What a function gives, where the question says so: e^0.7 ≈ 2."""
KNOWN = (1, 2, 3, 4, 5, 8)
DRAWS = 30
"""So many agree by no accident."""
FEWEST = 8
LAST_PLACE = 1e-12
NEIGHBOURS = 3
"""Numbers that may stand so close to the one looked for that only rounding tells them apart."""


def faults(item: AnyItem, found: Sequence[AnySample]) -> Iterator[str]:
    """Numbers among the mistakes that nobody gets who reckons with what the question shows."""
    for draws in _alike([each.problem for each in found]):
        for name in _unreached(draws, item.beyond_search):
            yield f"{item.id}: nobody who reckons with the numbers that are shown makes the mistake {name}"


def _unreached(draws: Sequence[Problem], beyond_search: Collection[str]) -> Iterator[str]:
    """The mistakes that cannot be reckoned. Most are made in the same draws: what these show is reckoned once."""
    shown_in: dict[tuple[int, ...], _Shown] = {}
    for name, values in _mistakes(draws).items():
        if name in beyond_search or len(values) < FEWEST:
            continue
        chosen = tuple(values)[:DRAWS]
        if chosen not in shown_in:
            shown_in[chosen] = _Shown([draws[index] for index in chosen])
        if not _all_reached(shown_in[chosen], [values[index] for index in chosen]):
            yield name


def _alike(problems: Sequence[Problem]) -> Iterator[list[Problem]]:
    """Draws of the same words, and those whose words are too rare, by how many numbers are among them.

    Of other words, a few draws have no common way, though each has one of its own: of those it takes many.
    """
    by_words: defaultdict[str, list[Problem]] = defaultdict(list)
    by_count: defaultdict[int, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_words[NUMBER.sub("#", read(problem))].append(problem)
    for words, draws in by_words.items():
        if len(draws) >= FEWEST:
            yield draws
        else:
            by_count[words.count("#")] += draws
    yield from (draws for draws in by_count.values() if len(draws) >= DRAWS)


def _mistakes(draws: Sequence[Problem]) -> dict[str, dict[int, Value]]:
    """Each mistake's values, by the index of their draws."""
    found: defaultdict[str, dict[int, Value]] = defaultdict(dict)
    for index, each in enumerate(draws):
        for mistake in _computed(each):
            found[mistake.id][index] = mistake.value
    return found


def _computed(problem: Problem) -> Iterator[Distractor]:
    if isinstance(problem.answer, FillIn) and not problem.answer.columns:
        yield from (each for each in problem.answer.distractors if [*numbers(each.value)])


def _all_reached(shown: _Shown, values: Sequence[Value]) -> bool:
    parts = [[*numbers(value)] for value in values]
    if len({len(each) for each in parts}) > 1:
        return False
    return all(shown.reaches(np.array(part, float)) for part in zip(*parts, strict=True))


class _Shown:
    """The numbers that a few draws of the same words show, and what can be reckoned from them."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        given = np.array([_given(problem) for problem in problems], float).T
        self._grow(given)
        worked = [_numbers(_text(problem.solution)) for problem in problems]
        if len({len(each) for each in worked}) == 1:
            for number in np.array(worked, float).T:
                if not _within(number, self.first) and self.reaches(number):
                    self._grow(np.vstack([self.first, number]))

    def _grow(self, given: Columns) -> None:
        known = np.tile(np.array(KNOWN, float)[:, None], given.shape[1])
        self.first = _different(np.vstack([given.reshape(-1, known.shape[1]), known]))
        self.second = _different(np.vstack([self.first, *_together(self.first, self.first)]))
        self.third = _different(np.vstack([self.second, *_together(self.second, self.first)]))
        self.third = self.third[np.argsort(_mark(self.third))]
        self.marks = _mark(self.third)

    def reaches(self, wanted: Columns) -> bool:
        """Whether two numbers that can be reckoned give this one, in every draw."""
        divisors = self.second[(self.second != 0).all(axis=1)]
        others = (
            wanted[None],
            wanted - self.second,
            wanted + self.second,
            self.second - wanted,
            wanted / divisors,
            wanted * divisors,
        )
        return any(self._has(rows) for rows in others)

    def _has(self, rows: Columns) -> bool:
        rows = rows[np.isfinite(rows).all(axis=1)]
        marks = _mark(rows)
        place = np.searchsorted(self.marks, marks - LAST_PLACE * np.abs(marks))
        for step in range(NEIGHBOURS):
            near = self.third[np.minimum(place + step, len(self.marks) - 1)]
            if (np.abs(near - rows) <= LAST_PLACE * (1 + np.abs(rows))).all(axis=1).any():
                return True
        return False


def _together(one: Columns, other: Columns) -> Iterator[Columns]:
    """Every number of one with every one of the other, in each of the ways in which people reckon."""
    a, b = one[:, None], other[None]
    with np.errstate(divide="ignore", invalid="ignore"):
        for made in (a + b, a - b, b - a, a * b, a / b, a // b, -(-a // b), np.minimum(a, b), np.maximum(a, b)):
            rows = made.reshape(-1, one.shape[1])
            yield rows[np.isfinite(rows).all(axis=1)]


def _different(rows: Columns) -> Columns:
    _, first = np.unique(np.round(_mark(rows), 9), return_index=True)
    return rows[first]


def _mark(rows: Columns) -> Columns:
    """One number for each row, by which rows can be compared."""
    return rows @ np.random.default_rng(1).uniform(1, 2, rows.shape[1])


def _within(row: Columns, rows: Columns) -> bool:
    return bool((np.abs(rows - row).max(axis=1) < 1e-9).any())


def _given(problem: Problem) -> list[float]:
    """The numbers that are read before answering, and what the question says functions make of them."""
    text = read(problem)
    told = {float(number): float(value) for number, value in TOLD.findall(text)}
    shown = _numbers(text)
    return [*shown, *(told.get(number, number) for number in shown)]


def read(problem: Problem) -> str:
    """All that the student is given, in English; signs as Python writes them."""
    said = " ".join(markup.plain(text["en"]) for text in problem.asked)
    code = " ".join(block.source for block in problem.question if isinstance(block, Code))
    return _signs(f"{said} {code}")


def _text(blocks: Sequence[Any]) -> str:
    return _signs(" ".join(markup.plain(text["en"]) for text in iter_texts(blocks)))


def _signs(text: str) -> str:
    return re.sub(r"(?<=\d),(?=\d{3})", "", text).replace("−", "-").replace("²", "")


def _numbers(text: str) -> list[float]:
    return [float(each) for each in NUMBER.findall(text)]
