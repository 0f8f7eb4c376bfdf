"""Summarises a class' results. Submissions that were not graded are left out of all figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import mean, median

from fcnkit.grading.results import NamedMisconception, NamedRelation, Outcome, QuestionResult, Status, SubmissionResult
from fcnkit.text import Text

BINS = 10


@dataclass(frozen=True)
class Bin:
    """Scores with `low <= score < high`; the last bin includes the full mark."""

    low: float
    high: float
    count: int


@dataclass(frozen=True)
class QuestionSummary:
    id: str
    title: Text
    max_score: float
    mean: float | None
    """None where all answers wait for a person's marks."""
    outcomes: Mapping[Outcome, int]
    passed: float
    """Share of judged answers, 0 to 1."""


@dataclass(frozen=True)
class MisconceptionSummary:
    misconception: NamedMisconception | NamedRelation
    questions: tuple[str, ...]
    """Ids of the questions it was seen in."""
    students: tuple[str, ...]
    share: float
    """Of graded submissions, 0 to 1."""


@dataclass(frozen=True)
class ClassSummary:
    results: tuple[SubmissionResult, ...]
    """All rows, by student."""
    graded: tuple[SubmissionResult, ...]
    waiting: tuple[SubmissionResult, ...]
    """Invalid and ungraded submissions."""
    missing: tuple[SubmissionResult, ...]
    """Who has not handed in, where there is a roster: they count in no mean and no share."""
    unreviewed: tuple[SubmissionResult, ...]
    """Those with answers that wait for a person's marks."""
    max_score: float
    mean: float | None
    """None where nothing is graded, as is the median."""
    median: float | None
    bins: tuple[Bin, ...]
    questions: tuple[QuestionSummary, ...]
    misconceptions: tuple[MisconceptionSummary, ...]
    """Most frequent first."""
    relations: tuple[MisconceptionSummary, ...] = ()
    """Likewise, what was found out of answers that no misconception explains."""


def by_student(results: Sequence[SubmissionResult]) -> tuple[SubmissionResult, ...]:
    """The order of every list and table, so that grading twice gives the same bytes."""
    return tuple(sorted(results, key=lambda result: (result.student, result.submission)))


def summarise(results: Sequence[SubmissionResult]) -> ClassSummary:
    """The numbers of the class page."""
    ordered = by_student(results)
    graded = tuple(result for result in ordered if result.status is Status.GRADED)
    scores = [result.final for result in graded]
    max_score = max((result.max_score for result in graded), default=0.0)
    return ClassSummary(
        results=ordered,
        graded=graded,
        waiting=tuple(result for result in ordered if result.status in (Status.INVALID, Status.UNGRADED)),
        missing=tuple(result for result in ordered if result.status is Status.MISSING),
        unreviewed=tuple(result for result in graded if result.unreviewed),
        max_score=max_score,
        mean=mean(scores) if scores else None,
        median=median(scores) if scores else None,
        bins=_bins(scores, max_score),
        questions=_questions(graded),
        misconceptions=_frequent(graded, lambda question: question.misconceptions),
        relations=_frequent(graded, lambda question: question.relations),
    )


def _bins(scores: Sequence[float], max_score: float) -> tuple[Bin, ...]:
    if not max_score:
        return ()
    counts = Counter(min(int(BINS * score / max_score), BINS - 1) for score in scores)
    width = max_score / BINS
    return tuple(Bin(i * width, (i + 1) * width, counts[i]) for i in range(BINS))


def _questions(graded: Sequence[SubmissionResult]) -> tuple[QuestionSummary, ...]:
    answers: dict[str, list[QuestionResult]] = {}
    for result in graded:
        for question in result.questions:
            answers.setdefault(question.id, []).append(question)
    return tuple(_question(id, answered) for id, answered in answers.items())


def _question(id: str, answered: Sequence[QuestionResult]) -> QuestionSummary:
    outcomes = Counter(question.outcome for question in answered)
    scores = [question.score for question in answered if question.score is not None]
    return QuestionSummary(
        id=id,
        title=answered[0].title,
        max_score=answered[0].max_score,
        mean=mean(scores) if scores else None,
        outcomes={outcome: outcomes[outcome] for outcome in Outcome},
        passed=outcomes[Outcome.PASSED] / len(scores) if scores else 0,
    )


def _frequent(
    graded: Sequence[SubmissionResult],
    told: Callable[[QuestionResult], Sequence[NamedMisconception | NamedRelation]],
) -> tuple[MisconceptionSummary, ...]:
    known: dict[str, NamedMisconception | NamedRelation] = {}
    questions: dict[str, dict[str, None]] = {}
    students: dict[str, dict[str, None]] = {}
    for result in graded:
        for question in result.questions:
            for misconception in told(question):
                known.setdefault(misconception.id, misconception)
                questions.setdefault(misconception.id, {})[question.id] = None
                students.setdefault(misconception.id, {})[result.student] = None
    return tuple(
        MisconceptionSummary(
            known[id], tuple(sorted(questions[id])), tuple(students[id]), len(students[id]) / len(graded)
        )
        for id in sorted(known, key=lambda id: (-len(students[id]), id))
    )
