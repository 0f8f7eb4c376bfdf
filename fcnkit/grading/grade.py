"""Grades a class: what is new or changed goes through the engine, every result into the gradebook."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import Protocol

from fcnkit.course import Assignment
from fcnkit.gradebook import Gradebook, Key, environment, suite_digest
from fcnkit.grading.intake import Cell, Found, Submission, read
from fcnkit.grading.job import Examination
from fcnkit.grading.results import Status, SubmissionResult
from fcnkit.text import Lang, Text

DEFAULT_LANG: Lang = "ko"

OUR_FAULT = Text(
    ko="채점기에 문제가 생겨 아직 채점하지 못했습니다. 점수에는 영향이 없으며, 다시 실행하면 채점됩니다.",
    en="The grader had a problem, so this has not been graded yet. It costs no marks; run the command again.",
)
OTHER_ASSIGNMENT = Text(
    ko="이 노트북은 {found} 과제의 노트북입니다. {wanted} 과제의 노트북을 다시 제출해 주세요.",
    en="This is a notebook of {found}. Please hand in the notebook of {wanted}.",
)


class Engine(Protocol):
    """Where examinations run. `examine` is called from several threads and never raises for a student's doing."""

    def examine(self, cells: Sequence[Cell]) -> Examination: ...


@dataclass(frozen=True)
class Graded:
    """One submission's result, and whether it was graded just now or known from an earlier run."""

    result: SubmissionResult
    is_new: bool


@dataclass(frozen=True)
class Grading:
    """How one class is graded."""

    assignment: Assignment
    gradebook: Gradebook
    engine: Engine
    workers: int
    lang: Lang | None = None
    """Of all feedback; None gives each student the language of their notebook."""
    regrade: bool = False

    def run(self, found: Iterable[Found]) -> Iterator[Graded]:
        """Each submission's result as soon as it is known; reads only a few submissions ahead."""
        versions = suite_digest(self.assignment), environment()
        pending: dict[Future[Examination], tuple[Key, Submission]] = {}
        with ThreadPoolExecutor(self.workers) as pool:
            for submission in map(read, found):
                key = Key(submission.student, _digest(submission), *versions)
                known = None if self.regrade else self.gradebook.find(self.assignment.name, key)
                problem = submission.problem or self._not_ours(submission)
                if known is not None:
                    lang = self._lang(submission)
                    yield Graded(known.model_copy(update={"lang": lang}), is_new=False)
                elif problem is not None:
                    yield self._record(key, self._result(submission, Status.INVALID, problem))
                else:
                    pending[pool.submit(self.engine.examine, submission.cells)] = key, submission
                if len(pending) > self.workers:
                    yield from self._finished(pending)
            while pending:
                yield from self._finished(pending)

    def _finished(self, pending: dict[Future[Examination], tuple[Key, Submission]]) -> Iterator[Graded]:
        """Wait for at least one of the pending examinations."""
        done, _ = wait(pending, return_when=FIRST_COMPLETED)
        for future in done:
            key, submission = pending.pop(future)
            examination = future.result()
            if examination.fault is not None:
                result = self._result(submission, Status.UNGRADED, OUR_FAULT, examination=examination)
            else:
                result = self._result(submission, Status.GRADED, *examination.notes, examination=examination)
            yield self._record(key, result)

    def _lang(self, submission: Submission) -> Lang:
        return self.lang or submission.lang or DEFAULT_LANG

    def _record(self, key: Key, result: SubmissionResult) -> Graded:
        self.gradebook.append(key, result)
        return Graded(result, is_new=True)

    def _not_ours(self, submission: Submission) -> Text | None:
        if submission.assignment in (None, self.assignment.name):
            return None
        return OTHER_ASSIGNMENT.format(found=submission.assignment, wanted=self.assignment.name)

    def _result(
        self, submission: Submission, status: Status, *notes: Text, examination: Examination | None = None
    ) -> SubmissionResult:
        examination = examination or Examination()
        return SubmissionResult(
            assignment=self.assignment.name,
            student=submission.student,
            submission=submission.source,
            lang=self._lang(submission),
            status=status,
            score=sum(question.score for question in examination.questions),
            max_score=self.assignment.max_score,
            questions=examination.questions,
            cell_errors=examination.cell_errors,
            notes=(*submission.warnings, *notes),
            fault=examination.fault,
        )


def _digest(submission: Submission) -> str:
    """Over the code and what a result says of its submission, so that a new name or a late mark is a change."""
    said = (submission.digest, submission.source, [warning.en for warning in submission.warnings])
    return hashlib.sha256(repr(said).encode()).hexdigest()
