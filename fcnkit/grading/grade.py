"""Grades a class: what is new or changed goes through the engine, every result into the gradebook."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Protocol

from fcnkit.course import Assignment
from fcnkit.gradebook import Gradebook, Key, environment, suite_digest
from fcnkit.grading.intake import Cell, Found, Submission, read
from fcnkit.grading.job import Examination
from fcnkit.grading.results import Status, SubmissionResult, totals
from fcnkit.quiz.variants import variant_ids
from fcnkit.text import Lang, Text

DEFAULT_LANG: Lang = "ko"

OUR_FAULT = Text(
    ko="채점기에 문제가 생겨 아직 채점하지 못했습니다. 점수에는 영향이 없으며, 다시 실행하면 채점됩니다.",
    en="The grader had a problem, so this has not been graded yet. It costs no marks; the next run grades it.",
)
OTHER_ASSIGNMENT = Text(
    ko="이 노트북은 {found} 과제의 노트북입니다. {wanted} 과제의 노트북을 다시 제출해 주세요.",
    en="This is a notebook of {found}. Please hand in the notebook of {wanted}.",
)
NO_METADATA = Text(
    ko="노트북에 어느 과제인지 적혀 있지 않아(메타데이터 없음) {wanted} 과제로 보고 채점했습니다.",
    en="The notebook does not say which assignment it is of (no metadata), so it was graded as {wanted}.",
)

NO_VARIANT = Text(
    ko="나누어 준 문제지가 아닌 다른 노트북입니다. 받은 zip 파일의 노트북에 답을 써서 다시 제출해 주세요.",
    en="This notebook is none of the variants that were handed out. Please answer in the notebook that you were given.",
)
VARIANT = Text(ko="문제지 {number}번", en="Variant {number}")


class Engine(Protocol):
    """Where examinations run. `examine` is called from several threads and never raises for a student's doing."""

    device: str
    """What students' code runs on, which could change a mark."""

    def examine(self, cells: Sequence[Cell], variant: str | None = None) -> Examination: ...


@dataclass(frozen=True)
class Graded:
    """One submission's result, and whether it was graded just now or known from an earlier run."""

    result: SubmissionResult
    is_new: bool


class Grading:
    """One class being graded."""

    def __init__(
        self,
        assignment: Assignment,
        gradebook: Gradebook,
        engine: Engine,
        workers: int,
        lang: Lang | None = None,
        regrade: bool = False,
    ) -> None:
        """`lang` is that of all feedback; None gives each student the language of their notebook."""
        self._assignment = assignment
        self._gradebook = gradebook
        self._engine = engine
        self._workers = workers
        self._lang = lang
        self._regrade = regrade
        self._known_from = gradebook.last() if regrade else 0
        """What the journal holds up to this row is graded again."""
        self._pending: dict[Future[Examination], tuple[Key, Submission]] = {}
        self._news: SimpleQueue[Future[Examination] | None] = SimpleQueue()
        """Examinations that have ended, and None for a call of `stop`."""
        self.is_stopped = False

    def stop(self) -> None:
        """End `run` at once, with what has been examined by now. A signal handler may call this."""
        self.is_stopped = True
        self._news.put(None)  # the one thing that a handler may do to a thread that waits

    def running(self) -> list[str]:
        """Who is being examined now, longest first."""
        return [submission.student for future, (_, submission) in list(self._pending.items()) if future.running()]

    def run(self, found: Iterable[Found]) -> Iterator[Graded]:
        """Each submission's result as soon as it is known; reads only a few submissions ahead."""
        versions = suite_digest(self._assignment), environment(self._assignment), self._engine.device
        pool = ThreadPoolExecutor(self._workers)
        try:
            for submission in map(read, found):
                if self.is_stopped:
                    break
                key = Key(submission.person.identity, _digest(submission), *versions, submission.digest)
                known = self._without_examining(key, submission, pool)
                if known is not None:
                    yield known
                if len(self._pending) > self._workers:
                    yield from self._ended(self._news.get())
            while self._pending and not self.is_stopped:
                yield from self._ended(self._news.get())
            while not self._news.empty():
                yield from self._ended(self._news.get())
        finally:
            pool.shutdown(wait=False, cancel_futures=True)

    def _without_examining(self, key: Key, submission: Submission, pool: ThreadPoolExecutor) -> Graded | None:
        """The result of a submission that need not be examined; any other is given to the pool."""
        known = None if self._regrade else self._gradebook.find(self._assignment.name, key)
        if known is not None:
            known = self._gradebook.append(key, known)  # it counts again, should another one have come after it
            return Graded(known.model_copy(update={"lang": _lang(submission, self._lang)}), is_new=False)
        refusal = refused(self._assignment, submission, self._lang)
        if refusal is not None:
            return self._record(key, refusal)
        future = pool.submit(self._engine.examine, submission.cells, submission.variant)
        self._pending[future] = key, submission
        future.add_done_callback(self._news.put)
        return None

    def _ended(self, future: Future[Examination] | None) -> Iterator[Graded]:
        if future is not None:
            key, submission = self._pending.pop(future)
            yield self._record(key, examined(self._assignment, submission, future.result(), self._lang))

    def _record(self, key: Key, result: SubmissionResult) -> Graded:
        return Graded(self._gradebook.append(key, result, self._known_from), is_new=True)


def refused(assignment: Assignment, submission: Submission, lang: Lang | None = None) -> SubmissionResult | None:
    """The result of a submission that cannot be graded as one of `assignment`; None for one that can."""
    problem = submission.problem
    if problem is None and submission.assignment not in (None, assignment.name):
        problem = OTHER_ASSIGNMENT.format(found=submission.assignment, wanted=assignment.name)
    ids = variant_ids(assignment.variants)
    if problem is None and ids and submission.variant not in ids:
        problem = NO_VARIANT
    if problem is None:
        return None
    return _result(assignment, submission, Examination(notes=(problem,)), Status.INVALID, lang)


def examined(
    assignment: Assignment, submission: Submission, examination: Examination, lang: Lang | None = None
) -> SubmissionResult:
    """The result of a submission that an engine has examined, or could not examine."""
    if examination.fault is not None:
        unexamined = Examination(notes=(OUR_FAULT,), fault=examination.fault)
        return _result(assignment, submission, unexamined, Status.UNGRADED, lang)
    if submission.assignment is None:
        notes = (NO_METADATA.format(wanted=assignment.name), *examination.notes)
        examination = examination.model_copy(update={"notes": notes})
    ids = variant_ids(assignment.variants)
    if submission.variant in ids:
        notes = (VARIANT.format(number=f"{ids.index(submission.variant) + 1:02}"), *examination.notes)
        examination = examination.model_copy(update={"notes": notes})
    return _result(assignment, submission, examination, Status.GRADED, lang)


def _result(
    assignment: Assignment, submission: Submission, examination: Examination, status: Status, lang: Lang | None
) -> SubmissionResult:
    score, max_score = totals(examination.questions) if examination.questions else (0, assignment.max_score)
    return SubmissionResult(
        assignment=assignment.name,
        student=submission.student,
        identity=submission.person.identity,
        id=submission.person.id,
        submission=submission.source,
        lang=_lang(submission, lang),
        status=status,
        score=score,
        max_score=max_score,
        questions=examination.questions,
        cell_errors=examination.cell_errors,
        notes=(*submission.warnings, *examination.notes),
        fault=examination.fault,
    )


def _lang(submission: Submission, wanted: Lang | None) -> Lang:
    return wanted or submission.lang or DEFAULT_LANG


def _digest(submission: Submission) -> str:
    """Over the code and what a result says of its submission, so that a new name or a late mark is a change."""
    said = (submission.digest, submission.source, [warning.en for warning in submission.warnings])
    return hashlib.sha256(repr(said).encode()).hexdigest()
