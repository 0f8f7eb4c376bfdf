"""All that `fcnkit grade` writes of a class: pages, tables, and what to teach again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from fcnkit.class_grading.run import DEFAULT_LANG
from fcnkit.commands.class_list import ClassList
from fcnkit.commands.console import warn
from fcnkit.commands.output_lock import keep_edited
from fcnkit.course import Assignment
from fcnkit.deadlines.late_work import Terms
from fcnkit.gradebook import Gradebook
from fcnkit.grading.feedback_policy import told
from fcnkit.grading.intake import Found
from fcnkit.grading.intake.submission import composed
from fcnkit.grading.results import SubmissionResult
from fcnkit.text import Lang, Text

EDITED = Text(
    ko="grades.csv가 마지막으로 쓴 것과 달라(직접 고친 것으로 보입니다) {aside} 파일로 옮겨 두고 새로 썼습니다.",
    en="grades.csv is not as it was written last (somebody has edited it), so it was kept as {aside} and written anew.",
)


@dataclass(frozen=True)
class ClassOutput:
    """A class whose gradebook is open, and all that is written of it."""

    out: Path
    assignment: Assignment
    gradebook: Gradebook
    class_list: ClassList | None
    lang: Lang | None
    """The language of all pages and the table; None: a page is in the notebook's, the table always in the same one."""
    speak: Lang
    """The language of the terminal and the instructors' pages."""

    @cached_property
    def _whose(self) -> Mapping[str, str]:
        return self.gradebook.register.whose()

    def owner(self, found: Found) -> str:
        """The identity under which the results of a hand-in stand."""
        return self._whose.get(found.person.identity, found.person.identity)

    def labelled(self, found: Sequence[Found]) -> list[Found]:
        """Everybody under the label that stays theirs."""
        labels = self.gradebook.register.labels()
        return [replace(each, student=labels[self.owner(each)]) for each in found]

    @property
    def question_ids(self) -> list[str]:
        """In the order of the questions."""
        return [question.id for question in self.assignment.config.questions]

    @property
    def has_late_rules(self) -> bool:
        """Whether lateness costs marks."""
        return self.assignment.config.due is not None and self.assignment.config.late.has_rules

    def without_time(self, found: Sequence[Found]) -> int:
        """How many hand-ins count as in time because nobody tells when they came."""
        granted = self.gradebook.granted.of(self.assignment.name)
        owners = [self.owner(each) for each in found if not each.submitted]
        return sum(not granted.get(owner, Terms()).submitted for owner in owners)

    def latest(self) -> list[SubmissionResult]:
        """Everybody's result without what only their own page shows: a large class is held in memory at once."""
        return [_without_details(result) for result in self.gradebook.latest(self.assignment.name)]

    @staticmethod
    def prepare_pages() -> None:
        """Import and make ready what pages are written with: it takes as long as some of them."""
        from fcnkit.reports.write import prepare_pages  # noqa: PLC0415  # while the first submissions are graded

        prepare_pages()

    def write_page(self, result: SubmissionResult) -> None:
        """The student's files; their page tells what they may know by now."""
        from fcnkit.reports.write import write_student  # noqa: PLC0415  # as in `prepare_pages`

        result = result.model_copy(update={"lang": self.lang or result.lang})
        config = self.assignment.config
        write_student(self.out, result, config.title, told(result, config))

    def write_others(self, found: Sequence[Found]) -> None:
        """Write the pages of people from earlier runs that may say something new.

        A namesake has come, or an extension; or the rule for late work is another one.
        """
        others, graded = self.gradebook.register.taken_for_another(), {self.owner(each) for each in found}
        for result in self.gradebook.latest(self.assignment.name) if others or self.has_late_rules else ():
            if result.identity not in graded and (self.has_late_rules or result.identity in others):
                self.write_page(result)

    def write_tables(self, results: Sequence[SubmissionResult]) -> None:
        """`grades.csv` and the class page, for everybody, including students without a result.

        An edited table is moved aside first.
        """
        from fcnkit.reports.tables import grades_csv  # noqa: PLC0415  # likewise
        from fcnkit.reports.write import write_class  # noqa: PLC0415

        config, notes = self.assignment.config, self.lang or DEFAULT_LANG
        if self.class_list is not None:
            told_of = [self.class_list.told(result) for result in results]
            results = [*told_of, *self.class_list.absent(results, notes)]
        table = grades_csv(results, self.question_ids, notes, has_late_rules=self.has_late_rules)
        aside = keep_edited(self.out, self.gradebook, table)
        if aside is not None:
            warn(EDITED.format(aside=aside)[self.speak])
        write_class(self.out, results, config.title, table, self.speak)

    def pages_of_nobody(self, results: Sequence[SubmissionResult]) -> list[Path]:
        """Pages and results under names that somebody had before, as a roster or a platform gave another one."""
        named = {composed(result.student) for result in results}
        written = [*(self.out / "feedback").glob("*.html"), *(self.out / "results").glob("*.json")]
        return sorted(path for path in written if composed(path.stem) not in named)

    def write_findings(self) -> None:
        """What the class knows: item analysis, and what to teach again."""
        from fcnkit.reports.item_analysis import analyse  # noqa: PLC0415  # likewise
        from fcnkit.reports.lessons import LessonPlan  # noqa: PLC0415
        from fcnkit.reports.write import write_items, write_reteach  # noqa: PLC0415

        plan, title = LessonPlan(), self.assignment.config.title
        write_items(self.out, analyse(plan.watch(self.gradebook.latest(self.assignment.name))), title, self.speak)
        practice = _practice(self.assignment, [each.misconception.id for each in plan.lessons], self.speak)
        write_reteach(self.out, plan, practice, title, self.speak)


def _practice(assignment: Assignment, mistakes: Sequence[str], lang: Lang) -> Mapping[str, Sequence[str]]:
    """Items that show each of these mistakes, as HTML."""
    if not mistakes:
        return {}
    from fcnkit.teaching.reteach import practice_for  # noqa: PLC0415  # all items, and what they are made with

    return practice_for(assignment.course, mistakes, lang)


def _without_details(result: SubmissionResult) -> SubmissionResult:
    slim = tuple(question.model_copy(update={"examples": (), "checks": ()}) for question in result.questions)
    return result.model_copy(update={"questions": slim})
