"""Item analysis: how hard each question and hidden check is, and whether it tells strong from weak students.

Difficulty is the mean share of the points (0 to 1). Discrimination is the corrected item–total correlation: Pearson's r
between an item and the rest of the total. Reliability is Cronbach's alpha over the questions, with the interval of
Duhachek and Iacobucci (2004, doi:10.1037/0021-9010.89.5.792).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import fsum, hypot, sqrt
from operator import mul, sub
from statistics import mean

from fcnkit.grading.results import CheckResult, Outcome, QuestionResult, Status, SubmissionResult
from fcnkit.reports.intervals import Z
from fcnkit.text import Text

FEWEST = 20
"""Students below which no figure says anything."""
_BEST = 1 / 3
_ALSO_FAILED, _MORE_OFTEN = 0.5, 0.25
"""How many of those who failed an item must have failed another one, and how much more often than everybody."""


@dataclass(frozen=True)
class Item:
    """One question, or one hidden check of it."""

    id: str
    question: str
    title: Text
    is_check: bool
    count: int
    """Students whose answer was judged."""
    difficulty: float
    discrimination: float | None
    """None where all have the same share or the same rest."""
    failed_by_best: float
    """Share of the best third (by the rest of their marks) who did not get all of it."""
    left_out: float
    """Share who did not attempt it, of all, also of those whose answers wait for marks."""
    outcomes: Mapping[Outcome, int]
    also_failed: tuple[str, ...]
    """Questions that those who failed it have failed much more often than the class."""
    mistakes: tuple[tuple[Text, int], ...]
    """What was misunderstood, the most frequent first."""


@dataclass(frozen=True)
class Reliability:
    """Cronbach's alpha and its 95 % interval."""

    alpha: float
    low: float
    high: float


@dataclass(frozen=True)
class ItemAnalysis:
    count: int
    """Graded students."""
    items: tuple[Item, ...]
    """Each question, followed by its checks."""
    reliability: Reliability | None

    @property
    def is_enough(self) -> bool:
        return self.count >= FEWEST


@dataclass
class _Column:
    """One item's answers, by student."""

    id: str
    question: str
    title: Text
    points: float
    is_check: bool
    shares: dict[int, float] = field(default_factory=dict)
    outcomes: Counter[Outcome] = field(default_factory=Counter)
    mistakes: Counter[str] = field(default_factory=Counter)


def analyse(results: Iterable[SubmissionResult]) -> ItemAnalysis:
    """The figures of all graded results; reads them one at a time."""
    columns: dict[tuple[str, str], _Column] = {}
    names: dict[str, Text] = {}
    totals: dict[int, float] = {}
    for result in results:
        if result.status is not Status.GRADED:
            continue
        student = len(totals)
        totals[student] = result.score
        for question in result.questions:
            _take_question(columns, names, student, question)
    questions = {column.id: column for column in columns.values() if not column.is_check}
    items = tuple(_item(column, totals, questions, names) for column in columns.values() if column.shares)
    return ItemAnalysis(len(totals), items, reliability(list(questions.values()), len(totals)))


def _take_question(
    columns: dict[tuple[str, str], _Column], names: dict[str, Text], student: int, question: QuestionResult
) -> None:
    key = (question.id, "")
    column = columns.setdefault(key, _Column(question.id, question.id, question.title, question.max_score, False))
    column.outcomes[question.outcome] += 1
    if question.score is None:
        return
    column.shares[student] = question.score / question.max_score
    for each in question.explanations:
        names[each.id] = each.name
        column.mistakes[each.id] += 1
    for check in question.checks:
        _take_check(columns, student, question.id, check)


def _take_check(columns: dict[tuple[str, str], _Column], student: int, question: str, check: CheckResult) -> None:
    column = columns.setdefault(
        (question, check.name), _Column(f"{question}: {check.name}", question, check.title, check.points, True)
    )
    column.shares[student] = float(check.outcome is Outcome.PASSED)
    column.outcomes[check.outcome] += 1
    why = check.misconception or check.relation
    if why:
        column.mistakes[why] += 1


def _item(
    column: _Column, totals: Mapping[int, float], questions: Mapping[str, _Column], names: Mapping[str, Text]
) -> Item:
    students = sorted(column.shares)
    shares = [column.shares[student] for student in students]
    rest = [totals[student] - column.shares[student] * column.points for student in students]
    best = sorted(zip(rest, shares, strict=True), key=lambda pair: -pair[0])[: max(1, round(len(students) * _BEST))]
    return Item(
        id=column.id,
        question=column.question,
        title=column.title,
        is_check=column.is_check,
        count=len(students),
        difficulty=mean(shares),
        discrimination=correlation(shares, rest),
        failed_by_best=mean(float(share < 1) for _, share in best),
        left_out=column.outcomes[Outcome.UNATTEMPTED] / column.outcomes.total(),
        outcomes={outcome: column.outcomes[outcome] for outcome in Outcome},
        also_failed=_also_failed(column, questions),
        mistakes=tuple((names[id], count) for id, count in column.mistakes.most_common(3) if id in names),
    )


def _also_failed(column: _Column, questions: Mapping[str, _Column]) -> tuple[str, ...]:
    failed = {student for student, share in column.shares.items() if share < 1}
    if len(failed) < FEWEST // 4:
        return ()
    found = []
    for other in questions.values():
        theirs = [other.shares[student] < 1 for student in failed if student in other.shares]
        if other.id == column.question or not theirs:
            continue
        everybody = mean(share < 1 for share in other.shares.values())
        if mean(theirs) >= _ALSO_FAILED and mean(theirs) - everybody >= _MORE_OFTEN:
            found.append((mean(theirs) - everybody, other.id))
    return tuple(id for _, id in sorted(found, reverse=True)[:2])


def correlation(one: Sequence[float], other: Sequence[float]) -> float | None:
    """Pearson's r; None where either has no spread."""
    middle, middle_of_other = mean(one), mean(other)
    x, y = [each - middle for each in one], [each - middle_of_other for each in other]
    spread = hypot(*x) * hypot(*y)
    return fsum(map(mul, x, y)) / spread if spread > 1e-12 * max(1, len(one)) else None


def reliability(questions: Sequence[_Column], count: int) -> Reliability | None:
    """Alpha over the points of students who have marks in every question; None where it cannot be told of most."""
    complete = [student for student in range(count) if all(student in each.shares for each in questions)]
    if len(questions) < 2 or len(complete) < max(3, count / 2):
        return None
    return cronbach([[each.shares[student] * each.points for each in questions] for student in complete])


def cronbach(scores: Sequence[Sequence[float]]) -> Reliability | None:
    """Alpha of `scores` (students, items), sample covariances; None where the totals have no spread.

    Without NumPy, whose import takes longer than the rest of a class' pages.
    """
    count, items = len(scores), len(scores[0])
    middles = [mean(column) for column in zip(*scores, strict=True)]
    columns = list(zip(*[map(sub, row, middles) for row in scores], strict=True))
    covariance = [[fsum(map(mul, one, other)) / (count - 1) for other in columns] for one in columns]
    sums = [fsum(row) for row in covariance]
    total, trace = fsum(sums), fsum(covariance[place][place] for place in range(items))
    if total <= 1e-12:
        return None
    alpha = items / (items - 1) * (1 - trace / total)
    of_squares, trace_of_square = fsum(each**2 for each in sums), fsum(each**2 for row in covariance for each in row)
    omega = 2 * items**2 / ((items - 1) ** 2 * total**3)
    omega *= total * (trace_of_square + trace**2) - 2 * trace * of_squares
    half = Z * sqrt(max(omega, 0) / count)
    return Reliability(alpha, alpha - half, min(alpha + half, 1.0))
