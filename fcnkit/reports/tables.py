"""The table of grades."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from fcnkit.grading.results import Status, SubmissionResult
from fcnkit.reports.carried import carried_note
from fcnkit.reports.corrected import corrected_note
from fcnkit.reports.few import few
from fcnkit.reports.number_format import plain
from fcnkit.reports.phrases import phrase
from fcnkit.reports.statistics import by_student
from fcnkit.spreadsheet import BYTE_ORDER_MARK, escape_formula
from fcnkit.text import Lang


def grades_csv(results: Sequence[SubmissionResult], question_ids: Sequence[str], lang: Lang) -> str:
    """`grades.csv`: `student, id, submission, status, score, max_score`, one column per question, `note`.

    One row per submission, by student; marks are empty, not 0, for what was not graded, so that no
    gradebook averages them in. What waits for a person's marks counts neither in `score` nor in `max_score`.
    Lines end as RFC 4180 says, which also makes a name with any line break come back whole. It begins with a
    byte-order mark, without which Excel takes Korean for the machine's own encoding. `lang` is that of the notes, and
    not the terminal's, so that the same results give the same bytes everywhere.
    """
    text = io.StringIO(newline="")
    text.write(BYTE_ORDER_MARK)
    writer = csv.writer(text)
    writer.writerow(["student", "id", "submission", "status", "score", "max_score", *question_ids, "note"])
    for result in by_student(results):
        waiting = [phrase("waits", lang, id=each.id, points=plain(each.max_score)) for each in result.unreviewed]
        said = [tell(question, lang) for tell in (carried_note, corrected_note) for question in result.questions]
        note = "; ".join(few([*waiting, *filter(None, said), *(note[lang] for note in result.notes)], lang))
        writer.writerow(
            [
                escape_formula(result.student),
                escape_formula(result.id),
                escape_formula(result.submission),
                result.status.value,
                *_marks(result, question_ids),
                escape_formula(note),
            ]
        )
    return text.getvalue()


def _marks(result: SubmissionResult, question_ids: Sequence[str]) -> list[str]:
    if result.status is not Status.GRADED:
        return [""] * (2 + len(question_ids))
    scores = {question.id: plain(question.score) for question in result.questions if question.score is not None}
    return [plain(result.score), plain(result.max_score), *(scores.get(id, "") for id in question_ids)]
