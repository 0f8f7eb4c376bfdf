"""`answers.csv`: what was read from every mark of every sheet, a row for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from fcnkit.exams.exam_results import Outcome, answered
from fcnkit.exams.record import Exam, Mark
from fcnkit.spreadsheet import as_csv

ANSWERS = "answers.csv"
COLUMNS = ("student", "id", "form", "sheet", "page", "question", "item", "mark", "read", "key", "right")


def answers_csv(outcome: Outcome, exam: Exam, told: Mapping[str, str]) -> str:
    """A row for each mark; `read` and `right` are empty where a person has yet to look, or gives points."""
    return as_csv(COLUMNS, _rows(outcome, exam, told))


def _rows(outcome: Outcome, exam: Exam, told: Mapping[str, str]) -> Iterator[tuple[str | int | None, ...]]:
    ids = {result.student: result.id for result in outcome.results}
    for student, sheet in outcome.sheets.items():
        for question in exam.form[sheet.sheet.form].questions:
            given = answered(sheet, question, told, "en").given
            for mark, read in zip(question.marks, given, strict=True):
                is_judged = read is not None and mark.kind != "written"
                yield (
                    student, ids[student], sheet.sheet.form, sheet.sheet.number, sheet.pages.get(mark.page),
                    question.number, question.item, mark.name, _cell(mark, read), _cell(mark, mark.key),
                    int(read == mark.key) if is_judged else None,
                )  # fmt: skip


def _cell(mark: Mark, text: str | None) -> str | int | None:
    """A number as one, so that a spreadsheet does not take -4 for a formula that had to be escaped."""
    return int(text) if text and mark.kind == "number" else text
