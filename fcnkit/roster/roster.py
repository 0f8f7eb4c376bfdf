"""Who is on a roster."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal, NamedTuple

from fcnkit.errors import UserError, some_of
from fcnkit.roster.person_names import evened
from fcnkit.roster.term_columns import Term
from fcnkit.text import Text

Kind = Literal["number", "login", "canvas", "moodle", "identity"]
"""Whose: the university's student number, the name to log in with, Canvas' user number, Moodle's participant number,
and what an instructor has copied from a message of ours to settle who somebody is."""


MOST_COMPLAINTS = 20


class RosterError(UserError):
    """A roster that cannot be used: a sentence for each thing that is wrong, with file, line and fix."""


class Id(NamedTuple):
    """One of the ids that a person goes by."""

    kind: Kind
    value: str


@dataclass(frozen=True)
class Student:
    """One person on a roster."""

    name: str
    """As it is shown."""
    line: int
    """Where the person stands first; the row's number in a workbook."""
    ids: tuple[Id, ...] = ()
    emails: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    """Other names, such as the one in English."""
    sections: tuple[str, ...] = ()
    again: tuple[int, ...] = ()
    """Other lines where the person stands."""
    terms: tuple[Term, ...] = ()
    """What is said of their deadlines."""

    @cached_property
    def id(self) -> str:
        """What stands for the person in tables: the student number, else what comes next; empty for a bare name."""
        order: tuple[Kind, ...] = ("number", "login")
        known = [id.value for kind in order for id in self.ids if id.kind == kind]
        return next(iter([*known, *self.emails, *(id.value for id in self.ids if id.kind != "identity")]), "")


@dataclass(frozen=True)
class Roster:
    """The people of a course, in the file's order, and remarks on the file."""

    path: Path
    students: tuple[Student, ...]
    remarks: tuple[Text, ...] = ()

    @cached_property
    def labels(self) -> dict[Student, str]:
        """What each person is called where names must differ: the name, and behind a namesake's the id."""
        namesakes = Counter(evened(student.name) for student in self.students)
        return {
            student: f"{student.name} ({student.id})" if namesakes[evened(student.name)] > 1 else student.name
            for student in self.students
        }


def listed(things: Sequence[object], most: int = 5) -> str:
    """A few of them, and how many more there are."""
    shown = ", ".join(map(str, things[:most]))
    return shown + (f", … (+{len(things) - most})" if len(things) > most else "")


def complained(complaints: Sequence[Text]) -> RosterError:
    """One error for all complaints, of which only the first ones are said."""
    return RosterError(some_of(complaints, MOST_COMPLAINTS))
