"""Which row of a platform's file is whose: by id, e-mail or whole name, never by likeness."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from fcnkit.export import export_complaints
from fcnkit.export.sheet import ExportError
from fcnkit.gradebook import Gradebook
from fcnkit.gradebook.enrolment import enlist
from fcnkit.grading.intake import Person
from fcnkit.grading.results import SubmissionResult
from fcnkit.roster import Id, Roster, Student
from fcnkit.roster.columns import NUMBERED
from fcnkit.roster.person_names import could_be_one
from fcnkit.roster.roster import listed
from fcnkit.roster.table import read_table
from fcnkit.text import place

ALIASES = "aliases.csv"
_KEYS = "student", "row"


@dataclass(frozen=True)
class Rows:
    """Whose rows were found."""

    of: Mapping[int, SubmissionResult]
    """By line of the file."""
    unsure: Mapping[str, tuple[Student, ...]]
    """By the student as `grades.csv` shows them: rows that may be theirs, none of which is filled in."""
    strangers: tuple[str, ...]
    """Students of whom the file has no row."""


def find_rows(results: Sequence[SubmissionResult], gradebook: Gradebook, template: Roster, folder: Path) -> Rows:
    """Find everybody's row. What a person has settled in `aliases.csv`, in `folder`, comes first."""
    register = gradebook.register
    people = {result.identity: _as_shown(result) for result in results} | register.people() | register.enlisted()
    whose = register.whose()
    earlier = {person.label: whose.get(identity, identity) for identity, person in register.people().items()}
    named = earlier | {result.student: result.identity for result in results}  # a roster may have renamed somebody
    template = _with_aliases(template, folder / ALIASES, named)
    enlisted = enlist(people, template, {})
    ids = defaultdict[str, list[str]](list)
    for identity in people:
        ids[whose.get(identity, identity)].append(identity)
    found = defaultdict[int, list[SubmissionResult]](list)
    unsure: dict[str, tuple[Student, ...]] = {}
    strangers = []
    for result in results:
        mine = ids[result.identity] or [result.identity]
        known = {enlisted.known[each]: people[each] for each in mine if each in enlisted.known}
        other = {student for student, person in known.items() if _is_another(person, student)}
        students = known.keys() - other
        maybe = {student for each in mine if each in enlisted.unsure for student in enlisted.unsure[each].candidates}
        maybe |= other
        if len(students) == 1:
            found[next(iter(students)).line].append(result)
        elif students or maybe:
            unsure[result.student] = tuple(sorted(students | maybe, key=lambda student: student.line))
        else:
            strangers.append(result.student)
    certain = {line for line, each in found.items() if len(each) == 1}
    for result in [each for each in results if each.student in unsure]:
        unsure[result.student] = _left(unsure[result.student], certain, ids[result.identity])
        if not unsure[result.student]:
            del unsure[result.student]
            strangers.append(result.student)
    by_line = {student.line: student for student in template.students}
    for line, several in found.items():
        if len(several) > 1:
            unsure |= {result.student: (by_line[line],) for result in several}
    return Rows({line: each[0] for line, each in found.items() if len(each) == 1}, unsure, tuple(strangers))


def candidates(rows: Sequence[Student], of: Roster) -> str:
    """Rows that may be somebody's, in words, with their lines."""
    return listed([f"{of.labels.get(each, each.name)} [{of.path.name}:{each.line}]" for each in rows])


def _left(rows: Sequence[Student], certain: Collection[int], identities: Sequence[str]) -> tuple[Student, ...]:
    """The rows that may be somebody's, without those that are certainly another's by whom the platform has another
    number for."""
    own = {identity.partition(":")[::2] for identity in identities}
    return tuple(
        student
        for student in rows
        if student.line not in certain
        or not any(kind == id.kind and number != id.value for kind, number in own for id in student.ids)
    )


def _is_another(person: Person, student: Student) -> bool:
    """Whether a row has somebody's id and another's name: numbers of Moodle's participants are those of one worksheet.

    Not where a person has settled it, or where one of the two has no name.
    """
    is_settled = Id("identity", person.identity) in student.ids
    ids = {id.value for id in student.ids} | {person.id}
    has_names = person.name and not {person.name, student.name} & ids and not NUMBERED.fullmatch(student.name)
    if is_settled or not has_names:
        return False
    return not any(could_be_one(person.name, name) for name in (student.name, *student.also))


def _as_shown(result: SubmissionResult) -> Person:
    """Who a result of an early gradebook is about, which knew students by their labels alone."""
    return Person(result.identity, result.student, result.student, result.id)


def _with_aliases(template: Roster, path: Path, identities: Mapping[str, str]) -> Roster:
    """The file's people, with the identities that a person has given them."""
    if not path.exists():
        return template
    rows = read_table(path).rows
    headings = [cell.casefold() for cell in rows[0].cells] if rows else []
    if not {*_KEYS} <= {*headings}:
        raise ExportError(export_complaints.ALIASES_HEADINGS, place=place(path, 1))
    given: dict[Student, Id] = {}
    for each in rows[1:]:
        label, row = (each.cells[headings.index(key)] if headings.index(key) < len(each.cells) else "" for key in _KEYS)
        where = place(path, each.line)
        if label not in identities:
            raise ExportError(export_complaints.NO_STUDENT, place=where, name=label)
        fits = [student for student in template.students if row in _called(student)]
        if len(fits) != 1:
            raise ExportError(export_complaints.NOT_ONE_ROW, place=where, count=len(fits), path=template.path, row=row)
        identity = Id("identity", identities[label])
        if fits[0] in given or identity in given.values():
            raise ExportError(export_complaints.ALIASES_TWICE, place=where, name=label, row=row)
        given[fits[0]] = identity
    students = tuple(
        replace(student, ids=(*student.ids, given[student])) if student in given else student
        for student in template.students
    )
    return replace(template, students=students)


def _called(student: Student) -> set[str]:
    return {student.name, *student.also, *student.emails, *(id.value for id in student.ids)}
