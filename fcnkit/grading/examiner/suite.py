"""A hidden suite as a whole: that it can be run, that its points add up, and its misconceptions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from fcnkit.course import Assignment
from fcnkit.misconception import Misconception, load


class SuiteFault(Exception):
    """The hidden suite itself is wrong or broke down: never the student's fault."""


def load_misconceptions(assignment: Assignment) -> tuple[Misconception, ...]:
    """The suite's misconceptions. Raises SuiteFault when they cannot be imported."""
    try:
        return load(assignment.suite)
    except Exception as error:  # whatever an author's module may raise
        place = assignment.suite / "misconceptions.py"
        raise SuiteFault(f"{place}: cannot be imported ({type(error).__name__}: {error})") from error


def check_points(assignment: Assignment, checks: Iterable[tuple[str, float]]) -> None:
    """Hold the checks' (question, points) against the assignment's configuration. Raises SuiteFault."""
    sums: defaultdict[str, float] = defaultdict(float)
    for question, points in checks:
        sums[question] += points
    for wanted in assignment.config.questions:
        if wanted.rubric is None and sums.pop(wanted.id, 0) != wanted.points:
            raise SuiteFault(
                f"{assignment.suite}: the checks of {wanted.id} do not add up to {wanted.points:g} points, "
                f"as {assignment.config_file} has it"
            )
    if sums:
        raise SuiteFault(f"{assignment.suite}: {assignment.config_file} has no question {', '.join(sorted(sums))}")
