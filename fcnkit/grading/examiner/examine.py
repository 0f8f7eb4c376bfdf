"""Examines one notebook: runs it, runs the hidden suite over it, and gathers marks, misconceptions and examples."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator, Mapping, Sequence

from fcnkit.allowances import Limits
from fcnkit.course import Assignment, AssignmentConfig, Question
from fcnkit.grading.cell import Cell
from fcnkit.grading.examiner.account import Account
from fcnkit.grading.examiner.answer_code import answer_codes
from fcnkit.grading.examiner.bound_names import notes_on
from fcnkit.grading.examiner.error_carried_forward import carry_forward
from fcnkit.grading.examiner.example import telling_examples, unshown
from fcnkit.grading.examiner.explain import explain
from fcnkit.grading.examiner.judged import Judged
from fcnkit.grading.examiner.manual_grading import read_answer
from fcnkit.grading.examiner.model_runner import ModelRunner
from fcnkit.grading.examiner.near_names import nearly_named, replaced_by_numpy
from fcnkit.grading.examiner.pytest_plugin import Suite
from fcnkit.grading.examiner.replaced import better_definitions
from fcnkit.grading.examiner.session import Session
from fcnkit.grading.examiner.shown_cells import cells_to_run
from fcnkit.grading.examiner.source import read_source
from fcnkit.grading.examiner.student_fixture import Student
from fcnkit.grading.messages import Examination, Job
from fcnkit.grading.profiles import PROFILES
from fcnkit.grading.results import Carried, CheckResult, NamedMisconception, Outcome, QuestionResult
from fcnkit.text import Text

MAX_NOTES = 20
"""Most notes, and most cell errors, that are kept of one notebook."""
RAN_OTHERWISE = Text(
    ko="함수가 프로세스를 멈추게 해서 노트북을 다시 실행했는데, 처음과 달리 끝까지 실행되지 않은 셀이 있습니다.",
    en="A function brought the process down. When the notebook was run again, a cell that had run did not get through.",
)
MORE_NOTES = Text(ko="이런 알림이 {count:,}개 더 있습니다.", en="And {count:+more note} like these.")
MORE_ERRORS = Text(
    ko="실행 중에 멈춘 곳이 {count:,}군데 더 있습니다. 앞의 것부터 고쳐 보세요.",
    en="{count:+more place} stopped while running. Mend the first ones first.",
)


def examine(
    job: Job, assignment: Assignment, suite: Suite, workers: socket.socket, open_account: Callable[[Limits], Account]
) -> Examination:
    """Run the notebook in a worker forked by the fork server at `workers`, and the hidden suite here.

    Raises SuiteFault, OSError or Closed when the grader itself fails.
    """
    source = read_source(job.cells)
    profile = PROFILES[assignment.config.profile]
    in_all = assignment.config.limits.total_seconds
    limits = assignment.config.limits.model_copy(update={"total_seconds": in_all * job.part})
    modules = source.among(profile.lazy_imports)
    account = open_account(limits)
    session = Session(workers, cells_run(job.cells, assignment.config), account, modules, assignment.config.questions)
    runner = ModelRunner(workers, account, session.shares)
    student = Student(session, runner, suite.misconceptions, job.variant, job.seed)
    try:
        questions, better = _judge(student, suite, assignment.config)
    finally:
        session.close()
        runner.close()
        account.close()
    codes = answer_codes(job.cells, assignment.config.questions)
    errors = [error for _, errors in sorted(session.cell_errors.items()) for error in errors]
    again = [RAN_OTHERWISE] if session.ran_otherwise else []
    on_names = _on_names(job.cells, assignment.config, questions, session)
    notes = [*again, *notes_on(session.defined), *better, *on_names, *source.notes(profile)]
    return Examination(
        questions=tuple(each.model_copy(update={"code": codes.get(each.id, "")}) for each in questions),
        cell_errors=tuple(errors[:MAX_NOTES]),
        notes=(*notes[:MAX_NOTES], *_more(MORE_NOTES, len(notes)), *_more(MORE_ERRORS, len(errors))),
        used=account.now() / in_all,
    )


def _judge(student: Student, suite: Suite, config: AssignmentConfig) -> tuple[list[QuestionResult], list[Text]]:
    """What each question earns, and a note for each that would earn more with a definition that was replaced."""
    student.prepare(config.questions, suite.functions(), suite.public_cases)
    by_hand = {q.id: read_answer(q, student) for q in config.questions if q.rubric is not None}
    judged = suite.run(student)
    carried = carry_forward(config, suite, student, judged)
    better = list(better_definitions(config, suite, student, judged))
    explain(judged.values(), suite.misconceptions, suite.functions())
    for each in judged.values():
        each.settle(suite.misconceptions)  # once more: what explained one check may not be true of its function
    questions = [
        by_hand.get(question.id)
        or _question_result(question, judged[question.id], _gained(question, judged, carried), suite, student)
        for question in config.questions
    ]
    return questions, better


def cells_run(cells: Sequence[Cell], config: AssignmentConfig) -> Sequence[Cell]:
    """The cells that are run: without those that only show something, unless the author wants them."""
    asked = {name for question in config.questions for name in question.names}
    return cells if config.run_shown else cells_to_run(cells, asked)


def _on_names(
    cells: Sequence[Cell], config: AssignmentConfig, questions: Sequence[QuestionResult], session: Session
) -> Iterator[Text]:
    """What names may have to do with marks that were lost."""
    asked = list(dict.fromkeys(name for q in config.questions for name in q.names))
    unanswered = [name for name in asked if name not in session.defined or session.defined[name].is_stub]
    yield from nearly_named(cells, unanswered, asked)
    if any(question.score != question.max_score for question in questions):
        yield from replaced_by_numpy(cells)


def _more(said: Text, count: int) -> tuple[Text, ...]:
    """How many of so many are left out."""
    return (said.format(count=count - MAX_NOTES),) if count > MAX_NOTES else ()


def _gained(question: Question, judged: Mapping[str, Judged], carried: Mapping[str, Carried]) -> Carried | None:
    """What others' right answers gave the question; None where the last look at its checks left none of that."""
    gained = carried.get(question.id)
    return gained if gained is not None and judged[question.id].score > gained.score else None


def _question_result(
    question: Question, judged: Judged, carried: Carried | None, suite: Suite, student: Student
) -> QuestionResult:
    named = {check.misconception for check in judged.checks}
    if judged.failed_functions:  # else nothing is asked any more, and each turn looks at all of its processes
        student.set_question(question.id)
    examples = telling_examples(judged.failed_functions, student)
    return QuestionResult(
        id=question.id,
        title=question.title,
        outcome=question_outcome(judged.checks),
        score=judged.score,
        max_score=question.points,
        checks=tuple(judged.checks),
        misconceptions=tuple(
            NamedMisconception(id=m.id, name=m.name, text=m.text) for m in suite.misconceptions if m.id in named
        ),
        relations=tuple(judged.relations),
        examples=examples,
        unshown=None if examples else unshown(judged, student),
        carried=carried,
    )


def question_outcome(checks: Sequence[CheckResult]) -> Outcome:
    """The worst of a question's checks: an error tells more than a failure.

    A question of which a part was left out has been attempted, and failed.
    """
    outcomes = {check.outcome for check in checks}
    if Outcome.ERROR in outcomes:
        return Outcome.ERROR
    if outcomes == {Outcome.UNATTEMPTED}:
        return Outcome.UNATTEMPTED
    return Outcome.FAILED if outcomes & {Outcome.FAILED, Outcome.UNATTEMPTED} else Outcome.PASSED
