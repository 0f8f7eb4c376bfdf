"""`fcnkit grade`: a folder of submissions in; marks, pages and a gradebook out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from rich.box import SIMPLE_HEAD
from rich.markup import escape
from rich.table import Table

from fcnkit.commands.screen import out as screen
from fcnkit.commands.screen import progress, terminal_lang
from fcnkit.course import Assignment
from fcnkit.engines.local import LocalEngine
from fcnkit.errors import UserError
from fcnkit.gradebook import Gradebook
from fcnkit.grading.grade import DEFAULT_LANG, Grading
from fcnkit.grading.intake import find
from fcnkit.grading.results import NOT_ANSWERED, Outcome, QuestionResult, Status, SubmissionResult
from fcnkit.grading.sandbox.level import choose
from fcnkit.reports.write import write_class, write_student
from fcnkit.text import Lang, Text

GRADING = Text(ko="채점", en="grading")
COLUMNS = Text(ko="학생,상태,점수,비고", en="student,status,score,remarks")
STATUS = {
    Status.GRADED: Text(ko="채점됨", en="graded"),
    Status.INVALID: Text(ko="읽을 수 없음", en="invalid"),
    Status.UNGRADED: Text(ko="채점 못 함", en="ungraded"),
}
SIGNS = {
    Outcome.PASSED: "[green]{score}[/]",
    Outcome.FAILED: "[yellow]{score}[/]",
    Outcome.ERROR: "[red]{score}![/]",
    Outcome.UNATTEMPTED: "[dim]-[/]",
}
LEGEND = Text(
    ko="점수 뒤의 !는 학생의 코드가 오류를 내거나 멈춘 문제, -는 답하지 않은 문제입니다.",
    en="! after the marks: the student's code raised an error or did not finish; -: not answered.",
)
SUMMARY = Text(
    ko="제출물 {total}개 중 채점됨 {graded}개, 읽을 수 없음 {invalid}개, 채점 못 함 {ungraded}개 "
    "(이전과 같아 다시 실행하지 않은 것 {known}개)",
    en="{total} submissions: {graded} graded, {invalid} invalid, {ungraded} ungraded "
    "({known} unchanged and not run again)",
)
KEPT = Text(
    ko="이전에 채점한 학생 {count}명의 결과도 함께 담았습니다.", en="{count} students of earlier runs are kept."
)
PAGES = Text(ko="결과: {index}  (점수표: {grades})", en="Open {index}  (marks: {grades})")
MAX_ROWS = 60
"""A table longer than a few screens helps nobody; the class page has them all."""


def grade(
    assignment: Assignment,
    paths: Sequence[Path],
    out: Path,
    *,
    workers: int,
    isolation: str,
    lang: Lang | None,
    regrade: bool,
) -> bool:
    """Grade, write everything below `out`, print a summary; whether every submission could be graded."""
    found = find(paths)
    level = choose(isolation)
    _prepare(out)
    title, speak = assignment.config.title, lang or terminal_lang()
    counts: Counter[object] = Counter()
    with Gradebook(out / "gradebook.sqlite") as gradebook, LocalEngine(assignment, level) as engine:
        grading = Grading(assignment, gradebook, engine, workers, lang, regrade)
        for graded in progress(grading.run(found), len(found), GRADING[speak]):
            write_student(out, graded.result, title)
            counts[graded.result.status] += 1
            counts["new"] += graded.is_new
        results = gradebook.latest(assignment.name)
    ids = [question.id for question in assignment.config.questions]
    write_class(out, results, title, ids, lang or DEFAULT_LANG)
    students = {item.student for item in found}
    _print_table([result for result in results if result.student in students], ids, speak)
    _print_summary(out, counts, len(found), len(results), speak)
    return counts[Status.GRADED] == len(found)


def _prepare(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(f"--out {out}: cannot be made a folder ({error.strerror}); name another") from error


def _print_table(results: Sequence[SubmissionResult], ids: Sequence[str], lang: Lang) -> None:
    if len(results) > MAX_ROWS:
        return
    student, status, score, remarks = COLUMNS[lang].split(",")
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), collapse_padding=True)
    table.add_column(student, overflow="fold", min_width=12)
    table.add_column(status, no_wrap=True)
    for name in (score, *ids):
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column(remarks, overflow="fold", ratio=1)
    for result in results:
        table.add_row(
            escape(result.student), STATUS[result.status][lang], *_marks(result, ids), escape(_remarks(result, lang))
        )
    screen.print(table)
    screen.print(LEGEND[lang], style="dim")


def _marks(result: SubmissionResult, ids: Sequence[str]) -> list[str]:
    if result.status is not Status.GRADED:
        return ["", *("" for _ in ids)]
    marks = [SIGNS[question.outcome].format(score=f"{question.score:g}") for question in result.questions]
    return [f"{result.score:g}", *marks]


def _remarks(result: SubmissionResult, lang: Lang) -> str:
    """The misconceptions that were named, why code gave no answer, and what else the instructor should know."""
    names = [m.name[lang] for question in result.questions for m in question.misconceptions]
    reasons = [
        f"{question.id}: {reason[lang]}" for question in result.questions if (reason := _why_no_answer(question))
    ]
    return "; ".join(dict.fromkeys([*names, *reasons, *(note[lang] for note in result.notes)]))


def _why_no_answer(question: QuestionResult) -> Text | None:
    """Why the question's code raised, hung or is missing; None when it was answered or simply left empty."""
    for check in question.checks:
        if check.outcome in (Outcome.ERROR, Outcome.UNATTEMPTED) and check.message not in (None, NOT_ANSWERED):
            return check.message
    return None


def _print_summary(out: Path, counts: Counter[object], total: int, in_book: int, lang: Lang) -> None:
    by_status = {str(status): counts[status] for status in Status}
    screen.print(SUMMARY[lang].format(total=total, known=total - counts["new"], **by_status))
    if in_book > total:
        screen.print(KEPT[lang].format(count=in_book - total))
    screen.print(PAGES[lang].format(index=escape(str(out / "index.html")), grades=escape(str(out / "grades.csv"))))
