"""Matches people who handed in to a roster. An uncertain match is not made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from fcnkit.grading.intake import Person
from fcnkit.roster import Asked, Id, Match, Matcher, Roster, Student
from fcnkit.roster.person_names import evened, spellings

_TYPED = {"name", "number"}
"""Student numbers that people type into names: `20231237 (2)` beside `20231237` is one more hand-in of theirs."""
_BY_NAME = {"brightspace", "gradescope-submission"}
"""Platforms that tell no id of a person, but of a folder or a hand-in."""


@dataclass(frozen=True)
class Enlisted:
    """Everybody who has ever handed in, by identity."""

    known: Mapping[str, Student]
    """Who is on the roster."""
    unsure: Mapping[str, Match]
    """People who may be one of several students on the roster, or none."""
    strangers: tuple[str, ...]
    """Who is not on it."""


def enlist(people: Mapping[str, Person], roster: Roster, before: Mapping[str, str]) -> Enlisted:
    """Match people, given by identity, to a roster.

    Two identities of one platform or place are two people. If both match one student, only the one that matches by id
    is that student; both are if the student number was typed into both names. Identities that match one student by
    name alone are matched to nobody where there are several, since a namesake may be on no roster. A mail is matched
    by its address; by the name, which its sender chose, only if nothing else is that student's.
    `before` holds the matches of earlier runs, as `key_of` values: one that is still possible is kept.
    """
    matcher = Matcher(roster.students)
    matches = {identity: _match(matcher, person) for identity, person in people.items()}
    rivals: defaultdict[tuple[object, ...], list[str]] = defaultdict(list)
    for identity, match in matches.items():
        if match.student is not None and match.why != "settled":
            rivals[match.student, platform(identity), people[identity].place].append(identity)
        if match.why == "name":
            rivals[match.student, "by name"].append(identity)
    for identities in filter(lambda identities: len(identities) > 1, rivals.values()):
        sure = [each for each in identities if matches[each].why == ("email" if platform(each) == "mail" else "id")]
        for identity in identities:
            student = matches[identity].student
            is_theirs = identity in sure and (len(sure) == 1 or platform(identity) in _TYPED)
            if not is_theirs and student is not None:
                matches[identity] = Match(None, "shared", (student,))
    firm = {match.student for match in matches.values() if match.why != "name"}
    for identity, match in matches.items():
        if platform(identity) == "mail" and match.why == "name" and match.student is not None and match.student in firm:
            matches[identity] = Match(None, "shared", (match.student,))
    for identity, match in matches.items():
        again = [student for student in match.candidates if key_of(student) == before.get(identity)]
        if match.student is None and again and match.why != "contradiction":
            matches[identity] = Match(again[0], "settled")
    return Enlisted(
        {identity: match.student for identity, match in matches.items() if match.student is not None},
        {identity: match for identity, match in matches.items() if match.student is None and match.candidates},
        tuple(identity for identity, match in matches.items() if match.student is None and not match.candidates),
    )


def _match(matcher: Matcher, person: Person) -> Match:
    """A number that could be a date identifies a student only if the name agrees: people date their files."""
    match = matcher.find(asked(person))
    may_be_date = platform(person.identity) == "name" or person.identity.startswith(f"number:{person.id}/")
    if person.id and may_be_date and person.name != person.id:
        is_nobodys = matcher.find(Asked("", (Id("number", person.id),))).why == "unknown"
        if is_nobodys or (match.why == "id" and match.student and not _is_name_of(match.student, person.name)):
            return matcher.find(Asked(person.name, (Id("identity", person.identity),), person.email))
    return match


def _is_name_of(student: Student, name: str) -> bool:
    return evened(name) in {spelling for each in (student.name, *student.also) for spelling in spellings(each)}


def platform(identity: str) -> str:
    """What gave the identity: a learning platform, a student number or a name."""
    return identity.partition(":")[0]


def asked(person: Person) -> Asked:
    """What a person's hand-in tells, as it is looked for on a roster."""
    kind, itself = platform(person.identity), Id("identity", person.identity)
    if kind == "gradescope-submission" and person.name.startswith("submission_"):  # the folder's name, and nobody's
        return Asked("", (itself,), person.email)
    if not person.id or kind in _BY_NAME:
        return Asked(person.name, (itself,), person.email)
    name = "" if person.name == person.id else person.name
    if kind == "canvas":
        return Asked(name, (itself, Id("canvas", person.id)), person.email)
    if kind == "moodle":
        return Asked(name, (itself, Id("moodle", person.id)), person.email)
    if "@" in person.id:  # Gradescope's, of who has no student number
        return Asked(name, (itself,), person.email or person.id)
    return Asked(name, (itself, Id("number", person.id)), person.email)


def key_of(student: Student) -> str:
    """The identity that a roster gives: the same whichever hand-in it is."""
    return f"roster:{student.id.casefold()}" if student.id else f"roster:/{evened(student.name)}"
