"""A hidden suite as a whole: that it can be run, that its points add up, and its misconceptions."""

from __future__ import annotations

import traceback
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType

from fcnkit.assignment_paths import AssignmentPaths
from fcnkit.course import ScoreSheet
from fcnkit.course_package import import_folder
from fcnkit.misconception import Misconception, misconceptions_of
from fcnkit.points import added
from fcnkit.text import Text, same

OTHER_POINTS = Text(
    ko="{suite}: {question} 문제의 검사는 모두 {found:.9g}점인데, {config}에는 {points:.9g}점으로 적혀 있습니다. "
    "둘을 맞추세요.",
    en="{suite}: the checks of {question} add up to {found:.9g} points, but {config} has {points:.9g}; make them agree",
)
NO_QUESTION = Text(
    ko="{suite}: 검사가 {question} 문제를 묻는데, {config}에는 그런 문제가 없습니다. 있는 문제: {known}",
    en="{suite}: checks belong to {question}, but {config} has no such question; there are: {known}",
)
SAME_ID = Text(
    ko="{path}: id가 {id}인 오개념이 둘 이상입니다. 하나의 id를 바꾸거나 하나를 지우세요.",
    en="{path}: more than one misconception has the id {id}; change one, or remove it",
)


class SuiteFault(Exception):
    """The hidden suite itself is wrong or broke down: never the student's fault. `str(fault)` is English, for logs."""

    def __init__(self, text: Text | str) -> None:
        self.text = text if isinstance(text, Text) else same(text)
        super().__init__(self.text.en)


def load_misconceptions(suite: Path) -> tuple[Misconception, ...]:
    """The suite's misconceptions. Raises SuiteFault when they cannot be imported."""
    _, misconceptions = load_suite(suite)
    return misconceptions


def load_suite(suite: Path) -> tuple[ModuleType, tuple[Misconception, ...]]:
    """The suite as a package, imported anew, and its misconceptions. Raises SuiteFault when they cannot be imported."""
    try:
        package = import_folder(suite)
        misconceptions = misconceptions_of(package)
    except Exception as error:  # whatever an author's module may raise
        raise SuiteFault(described(error, suite)) from error
    _check_ids(misconceptions, suite / "misconceptions.py")
    return package, misconceptions


def _check_ids(misconceptions: Iterable[Misconception], path: Path) -> None:
    """Raises SuiteFault where two misconceptions could not be told apart."""
    counts = Counter(each.id for each in misconceptions)
    for id, count in counts.items():
        if count > 1:
            raise SuiteFault(SAME_ID.format(path=path, id=id))


def described(error: BaseException, suite: Path) -> str:
    """In one line, what a module of the suite raised, and the file and line of the suite where that was."""
    frames = [(frame.filename, frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
    if isinstance(error, SyntaxError):
        frames.append((error.filename or "", error.lineno))
    inside = [f"{file}:{line}" for file, line in frames if Path(file).parent == suite]
    what = " ".join(str(error).split())
    return f"{inside[-1] if inside else suite}: {type(error).__name__}: {what}{hint(error, suite)}"


def hint(error: BaseException, suite: Path) -> str:
    """What to write instead, where a module of the suite is imported by its bare name."""
    name = error.name if isinstance(error, ModuleNotFoundError) else None
    return f"; write `from . import {name}`" if name and (suite / f"{name}.py").exists() else ""


def check_points(scores: ScoreSheet, paths: AssignmentPaths, checks: Iterable[tuple[str, float]]) -> None:
    """Hold the checks' (question, points) against the score sheet. Raises SuiteFault, which names the files."""
    found: defaultdict[str, list[float]] = defaultdict(list)
    for question, points in checks:
        found[question].append(points)
    where = {"suite": paths.suite, "config": paths.config_file}
    graded = {question.id: question.points for question in scores.questions if question.rubric is None}
    if unknown := sorted(found.keys() - graded.keys()):
        known = ", ".join(graded)
        raise SuiteFault(NO_QUESTION.format(**where, question=", ".join(unknown), known=known))
    for question, points in graded.items():
        if (whole := added(found[question])) != points:
            raise SuiteFault(OTHER_POINTS.format(**where, question=question, found=whole, points=points))
