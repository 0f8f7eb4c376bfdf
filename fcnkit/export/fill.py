"""Fills everybody's mark into a platform's file, and says of each row what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from fcnkit.export.export_complaints import OTHER_POINTS
from fcnkit.export.matching import Rows, candidates
from fcnkit.export.platform_columns import Columns
from fcnkit.export.sheet import ExportError, Sheet
from fcnkit.grading.results import Status, SubmissionResult
from fcnkit.reports.number_format import plain
from fcnkit.roster import Roster
from fcnkit.roster.roster import listed
from fcnkit.spreadsheet import escape_formula
from fcnkit.text import Lang


class RowOutcome(StrEnum):
    """What became of a row of the file, or of a student."""

    FILLED = "filled"
    NO_WORK = "no work"
    NOT_GRADED = "not graded"
    WAITING = "waits for marks by hand"
    LOCKED = "locked or excused"
    MAYBE = "may be somebody's"
    UNSURE = "unsure"
    NO_ROW = "no row"
    NOT_A_STUDENT = "no student"
    AGAIN = "another row of one student"


@dataclass(frozen=True)
class Line:
    """One line of the report: a row of the file, or a student without one."""

    outcome: RowOutcome
    line: int | None
    """The line of the file."""
    student: str
    score: str = ""
    before: str = ""
    """What stood in the cell."""
    hint: str = ""


@dataclass(frozen=True)
class Filled:
    content: bytes
    """The file's new bytes."""
    report: tuple[Line, ...]


def fill(
    sheet: Sheet, template: Roster, columns: Columns, rows: Rows, comments: Mapping[str, str],
    scale: bool = False,
) -> Filled:  # fmt: skip
    """Put marks into their cells; `comments` is one line of feedback for each student.

    Raises ExportError where the platform counts other points than the results have, unless they are to be scaled.
    """
    names = {student.line: template.labels[student] for student in template.students}
    again = {line: student for student in template.students for line in student.again}
    maybe = {student.line for students in rows.unsure.values() for student in students}
    new: dict[tuple[int, int], str] = {}
    report = []
    for at, row in enumerate(sheet.rows[1:], 1):
        if row.line in again:
            first = f"{template.path.name}:{again[row.line].line}"
            report.append(Line(RowOutcome.AGAIN, row.line, names[again[row.line].line], hint=first))
            continue
        if row.line not in names:
            report.append(Line(RowOutcome.NOT_A_STUDENT, row.line, row[0]))
            continue
        result = rows.of.get(row.line)
        nobody = RowOutcome.MAYBE if row.line in maybe else RowOutcome.NO_WORK
        outcome = nobody if result is None else _outcome(result, row.line in columns.locked)
        if result is None or outcome is not RowOutcome.FILLED:
            report.append(Line(outcome, row.line, names[row.line]))
            continue
        score = plain(round(result.final * _factor(sheet, columns, result, scale), 2)).replace(".", columns.decimal)
        new[at, columns.score] = score
        if columns.feedback is not None and not row[columns.feedback]:  # what a person has written stays
            new[at, columns.feedback] = escape_formula(comments[result.student])
        report.append(Line(outcome, row.line, names[row.line], score, row[columns.score]))
    report += _without_a_row(rows, template)
    return Filled(sheet.filled(new), tuple(report))


def _factor(sheet: Sheet, columns: Columns, result: SubmissionResult, scale: bool) -> float:
    if columns.possible is None or abs(columns.possible - result.max_score) < 1e-9:
        return 1
    if not scale:
        raise ExportError(OTHER_POINTS, path=sheet.path, theirs=plain(columns.possible), ours=plain(result.max_score))
    return columns.possible / result.max_score


def _outcome(result: SubmissionResult, is_locked: bool) -> RowOutcome:
    if result.status is not Status.GRADED:
        return RowOutcome.NOT_GRADED
    if result.unreviewed:
        return RowOutcome.WAITING
    return RowOutcome.LOCKED if is_locked else RowOutcome.FILLED


def _without_a_row(rows: Rows, template: Roster) -> list[Line]:
    """Students whose row was not found, with the rows that may be theirs."""
    unsure = [
        Line(RowOutcome.UNSURE, None, student, hint=candidates(maybe, template))
        for student, maybe in rows.unsure.items()
    ]
    return [*unsure, *(Line(RowOutcome.NO_ROW, None, student) for student in rows.strangers)]


def comment(result: SubmissionResult, lang: Lang) -> str:
    """One line of feedback: each question's marks, and what was misunderstood in it."""
    parts = []
    for question in result.questions:
        if question.score is None:
            continue
        why = listed([each.name[lang] for each in question.explanations], 2)
        marks = f"{question.title[lang]} {plain(question.score)}/{plain(question.max_score)}"
        parts.append(f"{marks} – {why}" if why else marks)
    if result.late is not None and parts:
        parts.append(result.late.rule[lang])
    return "; ".join(parts) if parts else " ".join(note[lang] for note in result.notes)
