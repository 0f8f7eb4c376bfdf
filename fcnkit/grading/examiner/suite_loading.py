"""A hidden suite as a whole: that it can be run, that its points add up, and its misconceptions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType

from fcnkit.course import Assignment
from fcnkit.course_package import import_folder
from fcnkit.misconception import Misconception, misconceptions_of


class SuiteFault(Exception):
    """The hidden suite itself is wrong or broke down: never the student's fault."""


def load_misconceptions(assignment: Assignment) -> tuple[Misconception, ...]:
    """The suite's misconceptions. Raises SuiteFault when they cannot be imported."""
    _, misconceptions = load_suite(assignment)
    return misconceptions


def load_suite(assignment: Assignment) -> tuple[ModuleType, tuple[Misconception, ...]]:
    """The suite as a package, imported anew, and its misconceptions. Raises SuiteFault when they cannot be imported."""
    try:
        package = import_folder(assignment.suite)
        return package, misconceptions_of(package)
    except Exception as error:  # whatever an author's module may raise
        place = assignment.suite / "misconceptions.py"
        what = f"{type(error).__name__}: {error}{hint(error, assignment.suite)}"
        raise SuiteFault(f"{place}: cannot be imported ({what})") from error


def hint(error: BaseException, suite: Path) -> str:
    """What to write instead, where a module of the suite is imported by its bare name."""
    name = error.name if isinstance(error, ModuleNotFoundError) else None
    return f"; write `from . import {name}`" if name and (suite / f"{name}.py").exists() else ""


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
