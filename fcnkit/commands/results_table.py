"""The table of results that `fcnkit grade` prints."""

from __future__ import annotations

from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.markup import escape
from rich.table import Table

from fcnkit.commands.console import out as screen
from fcnkit.grading.results import NOT_ANSWERED, Outcome, QuestionResult, Status, SubmissionResult
from fcnkit.reports.carried import carried_note
from fcnkit.reports.corrected import corrected_note
from fcnkit.reports.joined_remarks import joined_remarks
from fcnkit.reports.number_format import plain
from fcnkit.text import Lang, Text

_REMARKS_WIDTH = 40
"""Columns that remarks need beside the marks; in a narrower terminal they stand below the table."""
COLUMNS = Text(ko="학생,상태,점수,비고", en="student,status,score,remarks")
STATUS = {
    Status.GRADED: Text(ko="채점 완료", en="graded"),
    Status.INVALID: Text(ko="확인 필요", en="invalid"),
    Status.UNGRADED: Text(ko="채점 대기", en="ungraded"),
    Status.MISSING: Text(ko="미제출", en="missing"),
}
SIGNS = {
    Outcome.PASSED: "[green]{score}[/]",
    Outcome.FAILED: "[yellow]{score}[/]",
    Outcome.ERROR: "[red]{score}![/]",
    Outcome.UNATTEMPTED: "[dim]-[/]",
    Outcome.UNREVIEWED: "[cyan]?[/]",
}
LEGEND = Text(
    ko="점수 뒤의 !는 학생의 코드가 오류를 내거나 끝나지 않은 문제, -는 답을 찾지 못한 문제입니다.",
    en="! after the marks: the student's code raised an error or did not finish; -: no answer found.",
)
EVERYBODY = Text(ko="모든 학생: {note}", en="Every student: {note}")
UNREVIEWED = Text(ko="?는 직접 채점을 기다리는 문제입니다.", en="?: waits for marks by hand.")


def print_table(results: Sequence[SubmissionResult], ids: Sequence[str], lang: Lang) -> None:
    """Prints one row per student and, below, remarks that apply to all; nothing for an empty class."""
    if not results:
        return
    shared = [note for note in results[0].notes if len(results) > 1 and all(note in each.notes for each in results)]
    ordered = sorted(results, key=lambda result: result.student)
    said = [_remarks(result, [note for note in result.notes if note not in shared], lang) for result in ordered]
    table = _table(ordered, ids, lang)
    if screen.width - screen.measure(table).minimum >= _REMARKS_WIDTH:
        screen.print(_table(ordered, ids, lang, said))
    else:
        screen.print(table)
        for result, remarks in zip(ordered, said, strict=True):
            if remarks:
                screen.print(f"[bold]{escape(result.student)}[/]: {escape(remarks)}")
    for note in shared:
        screen.print(escape(EVERYBODY.format(note=note[lang])[lang]))
    screen.print(LEGEND[lang], style="dim")
    if any(result.unreviewed for result in results):
        screen.print(UNREVIEWED[lang], style="dim")


def _table(
    results: Sequence[SubmissionResult], ids: Sequence[str], lang: Lang, remarks: Sequence[str] | None = None
) -> Table:
    """A row for each, with their remarks where they are given."""
    student, status, score, remark = COLUMNS[lang].split(",")
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), collapse_padding=True)
    table.add_column(student, overflow="fold", min_width=12)
    table.add_column(status, no_wrap=True)
    for name in (score, *ids):
        table.add_column(name, justify="right", no_wrap=True)
    if remarks is not None:
        table.add_column(remark, overflow="fold", ratio=1)
    for place, result in enumerate(results):
        said = [] if remarks is None else [escape(remarks[place])]
        table.add_row(escape(result.student), STATUS[result.status][lang], *_marks(result, ids), *said)
    return table


def _marks(result: SubmissionResult, ids: Sequence[str]) -> list[str]:
    if result.status is not Status.GRADED:
        return ["", *("" for _ in ids)]
    marks = [SIGNS[question.outcome].format(score=plain(question.score or 0)) for question in result.questions]
    return [f"{result.final:g}", *marks]


def _remarks(result: SubmissionResult, notes: Sequence[Text], lang: Lang) -> str:
    """What explains wrong answers, why code gave no answer, and what else the instructor should know."""
    names = [m.name[lang] for question in result.questions for m in question.explanations]
    reasons = [
        reason[lang] if question.id in reason[lang] else f"{question.id}: {reason[lang]}"
        for question in result.questions
        if (reason := _why_no_answer(question))
    ]
    of_marks = [tell(question, lang) for tell in (carried_note, corrected_note) for question in result.questions]
    late = [] if result.late is None else [result.late.rule[lang]]
    faults = [result.fault] if result.fault is not None else []
    said = dict.fromkeys([*names, *reasons, *filter(None, of_marks), *late, *(note[lang] for note in notes), *faults])
    return joined_remarks(list(said), lang)


def _why_no_answer(question: QuestionResult) -> Text | None:
    """Why the question's code raised, hung or is missing; None when it was answered or simply left empty."""
    for check in question.checks:
        said = check.message if check.outcome in (Outcome.ERROR, Outcome.UNATTEMPTED) else None
        if said is not None and not said.en.startswith(NOT_ANSWERED.en):  # a quiz reminds of its question behind that
            return said
    return None
