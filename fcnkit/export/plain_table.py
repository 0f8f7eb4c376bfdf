"""Marks as a table of its own, for a platform that takes any: id, name, e-mail, marks, one line of feedback."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from fcnkit.export.fill import comment
from fcnkit.grading.intake import Person
from fcnkit.grading.results import Status, SubmissionResult
from fcnkit.reports.number_format import plain
from fcnkit.reports.statistics import by_student
from fcnkit.spreadsheet import as_csv

COLUMNS = ("id", "name", "email", "score", "max_score", "feedback")


def plain_table(results: Sequence[SubmissionResult], people: Mapping[str, Person]) -> str:
    """A row for each student; marks are empty where the work was not graded or waits for a person's marks.

    `people` are by identity, as the gradebook knows them: a result's own label may hold more than the name.
    """
    return as_csv(COLUMNS, _rows(results, people))


def _rows(results: Sequence[SubmissionResult], people: Mapping[str, Person]) -> Iterator[tuple[str, ...]]:
    for result in by_student(results):
        marks = (plain(result.final), plain(result.max_score)) if is_final(result) else ("", "")
        person = people.get(result.identity, Person(result.identity, result.student))
        yield (result.id, person.name, person.email, *marks, comment(result, result.lang))


def is_final(result: SubmissionResult) -> bool:
    """Whether the whole work has marks."""
    return result.status is Status.GRADED and not result.unreviewed
