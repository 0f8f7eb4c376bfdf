"""Examines one notebook: runs it, runs the hidden suite over it, and gathers marks, misconceptions and examples."""

from __future__ import annotations

import socket
from collections import Counter
from collections.abc import Collection, Sequence
from pathlib import Path

from fcnkit.course import Assignment, Question
from fcnkit.grading.examiner.account import Account
from fcnkit.grading.examiner.by_hand import read_answer
from fcnkit.grading.examiner.carry import carry_forward
from fcnkit.grading.examiner.checks import Function
from fcnkit.grading.examiner.defined import notes_on
from fcnkit.grading.examiner.example import run_example
from fcnkit.grading.examiner.models import Bench
from fcnkit.grading.examiner.plugin import Judged, Suite
from fcnkit.grading.examiner.replaced import better_definitions
from fcnkit.grading.examiner.session import Session
from fcnkit.grading.examiner.source import read_source
from fcnkit.grading.examiner.student import Student
from fcnkit.grading.job import Examination, Job
from fcnkit.grading.profiles import PROFILES
from fcnkit.grading.results import Carried, Example, NamedMisconception, QuestionResult, question_outcome

MAX_EXAMPLES = 2
"""Public examples on a page for one question: enough to see the mistake."""


def examine(
    job: Job, assignment: Assignment, suite: Suite, workers: socket.socket, groups: Path | None = None
) -> Examination:
    """Run the notebook in a worker forked by the warm parent at `workers`, and the hidden suite here.

    `groups` is where a control group for the submission can be made.

    Raises SuiteFault, OSError or Closed when the grader itself fails.
    """
    source = read_source(job.cells)
    profile, limits = PROFILES[assignment.config.profile], assignment.config.limits
    modules = source.among(profile.on_demand)
    account = Account(limits, groups)
    session = Session(workers, job.cells, account, modules, assignment.config.questions)
    bench = Bench(workers, account, session.deadline)
    student = Student(session, bench, suite.misconceptions, job.variant)
    try:
        # texts, which pages show, are read before the process has seen any hidden input
        by_hand = {q.id: read_answer(q, student) for q in assignment.config.questions if q.rubric is not None}
        judged = suite.run(student)
        carried = carry_forward(assignment.config, suite, student, judged)
        better = list(better_definitions(assignment.config, suite, student, judged))
        session.close()  # examples, which pages show, run in a process that has seen no hidden input
        _name_misconceptions(judged.values())
        questions = [
            by_hand.get(question.id)
            or _question_result(question, judged[question.id], carried.get(question.id), suite, student)
            for question in assignment.config.questions
        ]
    finally:
        session.close()
        bench.close()
        account.close()
    return Examination(
        questions=tuple(questions),
        cell_errors=tuple(error for _, errors in sorted(session.cell_errors.items()) for error in errors),
        notes=(*source.notes(profile), *notes_on(session.defined), *better),
    )


def _name_misconceptions(judged: Collection[Judged]) -> None:
    """Give each failed check at most one misconception: of those that explain it, the one that explains most checks."""
    votes = Counter(id for each in judged for ids in each.explained_by.values() for id in ids)
    for each in judged:
        best = {name: max(ids, key=votes.__getitem__) for name, ids in each.explained_by.items() if ids}
        each.checks = [check.model_copy(update={"misconception": best.get(check.name)}) for check in each.checks]


def _question_result(
    question: Question, judged: Judged, carried: Carried | None, suite: Suite, student: Student
) -> QuestionResult:
    named = {check.misconception for check in judged.checks}
    student.turn_to(question.id)
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
        examples=_examples(judged.failed_functions, student),
        carried=carried,
    )


def _examples(functions: Sequence[Function], student: Student) -> tuple[Example, ...]:
    """Public examples of what failed: those that show something wrong, else one that comes out right."""
    examples = [run_example(function, student) for function in functions]
    telling = [example for example in examples if example.problem is not None]
    return tuple(telling[:MAX_EXAMPLES] or examples[:1])
