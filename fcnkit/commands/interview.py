"""`fcnkit interview`: three questions on a student's own code, as a page for two oral minutes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from fcnkit.class_grading.run import Engine
from fcnkit.commands.console import say, warn
from fcnkit.commands.engine_options import EngineOptions, begin
from fcnkit.commands.graded_folder import open_graded
from fcnkit.commands.one_student import result_of
from fcnkit.commands.terminal_lang import detect_lang
from fcnkit.course import Assignment
from fcnkit.errors import UserError
from fcnkit.gradebook import Gradebook
from fcnkit.grading.intake import Notebook, handed_out, read, select, survey
from fcnkit.grading.intake.disk import GRADEBOOK
from fcnkit.grading.messages import Job
from fcnkit.grading.results import Status, SubmissionResult
from fcnkit.grading.sandbox.level import Isolation, require_private
from fcnkit.reports.write import write_interview
from fcnkit.text import Lang, Text

NO_FUNCTIONS = Text(
    ko="{assignment}: 학생이 함수를 쓰는 문제가 없어 코드에 대해 물을 것이 없습니다.",
    en="{assignment}: asks for no functions, so there is no code to ask about",
)
NOT_GRADED = Text(
    ko="{student}: 채점된 제출물이 없어 물을 코드가 없습니다.", en="{student}: no graded work, so no code to ask about."
)
NOT_FOUND = Text(
    ko="{student}: 채점한 노트북 {source:을} --submissions에서 찾을 수 없습니다. 채점할 때와 같은 경로를 지정하세요.",
    en="{student}: the graded notebook {source} is not in --submissions; name the paths that were graded.",
)
NO_QUESTIONS = Text(
    ko="{student}: 짧은 공개 입력에 답하는 함수를 찾지 못해 질문을 만들지 못했습니다.",
    en="{student}: no function of theirs answers a short public input, so no questions could be made.",
)
FAULT = Text(
    ko="{student}: 채점기에 문제가 생겨 질문을 만들지 못했습니다. 다시 실행해 보세요({fault}).",
    en="{student}: the grader had a problem, so no questions were made; try again ({fault}).",
)
WRITTEN = Text(ko="{student}: 질문 {count}개, {path}", en="{student}: questions: {count}. Open {path}")


def interview(
    folder: Path,
    students: Sequence[str],
    submissions: Sequence[Path],
    out: Path | None,
    lang: Lang | None,
    isolation: str,
) -> int:
    """Write a page for each student. The exit status: 1 where somebody gets none. Raises UserError."""
    speak = lang or detect_lang()
    with open_graded(folder, is_for_reading=True) as (assignment, gradebook):
        if not any(question.functions for question in assignment.config.questions):
            raise UserError(NO_FUNCTIONS, assignment=assignment.name)
        results = [result_of(gradebook, assignment.name, each, folder / GRADEBOOK) for each in students]
        wanted = {result.identity: result for result in results}
        found = dict(_notebooks(assignment, gradebook, wanted, submissions))
    complaints = [said for each in wanted.values() if (said := _complaint(each, found)) is not None]
    asked = [(each, found[each.identity]) for each in wanted.values() if each.identity in found]
    if asked:
        with begin(EngineOptions("local", isolation, 1), assignment) as begun:
            if begun.isolation is Isolation.UID:
                require_private([*submissions, folder])
            with begun.open() as (engine, _):
                complaints += _write_all(engine, asked, assignment, out or folder / "interview", speak)
    for complaint in complaints:
        warn(complaint[speak])
    return 1 if complaints else 0


def _write_all(
    engine: Engine,
    asked: Sequence[tuple[SubmissionResult, Notebook]],
    assignment: Assignment,
    pages: Path,
    lang: Lang,
) -> Iterator[Text]:
    """What is to be said of those who get no page."""
    for result, notebook in asked:
        said, is_written = _write(engine, result, notebook, assignment, pages / f"{result.student}.html", lang)
        if is_written:
            say(said[lang])
        else:
            yield said


def _write(
    engine: Engine, result: SubmissionResult, notebook: Notebook, assignment: Assignment, path: Path, lang: Lang
) -> tuple[Text, bool]:
    """What is to be said, and whether there is a page."""
    # drawn by who it is: the same questions each time, and others for others
    job = Job(cells=notebook.cells, variant=notebook.variant, interview=result.identity)
    examination, who = engine.examine(job), result.student
    if examination.fault is not None:
        return FAULT.format(student=who, fault=examination.fault), False
    if not examination.interview:
        return NO_QUESTIONS.format(student=who), False
    write_interview(path, who, examination.interview, assignment.config.title, lang)
    return WRITTEN.format(student=who, count=len(examination.interview), path=path), True


def _complaint(result: SubmissionResult, found: dict[str, Notebook]) -> Text | None:
    if result.status is not Status.GRADED:
        return NOT_GRADED.format(student=result.student)
    if result.identity not in found:
        return NOT_FOUND.format(student=result.student, source=result.submission)
    return None


def _notebooks(
    assignment: Assignment, gradebook: Gradebook, wanted: dict[str, SubmissionResult], paths: Sequence[Path]
) -> Iterator[tuple[str, Notebook]]:
    """The very notebooks whose marks count, each with its student's identity."""
    whose, handout = gradebook.register.whose(), handed_out(assignment)
    for each in survey(paths, assignment.name, assignment.config.attempts).people:
        identity = whose.get(each.person.identity, each.person.identity)
        result = wanted.get(identity)
        if result is not None and result.status is Status.GRADED:
            for notebook in select(read(each), handout).notebooks:
                if notebook.source == result.submission:
                    yield identity, notebook
