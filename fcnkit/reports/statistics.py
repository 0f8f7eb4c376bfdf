"""Summarises a class' results. Submissions that were not graded are left out of all figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10
from statistics import mean, median

from fcnkit.grading.results import NamedMisconception, NamedRelation, Outcome, QuestionResult, Status, SubmissionResult
from fcnkit.text import Text

MOST_BINS = 12
_ROUNDING = 1e-9


@dataclass(frozen=True)
class Bin:
    """Scores with `low <= score < high`; the last bin ends with the full mark and includes it."""

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
    passed: float | None
    """Share of judged answers, 0 to 1; likewise."""


@dataclass(frozen=True)
class MisconceptionSummary:
    misconception: NamedMisconception | NamedRelation
    questions: tuple[str, ...]
    """Ids of the questions it was seen in."""
    students: tuple[str, ...]
    share: float
    """Part of the graded submissions, 0 to 1."""


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
    """None where nothing is graded, or all of it waits for a person's marks; as is the median."""
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
    scores = [result.final for result in graded if result.max_score]
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
    """As wide as people count, in 1, 2 or 5 or such times 10, so that the numbers below them are round."""
    if not max_score:
        return ()
    power = 10.0 ** floor(log10(max_score / MOST_BINS))
    width = next(step * power for step in (1, 2, 5, 10) if step * power * MOST_BINS >= max_score)
    number = ceil(max_score / width - _ROUNDING)
    counts = Counter(min(floor(score / width + _ROUNDING), number - 1) for score in scores)
    return tuple(Bin(i * width, min((i + 1) * width, max_score), counts[i]) for i in range(number))


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
        passed=outcomes[Outcome.PASSED] / len(scores) if scores else None,
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
