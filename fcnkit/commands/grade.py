"""`fcnkit grade`: a folder of submissions in; marks, pages and a gradebook out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

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
from fcnkit.grading.results import Outcome, QuestionResult, Status, SubmissionResult
from fcnkit.grading.sandbox.level import choose
from fcnkit.reports.write import write_class, write_student
from fcnkit.text import Lang, Text

GRADING = Text(ko="채점", en="grading")
COLUMNS = Text(ko="학생,상태,점수,오개념", en="student,status,score,misconceptions")
STATUS = {
    Status.GRADED: Text(ko="채점됨", en="graded"),
    Status.INVALID: Text(ko="읽을 수 없음", en="invalid"),
    Status.UNGRADED: Text(ko="채점 못 함", en="ungraded"),
}
SIGNS = {Outcome.PASSED: "green", Outcome.FAILED: "yellow", Outcome.ERROR: "red", Outcome.UNATTEMPTED: "dim"}
SUMMARY = Text(
    ko="제출물 {total}개: 채점 {new}개(이전 결과 사용 {known}개), 읽을 수 없음 {invalid}개, 채점 못 함 {ungraded}개",
    en="{total} submissions: {new} graded now, {known} unchanged; {invalid} invalid, {ungraded} ungraded",
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
    student, status, score, misconceptions = COLUMNS[lang].split(",")
    table = Table(student, status, score, *ids, misconceptions)
    for result in results:
        if result.status is not Status.GRADED:
            note = result.notes[-1][lang] if result.notes else ""
            table.add_row(escape(result.student), STATUS[result.status][lang], "", *("" for _ in ids), escape(note))
            continue
        names = dict.fromkeys(m.name[lang] for question in result.questions for m in question.misconceptions)
        cells = (_cell(question) for question in result.questions)
        mark = f"{result.score:g}/{result.max_score:g}"
        table.add_row(escape(result.student), STATUS[result.status][lang], mark, *cells, escape("; ".join(names)))
    screen.print(table)


def _cell(question: QuestionResult) -> str:
    word = question.outcome if question.outcome is not Outcome.PASSED else ""
    return f"[{SIGNS[question.outcome]}]{question.score:g} {word}[/]"


def _print_summary(out: Path, counts: Counter[object], total: int, in_book: int, lang: Lang) -> None:
    values = {"total": total, "new": counts["new"], "known": total - counts["new"]}
    screen.print(SUMMARY[lang].format(**values, invalid=counts[Status.INVALID], ungraded=counts[Status.UNGRADED]))
    if in_book > total:
        screen.print(KEPT[lang].format(count=in_book - total))
    screen.print(PAGES[lang].format(index=escape(str(out / "index.html")), grades=escape(str(out / "grades.csv"))))
