"""Public inputs: small calls with which a page can show that an answer is wrong.

They are drawn from the suite's own themes with seeds that are no secret, the same for everybody: what shows a known
mistake first, then the smallest. No submission's hidden cases are looked at, and none of those that a theme always has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice, repeat
from typing import Any

import numpy as np

from fcnkit.grading.examiner.case_draws import Draw, Theme
from fcnkit.grading.examiner.check import Case, Function, Variable
from fcnkit.grading.examiner.formatting import format_call
from fcnkit.grading.examiner.identical import identical
from fcnkit.grading.examiner.relations.evidence import NO_ANSWER, size
from fcnkit.grading.protocol import File, Input, Model
from fcnkit.misconception import Misconception

_SEEDS = "public 1", "public 2"
_TRIED = 7
"""How many of a theme's smallest cases are tried."""
_MOST = 8
"""Public inputs per function, in addition to the author's examples."""
_LONGEST = 420
"""Characters of a call, so that it can be read."""
_FEW = 24
"""Numbers that make no call longer, which needs not be written to know that: NumPy takes long to write an array."""
_DECIMALS = 2
"""Decimals of numbers whose order may matter, which coarser ones could lose."""


@dataclass(frozen=True)
class Asked:
    """What is asked of a function at once: the cases of a theme."""

    function: Function
    theme: Theme
    left: bool = False
    """Whether also what a call leaves in its arguments."""
    backwards: bool = False
    """Whether the last case comes first."""


class Listener:
    """Stands where a check expects a Student, and notes what it would be asked."""

    variant = None

    def __init__(self) -> None:
        self.asked: list[tuple[Function, Theme]] = []
        self.calls: list[Asked] = []
        """What functions are called with, in this order."""
        self.held: list[tuple[Variable, Any]] = []
        """Variables, each with the key that it is asked for, or with none."""
        self.functions: set[str] = set()

    def assert_matches(self, function: Function, theme: Theme) -> None:
        self.asked.append((function, theme))
        self.note(function, theme)

    def assert_value(self, variable: Variable) -> None:
        self.held.append((variable, None))

    def assert_entry(self, variable: Variable, key: Any) -> None:
        self.held.append((variable, key))

    def note(self, function: Function, theme: Theme, *, left: bool = False, backwards: bool = False) -> None:
        """What is about more than the answer."""
        self.functions.add(function.name)
        self.calls.append(Asked(function, theme, left or function.in_place, backwards))

    def assert_arguments_unchanged(self, function: Function, theme: Theme) -> None:
        self.note(function, theme, left=True)

    def assert_deterministic(self, function: Function, theme: Theme) -> None:
        self.note(function, theme)
        self.note(function, theme, backwards=True)

    assert_returns_first_argument = assert_owns_memory = note


def heard(checks: Iterable[Callable[[Any], None]]) -> Listener:
    """What these checks ask, as far as that can be told without a student."""
    listener = Listener()
    for check in checks:
        with suppress(Exception):  # an author's check may want any answer to go on
            check(listener)
    return listener


def public_cases(
    asked: Sequence[tuple[Function, Theme]], misconceptions: Sequence[Misconception]
) -> Mapping[str, tuple[Case, ...]]:
    """Function → its public inputs, the smallest first: at most two of each theme."""
    found: dict[str, list[Case]] = {}
    unseen = {function.name: _wrong_answers(function.name, misconceptions) for function, _ in asked}
    for function, _ in asked:
        with suppress(Exception):  # as below
            seen = _shown_by(function, function.example, unseen[function.name])
            unseen[function.name] = _others(unseen[function.name], seen)
    for function, theme in asked:
        cases = found.setdefault(function.name, [])
        if function.look is None and len(cases) < _MOST:
            with suppress(Exception):  # what is wrong with a theme or an oracle is said when the check runs
                cases += _chosen(function, theme, unseen[function.name], cases)
    return {name: tuple(sorted(cases, key=_size)) for name, cases in found.items()}


def _wrong_answers(name: str, misconceptions: Sequence[Misconception]) -> list[Callable[..., Any]]:
    return [each.answers[name] for each in misconceptions if name in each.answers and name not in each.signs]


def _chosen(
    function: Function, theme: Theme, unseen: list[Callable[..., Any]], known: Sequence[Case]
) -> Iterator[Case]:
    """The theme's small case that shows most mistakes that no other input does, and one that shows more."""
    rounds = _in_quarters if len(known) % 2 else _whole  # some mistakes show with fractions alone
    simple = (_simple(function, drawn, rounds) for drawn in _drawn(function, theme, known))
    cases = (case for case in simple if _has_few(case) or len(format_call(function.name, case)) <= _LONGEST)
    shown: list[tuple[Case, list[Callable[..., Any]]]] = []
    for case in cases:
        shown.append((case, _shown_by(function, case, unseen)))
        if len(shown[-1][1]) == len(unseen):
            break  # no other shows more
    for is_first in (True, False):
        best, seen = max(shown, key=lambda each: len(each[1]), default=(None, []))
        if best is None or not (is_first or seen):
            return
        unseen[:] = _others(unseen, seen)
        shown = [(case, _others(answers, seen)) for case, answers in shown]
        yield best


def _has_few(case: Case) -> bool:
    values = (*case.args, *case.kwargs.values())
    sizes = (value.size if isinstance(value, np.ndarray) else 1 for value in values)
    return sum(sizes) <= _FEW and not any(isinstance(value, list | tuple | dict) for value in values)


def _others(answers: Sequence[Callable[..., Any]], seen: Sequence[Callable[..., Any]]) -> list[Callable[..., Any]]:
    return [answer for answer in answers if answer not in seen]


def _shown_by(function: Function, case: Case, unseen: Sequence[Callable[..., Any]]) -> list[Callable[..., Any]]:
    """Those that answer wrongly in this case, with the right answer found once for all of them."""
    if function.look:
        return []
    try:
        right = case.answer(function.oracle, in_place=function.in_place)
    except NO_ANSWER:
        return list(unseen)
    return [answer for answer in unseen if _is_wrong(function, case, answer, right)]


def _is_wrong(function: Function, case: Case, answer: Callable[..., Any], right: Any) -> bool:
    try:
        return function.compare(case.answer(answer, in_place=function.in_place), right) is not None
    except NO_ANSWER:
        return True


def _drawn(function: Function, theme: Theme, known: Sequence[Case]) -> list[Case]:
    """The theme's smallest cases that a page can show, but for those that it always has."""
    first, second = (list(filter(is_plain, theme(Draw(seed, theme.__name__)))) for seed in _SEEDS)
    of_first, of_second = ([function.arguments(case) for case in cases] for cases in (first, second))
    both = [*zip(second, of_second, repeat(of_first)), *zip(first, of_first, repeat(of_second))]
    taken = [function.arguments(case) for case in known]
    free = (
        case
        for case, arguments, always in sorted(both, key=lambda each: _size(each[0]))
        if not _is_among(arguments, always) and not _is_among(arguments, taken)
    )
    return list(islice(free, _TRIED))


def _is_among(arguments: Mapping[str, Any], others: Sequence[Mapping[str, Any]]) -> bool:
    return any(identical(arguments, each) for each in others)


def _size(case: Case) -> float:
    return size([*case.args, *case.kwargs.values()])


def is_plain(case: Case) -> bool:
    """Not about files, images' tensors or models, which no page can show."""
    return not any(isinstance(value, File | Input | Model) for value in (*case.args, *case.kwargs.values()))


def _simple(function: Function, case: Case, rounds: Callable[[Any], Any]) -> Case:
    """The case with fewer digits; with few of them where more comes out than an array or a number: order may matter."""
    right = case.answer(function.oracle, in_place=function.in_place)
    if not isinstance(right, np.ndarray | int | float):
        rounds = _short
    simple = Case(tuple(map(rounds, case.args)), {name: rounds(value) for name, value in case.kwargs.items()})
    try:
        made = simple.answer(function.oracle, in_place=function.in_place)
    except NO_ANSWER:
        return case
    return simple if _extent(made) == _extent(right) else case


def _extent(answer: Any) -> object:
    """How much there is of an answer."""
    if isinstance(answer, np.ndarray):
        return answer.shape
    return len(answer) if isinstance(answer, list | tuple | dict) else type(answer)


def _whole(value: Any, parts: int = 1) -> Any:
    """Numbers without fractions, or in such `parts` of one; an array that would become 0 all over stays."""
    if isinstance(value, np.ndarray) and value.dtype.kind == "f":
        whole = (np.round(value * parts) / parts + 0).astype(value.dtype)  # no minus 0
        return whole if whole.any() else value
    return [_whole(each, parts) for each in value] if type(value) is list else value


def _in_quarters(value: Any) -> Any:
    return _whole(value, 4)


def _short(value: Any) -> Any:
    """Numbers of few decimals, all of which stay different."""
    if isinstance(value, np.ndarray) and value.dtype.kind == "f":
        short = np.round(value, _DECIMALS).astype(value.dtype)
        return short if _different(short) == _different(value) else value
    if type(value) is float:
        return round(value, _DECIMALS)
    return type(value)(map(_short, value)) if type(value) in (list, tuple) else value


def _different(numbers: np.ndarray[Any, Any]) -> int:
    """How many different ones: `np.unique` would import all of `numpy.ma`."""
    return len(set(numbers.ravel().tolist()))
