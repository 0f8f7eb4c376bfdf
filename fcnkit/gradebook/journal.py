"""The journal in SQLite to which every result, and every mark given by hand, is appended at once.

Nothing is ever changed or removed, so the history stays: who had which mark under which suite. Every
table and page is derived from it.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from types import TracebackType
from typing import Self

from pydantic import ValidationError

from fcnkit.course import Attempts
from fcnkit.deadlines.late_work import Terms
from fcnkit.errors import CannotGoOn, UserError
from fcnkit.gradebook.attempts import Attempt, as_uploaded, counting, note
from fcnkit.gradebook.connection import closing_on_error, copied, opened
from fcnkit.gradebook.given_marks import Given, GivenMarks, lapsed, with_marks
from fcnkit.gradebook.gradebook_complaints import (
    AGAIN,
    FROM_THE_FUTURE,
    FULL,
    GRADED_EARLIER,
    NO_GRADEBOOK,
    NOT_READ,
    READONLY,
)
from fcnkit.gradebook.granted_terms import GrantedTerms
from fcnkit.gradebook.history import Graded, history
from fcnkit.gradebook.key import SAME, Key
from fcnkit.gradebook.late_rule import LateRule
from fcnkit.gradebook.migration import EARLIER, FromTheFuture, prepare
from fcnkit.gradebook.register import Register
from fcnkit.gradebook.schema import marks, now
from fcnkit.grading.results import Answer, Status, SubmissionResult

_GROUP = (
    "SELECT ? UNION SELECT identity FROM enlisted"
    " WHERE whose IN (SELECT ? UNION SELECT whose FROM enlisted WHERE identity = ?)"
)
"""All identities that a roster says are one person's, of one of them or of what the roster calls the person."""


class Gradebook:
    """One journal file; a context manager. Several processes may read and write it at the same time.

    Raises UserError for a file that is no gradebook or cannot be written, and CannotGoOn when the disk is full.
    """

    def __init__(
        self,
        path: Path,
        attempts: Attempts = "last",
        late_rule: LateRule | None = None,
        *,
        is_for_reading: bool = False,
    ) -> None:
        """`attempts` says which of somebody's attempts counts, `late_rule` what late ones lose.

        A gradebook that is for reading may lie where nobody may write; what is written into it goes nowhere.
        """
        self._path, self._attempts, self._late_rule = path, attempts, late_rule
        try:
            self._database = copied(path) if is_for_reading else opened(path)
            with closing_on_error(self._database):
                prepare(self._database)
        except FromTheFuture as error:
            raise UserError(FROM_THE_FUTURE, path=path) from error
        except sqlite3.Error as error:
            self._raise_if_full(error)
            is_readonly = getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_READONLY
            raise UserError(READONLY if is_readonly else NO_GRADEBOOK, path=path, error=error) from error
        self.register = Register(self._database, path)
        self.given_marks = GivenMarks(self._database)
        self.granted = GrantedTerms(self._database)

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
        """Append a result, unless the person's newest row, after row `after`, has this key already.

        So two processes that grade one class write nothing twice. Where an attempt other than the last may count, any
        row with this key is enough. Returns the person's result that counts now, with marks that people have given.
        """
        row = _row(key, result)
        newest = f" AND id = (SELECT max(id) FROM result WHERE assignment = ? AND identity IN ({_GROUP}))"  # noqa: S608
        statement = (
            f"INSERT INTO result SELECT NULL{', ?' * len(row)}"  # noqa: S608  # only marks
            f" WHERE NOT EXISTS (SELECT 1 FROM result WHERE {SAME} AND status <> ? AND id > ? AND uploaded >= ?"
            f"{newest if self._attempts == 'last' else ''})"
        )
        same = (*key.same(result.assignment), Status.UNGRADED, after, key.uploaded)
        of_person = (result.assignment, *[key.identity] * 3) if self._attempts == "last" else ()
        try:
            self._database.execute(statement, (*row, *same, *of_person))
            if key.submitted:
                handed_in = (result.assignment, key.identity, key.attempt, key.submitted)
                self._database.execute("INSERT OR IGNORE INTO handed_in VALUES (?, ?, ?, ?)", handed_in)
        except sqlite3.OperationalError as error:
            self._raise_if_full(error)
            raise CannotGoOn(AGAIN, path=self._path, error=error) from error
        return self._counted(result.assignment, key.identity)

    def find(self, assignment: str, key: Key) -> SubmissionResult | None:
        """The newest result under this key, unless it was ungraded, which is to be run again."""
        query = f"SELECT json FROM result WHERE {SAME} AND status <> ? ORDER BY id DESC LIMIT 1"  # noqa: S608  # likewise
        with closing(self._database.execute(query, (*key.same(assignment), Status.UNGRADED))) as rows:
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

    def graded(self) -> set[str]:
        """The identities under which something has a result."""
        return {identity for (identity,) in self._database.execute("SELECT DISTINCT identity FROM result")}

    def _shown(self, assignment: str) -> dict[str, str]:
        """The label of everybody who has a result, by the identity that their results have."""
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

    def _read(self, attempt: Attempt) -> SubmissionResult:
        try:
            return SubmissionResult.model_validate_json(attempt.json).model_copy(update={"attempt": attempt.digest})
        except ValidationError as error:
            ((number,),) = self._database.execute("SELECT max(id) FROM result WHERE json = ?", (attempt.json,))
            raise UserError(NOT_READ, path=self._path, number=number) from error

    def _counted(self, assignment: str, identity: str) -> SubmissionResult:
        """The result of a person that counts, with notes on them and on their attempts."""
        query = (
            "SELECT json, identity, uploaded, attempt, submitted FROM result JOIN ("  # noqa: S608  # marks
            f"SELECT min(id) AS first, max(id) AS last FROM result WHERE assignment = ? AND identity IN ({_GROUP})"
            " GROUP BY attempt) ON id = last ORDER BY CASE WHEN ? = 'last' THEN last ELSE first END"
        )
        rows = self._database.execute(query, (assignment, *[identity] * 3, self._attempts)).fetchall()
        times = self._times(assignment, identity)
        attempts = as_uploaded(
            [
                Attempt(json, whose, uploaded, digest, (*times[digest], newest))
                for json, whose, uploaded, digest, newest in rows
            ]
        )
        results = [self._read(each) for each in attempts]
        whose = self.register.whose().get(identity, identity)
        names = {result.student for result in results}
        person = self.register.enlisted().get(whose)
        if person is not None:
            names.add(person.label)
            shown = {"student": person.label, "identity": whose, "id": person.id}
            results = [result.model_copy(update=shown) for result in results]
        given = self.given_marks.of_student(assignment, names)
        tries = [with_marks(result, given, names) for result in results]
        if self._late_rule is not None:
            terms = self.granted.of(assignment).get(whose, Terms())
            pairs = zip(tries, attempts, strict=True)
            tries = [self._late_rule.judged(result, terms, attempt.times) for result, attempt in pairs]
        counted = counting(tries, self._attempts)
        notes = [GRADED_EARLIER] if identity.startswith(EARLIER) else list(self.register.remarks(whose))
        notes += lapsed(counted, given, names)
        if len(tries) > 1:
            notes.append(note(tries, counted, self._attempts))
        return counted.model_copy(update={"notes": (*notes, *counted.notes)})

    def _times(self, assignment: str, identity: str) -> Mapping[str, list[str]]:
        """When each of somebody's attempts was handed in, by its digest."""
        times = defaultdict[str, list[str]](list)
        query = f"SELECT attempt, submitted FROM handed_in WHERE assignment = ? AND identity IN ({_GROUP})"  # noqa: S608
        for digest, submitted in self._database.execute(query, (assignment, *[identity] * 3)):
            times[digest].append(submitted)
        return times

    def all_answers(self, assignment: str) -> Iterator[tuple[str, tuple[str, Answer]]]:
        """The ids of all answers there have ever been, under every name that pages have shown.

        Each with the student's present label and the answer as it was then.
        """
        whose, labels = self.register.whose(), self.register.labels()
        query = "SELECT json, identity, uploaded, attempt, student FROM result WHERE assignment = ?"
        for json, identity, uploaded, digest, student in self._database.execute(query, (assignment,)):
            result = self._read(Attempt(json, identity, uploaded, digest, ()))
            label = labels.get(whose.get(identity, identity), student)
            for name in dict.fromkeys((student, result.student, label)):
                for answer in result.model_copy(update={"student": name}).answers:
                    yield answer.id, (label, answer)

    def history(self, assignment: str, identity: str) -> list[Graded | Given]:
        """Every grading of a person and every mark that people gave them, in order."""
        whose = self.register.whose()
        own = [each for each in self.register.people() if whose.get(each, each) == identity] or [identity]
        query = f"SELECT DISTINCT student FROM result WHERE assignment = ? AND identity IN ({marks(own)})"  # noqa: S608
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


def _row(key: Key, result: SubmissionResult) -> tuple[str | float, ...]:
    """The columns of the table `result`, but for the number."""
    return (
        now(),
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
        key.submitted,
    )
