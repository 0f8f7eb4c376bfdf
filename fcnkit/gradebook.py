"""The gradebook: a journal in SQLite to which every result, and every mark given by hand, is appended at once.

Nothing is ever changed or removed, so the history stays: who had which mark under which suite. Every
table and page is derived from it.
"""

from __future__ import annotations

import hashlib
import platform
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from types import TracebackType
from typing import Self

from fcnkit.course import Assignment
from fcnkit.errors import UserError
from fcnkit.grading.profiles import PROFILES
from fcnkit.grading.results import Answer, Review, Status, SubmissionResult

_SCHEMA = """
CREATE TABLE IF NOT EXISTS result (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,            -- UTC, ISO 8601
    assignment TEXT NOT NULL,
    student TEXT NOT NULL,
    submission TEXT NOT NULL,    -- path, as the instructor sees it
    digest TEXT NOT NULL,        -- of what was handed in
    suite TEXT NOT NULL,         -- digest of the hidden suite and the assignment's configuration
    environment TEXT NOT NULL,   -- versions that could change a mark
    status TEXT NOT NULL,
    score REAL NOT NULL,
    max_score REAL NOT NULL,
    json TEXT NOT NULL           -- the whole SubmissionResult
) STRICT;
CREATE INDEX IF NOT EXISTS result_of_student ON result (assignment, student, id);
CREATE TABLE IF NOT EXISTS review (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,            -- UTC, ISO 8601
    assignment TEXT NOT NULL,
    student TEXT NOT NULL,
    question TEXT NOT NULL,
    answer TEXT NOT NULL,        -- id of the answer that was read: another one has other marks
    points REAL NOT NULL,
    comment TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS review_of_answer ON review (assignment, answer, id);
"""


@dataclass(frozen=True)
class Key:
    """What a mark depends on: the same key needs no second grading."""

    student: str
    digest: str
    suite: str
    environment: str


class Gradebook:
    """One journal file; a context manager. Raises UserError for a file that is no gradebook or cannot be written."""

    def __init__(self, path: Path) -> None:
        try:
            self._database = sqlite3.connect(path, timeout=30, isolation_level=None)
            self._database.executescript(_SCHEMA)
        except sqlite3.Error as error:
            raise UserError(
                f"{path}: cannot be used as a gradebook ({error}); move it away or name another --out"
            ) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._database.close()

    def append(self, key: Key, result: SubmissionResult) -> SubmissionResult:
        """Write one result down; return it with the marks that people have given its answers before."""
        row = (
            _now(),
            result.assignment,
            result.student,
            result.submission,
            key.digest,
            key.suite,
            key.environment,
            result.status,
            result.score,
            result.max_score,
            result.model_dump_json(),
        )
        self._database.execute(f"INSERT INTO result VALUES (NULL{', ?' * len(row)})", row)  # noqa: S608  # only marks
        return self._reviewed(result)

    def find(self, assignment: str, key: Key) -> SubmissionResult | None:
        """The newest result under this key, unless it was ungraded, which is to be run again."""
        query = (
            "SELECT json FROM result WHERE assignment = ? AND student = ? AND digest = ? AND suite = ?"
            " AND environment = ? AND status <> ? ORDER BY id DESC LIMIT 1"
        )
        values = (assignment, key.student, key.digest, key.suite, key.environment, Status.UNGRADED)
        with closing(self._database.execute(query, values)) as rows:
            row = rows.fetchone()
        return None if row is None else self._reviewed(SubmissionResult.model_validate_json(row[0]))

    def latest(self, assignment: str) -> Iterator[SubmissionResult]:
        """The newest result of each student, sorted by student, one at a time."""
        query = (
            "SELECT json FROM result WHERE id IN"
            " (SELECT max(id) FROM result WHERE assignment = ? GROUP BY student) ORDER BY student"
        )
        with closing(self._database.execute(query, (assignment,))) as rows:
            for (json,) in rows:
                yield self._reviewed(SubmissionResult.model_validate_json(json))

    def append_reviews(self, assignment: str, reviews: Iterable[tuple[Answer, Review]]) -> None:
        """Write down marks that people gave, all of them or none."""
        rows = [
            (_now(), assignment, answer.student, answer.question.id, answer.id, review.points, review.comment)
            for answer, review in reviews
        ]
        self._database.execute("BEGIN IMMEDIATE")
        with self._database:
            self._database.executemany("INSERT INTO review VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)", rows)

    def reviews(self, assignment: str, answer_id: str) -> list[Review]:
        """All marks that were ever given to an answer, the newest first."""
        query = "SELECT points, comment FROM review WHERE assignment = ? AND answer = ? ORDER BY id DESC"
        with closing(self._database.execute(query, (assignment, answer_id))) as rows:
            return [Review(points=points, comment=comment) for points, comment in rows]

    def _reviewed(self, result: SubmissionResult) -> SubmissionResult:
        """The result with the newest marks that people gave these very answers."""
        for answer in result.answers:
            for review in self.reviews(result.assignment, answer.id)[:1]:
                result = result.reviewed(answer.question.id, review)
        return result


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def suite_digest(assignment: Assignment) -> str:
    """Over the suite's files, of a quiz the terms, and the configuration with its limits: a change grades again."""
    digest = hashlib.sha256(assignment.config.model_dump_json().encode())
    _add_files(digest, assignment.suite)
    if assignment.config.quiz:
        digest.update(assignment.terminology.read_bytes())
    return digest.hexdigest()


def _add_files(digest: hashlib._Hash, folder: Path) -> None:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            content = path.read_bytes()
            digest.update(f"{path.relative_to(folder)}\0{len(content)}\0".encode() + content)


def environment(assignment: Assignment) -> str:
    """The versions that could change a mark, as text."""
    profile = PROFILES[assignment.config.profile]
    versions = [f"{name} {version(name)}" for name in ("fcnkit", *profile.computing)]
    return ", ".join([*versions, f"Python {platform.python_version()}", platform.machine()])
