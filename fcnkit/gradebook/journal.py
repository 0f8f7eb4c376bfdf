"""The journal in SQLite to which every result, and every mark given by hand, is appended at once.

Nothing is ever changed or removed, so the history stays: who had which mark under which suite. Every
table and page is derived from it.
"""

from __future__ import annotations

import sqlite3
import sys
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from pydantic import ValidationError

from fcnkit.course import Attempts
from fcnkit.errors import CannotGoOn, UserError
from fcnkit.gradebook.register import Register
from fcnkit.gradebook.schema import CHANGES, SCHEMA, VERSION
from fcnkit.grading.results import Answer, Review, Status, SubmissionResult
from fcnkit.text import Text

_PATIENCE = 30
"""Seconds to wait while another process writes."""
COUNTS = {
    "last": Text(
        ko="모두 {count}번 제출했고, 그 가운데 가장 나중에 낸 '{submission}' 제출물의 점수가 인정됩니다.",
        en="Handed in {count} times; the last one counts: '{submission}'.",
    ),
    "first": Text(
        ko="모두 {count}번 제출했고, 그 가운데 가장 먼저 낸 '{submission}' 제출물의 점수가 인정됩니다.",
        en="Handed in {count} times; the first one that could be graded counts: '{submission}'.",
    ),
    "best": Text(
        ko="모두 {count}번 제출했고, 그 가운데 점수가 가장 높은 '{submission}' 제출물의 점수가 인정됩니다.",
        en="Handed in {count} times; the best one counts: '{submission}'.",
    ),
}
_GROUP = (
    "SELECT ? UNION SELECT identity FROM enlisted"
    " WHERE whose IN (SELECT ? UNION SELECT whose FROM enlisted WHERE identity = ?)"
)
"""All identities that a roster says are one person's, of one of them or of what the roster calls the person."""
_SAME = "assignment = ? AND identity = ? AND digest = ? AND suite = ? AND environment = ? AND device = ?"


@dataclass(frozen=True)
class Key:
    """What a mark depends on: the same key needs no second grading."""

    identity: str
    digest: str
    suite: str
    environment: str
    device: str
    attempt: str = ""
    """Digest of what was handed in alone, which tells attempts apart."""
    uploaded: str = ""
    """What the platform tells of which upload is the later one, as `Found` has it; no mark depends on it."""


class Gradebook:
    """One journal file; a context manager. Several processes may read and write it at the same time.

    Raises UserError for a file that is no gradebook or cannot be written, and CannotGoOn when the disk is full.
    """

    def __init__(self, path: Path, attempts: Attempts = "last") -> None:
        """`attempts` says which of somebody's attempts counts."""
        self._path, self._attempts = path, attempts
        try:
            self._database = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
            self._prepare()
        except sqlite3.Error as error:
            self._raise_if_full(error)
            raise UserError(
                f"{path}: cannot be used as a gradebook ({error}); move it away or name another --out"
            ) from error
        self.register = Register(self._database, path)

    def _prepare(self) -> None:
        self._database.execute("BEGIN IMMEDIATE")  # of two processes that open an earlier one, one changes it
        try:
            ((version,),) = self._database.execute("PRAGMA user_version")
            tables = {name for (name,) in self._database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            if tables and version not in CHANGES:
                raise sqlite3.DatabaseError("a later version of fcnkit wrote it")
            if tables and not {"result", "review"} <= tables:
                raise sqlite3.DatabaseError("something else wrote it")
            changes = CHANGES[version] if tables else ""
            for statement in (*changes.split(";\n"), *SCHEMA.split(";\n"), f"PRAGMA user_version = {VERSION}"):
                self._database.execute(statement)
        finally:
            self._database.execute("ROLLBACK" if sys.exc_info()[0] else "COMMIT")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._database.close()

    def last(self) -> int:
        """The number of the newest row; 0 where there is none."""
        ((number,),) = self._database.execute("SELECT coalesce(max(id), 0) FROM result")
        return int(number)

    def other_assignment(self, assignment: str) -> str | None:
        """An assignment of which it holds results, other than this one."""
        query = "SELECT assignment FROM result WHERE assignment <> ? LIMIT 1"
        return next((str(name) for (name,) in self._database.execute(query, (assignment,))), None)

    def append(self, key: Key, result: SubmissionResult, after: int = 0) -> SubmissionResult:
        """Write one result down, unless this key's is the person's newest already, in a row after `after`.

        So two processes that grade one class write nothing twice. Where not the last attempt counts, it is enough
        that this key has a result. Returns what counts now of this person, with the marks that people have given.
        """
        row = (
            _now(),
            result.assignment,
            key.identity,
            result.student,
            result.submission,
            key.attempt,
            key.digest,
            key.suite,
            key.environment,
            key.device,
            result.status,
            result.score,
            result.max_score,
            result.model_dump_json(),
            key.uploaded,
        )
        newest = f" AND id = (SELECT max(id) FROM result WHERE assignment = ? AND identity IN ({_GROUP}))"  # noqa: S608
        statement = (
            f"INSERT INTO result SELECT NULL{', ?' * len(row)}"  # noqa: S608  # only marks
            f" WHERE NOT EXISTS (SELECT 1 FROM result WHERE {_SAME} AND status <> ? AND id > ? AND uploaded >= ?"
            f"{newest if self._attempts == 'last' else ''})"
        )
        same = (*_values(result.assignment, key), Status.UNGRADED, after, key.uploaded)
        try:
            of_person = (result.assignment, *[key.identity] * 3) if self._attempts == "last" else ()
            self._database.execute(statement, (*row, *same, *of_person))
        except sqlite3.OperationalError as error:
            self._raise_if_full(error)
            raise CannotGoOn(f"{self._path}: {error}; run the same command again") from error
        return self._counted(result.assignment, key.identity) or result

    def find(self, assignment: str, key: Key) -> SubmissionResult | None:
        """The newest result under this key, unless it was ungraded, which is to be run again."""
        query = f"SELECT json FROM result WHERE {_SAME} AND status <> ? ORDER BY id DESC LIMIT 1"  # noqa: S608  # likewise
        with closing(self._database.execute(query, (*_values(assignment, key), Status.UNGRADED))) as rows:
            row = rows.fetchone()
        return None if row is None else _read(row[0])

    def latest(self, assignment: str) -> Iterator[SubmissionResult]:
        """What counts of each person, sorted by student, one at a time."""
        query = "SELECT DISTINCT identity, student FROM result WHERE assignment = ?"
        whose, labels = self.register.whose(), self.register.labels()
        shown = {
            whose.get(identity, identity): labels.get(whose.get(identity, identity), student)
            for identity, student in self._database.execute(query, (assignment,)).fetchall()
        }
        for identity in sorted(shown, key=lambda identity: (shown[identity], identity)):
            counted = self._counted(assignment, identity)
            if counted is not None:
                yield counted

    def _counted(self, assignment: str, identity: str) -> SubmissionResult | None:
        """The result that counts of a person, and what is to be said of them and of their attempts.

        None where an earlier fcnkit wrote all of them in another form: they are graded again.
        """
        query = (
            "SELECT json, identity, uploaded FROM result JOIN (SELECT min(id) AS first, max(id) AS last FROM result"  # noqa: S608  # marks
            f" WHERE assignment = ? AND identity IN ({_GROUP}) GROUP BY attempt) ON id = last ORDER BY"
            " CASE WHEN ? = 'last' THEN last ELSE first END"
        )
        rows = self._database.execute(query, (assignment, *[identity] * 3, self._attempts)).fetchall()
        results = [result for result in map(_read, _as_uploaded(rows)) if result is not None]
        if not results:
            return None
        whose = self.register.whose().get(identity, identity)
        names = {result.student for result in results}
        person = self.register.enlisted().get(whose)
        if person is not None:
            names.add(person.label)
            shown = {"student": person.label, "identity": whose, "id": person.id}
            results = [result.model_copy(update=shown) for result in results]
        tries = [self._reviewed(result, names) for result in results]
        counted = _counting(tries, self._attempts)
        notes = list(self.register.remarks(whose))
        if len(tries) > 1:
            notes.append(COUNTS[self._attempts].format(count=len(tries), submission=counted.submission))
        return counted.model_copy(update={"notes": (*notes, *counted.notes)})

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

    def _reviewed(self, result: SubmissionResult, names: Collection[str]) -> SubmissionResult:
        """The result with the newest marks that people gave these very answers, under any of the student's names."""
        for answer in result.answers:
            ids = {replace(answer, student=name).id for name in {answer.student, *names}}
            query = (
                f"SELECT points, comment FROM review WHERE assignment = ? AND answer IN ({', '.join('?' * len(ids))})"  # noqa: S608  # only marks
                " ORDER BY id DESC LIMIT 1"
            )
            for points, comment in self._database.execute(query, (result.assignment, *sorted(ids))).fetchall():
                result = result.reviewed(answer.question.id, Review(points=points, comment=comment))
        return result

    def wrote(self, digest: str) -> bool:
        """Whether a table of grades with these bytes was written from here."""
        return next(self._database.execute("SELECT 1 FROM written WHERE digest = ?", (digest,)), None) is not None

    def will_write(self, digest: str) -> None:
        """Remember the bytes of a table of grades that is about to be written."""
        self._database.execute("INSERT OR IGNORE INTO written VALUES (?)", (digest,))

    def _raise_if_full(self, error: sqlite3.Error) -> None:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL:
            raise CannotGoOn(
                f"{self._path}: the disk is full; make room and run the same command again, which goes on from there"
            ) from error


def _as_uploaded(rows: Sequence[tuple[str, str, str]]) -> list[str]:
    """The first of each three in their order, but those with the same second and any third in the order of the third.

    So a platform's older download that is graded after a newer one holds no later attempts.
    """
    ordered = [json for json, _, _ in rows]
    places = defaultdict[str, list[int]](list)
    for at, (_, identity, uploaded) in enumerate(rows):
        if uploaded:
            places[identity].append(at)
    for mine in places.values():
        for at, source in zip(mine, sorted(mine, key=lambda at: rows[at][2]), strict=True):
            ordered[at] = rows[source][0]
    return ordered


def _counting(tries: Sequence[SubmissionResult], attempts: Attempts) -> SubmissionResult:
    """The one that counts, of somebody's attempts in their order: of those with marks, where there are any."""
    graded = [result for result in tries if result.status is Status.GRADED]
    if attempts == "last" or not graded:
        return tries[-1]
    return graded[0] if attempts == "first" else max(graded, key=lambda result: result.score)


def _read(json: str) -> SubmissionResult | None:
    """A result; None where an earlier fcnkit wrote it in a form that is not known any more."""
    try:
        return SubmissionResult.model_validate_json(json)
    except ValidationError:
        return None


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _values(assignment: str, key: Key) -> tuple[str, ...]:
    return (assignment, key.identity, key.digest, key.suite, key.environment, key.device)
