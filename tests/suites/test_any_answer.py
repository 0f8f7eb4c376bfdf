"""Whatever comes back from a student's function or stands in a variable, each suite has a sentence for it.

An exception here would be taken for a fault of the suite's own, and the whole submission would not be graded.
"""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np
import pytest
from hidden_suite import load_suite

from fcnkit.course import Assignment, Course
from fcnkit.grading.examiner.example import _shown
from fcnkit.grading.examiner.student_fixture import _difference
from fcnkit.grading.protocol import File, Input, Model, Opaque, RefusedValue
from fcnkit.text import Text

COURSE = Course.find()
NUMBERS = (True, 0, -1, 10**1200, 1.5, float("nan"), float("inf"), 1j, np.float16(1), np.float64("nan"), np.int8(-1))
NUMBERS += (np.uint64(2**64 - 1), np.complex128(1j), np.bool_(True))
ARRAYS = tuple(np.zeros(shape) for shape in ((), (0,), (0, 3), (2, 0, 3), (3,), (3, 3), (4, 4, 3), (0, 0, 0, 0)))
ARRAYS += tuple(np.full((3, 3), number) for number in (np.nan, np.inf, 1e308, -1e308, np.iinfo("i8").min, 1j, True))
OTHERS = (None, "", "x" * 1000, "<b>", b"", Opaque("object"), Model("{}", ()), RefusedValue("lambda"), File("a", b"x"))
OTHERS += (Input((4, 4, 3)),)
FLAT = (*NUMBERS, *ARRAYS, *OTHERS)
ANSWERS: tuple[Any, ...] = (
    *FLAT,
    *((value,) for value in FLAT),
    *([value] * 4 for value in FLAT),
    *({"box": value, "objectness": value, "classes": value, 1: value} for value in FLAT),
    (np.zeros((2, 2)), np.nan),
    [(1, 2.0, (1, 2, 3, 4)), (1, float("nan"), ()), ((), (), ())],
    [[[1] * 4] * 4] * 3,
    np.zeros((1 << 20, 0)),
    np.zeros(50_000_000, "u1"),
)


@pytest.mark.parametrize("assignment", [COURSE.assignment(name) for name in COURSE.names()], ids=lambda each: each.name)
def test_any_answer_is_judged_and_shown(assignment: Assignment) -> None:
    calls = [call for check in load_suite(assignment).checks for call in check.calls]
    functions = {(each.name, each.compare, *filter(_is_key, case.args)): (each, case) for each, case in calls}
    with warnings.catch_warnings(action="error"):
        for function, case in functions.values():
            if function.look is None:
                expected = case.call(function.oracle, in_place=function.in_place)
                judged = [function.compare(answer, expected) for answer in ANSWERS]
                assert all(problem is None or isinstance(problem, Text) for problem in judged)
    assert _difference(*next(iter(functions.values())), Opaque("object")) is not None
    assert all(_shown(answer).text for answer in ANSWERS)


def _is_key(argument: object) -> bool:
    """Whether a case is about what stands under one key of a dict."""
    return isinstance(argument, str)
