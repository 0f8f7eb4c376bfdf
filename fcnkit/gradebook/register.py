"""Identities and labels of everybody in a gradebook, and their matches on rosters."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from fcnkit.gradebook.enrolment import key_of
from fcnkit.grading.intake import Found, Person
from fcnkit.grading.intake.identities import Settled, is_there, settle
from fcnkit.grading.intake.labels import free_label, taken_labels
from fcnkit.grading.intake.remarks import remarks
from fcnkit.roster import Student
from fcnkit.text import Text


class Register:
    """The people in one gradebook's journal, given as an open connection."""

    def __init__(self, database: sqlite3.Connection, path: Path) -> None:
        """`path` is where the journal lies: the places of hand-ins may move along with it."""
        self._database, self._path = database, path
        self._read_enlisted()
        self._remarks: dict[str, tuple[Text, ...]] | None = None
        """Read when first asked for: a large class is compared name by name."""

    def people(self) -> dict[str, Person]:
        """Everybody in it, by identity, as their hand-ins describe them."""
        rows = self._database.execute("SELECT identity, name, student, id, email, place, beside FROM person")
        return {
            identity: Person(identity, name, label, id, email, self._place(place, beside))
            for identity, name, label, id, email, place, beside in rows
        }

    def _place(self, place: str, beside: str) -> str:
        """The current path of a recorded folder; if that is gone, the same path relative to the gradebook."""
        here = os.path.realpath(self._path.parent / beside)
        return here if place and beside and not is_there(place) and is_there(here) else place

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
        self._remarks = None
        return settled

    def _copied(self, found: Sequence[Found], people: Mapping[str, Person]) -> set[tuple[str, str]]:
        """Places (old, new) of people whose hand-ins were moved together with the gradebook."""
        old = dict(self._database.execute("SELECT identity, place FROM person").fetchall())
        at = {each.person.identity: each.person.place for each in found}
        moved = {
            (old[each], people[each].place) for each in at.keys() & people.keys() if at[each] == people[each].place
        }
        return {(before, now) for before, now in moved if before != now}

    def enlisted(self) -> dict[str, Person]:
        """Everybody on a roster who has handed in, by the identity that the roster gives."""
        return self._enlisted

    def _read_enlisted(self) -> None:
        rows = self._database.execute("SELECT whose, name, student, id, email FROM roster")
        self._enlisted = {row[0]: Person(*row) for row in rows}
        self._whose = dict(self._database.execute("SELECT identity, whose FROM enlisted").fetchall())

    def enlist(self, known: Mapping[str, Student], unsure: Iterable[str], labels: Mapping[Student, str]) -> None:
        """Write down who on a roster has which identity; `labels` is what the roster calls them.

        From then on all hand-ins under these identities are one person's, shown with the roster's name and id.
        The `unsure` lose an earlier match; people in neither keep theirs.
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
        self._remarks = None

    def whose(self) -> dict[str, str]:
        """For each identity that was matched to a roster, the identity that the roster gives."""
        return self._whose

    def labels(self) -> dict[str, str]:
        """Everybody's label, by the identity that their results have."""
        return {identity: person.label for identity, person in self._shown().items()}

    def _shown(self) -> dict[str, Person]:
        """Everybody once: as a roster says, else as the hand-ins tell."""
        whose = self.whose()
        alone = {identity: person for identity, person in self.people().items() if identity not in whose}
        present = set(whose.values())
        return alone | {key: person for key, person in self.enlisted().items() if key in present}

    def taken_for_another(self) -> set[str]:
        """The identities of those who could be confused with one another, and so have remarks."""
        return set(self._read_remarks())

    def remarks(self, whose: str) -> tuple[Text, ...]:
        """Remarks on somebody who could be confused with another person."""
        return self._read_remarks().get(whose, ())

    def _read_remarks(self) -> dict[str, tuple[Text, ...]]:
        if self._remarks is None:
            people = self._shown()
            self._remarks = remarks(people, {identity: person.label for identity, person in people.items()})
        return self._remarks
