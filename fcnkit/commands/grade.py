"""`fcnkit grade`: a folder of submissions in; marks, pages and a gradebook out."""

from __future__ import annotations

import signal
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from rich.markup import escape

from fcnkit.class_grading.run import DEFAULT_LANG, Graded, Grading
from fcnkit.commands.changed_marks import marks_in, say_changed
from fcnkit.commands.class_list import ClassList, enlisted_class, granted_terms, read_class, say_missing
from fcnkit.commands.console import err
from fcnkit.commands.console import out as screen
from fcnkit.commands.engine_options import Begun
from fcnkit.commands.intake_report import say_moved, say_passed_over, say_renamed, say_strangers
from fcnkit.commands.interrupt import on_interrupt
from fcnkit.commands.manual_marks import leave_sheet, print_reviews, read_marks, take_marks
from fcnkit.commands.output_lock import GRADEBOOK, check_assignment, check_out, exclusive_lock, keep_edited
from fcnkit.commands.progress import show_progress
from fcnkit.commands.results_table import print_table
from fcnkit.commands.terminal_lang import detect_lang
from fcnkit.course import Assignment
from fcnkit.deadlines.late_work import Terms
from fcnkit.errors import UserError, reason
from fcnkit.gradebook import Gradebook
from fcnkit.gradebook.late_rule import LateRule
from fcnkit.grading.case_secret import secret_in
from fcnkit.grading.feedback_policy import told
from fcnkit.grading.intake import Found, survey
from fcnkit.grading.results import Status, SubmissionResult
from fcnkit.grading.sandbox.level import Isolation, require_private
from fcnkit.reports.item_analysis import analyse
from fcnkit.reports.lessons import LessonPlan
from fcnkit.reports.tables import grades_csv
from fcnkit.reports.write import prepare_pages, write_class, write_items, write_reteach, write_student
from fcnkit.text import Lang, Text

SUMMARY = Text(
    ko="제출물 {total}개: 채점 완료 {graded}개, 확인 필요 {invalid}개, 채점 대기 {ungraded}개 "
    "(이전과 같아 다시 실행하지 않은 것 {known}개)",
    en="Submissions: {total} ({graded} graded, {invalid} invalid, {ungraded} ungraded) "
    "– unchanged and not run again: {known}",
)
KEPT = Text(ko="이전에 채점한 학생 {count}명의 결과도 함께 담았습니다.", en="Students kept from earlier runs: {count}.")
PAGES = Text(ko="결과: {index}  (점수표: {grades})", en="Open {index}  (marks: {grades})")
EDITED = Text(
    ko="grades.csv가 마지막으로 쓴 것과 달라(직접 고친 것으로 보입니다) {aside} 파일로 옮겨 두고 새로 썼습니다.",
    en="grades.csv is not as it was written last (somebody has edited it), so it was kept as {aside} and written anew.",
)
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
INTERRUPTED = 128 + signal.SIGINT
"""Exit status after Ctrl-C, by shell convention (128 + SIGINT)."""
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
    roster: Path | None = None,
) -> int:
    """Grade, write everything below `out`, print a summary. The exit status: 0 when every submission was graded."""
    title, speak = assignment.config.title, lang or detect_lang()
    check_out(out, paths)
    people = read_class(roster, speak)
    terms = granted_terms(people, assignment) if people else {}
    findings, marks = survey(paths, assignment.name, assignment.config.attempts), read_marks(reviews)
    say_passed_over(findings.passed_over, speak)
    _prepare(out, begun.isolation)
    if begun.isolation is Isolation.UID:
        require_private([*paths, out])
    ids = [question.id for question in assignment.config.questions]
    rule = LateRule.of(assignment.config)
    with exclusive_lock(out), Gradebook(out / GRADEBOOK, assignment.config.attempts, rule) as gradebook:
        check_assignment(out, gradebook, assignment.name)
        secret, before = secret_in(out), marks_in(out)
        found = _enrolled(gradebook, findings.people, speak)
        class_list = enlisted_class(gradebook, people, found, speak) if people else None
        if people:
            gradebook.granted.record(assignment.name, terms)
        granted = gradebook.granted.of(assignment.name)
        labels, whose = gradebook.register.labels(), gradebook.register.whose()
        found = [replace(each, student=labels[_whose(each, whose)]) for each in found]
        tally = _Tally(class_list, with_rows=len(found) <= MAX_ROWS)
        prepare_pages()  # graders are still starting
        with begun.open() as (engine, workers):
            grading = Grading(assignment, gradebook, engine, workers, secret, lang, regrade)
            with on_interrupt(grading.stop):
                for graded in show_progress(grading, grading.run(found), len(found), speak):
                    _write_page(out, graded.result, assignment)
                    tally.add(graded)
        # from here on the graders' memory is free again, which a large class' page may need
        results = _latest(gradebook, assignment)
        _write_others(out, gradebook, assignment, {_whose(each, whose) for each in found}, lang)
        tables = _Tables(
            out, gradebook, class_list, title, ids, speak, lang or DEFAULT_LANG, _has_late_rules(assignment)
        )
        tables.write(results)
        if marks and not grading.is_stopped:  # only now is every answer known; if refused, all is written without them
            for result in take_marks(gradebook, assignment, marks, results):
                _write_page(out, result.model_copy(update={"lang": lang or result.lang}), assignment)
                tally.rows[result.student] = result
            results = _latest(gradebook, assignment)
            tables.write(results)
        _write_findings(out, gradebook, assignment, speak)
        sheet_written = leave_sheet(out, assignment, gradebook, results)
    _print_class(out, tally, results, ids, speak)
    say_changed(before, marks_in(out), speak)
    print_reviews(out, results, sheet_written, speak)
    if _has_late_rules(assignment):
        _say_times_unknown(found, granted, whose, speak)
    if tally.done < len(found):
        screen.print(STOPPED[speak].format(done=tally.done, total=len(found)), soft_wrap=True)
        return INTERRUPTED
    return 0 if tally.counts[Status.GRADED] == tally.done else 1


@dataclass
class _Tally:
    """What is printed in the end."""

    class_list: ClassList | None
    with_rows: bool
    """Whether the class is small enough for a row for each student."""
    counts: Counter[object] = field(default_factory=Counter)
    """Results of each status, and those that are `new`."""
    rows: dict[str, SubmissionResult] = field(default_factory=dict)

    def add(self, graded: Graded) -> None:
        self.counts[graded.result.status] += 1
        self.counts["new"] += graded.is_new
        if self.with_rows:
            told = self.class_list.told(graded.result) if self.class_list else graded.result
            self.rows[graded.result.student] = told

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


def _whose(found: Found, whose: Mapping[str, str]) -> str:
    return whose.get(found.person.identity, found.person.identity)


def _write_page(out: Path, result: SubmissionResult, assignment: Assignment) -> None:
    """The student's files; their page tells what they may know by now."""
    write_student(out, result, assignment.config.title, told(result, assignment.config))


def _write_others(
    out: Path, gradebook: Gradebook, assignment: Assignment, graded: Collection[str], lang: Lang | None
) -> None:
    """The pages of those of earlier runs of whom there may be something new to say.

    A namesake has come, or an extension; or the rule for late work is another one.
    """
    others, is_late_told = gradebook.register.taken_for_another(), _has_late_rules(assignment)
    for result in gradebook.latest(assignment.name) if others or is_late_told else ():
        if result.identity not in graded and (is_late_told or result.identity in others):
            _write_page(out, result.model_copy(update={"lang": lang or result.lang}), assignment)


def _say_times_unknown(
    found: Sequence[Found], terms: Mapping[str, Terms], whose: Mapping[str, str], lang: Lang
) -> None:
    """How many hand-ins count as in time because nobody tells when they came."""
    untold = [_whose(each, whose) for each in found if not each.submitted]
    count = sum(not terms.get(each, Terms()).submitted for each in untold)
    if count:
        err.print(NO_TIME[lang].format(count=count), style="yellow", soft_wrap=True, markup=False)


def _has_late_rules(assignment: Assignment) -> bool:
    return assignment.config.due is not None and assignment.config.late.has_rules


@dataclass(frozen=True)
class _Tables:
    """Writes `grades.csv` and the class page."""

    out: Path
    gradebook: Gradebook
    class_list: ClassList | None
    title: Text
    question_ids: Sequence[str]
    lang: Lang
    """Of the page."""
    notes: Lang
    """Of the table, which is to be the same whatever the terminal speaks."""
    has_late_rules: bool

    def write(self, results: Sequence[SubmissionResult]) -> None:
        """Writes both for everybody, including students without a result; moves an edited table aside first."""
        if self.class_list is not None:
            told = [self.class_list.told(result) for result in results]
            results = [*told, *self.class_list.absent(results, self.notes)]
        table = grades_csv(results, self.question_ids, self.notes, has_late_rules=self.has_late_rules)
        aside = keep_edited(self.out, self.gradebook, table)
        if aside is not None:
            err.print(EDITED[self.lang].format(aside=aside), style="yellow", soft_wrap=True, markup=False)
        write_class(self.out, results, self.title, table, self.lang)


def _write_findings(out: Path, gradebook: Gradebook, assignment: Assignment, lang: Lang) -> None:
    """What the class knows: item analysis, and what to teach again."""
    plan = LessonPlan()
    write_items(out, analyse(plan.watch(gradebook.latest(assignment.name))), assignment.config.title, lang)
    practice = _practice(assignment, [each.misconception.id for each in plan.lessons], lang)
    write_reteach(out, plan, practice, assignment.config.title, lang)


def _practice(assignment: Assignment, mistakes: Sequence[str], lang: Lang) -> Mapping[str, Sequence[str]]:
    """Items that show each of these mistakes, as HTML."""
    if not mistakes:
        return {}
    from fcnkit.teaching.reteach import practice_for  # noqa: PLC0415  # all items, and what they are made with

    return practice_for(assignment.course, mistakes, lang)


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
        raise UserError(NO_FOLDER, out=out, error=reason(error)) from error


def _print_class(out: Path, tally: _Tally, results: Sequence[SubmissionResult], ids: Sequence[str], lang: Lang) -> None:
    class_list, done = tally.class_list, tally.done
    if class_list and tally.with_rows and done + len(class_list.missing) <= MAX_ROWS:
        tally.rows.update({row.student: row for row in class_list.absent(results, lang)})
    print_table(list(tally.rows.values()), ids, lang)
    by_status = {str(status): tally.counts[status] for status in Status}
    screen.print(SUMMARY[lang].format(total=done, known=done - tally.counts["new"], **by_status))
    if len(results) > done:
        screen.print(KEPT[lang].format(count=len(results) - done))
    screen.print(PAGES[lang].format(index=escape(str(out / "index.html")), grades=escape(str(out / "grades.csv"))))
    if class_list:
        say_missing(class_list, lang)
