"""Grades a class: sends new and changed submissions to the engine and records every result in the gradebook."""

from __future__ import annotations

import hashlib
import secrets
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Protocol

from fcnkit.class_grading import best_notebook
from fcnkit.class_grading.compute_seats import Seats, threads
from fcnkit.course import Assignment
from fcnkit.gradebook import Gradebook, Key
from fcnkit.grading.case_secret import seed
from fcnkit.grading.fingerprint import grader_version, suite_digest
from fcnkit.grading.intake import Found, Notebook, Submission, handed_out, read, select
from fcnkit.grading.messages import Examination, Job, OnSleep
from fcnkit.grading.results import Status, SubmissionResult, totals
from fcnkit.quiz.feature import feature_of
from fcnkit.text import Lang, Text

DEFAULT_LANG: Lang = "ko"

OUR_FAULT = Text(
    ko="채점기에 문제가 생겨 아직 채점하지 못했습니다. 점수에는 영향이 없으며, 다시 실행하면 채점됩니다.",
    en="The grader had a problem, so this has not been graded yet. It costs no marks; the next run grades it.",
)
NO_METADATA = Text(
    ko="노트북에 어느 과제인지 적혀 있지 않아(메타데이터 없음) {wanted} 과제로 보고 채점했습니다.",
    en="The notebook does not say which assignment it is of (no metadata), so it was graded as {wanted}.",
)
VARIANT = Text(ko="문제지 {number}번", en="Variant {number}")


class Engine(Protocol):
    """Where examinations run. `examine` is called from several threads and never raises for a student's doing."""

    device: str
    """What students' code runs on, which could change a mark."""

    @property
    def room(self) -> int:
        """How many submissions there is memory for at the same time, those that sleep included."""

    def examine(self, job: Job, on_sleep: OnSleep = ..., /) -> Examination: ...


@dataclass(frozen=True)
class Graded:
    """One submission's result, and whether it was graded just now or known from an earlier run."""

    result: SubmissionResult
    is_new: bool


Begin = Callable[[Submission], "Future[list[Examination]]"]


class Grading:
    """One class being graded."""

    def __init__(
        self,
        assignment: Assignment,
        gradebook: Gradebook,
        secret: str,
        lang: Lang | None = None,
        regrade: bool = False,
    ) -> None:
        """What needs no engine, which may still be starting.

        `secret` draws the hidden cases. `lang` is that of all feedback; None gives each student their notebook's.
        """
        self._assignment = assignment
        self._gradebook = gradebook
        self._seated: dict[int, Submission] = {}
        """The submissions that are being examined, by their `id`."""
        self._secret = secret
        self._lang = lang
        self._regrade = regrade
        self._known_from = gradebook.last() if regrade else 0
        """Results up to this row of the journal are graded again."""
        self._handed_out = handed_out(assignment)
        self._versions = suite_digest(assignment), grader_version(assignment)
        self._pending: dict[Future[list[Examination]], tuple[Key, Submission]] = {}
        self._news: SimpleQueue[Future[list[Examination]] | None] = SimpleQueue()
        """Examinations that have ended, and None for a call of `stop`."""
        self.is_stopped = False

    def stop(self) -> None:
        """End `run` at once, with what has been examined by now. A signal handler may call this."""
        self.is_stopped = True
        self._news.put(None)  # the one thing that a handler may do to a thread that waits

    def running(self) -> list[str]:
        """Who is being examined now, longest first."""
        return [submission.student for submission in list(self._seated.values())]

    def run(self, found: Iterable[Found], engine: Engine, workers: int) -> Iterator[Graded]:
        """Each submission's result as soon as it is known, of `workers` that are examined at the same time.

        Reads only a few submissions ahead. The order is shuffled at every run, so that no submission can know which one
        ran before it on the same grader.
        """
        under_way = threads(engine.room, workers)
        pool, seats = ThreadPoolExecutor(under_way), Seats(workers)

        def begin(submission: Submission) -> Future[list[Examination]]:
            return pool.submit(self._examine, submission, engine, seats)

        try:
            for submission in (select(read(one), self._handed_out) for one in _shuffled(found)):
                while self._is_under_way(submission.student) and not self.is_stopped:
                    yield from self._ended(self._news.get())
                if self.is_stopped:
                    break
                key = Key(
                    submission.person.identity, _digest(submission), *self._versions, engine.device, submission.digest,
                    submission.uploaded, submission.submitted,
                )  # fmt: skip
                known = self._without_examining(key, submission, begin)
                if known is not None:
                    yield known
                if len(self._pending) > under_way:
                    yield from self._ended(self._news.get())
            while self._pending and not self.is_stopped:
                yield from self._ended(self._news.get())
            while not self._news.empty():
                yield from self._ended(self._news.get())
        finally:
            pool.shutdown(wait=False, cancel_futures=True)

    def _is_under_way(self, student: str) -> bool:
        """Whether another hand-in of the student's is being examined: the journal is to have them in their order."""
        return any(submission.student == student for _, submission in self._pending.values())

    def _without_examining(self, key: Key, submission: Submission, begin: Begin) -> Graded | None:
        """The result of a submission that need not be examined; the examination of any other begins."""
        known = None if self._regrade else self._gradebook.find(self._assignment.name, key)
        if known is not None:
            known = self._gradebook.append(key, known)  # it counts again, should another one have come after it
            counts = next((one for one in submission.notebooks if one.source == known.submission), None)
            return Graded(known.model_copy(update={"lang": _lang(counts, self._lang)}), is_new=False)
        refusal = refused(self._assignment, submission, self._lang)
        if refusal is not None:
            return self._record(key, refusal)
        future = begin(submission)
        self._pending[future] = key, submission
        future.add_done_callback(self._news.put)
        return None

    def _examine(self, submission: Submission, engine: Engine, seats: Seats) -> list[Examination]:
        with seats.taken() as on_sleep:
            self._seated[id(submission)] = submission
            try:
                return examine(engine, submission, self._secret, on_sleep)
            finally:
                del self._seated[id(submission)]

    def _ended(self, future: Future[list[Examination]] | None) -> Iterator[Graded]:
        if future is not None:
            key, submission = self._pending.pop(future)
            yield self._record(key, examined(self._assignment, submission, future.result(), self._lang))

    def _record(self, key: Key, result: SubmissionResult) -> Graded:
        return Graded(self._gradebook.append(key, result, self._known_from), is_new=True)


def _shuffled(found: Iterable[Found]) -> list[Found]:
    """Shuffles the class, but keeps each student's own submissions in order: the last may be the one that counts."""
    by_student: defaultdict[str, list[Found]] = defaultdict(list)
    for one in found:
        by_student[one.student].append(one)
    students = secrets.SystemRandom().sample(list(by_student), len(by_student))
    return [one for student in students for one in by_student[student]]


def refused(assignment: Assignment, submission: Submission, lang: Lang | None = None) -> SubmissionResult | None:
    """The result of a submission that cannot be graded as one of `assignment`; None for one that can."""
    if submission.problem is None:
        return None
    said = Examination(notes=(submission.problem,))
    return _result(assignment, submission, None, said, Status.INVALID, lang)


def examine(
    engine: Engine, submission: Submission, secret: str, on_sleep: OnSleep = lambda _: None
) -> list[Examination]:
    """What comes of each of a submission's notebooks, with hidden cases of its own.

    They share the time for a submission: each has its part, and what those before it have left of theirs.
    """
    left, examinations = 1.0, []
    for place, notebook in enumerate(submission.notebooks):
        part = left / (len(submission.notebooks) - place)
        drawn_by = seed(secret, notebook.cells)
        job = Job(cells=notebook.cells, variant=notebook.variant, seed=drawn_by, part=part)
        examinations.append(engine.examine(job, on_sleep))
        left -= min(examinations[-1].used, part)
    return examinations


def examined(
    assignment: Assignment, submission: Submission, examinations: Sequence[Examination], lang: Lang | None = None
) -> SubmissionResult:
    """The result of a submission whose notebooks an engine has examined, or could not examine."""
    fault = next((each.fault for each in examinations if each.fault is not None), None)
    if fault is not None:  # any of them could have been the one that counts
        unexamined = Examination(notes=(OUR_FAULT,), fault=fault)
        return _result(assignment, submission, None, unexamined, Status.UNGRADED, lang)
    graded = list(zip(submission.notebooks, examinations, strict=True))
    notebook, examination = counts = best_notebook.counting(graded)
    notes = [*best_notebook.notes(counts, graded, assignment), *examination.notes]
    if notebook.assignment is None:
        notes.insert(0, NO_METADATA.format(wanted=assignment.name))
    ids = feature_of(assignment).variant_ids()
    if notebook.variant in ids:
        notes.insert(0, VARIANT.format(number=f"{ids.index(notebook.variant) + 1:02}"))
    examination = examination.model_copy(update={"notes": tuple(notes)})
    return _result(assignment, submission, notebook, examination, Status.GRADED, lang)


def _result(
    assignment: Assignment,
    submission: Submission,
    notebook: Notebook | None,
    examination: Examination,
    status: Status,
    lang: Lang | None,
) -> SubmissionResult:
    """`notebook` is the one that counts, where one does."""
    score, max_score = totals(examination.questions) if examination.questions else (0, assignment.scores.max_score)
    return SubmissionResult(
        assignment=assignment.name,
        student=submission.student,
        identity=submission.person.identity,
        id=submission.person.id,
        submission=notebook.source if notebook else submission.source,
        lang=_lang(notebook or next(iter(submission.notebooks), None), lang),
        status=status,
        score=score,
        max_score=max_score,
        questions=examination.questions,
        cell_errors=examination.cell_errors,
        notes=(*submission.warnings, *examination.notes),
        fault=examination.fault,
    )


def _lang(notebook: Notebook | None, wanted: Lang | None) -> Lang:
    return wanted or (notebook and notebook.lang) or DEFAULT_LANG


def _digest(submission: Submission) -> str:
    """Digest of all graded notebooks and of the submission's metadata, such as its name and lateness."""
    places = [submission.source, *(notebook.source for notebook in submission.notebooks)]
    said = (submission.digest, places, [warning.en for warning in submission.warnings])
    return hashlib.sha256(repr(said).encode()).hexdigest()
