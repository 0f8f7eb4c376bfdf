"""The journal in SQLite to which every result, and every mark given by hand, is appended at once.

Nothing is ever changed or removed, so the history stays: who had which mark under which suite. Every
table and page is derived from it.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from pydantic import ValidationError

from fcnkit.course import Attempts
from fcnkit.errors import CannotGoOn, UserError
from fcnkit.gradebook.given_marks import Given, GivenMarks, lapsed, with_marks
from fcnkit.gradebook.history import Graded, history
from fcnkit.gradebook.migration import EARLIER, FromTheFuture, prepare
from fcnkit.gradebook.register import Register
from fcnkit.grading.results import Status, SubmissionResult
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
NO_GRADEBOOK = Text(
    ko="{path}: 성적부로 쓸 수 없는 파일입니다({error}). 다른 곳으로 옮기거나 --out에 다른 폴더를 지정하세요.",
    en="{path}: cannot be used as a gradebook ({error}); move it away or name another --out",
)
FROM_THE_FUTURE = Text(
    ko="{path}: 더 새로운 fcnkit이 쓴 성적부입니다. fcnkit을 새 버전으로 올리거나 --out에 다른 폴더를 지정하세요.",
    en="{path}: a later version of fcnkit wrote it; update fcnkit, or name another --out",
)
NOT_READ = Text(
    ko="{path}: {number}번 결과를 읽을 수 없습니다. 백업해 둔 성적부로 되돌리거나 --out에 다른 폴더를 지정하세요.",
    en="{path}: result {number} cannot be read; bring back a copy of the gradebook, or name another --out",
)
GRADED_EARLIER = Text(
    ko="이전 버전의 fcnkit이 채점한 결과입니다. 제출물을 다시 채점하면 새 결과로 바뀝니다.",
    en="Graded by an earlier version of fcnkit; a new result takes its place once the hand-in is graded again.",
)
AGAIN = Text(ko="{path}: {error}. 같은 명령을 다시 실행하세요.", en="{path}: {error}; run the same command again")
FULL = Text(
    ko="{path}: 디스크가 가득 찼습니다. 자리를 마련하고 같은 명령을 다시 실행하면 이어서 채점합니다.",
    en="{path}: the disk is full; make room and run the same command again, which goes on from there",
)
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
    """The platform's order of uploads, as in `Found`; no mark depends on it."""


class Gradebook:
    """One journal file; a context manager. Several processes may read and write it at the same time.

    Raises UserError for a file that is no gradebook or cannot be written, and CannotGoOn when the disk is full.
    """

    def __init__(self, path: Path, attempts: Attempts = "last") -> None:
        """`attempts` says which of somebody's attempts counts."""
        self._path, self._attempts = path, attempts
        try:
            self._database = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
            prepare(self._database)
        except FromTheFuture as error:
            raise UserError(FROM_THE_FUTURE, path=path) from error
        except sqlite3.Error as error:
            self._raise_if_full(error)
            raise UserError(NO_GRADEBOOK, path=path, error=error) from error
        self.register = Register(self._database, path)
        self.given_marks = GivenMarks(self._database)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._database.close()

    def last(self) -> int:
        """Number of the newest row; 0 if there is none."""
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
            raise CannotGoOn(AGAIN, path=self._path, error=error) from error
        return self._counted(result.assignment, key.identity)

    def find(self, assignment: str, key: Key) -> SubmissionResult | None:
        """The newest result under this key, unless it was ungraded, which is to be run again."""
        query = f"SELECT json FROM result WHERE {_SAME} AND status <> ? ORDER BY id DESC LIMIT 1"  # noqa: S608  # likewise
        with closing(self._database.execute(query, (*_values(assignment, key), Status.UNGRADED))) as rows:
            row = rows.fetchone()
        try:
            return None if row is None else SubmissionResult.model_validate_json(row[0])
        except ValidationError:  # it is graded again
            return None

    def latest(self, assignment: str) -> Iterator[SubmissionResult]:
        """What counts of each person, sorted by student, one at a time."""
        shown = self._shown(assignment)
        for identity in sorted(shown, key=lambda identity: (shown[identity], identity)):
            yield self._counted(assignment, identity)

    def result_of(self, assignment: str, student: str) -> SubmissionResult | None:
        """What counts of the student of that label; None for nobody."""
        identity = next((each for each, label in self._shown(assignment).items() if label == student), None)
        return None if identity is None else self._counted(assignment, identity)

    def _shown(self, assignment: str) -> dict[str, str]:
        """Everybody who has a result, by what it has as identity, and what they are shown as."""
        query = "SELECT DISTINCT identity, student FROM result WHERE assignment = ?"
        whose, labels = self.register.whose(), self.register.labels()
        shown = {
            whose.get(identity, identity): labels.get(whose.get(identity, identity), student)
            for identity, student in self._database.execute(query, (assignment,)).fetchall()
        }
        again = {label.casefold() for identity, label in shown.items() if not identity.startswith(EARLIER)}
        return {
            identity: label
            for identity, label in shown.items()
            if not identity.startswith(EARLIER) or label.casefold() not in again
        }

    def _read(self, json: str, attempt: str) -> SubmissionResult:
        try:
            return SubmissionResult.model_validate_json(json).model_copy(update={"attempt": attempt})
        except ValidationError as error:
            ((number,),) = self._database.execute("SELECT max(id) FROM result WHERE json = ?", (json,))
            raise UserError(NOT_READ, path=self._path, number=number) from error

    def _counted(self, assignment: str, identity: str) -> SubmissionResult:
        """The result that counts of a person, and what is to be said of them and of their attempts."""
        query = (
            "SELECT json, identity, uploaded, attempt FROM result JOIN ("  # noqa: S608  # marks
            f"SELECT min(id) AS first, max(id) AS last FROM result WHERE assignment = ? AND identity IN ({_GROUP})"
            " GROUP BY attempt) ON id = last ORDER BY CASE WHEN ? = 'last' THEN last ELSE first END"
        )
        rows = self._database.execute(query, (assignment, *[identity] * 3, self._attempts)).fetchall()
        results = [self._read(json, attempt) for json, attempt in _as_uploaded(rows)]
        whose = self.register.whose().get(identity, identity)
        names = {result.student for result in results}
        person = self.register.enlisted().get(whose)
        if person is not None:
            names.add(person.label)
            shown = {"student": person.label, "identity": whose, "id": person.id}
            results = [result.model_copy(update=shown) for result in results]
        given = self.given_marks.of_student(assignment, names)
        tries = [with_marks(result, given, names) for result in results]
        counted = _counting(tries, self._attempts)
        notes = [GRADED_EARLIER] if identity.startswith(EARLIER) else list(self.register.remarks(whose))
        notes += lapsed(counted, given, names)
        if len(tries) > 1:
            notes.append(COUNTS[self._attempts].format(count=len(tries), submission=counted.submission))
        return counted.model_copy(update={"notes": (*notes, *counted.notes)})

    def history(self, assignment: str, identity: str) -> list[Graded | Given]:
        """Every grading of a person and every mark that people gave them, in order."""
        whose = self.register.whose()
        own = [each for each in self.register.people() if whose.get(each, each) == identity] or [identity]
        query = f"SELECT DISTINCT student FROM result WHERE assignment = ? AND identity IN ({_marks(own)})"  # noqa: S608
        names = {student for (student,) in self._database.execute(query, (assignment, *own))}
        names |= {self.register.labels().get(identity, "")} - {""}
        own += [f"{EARLIER}{name}" for name in sorted(names) if f"{EARLIER}{name}" not in own]
        return history(self._database, assignment, own, self.given_marks.of_student(assignment, names))

    def wrote(self, digest: str) -> bool:
        """Whether a table of grades with these bytes was written from here."""
        return next(self._database.execute("SELECT 1 FROM written WHERE digest = ?", (digest,)), None) is not None

    def will_write(self, digest: str) -> None:
        """Remember the bytes of a table of grades that is about to be written."""
        self._database.execute("INSERT OR IGNORE INTO written VALUES (?)", (digest,))

    def _raise_if_full(self, error: sqlite3.Error) -> None:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL:
            raise CannotGoOn(FULL, path=self._path) from error


def _as_uploaded(rows: Sequence[tuple[str, str, str, str]]) -> list[tuple[str, str]]:
    """First and last of each four in their order, but those with the same second and any third in the third's order.

    So a platform's older download that is graded after a newer one holds no later attempts.
    """
    ordered = [(json, attempt) for json, _, _, attempt in rows]
    places = defaultdict[str, list[int]](list)
    for at, (_, identity, uploaded, _) in enumerate(rows):
        if uploaded:
            places[identity].append(at)
    for mine in places.values():
        for at, source in zip(mine, sorted(mine, key=lambda at: rows[at][2]), strict=True):
            ordered[at] = rows[source][0], rows[source][3]
    return ordered


def _counting(tries: Sequence[SubmissionResult], attempts: Attempts) -> SubmissionResult:
    """The one that counts, of somebody's attempts in their order: of those with marks, where there are any."""
    graded = [result for result in tries if result.status is Status.GRADED]
    if attempts == "last" or not graded:
        return tries[-1]
    return graded[0] if attempts == "first" else max(graded, key=lambda result: result.score)


def _marks(values: Sequence[object]) -> str:
    """As many of SQL's question marks."""
    return ", ".join("?" * len(values))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _values(assignment: str, key: Key) -> tuple[str, ...]:
    return (assignment, key.identity, key.digest, key.suite, key.environment, key.device)
