"""Marks as a table of its own, for a platform that takes any: id, name, e-mail, marks, one line of feedback."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from fcnkit.export.fill import comment
from fcnkit.grading.intake import Person
from fcnkit.grading.results import Status, SubmissionResult
from fcnkit.reports.number_format import plain
from fcnkit.reports.statistics import by_student
from fcnkit.spreadsheet import BYTE_ORDER_MARK, escape_formula


def plain_table(results: Sequence[SubmissionResult], people: Mapping[str, Person]) -> str:
    """A row for each student; marks are empty where the work was not graded or waits for a person's marks.

    `people` are by identity, as the gradebook knows them: a result's own label may hold more than the name.
    """
    text = io.StringIO(newline="")
    text.write(BYTE_ORDER_MARK)
    writer = csv.writer(text)
    writer.writerow(["id", "name", "email", "score", "max_score", "feedback"])
    for result in by_student(results):
        marks = [plain(result.final), plain(result.max_score)] if is_final(result) else ["", ""]
        person = people.get(result.identity, Person(result.identity, result.student))
        said = (result.id, person.name, person.email, comment(result, result.lang))
        id, name, email, feedback = map(escape_formula, said)
        writer.writerow([id, name, email, *marks, feedback])
    return text.getvalue()


def is_final(result: SubmissionResult) -> bool:
    """Whether the whole work has marks."""
    return result.status is Status.GRADED and not result.unreviewed
