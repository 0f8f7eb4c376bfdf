"""Runs a student's functions on public examples and records actual and expected values where they differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from fcnkit.grading.examiner.check import Function
from fcnkit.grading.examiner.formatting import format_call, format_value
from fcnkit.grading.examiner.judged import Judged
from fcnkit.grading.examiner.model_runner import InvalidModel
from fcnkit.grading.examiner.no_value import unreadable, why_no_value
from fcnkit.grading.examiner.replies import Raise, Value
from fcnkit.grading.examiner.student_fixture import Student
from fcnkit.grading.protocol import Model, Opaque, RefusedValue
from fcnkit.grading.results import Example, Outcome, ShownValue
from fcnkit.text import Text, same

MAX_EXAMPLES = 2
"""On a page for one question: enough to see the mistake."""
MAX_SHOWN = 400
"""Characters of a value's text."""
MAX_SIDE = 12
"""Rows and columns of a grid on a page; a third axis of at most four channels shares a cell."""
DIGITS, MANY_DIGITS = 4, 9
"""Digits of a number in a grid, and where so few do not tell two numbers apart."""
RELATIVE, ABSOLUTE = 1e-5, 1e-8
"""Cells closer than this are not marked as different."""

EXPLAINED = Text(
    ko="공개 예제에서는 모두 맞는 값이 나왔습니다. 위의 설명은 다른 입력에서 드러난 것입니다.",
    en="All public examples come out right. What is said above shows with other inputs.",
)
LEFT = Text(
    ko="공개 예제에서는 모두 맞는 값이 나왔습니다. 아직 성립하지 않는 것: {titles}",
    en="All public examples come out right. What does not hold yet: {titles}",
)


@dataclass(frozen=True, eq=False)
class _Tried:
    """What came of a public example, `function.example`."""

    function: Function
    got: Any
    returned: bool
    problem: Text | None

    @cached_property
    def example(self) -> Example:
        """As a page shows it; everything of it may be shown."""
        case, function = self.function.example, self.function
        expected = case.call(function.oracle, in_place=function.in_place)
        right, came = _side_by_side(expected, self.got)
        return Example(
            call=format_call(function.name, case),
            expected=right,
            got=came if self.returned else None,
            differs=_differs(self.got, expected),
            problem=self.problem,
        )

    @property
    def is_telling(self) -> bool:
        """Whether it shows to the eye that something is wrong."""
        return self.problem is not None and self.example.got != self.example.expected

    @property
    def is_of_another_type_alone(self) -> bool:
        """Whether the values are equal, and only written otherwise."""
        return self.example.differs is not None and not any(map(any, self.example.differs))


def telling_examples(functions: Iterable[Function], student: Student) -> tuple[Example, ...]:
    """Public examples on which these functions are wrong, the simplest of each, and none twice."""
    found: dict[str, Example] = {}
    for function in functions:
        telling = _first(tried for tried in _tried(function, student) if tried.is_telling)
        if telling is not None:
            found.setdefault(telling.example.call, telling.example)
        if len(found) == MAX_EXAMPLES:
            break
    return tuple(found.values())


def _first(telling: Iterable[_Tried]) -> _Tried | None:
    """The first with other values; where there is none, the first at all."""
    of_another_type = None
    for tried in telling:
        if not tried.is_of_another_type_alone:
            return tried
        of_another_type = of_another_type or tried
    return of_another_type


def unshown(judged: Judged, student: Student) -> Text | None:
    """What fails though all public examples come out right; nothing where they do not, or there are none."""
    everything = [tried for function in judged.failed_functions for tried in _tried(function, student)]
    if not everything or any(tried.problem is not None for tried in everything):
        return None
    failed = [check for check in judged.checks if check.outcome is not Outcome.PASSED]
    if any(check.misconception or check.relation for check in failed):
        return EXPLAINED
    titles = Text(
        ko=" ".join(f"‘{check.title.ko}’" for check in failed), en=" ".join(f"‘{check.title.en}’" for check in failed)
    )
    return LEFT.format(titles=titles)


def _tried(function: Function, student: Student) -> Iterator[_Tried]:
    """What the student's function answered to its public examples."""
    return (_try(each, student) for each in student.public.examples(function))


def _try(function: Function, student: Student) -> _Tried:
    try:
        reply = student.example(function)
    except InvalidModel as error:
        return _Tried(function, None, returned=False, problem=error.reason)
    if isinstance(reply, Value):
        got = reply.value
        if isinstance(got, Opaque | Model | RefusedValue):
            return _Tried(function, got, returned=True, problem=unreadable(function.name, got))
        problem = function.difference(function.example, got)
        return _Tried(function, function.shown(got), returned=True, problem=problem)
    problem = same(reply.message) if isinstance(reply, Raise) else why_no_value(function.name, reply)
    return _Tried(function, None, returned=False, problem=problem)


def _side_by_side(expected: Any, got: Any) -> tuple[ShownValue, ShownValue]:
    """Two values as a page shows them, with as much of each as tells them apart."""
    for digits in DIGITS, MANY_DIGITS:
        right, came = _shown(expected, digits), _shown(got, digits)
        if not _look_alike(right, came):
            return right, came
    return _typed(expected), _typed(got)


def _look_alike(right: ShownValue, came: ShownValue) -> bool:
    """Whether a page shows no difference: of grids, it shows the numbers alone."""
    if right.grid is None or came.grid is None:
        return right == came
    return (right.grid, right.shape) == (came.grid, came.shape)


def _shown(value: Any, digits: int = DIGITS) -> ShownValue:
    text = format_value(value, MAX_SHOWN)
    if not isinstance(value, np.ndarray) or not _fits_a_grid(value):
        return ShownValue(text=text)
    grid = tuple(tuple(_number(entry, digits) for entry in row) for row in np.atleast_2d(value))
    return ShownValue(text=text, grid=grid, shape=value.shape)


def _typed(value: Any) -> ShownValue:
    """An array with its dtype, in one line."""
    shown = _shown(value)
    if not isinstance(value, np.ndarray):
        return shown
    return ShownValue(text=f"{shown.text.removesuffix(')')}, dtype={value.dtype.name})")


def _fits_a_grid(value: np.ndarray[Any, Any]) -> bool:
    """Rows and columns, with the channels of a third axis side by side in a cell."""
    return 1 <= value.ndim <= 3 and 0 < max(value.shape[:2]) <= MAX_SIDE and (value.ndim < 3 or value.shape[2] <= 4)


def _number(value: Any, digits: int) -> str:
    if isinstance(value, np.ndarray):
        return ", ".join(_number(entry, digits) for entry in value)
    return f"{value:.{digits}g}" if isinstance(value, float | np.floating) else str(value)


def _differs(got: Any, expected: Any) -> tuple[tuple[bool, ...], ...] | None:
    """Where two arrays of numbers and of one shape differ, as the grids show them."""
    both = isinstance(got, np.ndarray) and isinstance(expected, np.ndarray)
    if not both or got.shape != expected.shape or got.dtype.kind not in "biuf" or not _fits_a_grid(got):
        return None
    near = np.isclose(got, expected, rtol=RELATIVE, atol=ABSOLUTE, equal_nan=True)
    return tuple(tuple(not bool(np.all(entry)) for entry in row) for row in np.atleast_2d(near))
