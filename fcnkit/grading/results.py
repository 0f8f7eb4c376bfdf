"""What grading a submission yields: plain data, the same in the gradebook, the pages and the tables.

Everything here is written by the examiner and the intake, never by a student's process.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from fcnkit.text import Lang, Text


class Outcome(StrEnum):
    """How one check, or one question, ended."""

    PASSED = "passed"
    FAILED = "failed"
    UNATTEMPTED = "unattempted"
    ERROR = "error"
    """The student's code raised, hung or ran out of memory; the message says which."""


NOT_ANSWERED = Text(ko="아직 작성하지 않았습니다.", en="Not answered yet.")
"""The message of a check whose function is still as it was handed out."""


class Status(StrEnum):
    """How the grading of one submission ended."""

    GRADED = "graded"
    INVALID = "invalid"
    """Could not be read as a submission; the note says why."""
    UNGRADED = "ungraded"
    """Our fault: it costs the student nothing and is run again next time."""


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class NamedMisconception(_Record):
    """The part of a `Misconception` that pages need."""

    id: str
    name: Text
    text: Text


class Shown(_Record):
    """A value as a page shows it: an array of one or two dimensions as a grid, anything else as text."""

    text: str
    """What `repr` would print, bounded."""
    grid: tuple[tuple[str, ...], ...] | None = None
    """Rows of formatted numbers, for an array that is small enough to show; channels share a cell."""


class Example(_Record):
    """The student's function run on a *public* example: never a hidden input."""

    call: str
    """The call as a student would type it."""
    expected: Shown
    got: Shown | None
    """None where the call gave no value."""
    differs: tuple[tuple[bool, ...], ...] | None = None
    """Where the two grids differ, when both are grids of one shape."""
    problem: Text | None
    """Why there is no value, or what is wrong with it; None where this example comes out right."""


class CheckResult(_Record):
    """One hidden check. `message` never tells a hidden input or an expected value."""

    name: str
    question: str
    title: Text
    points: float
    outcome: Outcome
    message: Text | None = None
    misconception: str | None = None


class QuestionResult(_Record):
    id: str
    title: Text
    outcome: Outcome
    score: float
    max_score: float
    checks: tuple[CheckResult, ...]
    misconceptions: tuple[NamedMisconception, ...] = ()
    examples: tuple[Example, ...] = ()


class CellError(_Record):
    """A cell of the notebook that did not run to its end."""

    cell: int
    """Counting all cells of the notebook from 1, as a reader does."""
    line: int | None
    message: Text
    """The exception as Python prints its last line, or which limit was reached."""


class SubmissionResult(_Record):
    """All that is known of one graded submission."""

    assignment: str
    student: str
    """Who: a name that is safe as a file name and unique within the class."""
    submission: str
    """Which: the path below the folder that was graded, as the instructor sees it."""
    lang: Lang
    status: Status
    score: float
    max_score: float
    questions: tuple[QuestionResult, ...] = ()
    cell_errors: tuple[CellError, ...] = ()
    notes: tuple[Text, ...] = ()
    """Why it is invalid or ungraded, and warnings: one clear sentence each with what to do."""
    fault: str | None = None
    """What broke down when it is ungraded. For the instructor only: it may name what is hidden."""


def question_outcome(checks: Sequence[CheckResult]) -> Outcome:
    """The worst of a question's checks: an error tells more than a failure, which tells more than nothing."""
    outcomes = {check.outcome for check in checks}
    for outcome in (Outcome.ERROR, Outcome.FAILED, Outcome.UNATTEMPTED):
        if outcome in outcomes:
            return outcome
    return Outcome.PASSED
