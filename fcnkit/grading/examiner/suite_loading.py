"""A hidden suite as a whole: that it can be run, that its points add up, and its misconceptions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType

from fcnkit.assignment_paths import AssignmentPaths
from fcnkit.course import ScoreSheet
from fcnkit.course_package import import_folder
from fcnkit.misconception import Misconception, misconceptions_of


class SuiteFault(Exception):
    """The hidden suite itself is wrong or broke down: never the student's fault."""


def load_misconceptions(suite: Path) -> tuple[Misconception, ...]:
    """The suite's misconceptions. Raises SuiteFault when they cannot be imported."""
    _, misconceptions = load_suite(suite)
    return misconceptions


def load_suite(suite: Path) -> tuple[ModuleType, tuple[Misconception, ...]]:
    """The suite as a package, imported anew, and its misconceptions. Raises SuiteFault when they cannot be imported."""
    try:
        package = import_folder(suite)
        return package, misconceptions_of(package)
    except Exception as error:  # whatever an author's module may raise
        what = f"{type(error).__name__}: {error}{hint(error, suite)}"
        raise SuiteFault(f"{suite / 'misconceptions.py'}: cannot be imported ({what})") from error


def hint(error: BaseException, suite: Path) -> str:
    """What to write instead, where a module of the suite is imported by its bare name."""
    name = error.name if isinstance(error, ModuleNotFoundError) else None
    return f"; write `from . import {name}`" if name and (suite / f"{name}.py").exists() else ""


def check_points(scores: ScoreSheet, paths: AssignmentPaths, checks: Iterable[tuple[str, float]]) -> None:
    """Hold the checks' (question, points) against the score sheet. Raises SuiteFault, which names the files."""
    sums: defaultdict[str, float] = defaultdict(float)
    for question, points in checks:
        sums[question] += points
    for wanted in scores.questions:
        if wanted.rubric is None and sums.pop(wanted.id, 0) != wanted.points:
            raise SuiteFault(
                f"{paths.suite}: the checks of {wanted.id} do not add up to {wanted.points:g} points, "
                f"as {paths.config_file} has it"
            )
    if sums:
        raise SuiteFault(f"{paths.suite}: {paths.config_file} has no question {', '.join(sorted(sums))}")
