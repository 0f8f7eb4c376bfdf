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

from fcnkit import grading
from fcnkit.course import Assignment
from fcnkit.errors import CannotGoOn, UserError
from fcnkit.grading.profiles import PROFILES
from fcnkit.grading.results import Answer, Review, Status, SubmissionResult

_PATIENCE = 30
"""Seconds to wait while another process writes."""
_VERSION = 1
"""Of the table below, as SQLite's `user_version`."""
_SCHEMA = """
CREATE TABLE IF NOT EXISTS result (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,            -- UTC, ISO 8601
    assignment TEXT NOT NULL,
    student TEXT NOT NULL,
    submission TEXT NOT NULL,    -- path, as the instructor sees it
    digest TEXT NOT NULL,        -- of what was handed in
    suite TEXT NOT NULL,         -- digest of the hidden suite and the assignment's configuration
    environment TEXT NOT NULL,   -- the grader's own sources and the versions of what it runs on
    device TEXT NOT NULL,        -- what the student's code ran on
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
_SAME = "assignment = ? AND student = ? AND digest = ? AND suite = ? AND environment = ? AND device = ?"


@dataclass(frozen=True)
class Key:
    """What a mark depends on: the same key needs no second grading."""

    student: str
    digest: str
    suite: str
    environment: str
    device: str


class Gradebook:
    """One journal file; a context manager. Several processes may read and write it at the same time.

    Raises UserError for a file that is no gradebook or cannot be written, and CannotGoOn when the disk is full.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._database = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
            self._prepare()
        except sqlite3.Error as error:
            self._raise_if_full(error)
            raise UserError(
                f"{path}: cannot be used as a gradebook ({error}); move it away or name another --out"
            ) from error

    def _prepare(self) -> None:
        ((version,),) = self._database.execute("PRAGMA user_version")
        ((tables,),) = self._database.execute("SELECT count(*) FROM sqlite_master")
        if tables and version != _VERSION:
            raise sqlite3.DatabaseError("another version of fcnkit wrote it")
        self._database.executescript(f"BEGIN IMMEDIATE; {_SCHEMA} PRAGMA user_version = {_VERSION}; COMMIT;")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._database.close()

    def last(self) -> int:
        """The number of the newest row; 0 where there is none."""
        ((number,),) = self._database.execute("SELECT coalesce(max(id), 0) FROM result")
        return int(number)

    def append(self, key: Key, result: SubmissionResult, after: int = 0) -> SubmissionResult:
        """Write one result down, unless this key's is the student's newest already, in a row after `after`.

        So two processes that grade one class write nothing twice. Returns the result with the marks that people have
        given its answers before.
        """
        row = (
            _now(),
            result.assignment,
            result.student,
            result.submission,
            key.digest,
            key.suite,
            key.environment,
            key.device,
            result.status,
            result.score,
            result.max_score,
            result.model_dump_json(),
        )
        statement = (
            f"INSERT INTO result SELECT NULL{', ?' * len(row)}"  # noqa: S608  # only marks
            f" WHERE NOT EXISTS (SELECT 1 FROM result WHERE {_SAME} AND status <> ? AND id > ? AND id ="
            " (SELECT max(id) FROM result WHERE assignment = ? AND student = ?))"
        )
        try:
            same = (*_values(result.assignment, key), Status.UNGRADED, after, result.assignment, key.student)
            self._database.execute(statement, (*row, *same))
        except sqlite3.OperationalError as error:
            self._raise_if_full(error)
            raise CannotGoOn(f"{self._path}: {error}; run the same command again") from error
        return self._reviewed(result)

    def find(self, assignment: str, key: Key) -> SubmissionResult | None:
        """The newest result under this key, unless it was ungraded, which is to be run again."""
        query = f"SELECT json FROM result WHERE {_SAME} AND status <> ? ORDER BY id DESC LIMIT 1"  # noqa: S608  # likewise
        with closing(self._database.execute(query, (*_values(assignment, key), Status.UNGRADED))) as rows:
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

    def _raise_if_full(self, error: sqlite3.Error) -> None:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL:
            raise CannotGoOn(
                f"{self._path}: the disk is full; make room and run the same command again, which goes on from there"
            ) from error


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _values(assignment: str, key: Key) -> tuple[str, ...]:
    return (assignment, key.student, key.digest, key.suite, key.environment, key.device)


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
    """What else could change a mark, as text: the grader's own sources, and the versions of what it runs on."""
    sources = hashlib.sha256()
    for folder in (Path(grading.__file__).parent, assignment.root / "shared" / "fcnlab"):
        _add_files(sources, folder)
    profile = PROFILES[assignment.config.profile]
    versions = [f"{name} {version(name)}" for name in profile.computing]
    ours = f"fcnkit {version('fcnkit')} ({sources.hexdigest()[:12]})"
    return ", ".join([ours, *versions, f"Python {platform.python_version()}"])
