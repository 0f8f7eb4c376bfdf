"""A student's function on the *public* example: what came out beside what should have."""

from __future__ import annotations

from typing import Any

import numpy as np

from fcnkit.grading.examiner.checks import Case, Function
from fcnkit.grading.examiner.models import Unusable
from fcnkit.grading.examiner.no_value import why_no_value
from fcnkit.grading.examiner.replies import Raise, Value
from fcnkit.grading.examiner.student import NOT_DATA, Student
from fcnkit.grading.examiner.written import written
from fcnkit.grading.protocol import Model, Opaque, Refused
from fcnkit.grading.results import Example, Shown
from fcnkit.text import Text

MAX_SHOWN = 400
"""Characters of a value's text."""
MAX_SIDE = 12
"""Rows and columns of a grid on a page; a third axis of at most four channels shares a cell."""
RELATIVE, ABSOLUTE = 1e-5, 1e-8
"""Cells closer than this are not marked as different."""


def run_example(function: Function, student: Student) -> Example:
    """What the student's function answered to its public example; everything of it may be shown."""
    case = function.example
    expected = case.call(function.oracle, in_place=function.in_place)
    got: Any = None
    problem: Text | None = None
    returned = False
    try:
        reply = student.example(function)
    except Unusable as error:
        problem = error.reason
    else:
        if isinstance(reply, Value):
            returned, got = True, reply.value
            unreadable = isinstance(got, Opaque | Model | Refused)
            problem = NOT_DATA.format(name=function.name) if unreadable else function.difference(case, got)
            got = got if unreadable else function.shown(got)
        elif isinstance(reply, Raise):
            problem = Text(ko=reply.message, en=reply.message)
        else:
            problem = why_no_value(function.name, reply)
    return Example(
        call=_call(function.name, case),
        expected=_shown(expected),
        got=_shown(got) if returned else None,
        differs=_differs(got, expected),
        problem=problem,
    )


def _call(name: str, case: Case) -> str:
    args = [written(value) for value in case.args] + [f"{key}={written(value)}" for key, value in case.kwargs.items()]
    return f"{name}({', '.join(args)})"


def _shown(value: Any) -> Shown:
    text = written(value, MAX_SHOWN)
    if not isinstance(value, np.ndarray) or not _fits_a_grid(value):
        return Shown(text=text)
    return Shown(text=text, grid=tuple(tuple(_number(entry) for entry in row) for row in np.atleast_2d(value)))


def _fits_a_grid(value: np.ndarray[Any, Any]) -> bool:
    """Rows and columns, with the channels of a third axis side by side in a cell."""
    return 1 <= value.ndim <= 3 and 0 < max(value.shape[:2]) <= MAX_SIDE and (value.ndim < 3 or value.shape[2] <= 4)


def _number(value: Any) -> str:
    if isinstance(value, np.ndarray):
        return ", ".join(map(_number, value))
    return f"{value:.4g}" if isinstance(value, float | np.floating) else str(value)


def _differs(got: Any, expected: Any) -> tuple[tuple[bool, ...], ...] | None:
    """Where two arrays of numbers and of one shape differ, as the grids show them."""
    both = isinstance(got, np.ndarray) and isinstance(expected, np.ndarray)
    if not both or got.shape != expected.shape or got.dtype.kind not in "biuf" or not _fits_a_grid(got):
        return None
    near = np.isclose(got, expected, rtol=RELATIVE, atol=ABSOLUTE, equal_nan=True)
    return tuple(tuple(not bool(np.all(entry)) for entry in row) for row in np.atleast_2d(near))
