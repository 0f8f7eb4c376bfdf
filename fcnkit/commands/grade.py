"""`fcnkit grade`: a folder of submissions in; marks, pages and a gradebook out."""

from __future__ import annotations

import signal
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from rich.markup import escape

from fcnkit.commands.by_hand import leave_sheet, print_reviews, read_marks, take_marks
from fcnkit.commands.claim import alone_in
from fcnkit.commands.class_progress import follow
from fcnkit.commands.interrupt import on_interrupt
from fcnkit.commands.place import Place, level_here, opened
from fcnkit.commands.results_table import print_table
from fcnkit.commands.screen import out as screen
from fcnkit.commands.screen import terminal_lang
from fcnkit.course import Assignment
from fcnkit.errors import UserError
from fcnkit.gradebook import Gradebook
from fcnkit.grading.grade import Grading
from fcnkit.grading.intake import find
from fcnkit.grading.results import Status, SubmissionResult
from fcnkit.grading.sandbox.level import Isolation, keep_secret
from fcnkit.reports.write import write_class, write_student
from fcnkit.text import Lang, Text

SUMMARY = Text(
    ko="제출물 {total}개: 채점 완료 {graded}개, 확인 필요 {invalid}개, 채점 대기 {ungraded}개 "
    "(이전과 같아 다시 실행하지 않은 것 {known}개)",
    en="Submissions: {total} ({graded} graded, {invalid} invalid, {ungraded} ungraded) "
    "– unchanged and not run again: {known}",
)
KEPT = Text(ko="이전에 채점한 학생 {count}명의 결과도 함께 담았습니다.", en="Students kept from earlier runs: {count}.")
PAGES = Text(ko="결과: {index}  (점수표: {grades})", en="Open {index}  (marks: {grades})")
STOPPED = Text(
    ko="중단했습니다. {total}개 가운데 {done}개의 결과를 저장했습니다. 같은 명령을 다시 실행하면 이어서 채점합니다.",
    en="Stopped. {done} of {total} are done and kept; the same command goes on from there.",
)
INTERRUPTED = 128 + signal.SIGINT
"""The exit status of what Ctrl-C has ended, as shells have it."""
MAX_ROWS = 60
"""A table longer than a few screens helps nobody; the class page has them all."""


def grade(
    assignment: Assignment,
    paths: Sequence[Path],
    out: Path,
    *,
    place: Place,
    lang: Lang | None,
    regrade: bool,
    reviews: Path | None,
) -> int:
    """Grade, write everything below `out`, print a summary. The exit status: 0 when every submission was graded."""
    found, marks = find(paths), read_marks(assignment, reviews)
    level = level_here(place)
    _prepare(out, level)
    if level is Isolation.UID:
        keep_secret([*paths, out])
    title, speak = assignment.config.title, lang or terminal_lang()
    ids = [question.id for question in assignment.config.questions]
    counts: Counter[object] = Counter()
    shown: dict[str, SubmissionResult] = {}
    with alone_in(out), Gradebook(out / "gradebook.sqlite") as gradebook:
        with opened(place, level, assignment) as (engine, workers):
            grading = Grading(assignment, gradebook, engine, workers, lang, regrade)
            with on_interrupt(grading.stop):
                for graded in follow(grading, grading.run(found), len(found), speak):
                    write_student(out, graded.result, title)
                    counts[graded.result.status] += 1
                    counts["new"] += graded.is_new
                    if len(found) <= MAX_ROWS:
                        shown[graded.result.student] = graded.result
        # from here on the graders' memory is free again, which a large class' page may need
        results = _latest(gradebook, assignment)
        write_class(out, results, title, ids, speak)
        if marks and not grading.is_stopped:  # only now is every answer known; if refused, all is written without them
            for result in take_marks(gradebook, assignment, marks, results):
                write_student(out, result.model_copy(update={"lang": lang or result.lang}), title)
                shown[result.student] = result
            results = _latest(gradebook, assignment)
            write_class(out, results, title, ids, speak)
        sheet_written = leave_sheet(out, assignment, gradebook, results)
    print_table(list(shown.values()), ids, speak)
    done = sum(counts[status] for status in Status)
    _print_summary(out, counts, done, len(results), speak)
    print_reviews(out, results, sheet_written, speak)
    if done < len(found):
        screen.print(STOPPED[speak].format(done=done, total=len(found)), soft_wrap=True)
        return INTERRUPTED
    return 0 if counts[Status.GRADED] == done else 1


def _latest(gradebook: Gradebook, assignment: Assignment) -> list[SubmissionResult]:
    return [_without_details(result) for result in gradebook.latest(assignment.name)]


def _without_details(result: SubmissionResult) -> SubmissionResult:
    """Without what only the student's own page shows: a large class is held in memory at once."""
    slim = tuple(question.model_copy(update={"examples": (), "checks": ()}) for question in result.questions)
    return result.model_copy(update={"questions": slim})


def _prepare(out: Path, level: Isolation | None) -> None:
    try:
        out.mkdir(0o700 if level is Isolation.UID else 0o777, parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(f"--out {out}: cannot be made a folder ({error.strerror}); name another") from error


def _print_summary(out: Path, counts: Counter[object], total: int, in_book: int, lang: Lang) -> None:
    by_status = {str(status): counts[status] for status in Status}
    screen.print(SUMMARY[lang].format(total=total, known=total - counts["new"], **by_status))
    if in_book > total:
        screen.print(KEPT[lang].format(count=in_book - total))
    screen.print(PAGES[lang].format(index=escape(str(out / "index.html")), grades=escape(str(out / "grades.csv"))))
