"""Finds people of a roster again: by id, then by e-mail, then by name. What fits several is never guessed."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from fcnkit.roster.person_names import evened, look, spellings, within
from fcnkit.roster.roster import Id, Kind, Student

LONGEST = 400
"""Letters of a name that are looked at: more than any file's name has."""
_MOST_WORDS = 20
Why = Literal["settled", "id", "email", "name", "several", "contradiction", "lookalike", "shared", "unknown"]
_PLATFORMS: tuple[Kind, ...] = ("canvas", "moodle")


@dataclass(frozen=True)
class Asked:
    """What is known of somebody who is to be found."""

    name: str = ""
    ids: tuple[Id, ...] = ()
    """The surest first. Only a platform's own numbers are of a kind; any other is looked for as number and login."""
    email: str = ""


@dataclass(frozen=True)
class Match:
    """Who it is, or who it may be."""

    student: Student | None
    """None where that is not sure."""
    why: Why
    """What the student was found by, or why no match was made."""
    candidates: tuple[Student, ...] = ()
    """Who it may be where that is not sure."""


class Matcher:
    """A roster's people, by all that they are called. A question costs a few look-ups, however long the roster is."""

    def __init__(self, students: Iterable[Student]) -> None:
        self._ids: defaultdict[Id, dict[Student, None]] = defaultdict(dict)
        self._emails: defaultdict[str, dict[Student, None]] = defaultdict(dict)
        self._names: defaultdict[str, dict[Student, None]] = defaultdict(dict)
        self._looks: defaultdict[str, dict[Student, None]] = defaultdict(dict)
        for student in students:
            for id in student.ids:
                self._ids[_id(id)][student] = None
                self._ids[_without_zeros(id)][student] = None
            for email in student.emails:
                self._emails[email.casefold()][student] = None
            for name in (student.name, *student.also):
                for spelling in spellings(name[:LONGEST]):
                    self._names[spelling][student] = None
                for spelling in spellings(look(name[:LONGEST])):
                    self._looks[spelling][student] = None

    def find(self, asked: Asked) -> Match:
        """Who is meant. An id or address counts more than a name, unless that is somebody else's on the roster."""
        settled = [student for id in asked.ids if id.kind == "identity" for student in self._ids.get(_id(id), ())]
        if len(settled) == 1:
            return Match(settled[0], "settled")
        named = list(self._names.get(evened(asked.name[:LONGEST]), ()))
        ids = [id for id in asked.ids if id.kind != "identity"] or tuple(_in_name(asked.name[:LONGEST]))
        by_id = list(dict.fromkeys(student for id in ids for student in self._with(id)))
        by_email = list(self._emails.get(asked.email.casefold(), ())) if asked.email else []
        sure = by_id or by_email
        if len(sure) > 1:
            sure = [student for student in sure if student in named] or sure
        if len(sure) > 1:
            return Match(None, "several", tuple(sure))
        if sure:
            named = self._named_in(asked.name)
            others = [*(by_email if by_id else ()), *named]
            if any(other is not sure[0] for other in others) and sure[0] not in named:
                return Match(None, "contradiction", tuple(dict.fromkeys([*sure, *others])))
            return Match(sure[0], "id" if by_id else "email")
        if any(_is_another(asked, student) for student in named):
            return Match(None, "contradiction", tuple(named))
        if len(named) > 1:
            return Match(None, "several", tuple(named))
        if named:
            return Match(named[0], "name")
        alike = list(self._looks.get(look(asked.name[:LONGEST]), ()))
        return Match(None, "lookalike" if alike else "unknown", tuple(alike))

    def _named_in(self, name: str) -> list[Student]:
        """Students whose name occurs in a name as whole words; the longest matches count."""
        for runs in within(name[:LONGEST], _MOST_WORDS):
            if named := dict.fromkeys(student for run in runs for student in self._names.get(run, ())):
                return list(named)
        return []

    def _with(self, id: Id) -> list[Student]:
        """Who has this id: as it is written, else without zeros at the front, which spreadsheets take off."""
        kinds: tuple[Kind, ...] = (id.kind,) if id.kind in _PLATFORMS else ("number", "login")
        asked = [Id(kind, id.value) for kind in kinds]
        exact = [student for each in asked for student in self._ids.get(_id(each), ())]
        exact = [student for student in exact if any(_id(Id(has.kind, id.value)) == _id(has) for has in student.ids)]
        return exact or [student for each in asked for student in self._ids.get(_without_zeros(each), ())]


def _in_name(name: str) -> Iterator[Id]:
    """What could be ids in a name that comes without one: a login alone, as a home folder's, or words with a digit."""
    yield Id("login", name)
    for word in re.split(r"[\s_,.()\[\]]+", name)[:_MOST_WORDS]:
        if len(word) > 2 and any(map(str.isdecimal, word)):
            yield Id("number", word)


def _is_another(asked: Asked, student: Student) -> bool:
    """Whether somebody of that name, and without any id that is asked for, has a number of the same kind."""
    numbers = {has.kind for has in student.ids if has.value.isdecimal()}
    return any(id.kind in numbers and id.value.isdecimal() for id in asked.ids)


def _id(id: Id) -> Id:
    return Id(id.kind, unicodedata.normalize("NFKC", id.value).casefold())


def _without_zeros(id: Id) -> Id:
    return Id(id.kind, _id(id).value.lstrip("0"))
