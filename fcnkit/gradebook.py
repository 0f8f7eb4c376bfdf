"""The gradebook: a journal in SQLite to which every result, and every mark given by hand, is appended at once.

Nothing is ever changed or removed, so the history stays: who had which mark under which suite. Every
table and page is derived from it.
"""

from __future__ import annotations

import os
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from fcnkit.course import Attempts
from fcnkit.errors import CannotGoOn, UserError
from fcnkit.gradebook_schema import FROM_VERSION_2, SCHEMA, VERSION
from fcnkit.grading.enlist import key_of
from fcnkit.grading.intake import Found, Person
from fcnkit.grading.intake.people import Settled, free_label, is_there, remarks, settle, taken_labels
from fcnkit.grading.results import Answer, Review, Status, SubmissionResult
from fcnkit.roster import Student
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
        self._read_enlisted()
        self._remarks = self._read_remarks()

    def _prepare(self) -> None:
        ((version,),) = self._database.execute("PRAGMA user_version")
        ((tables,),) = self._database.execute("SELECT count(*) FROM sqlite_master")
        if tables and version == 1:
            raise UserError(
                f"{self._path}: an earlier fcnkit wrote it, which told students by file names alone and may have taken "
                "two for one; name another --out and grade all again (marks by hand: --reviews OLD/reviews.csv)"
            )
        if tables and version not in (2, VERSION):
            raise sqlite3.DatabaseError("another version of fcnkit wrote it")
        changes = FROM_VERSION_2 if tables and version == 2 else ""
        self._database.executescript(f"BEGIN IMMEDIATE; {changes} {SCHEMA} PRAGMA user_version = {VERSION}; COMMIT;")

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

    def people(self) -> dict[str, Person]:
        """Everybody whom it knows, by identity, each as the hand-ins tell."""
        rows = self._database.execute("SELECT identity, name, student, id, email, place, beside FROM person")
        return {
            identity: Person(identity, name, label, id, email, self._place(place, beside))
            for identity, name, label, id, email, place, beside in rows
        }

    def _place(self, place: str, beside: str) -> str:
        """Where a place is now: where it was, and where that is gone, beside the gradebook as it was."""
        here = os.path.realpath(self._path.parent / beside)
        return here if place and not is_there(place) and is_there(here) else place

    def enrol(self, found: Sequence[Found]) -> Settled:
        """Give each of those found the identity and the label that stay theirs from run to run."""
        self._database.execute("BEGIN IMMEDIATE")
        with self._database:
            people = self.people()
            known = people | self.enlisted()
            settled = settle(found, people, {identity: person.label for identity, person in known.items()})
            settled = replace(settled, moved=settled.moved | self._copied(settled.found, people))
            for each in settled.found:
                person = each.person
                beside = os.path.relpath(person.place, os.path.realpath(self._path.parent)) if person.place else ""
                self._database.execute(
                    "INSERT INTO person VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (identity) DO UPDATE SET"
                    " name = excluded.name, id = excluded.id, email = excluded.email, place = excluded.place,"
                    " beside = excluded.beside",
                    (person.identity, each.student, person.name, person.id, person.email, person.place, beside),
                )
        self._remarks = self._read_remarks()
        return settled

    def _copied(self, found: Sequence[Found], people: Mapping[str, Person]) -> set[tuple[str, str]]:
        """Places of those found that were graded elsewhere (old, new), before the gradebook was moved with them."""
        old = dict(self._database.execute("SELECT identity, place FROM person").fetchall())
        at = {each.person.identity: each.person.place for each in found}
        moved = {
            (old[each], people[each].place) for each in at.keys() & people.keys() if at[each] == people[each].place
        }
        return {(before, now) for before, now in moved if before != now}

    def enlisted(self) -> dict[str, Person]:
        """Everybody of whom a roster has said that they handed in, by the identity that it gives."""
        return self._enlisted

    def _read_enlisted(self) -> None:
        rows = self._database.execute("SELECT whose, name, student, id, email FROM roster")
        self._enlisted = {row[0]: Person(*row) for row in rows}
        self._whose = dict(self._database.execute("SELECT identity, whose FROM enlisted").fetchall())

    def enlist(self, known: Mapping[str, Student], unsure: Iterable[str], labels: Mapping[Student, str]) -> None:
        """Write down who on a roster has which identity; `labels` is what the roster calls them.

        From then on all hand-ins under these identities are one person's, shown with the roster's name and id.
        The `unsure` are themselves again; whoever is in neither stays who they were.
        """
        self._database.execute("BEGIN IMMEDIATE")
        with self._database:
            self._database.executemany("DELETE FROM enlisted WHERE identity = ?", [(each,) for each in unsure])
            for identity, student in known.items():
                self._database.execute(
                    "INSERT INTO enlisted VALUES (?, ?) ON CONFLICT (identity) DO UPDATE SET whose = excluded.whose",
                    (identity, key_of(student)),
                )
            self._read_enlisted()
            taken, before = taken_labels(self.labels().values()), self.enlisted()
            for student in dict.fromkeys(known.values()):
                whose, email = key_of(student), next(iter(student.emails), "")
                label = before[whose].label if whose in before else free_label(labels[student], student.id, taken)
                self._database.execute(
                    "INSERT INTO roster VALUES (?, ?, ?, ?, ?) ON CONFLICT (whose) DO UPDATE SET"
                    " name = excluded.name, id = excluded.id, email = excluded.email",
                    (whose, label, student.name, student.id, email),
                )
        self._read_enlisted()
        self._remarks = self._read_remarks()

    def whose(self) -> dict[str, str]:
        """What a roster says who each identity is; those of whom it says nothing are not among them."""
        return self._whose

    def labels(self) -> dict[str, str]:
        """What everybody is shown as, by what their results have as identity."""
        return {identity: person.label for identity, person in self._shown().items()}

    def _shown(self) -> dict[str, Person]:
        """Everybody once: as a roster says, else as the hand-ins tell."""
        whose = self.whose()
        alone = {identity: person for identity, person in self.people().items() if identity not in whose}
        present = set(whose.values())
        return alone | {key: person for key, person in self.enlisted().items() if key in present}

    def taken_for_another(self) -> set[str]:
        """The identities of those of whom something is to be said, since they could be taken for one another."""
        return set(self._remarks)

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
        return self._counted(result.assignment, key.identity)

    def find(self, assignment: str, key: Key) -> SubmissionResult | None:
        """The newest result under this key, unless it was ungraded, which is to be run again."""
        query = f"SELECT json FROM result WHERE {_SAME} AND status <> ? ORDER BY id DESC LIMIT 1"  # noqa: S608  # likewise
        with closing(self._database.execute(query, (*_values(assignment, key), Status.UNGRADED))) as rows:
            row = rows.fetchone()
        return None if row is None else SubmissionResult.model_validate_json(row[0])

    def latest(self, assignment: str) -> Iterator[SubmissionResult]:
        """What counts of each person, sorted by student, one at a time."""
        query = "SELECT DISTINCT identity, student FROM result WHERE assignment = ?"
        whose, labels = self.whose(), self.labels()
        shown = {
            whose.get(identity, identity): labels.get(whose.get(identity, identity), student)
            for identity, student in self._database.execute(query, (assignment,)).fetchall()
        }
        for identity in sorted(shown, key=lambda identity: (shown[identity], identity)):
            yield self._counted(assignment, identity)

    def _counted(self, assignment: str, identity: str) -> SubmissionResult:
        """The result that counts of a person, and what is to be said of them and of their attempts."""
        query = (
            "SELECT json, identity, uploaded FROM result JOIN (SELECT min(id) AS first, max(id) AS last FROM result"  # noqa: S608  # marks
            f" WHERE assignment = ? AND identity IN ({_GROUP}) GROUP BY attempt) ON id = last ORDER BY"
            " CASE WHEN ? = 'last' THEN last ELSE first END"
        )
        rows = self._database.execute(query, (assignment, *[identity] * 3, self._attempts)).fetchall()
        results = [SubmissionResult.model_validate_json(json) for json in _as_uploaded(rows)]
        whose = self.whose().get(identity, identity)
        names = {result.student for result in results}
        person = self.enlisted().get(whose)
        if person is not None:
            names.add(person.label)
            shown = {"student": person.label, "identity": whose, "id": person.id}
            results = [result.model_copy(update=shown) for result in results]
        tries = [self._reviewed(result, names) for result in results]
        counted = _counting(tries, self._attempts)
        notes = list(self._remarks.get(whose, ()))
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

    def _read_remarks(self) -> dict[str, tuple[Text, ...]]:
        people = self._shown()
        return remarks(people, {identity: person.label for identity, person in people.items()})

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


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _values(assignment: str, key: Key) -> tuple[str, ...]:
    return (assignment, key.identity, key.digest, key.suite, key.environment, key.device)
