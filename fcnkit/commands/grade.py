"""`fcnkit grade`: a folder of submissions in; marks, pages and a gradebook out."""

from __future__ import annotations

import gc
import signal
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread

from fcnkit.class_grading.run import Graded, Grading
from fcnkit.commands.changed_marks import marks_in, say_changed
from fcnkit.commands.class_list import enlisted_class, granted_terms, read_class, say_missing
from fcnkit.commands.class_output import ClassOutput
from fcnkit.commands.console import say, warn
from fcnkit.commands.engine_options import Begun
from fcnkit.commands.intake_report import say_moved, say_no_hand_out, say_passed_over, say_renamed, say_strangers
from fcnkit.commands.interrupt import on_interrupt
from fcnkit.commands.manual_marks import leave_sheet, print_reviews, read_marks, take_marks
from fcnkit.commands.output_lock import check_assignment, check_out, exclusive_lock
from fcnkit.commands.progress import show_progress
from fcnkit.commands.results_table import print_table
from fcnkit.commands.terminal_lang import detect_lang
from fcnkit.course import Assignment
from fcnkit.errors import UserError, reason
from fcnkit.gradebook import Gradebook
from fcnkit.gradebook.late_rule import LateRule
from fcnkit.grading.case_secret import secret_in
from fcnkit.grading.intake import Found, survey
from fcnkit.grading.intake.disk import GRADEBOOK
from fcnkit.grading.intake.submission import listed
from fcnkit.grading.results import Status, SubmissionResult
from fcnkit.grading.sandbox.level import Isolation, require_private
from fcnkit.reviews.review_sheet import Row
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
NO_TIME = Text(
    ko="제출 시각을 알 수 없어 늦지 않은 것으로 본 제출물: {count}개. 명단의 'submitted' 열에 시각을 적으면 "
    "반영됩니다.",
    en="Submissions that count as in time since nobody tells when they came: {count}. Write it into a column "
    "'submitted' of the roster.",
)
OLD_PAGES = Text(
    ko="지금은 쓰지 않는 이름으로 전에 만든 파일 {count}개가 남아 있습니다: {names}. 페이지를 나누어 주기 전에 "
    "지우세요.",
    en="Files under names that nobody has any more, left from earlier runs: {count} ({names}). Delete them before you "
    "hand pages out.",
)
INTERRUPTED = 128 + signal.SIGINT
"""Exit status after Ctrl-C, by shell convention (128 + SIGINT)."""
_OBJECTS = 20_000
"""Threshold of the garbage collector while a class is graded. What 1,000 submissions leave took 45 MiB with that of the
imports, which is ten times as high."""
MAX_ROWS = 60
"""Most rows that are printed; the class page lists everybody."""

NO_FOLDER = Text(
    ko="--out {out}: 폴더를 만들 수 없습니다({error}). 다른 폴더를 지정하세요.",
    en="--out {out}: cannot be made a folder ({error}); name another",
)


def grade(
    assignment: Assignment,
    paths: Sequence[Path],
    out: Path,
    *,
    begun: Begun,
    lang: Lang | None,
    regrade: bool,
    reviews: Path | None,
    roster: Path | None,
) -> int:
    """Grade, write everything below `out`, print a summary. The exit status: 0 when every submission was graded."""
    speak = lang or detect_lang()
    check_out(out, paths)
    people = read_class(roster, speak)
    terms = granted_terms(people, assignment, speak) if people else {}
    findings, marks = survey(paths, assignment.name, assignment.config.attempts), read_marks(reviews)
    say_passed_over(findings.passed_over, speak)
    say_no_hand_out(assignment, speak)
    _prepare(out, paths, begun.isolation)
    rule = LateRule.of(assignment.config)
    with exclusive_lock(out), Gradebook(out / GRADEBOOK, assignment.config.attempts, rule) as gradebook:
        check_assignment(out, gradebook, assignment.name)
        before = marks_in(out)
        found = _enrolled(gradebook, findings.people, speak)
        class_list = enlisted_class(gradebook, people, found, speak) if people else None
        if people:
            gradebook.granted.record(assignment.name, terms)
        output = ClassOutput(out, assignment, gradebook, class_list, lang, speak)
        found = output.labelled(found)
        without_time = output.without_time(found) if output.has_late_rules else 0
        tally = _Tally(with_rows=len(found) <= MAX_ROWS)
        is_stopped = _grade_all(output, found, begun, tally, regrade=regrade)
        # from here on the graders' memory is free again, which a large class' page may need
        output.write_others(found)
        results = _write_tables(output, [] if is_stopped else marks, tally)
        output.write_findings()
        sheet_written = leave_sheet(out, assignment, gradebook, results)
    _print_class(output, tally, results)
    say_changed(before, marks_in(out), speak)
    print_reviews(out, results, sheet_written, speak)
    if without_time:
        warn(NO_TIME.format(count=without_time)[speak])
    return _status(tally, len(found), speak)


def _status(tally: _Tally, total: int, lang: Lang) -> int:
    """The exit status; says so where grading was stopped before the last of `total` submissions."""
    if tally.done < total:
        say(STOPPED.format(done=tally.done, total=total)[lang])
        return INTERRUPTED
    return 0 if tally.counts[Status.GRADED] == tally.done else 1


@dataclass
class _Tally:
    """What is printed in the end."""

    with_rows: bool
    """Whether the class is small enough for a row for each student."""
    counts: Counter[object] = field(default_factory=Counter)
    """Results of each status, and those that are `new`."""
    rows: dict[str, SubmissionResult] = field(default_factory=dict)

    def add(self, graded: Graded) -> None:
        self.counts[graded.result.status] += 1
        self.counts["new"] += graded.is_new
        if self.with_rows:
            self.rows[graded.result.student] = graded.result

    @property
    def done(self) -> int:
        return sum(self.counts[status] for status in Status)


def _enrolled(gradebook: Gradebook, people: Sequence[Found], lang: Lang) -> list[Found]:
    """Everybody under the label that stays theirs, and what is to be said of that."""
    known = gradebook.register.people().values()
    settled = gradebook.register.enrol(people)
    say_moved(settled.moved, lang)
    say_renamed(settled.renamed, lang)
    say_strangers(settled.found, known, lang)
    return sorted(settled.found, key=lambda found: (found.student, found.source))


def _grade_all(output: ClassOutput, found: Sequence[Found], begun: Begun, tally: _Tally, *, regrade: bool) -> bool:
    """Grade and write each one's page. Whether somebody has stopped it half-way."""
    grading = Grading(output.assignment, output.gradebook, secret_in(output.out), output.lang, regrade)
    with begun.open() as (engine, workers), on_interrupt(grading.stop):
        _look_for_garbage()
        # while the first submissions are graded, not while graders still import
        Thread(target=output.prepare_pages).start()
        for graded in show_progress(grading, grading.run(found, engine, workers), len(found), output.speak):
            output.write_page(graded.result)
            tally.add(graded)
    return grading.is_stopped


def _look_for_garbage() -> None:
    """Often enough for a large class, of which each submission leaves some; what was imported stays."""
    gc.freeze()
    gc.set_threshold(_OBJECTS)


def _write_tables(output: ClassOutput, marks: Sequence[Row], tally: _Tally) -> list[SubmissionResult]:
    """Write the tables, with the marks that a person gave. Everybody's results. Raises UserError for a wrong mark."""
    results = output.latest()
    output.write_tables(results)
    if not marks:
        return results
    # only now is every answer known; if refused, all is written without them
    for result in take_marks(output.gradebook, output.assignment, marks, results):
        output.write_page(result)
        tally.rows[result.student] = result
    results = output.latest()
    output.write_tables(results)
    return results


def _prepare(out: Path, paths: Sequence[Path], level: Isolation | None) -> None:
    """Make the folder, closed to others at a level at which students' code could read it. Raises UserError."""
    try:
        out.mkdir(0o700 if level is Isolation.UID else 0o777, parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(NO_FOLDER, out=out, error=reason(error)) from error
    if level is Isolation.UID:
        require_private([*paths, out])


def _print_class(output: ClassOutput, tally: _Tally, results: Sequence[SubmissionResult]) -> None:
    class_list, done, lang = output.class_list, tally.done, output.speak
    if class_list and tally.with_rows and done + len(class_list.missing) <= MAX_ROWS:
        tally.rows.update({row.student: row for row in class_list.absent(results, lang)})
    print_table(list(tally.rows.values()), output.question_ids, lang)
    by_status = {str(status): tally.counts[status] for status in Status}
    say(SUMMARY.format(total=done, known=done - tally.counts["new"], **by_status)[lang])
    if len(results) > done:
        say(KEPT.format(count=len(results) - done)[lang])
    say(PAGES.format(index=output.out / "index.html", grades=output.out / "grades.csv")[lang])
    if class_list:
        say_missing(class_list, lang)
    if old := output.pages_of_nobody(results):
        warn(OLD_PAGES.format(count=len(old), names=listed(str(path) for path in old))[lang])
