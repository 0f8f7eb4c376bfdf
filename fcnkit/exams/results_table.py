"""`answers.csv`: what was read from every mark of every sheet, for whoever wants to look at answers themselves."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from fcnkit.exams.record import Exam
from fcnkit.exams.results import Outcome, answered
from fcnkit.spreadsheet import BYTE_ORDER_MARK, escape_formula

ANSWERS = "answers.csv"
COLUMNS = ("student", "id", "form", "sheet", "page", "question", "item", "mark", "read", "key", "right")


def answers_csv(outcome: Outcome, exam: Exam, told: Mapping[str, str]) -> str:
    """A row for each mark; `read` and `right` are empty where a person has yet to look, or gives points."""
    text = io.StringIO(newline="")
    text.write(BYTE_ORDER_MARK)
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    ids = {result.student: result.id for result in outcome.results}
    for student, sheet in outcome.sheets.items():
        for question in exam.form[sheet.sheet.form].questions:
            given = answered(sheet, question, told, "en").given
            for mark, read in zip(question.marks, given, strict=True):
                is_judged = read is not None and mark.kind != "written"
                cells = (
                    student,
                    ids[student],
                    sheet.sheet.form,
                    str(sheet.sheet.number),
                    sheet.pages.get(mark.page, ""),
                )
                about = (str(question.number), question.item, mark.name, read or "", mark.key)
                right = str(int(read == mark.key)) if is_judged else ""
                writer.writerow([*map(escape_formula, (*cells, *about)), right])
    return text.getvalue()
