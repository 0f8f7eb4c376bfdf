"""Wrong options from the hidden suites' misconceptions: an item offers what students really write."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cache
from typing import Any

from fcnkit.course import Course
from fcnkit.misconception import Misconception, load
from fcnkit.practice.answers import Distractor
from fcnkit.practice.values import as_value


def from_misconceptions(
    course: Course,
    function: str,
    *args: Any,
    then: Callable[[Any], Any] = lambda answer: answer,
    likely: Collection[str] = (),
    **kwargs: Any,
) -> list[Distractor]:
    """What holders of each misconception about a student function would answer to these arguments.

    `then` takes from the function's answer what the item asks for. Misconceptions that have no answer here, because
    theirs has not the place that is asked for, are left out. `likely` names those that are told where others lead to
    the same answer to this question.
    """
    found = []
    for misconception in _about(course, function):
        try:
            value = as_value(then(misconception.answers[function](*args, **kwargs)))
        except (ArithmeticError, LookupError, TypeError, ValueError):
            continue
        found.append(Distractor(misconception.id, value, misconception.name, misconception.id in likely))
    return found


@cache
def _about(course: Course, function: str) -> tuple[Misconception, ...]:
    """Only the suite of the assignment that asks for the function is loaded: others may need heavy libraries."""
    for assignment in map(course.assignment, course.names()):
        if any(function in question.functions for question in assignment.config.questions):
            return tuple(each for each in load(assignment.paths.suite) if each.on_paper and function in each.answers)
    raise LookupError(f"no assignment asks for a function {function}")
