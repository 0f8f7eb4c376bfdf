"""The table of grades."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from fcnkit.bounded_file import read_bounded
from fcnkit.errors import UserError
from fcnkit.grading.results import Status, SubmissionResult
from fcnkit.reports.carried import carried_note
from fcnkit.reports.corrected import corrected_note
from fcnkit.reports.joined_remarks import joined_remarks
from fcnkit.reports.number_format import plain
from fcnkit.reports.statistics import by_student
from fcnkit.reports.waiting import waiting_note
from fcnkit.spreadsheet import as_csv, decoded
from fcnkit.text import Lang

_COLUMNS = ("student", "id", "submission", "status", "score", "max_score")


def grades_csv(
    results: Sequence[SubmissionResult], question_ids: Sequence[str], lang: Lang, *, has_late_rules: bool = False
) -> str:
    """`grades.csv`: `student, id, submission, status, score, max_score`, one column per question, `note`.

    One row per submission, by student; marks are empty, not 0, for what was not graded, so that no
    gradebook averages them in. What waits for a person's marks counts neither in `score` nor in `max_score`.
    `lang` is that of the notes, and not the terminal's, so that the same results give the same bytes everywhere.
    Where lateness takes marks off, `score` is what counts, and behind the note stand `raw_score` and `late`, the rule
    in words.
    """
    late_columns = ["raw_score", "late"] if has_late_rules else []
    columns = [*_COLUMNS, *question_ids, "note", *late_columns]
    return as_csv(columns, (_row(each, question_ids, lang, has_late_rules) for each in by_student(results)))


def grades_in(path: Path) -> list[dict[str, str]]:
    """The rows of such a table; none where no one can be read, since people edit theirs."""
    try:
        table = csv.DictReader(io.StringIO(decoded(read_bounded(path)) or "", newline=""), restval="")
        return [*table] if {*_COLUMNS} <= {*(table.fieldnames or ())} else []
    except (OSError, UserError, csv.Error):
        return []


def _row(result: SubmissionResult, question_ids: Sequence[str], lang: Lang, has_late_rules: bool) -> list[str]:
    said = [tell(question, lang) for tell in (carried_note, corrected_note) for question in result.questions]
    note = joined_remarks(
        [*filter(None, [waiting_note(result, lang), *said]), *(note[lang] for note in result.notes)], lang
    )
    row = [result.student, result.id, result.submission, result.status.value, *_marks(result, question_ids), note]
    return [*row, _raw(result), result.late.rule[lang] if result.late else ""] if has_late_rules else row


def _raw(result: SubmissionResult) -> str:
    return plain(result.score) if result.status is Status.GRADED else ""


def _marks(result: SubmissionResult, question_ids: Sequence[str]) -> list[str]:
    if result.status is not Status.GRADED:
        return [""] * (2 + len(question_ids))
    scores = {question.id: plain(question.score) for question in result.questions if question.score is not None}
    return [plain(result.final), plain(result.max_score), *(scores.get(id, "") for id in question_ids)]
