"""The history of one student's marks: every grading and every mark given by hand, in order."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from fcnkit.gradebook.given_marks import Given
from fcnkit.gradebook.schema import marks
from fcnkit.grading.results import Status

Why = Literal["first", "attempt", "suite", "environment", "device", "again"]
"""What differs from the grading before: another hand-in, the hidden suite, the grader's versions, its device."""


@dataclass(frozen=True)
class Graded:
    """One grading."""

    at: str
    """UTC, ISO 8601."""
    submission: str
    status: Status
    score: float
    max_score: float
    why: Why


def history(
    database: sqlite3.Connection, assignment: str, identities: Sequence[str], given: Sequence[Given]
) -> list[Graded | Given]:
    """Everything in the journal about a person, who goes by `identities` and whom people have `given` marks."""
    rows = database.execute(
        "SELECT at, submission, status, score, max_score, attempt, suite, environment, device FROM result"  # noqa: S608  # only marks
        f" WHERE assignment = ? AND identity IN ({marks(identities)}) ORDER BY id",
        (assignment, *identities),
    ).fetchall()
    events: list[Graded | Given] = []
    before: tuple[str, ...] | None = None
    for at, submission, status, score, max_score, *key in rows:
        events.append(Graded(at, submission, Status(status), score, max_score, _why(before, tuple(key))))
        before = tuple(key)
    events += given
    return sorted(events, key=lambda event: event.at)


def _why(before: tuple[str, ...] | None, key: tuple[str, ...]) -> Why:
    if before is None:
        return "first"
    names: tuple[Why, ...] = ("attempt", "suite", "environment", "device")
    return next((name for name, old, new in zip(names, before, key, strict=True) if old != new), "again")
