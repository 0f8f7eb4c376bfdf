"""Where each student's page is to go: a name in a platform's zip or a mail address; or why it goes nowhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from fcnkit.export.feedback_zip import canvas_names, moodle_names
from fcnkit.export.mails import is_address
from fcnkit.export.matching import Rows, candidates
from fcnkit.export.platform_columns import Columns
from fcnkit.gradebook import Gradebook
from fcnkit.grading.results import Status, SubmissionResult
from fcnkit.roster import Roster


class DeliveryOutcome(StrEnum):
    """What became of a student's page."""

    WITH_PAGE = "with page"
    NO_WORK = "without work"
    NOT_GRADED = "not graded yet"
    NO_ADDRESS = "without address"
    SHARED = "address of several"
    UNSURE = "unsure"
    NO_ROW = "not on the list"
    LOCKED = "locked"
    NOT_FROM_CANVAS = "not from Canvas"


@dataclass(frozen=True)
class Delivery:
    """One student."""

    student: str
    outcome: DeliveryOutcome
    to: str = ""
    """The mail address, or the file's name in the zip."""
    name: str = ""
    """By which a mail greets them."""
    result: SubmissionResult | None = None
    hint: str = ""
    """Which rows of the list may be theirs."""


def for_moodle(people: Roster, columns: Columns, rows: Rows) -> list[Delivery]:
    """One for each row of the grading worksheet, and for each student without one."""
    names = moodle_names(people, columns)
    found = [
        _delivery(result, names.get(line, ""), DeliveryOutcome.LOCKED, result.student)
        for line, result in rows.of.items()
    ]
    return [*found, *_without_row(people, rows), *without_work(people, rows)]


def for_canvas(results: Iterable[SubmissionResult]) -> list[Delivery]:
    """One for each student who handed in."""
    handed_in = list(results)
    names = canvas_names(handed_in)
    return [
        _delivery(result, names.get(result.student, ""), DeliveryOutcome.NOT_FROM_CANVAS, result.student)
        for result in handed_in
    ]


def by_list(people: Roster, rows: Rows) -> list[Delivery]:
    """One for each student of a roster, and for each who handed in and is not on it, mailed by its addresses."""
    students = {student.line: student for student in people.students}
    found = [
        _delivery(result, _first(students[line].emails), DeliveryOutcome.NO_ADDRESS, students[line].name)
        for line, result in rows.of.items()
    ]
    return _of_one_each([*found, *_without_row(people, rows), *without_work(people, rows)])


def by_gradebook(results: Iterable[SubmissionResult], gradebook: Gradebook) -> list[Delivery]:
    """One for each student who handed in: mails to the addresses that a roster or platform told when grading."""
    register = gradebook.register
    people, enlisted, whose = register.people(), register.enlisted(), register.whose()
    emails: dict[str, str] = {}
    for identity, person in [*enlisted.items(), *people.items()]:
        if is_address(person.email):
            emails.setdefault(whose.get(identity, identity), person.email)
    known = people | enlisted
    return _of_one_each(
        [
            _delivery(
                result,
                emails.get(result.identity, ""),
                DeliveryOutcome.NO_ADDRESS,
                known[result.identity].name if result.identity in known else result.student,
            )
            for result in results
        ]
    )


def without_work(people: Roster, rows: Rows) -> list[Delivery]:
    """Those on a list without any work, except who may be one of those who handed in."""
    maybe = {student for students in rows.unsure.values() for student in students}
    return [
        Delivery(people.labels[student], DeliveryOutcome.NO_WORK)
        for student in people.students
        if student.line not in rows.of and student not in maybe
    ]


def _delivery(result: SubmissionResult, to: str, otherwise: DeliveryOutcome, name: str) -> Delivery:
    outcome = DeliveryOutcome.WITH_PAGE if to else otherwise
    if result.status is Status.UNGRADED:
        outcome = DeliveryOutcome.NOT_GRADED
    return Delivery(result.student, outcome, to if outcome is DeliveryOutcome.WITH_PAGE else "", name, result)


def _without_row(people: Roster, rows: Rows) -> list[Delivery]:
    unsure = [
        Delivery(student, DeliveryOutcome.UNSURE, hint=candidates(may, people)) for student, may in rows.unsure.items()
    ]
    return [*unsure, *(Delivery(student, DeliveryOutcome.NO_ROW) for student in rows.strangers)]


def _of_one_each(deliveries: Iterable[Delivery]) -> list[Delivery]:
    """No page goes to an address that several have: somebody would read another one's marks."""
    deliveries = list(deliveries)
    count = Counter(each.to.casefold() for each in deliveries if each.to)
    return [
        replace(each, outcome=DeliveryOutcome.SHARED, hint=each.to, to="") if count[each.to.casefold()] > 1 else each
        for each in deliveries
    ]


def _first(emails: Sequence[str]) -> str:
    return next(filter(is_address, emails), "")


def totals(deliveries: Iterable[Delivery]) -> Counter[DeliveryOutcome]:
    """How many students have each outcome."""
    return Counter(each.outcome for each in deliveries)
