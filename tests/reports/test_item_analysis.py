"""Item analysis: figures against other ways to compute them, advice, and classes too small to tell."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import replace
from html.parser import HTMLParser

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcnkit.grading.results import CheckResult, Outcome, QuestionResult, Status, SubmissionResult
from fcnkit.reports.instructor_pages import items_page
from fcnkit.reports.item_advice import BACKWARDS, EASY, LEFT_OUT, WORDING, advice
from fcnkit.reports.item_analysis import analyse, correlation, cronbach
from fcnkit.text import LANGS, Text

TITLE = Text(ko="전치 합성곱", en="Transposed convolution")


def _result(number: int, passed: Sequence[Sequence[bool]]) -> SubmissionResult:
    """A student's result: for each question, which of its checks (one point each) passed."""
    questions = []
    for at, checks in enumerate(passed, 1):
        outcome = Outcome.PASSED if all(checks) else Outcome.FAILED
        judged = tuple(
            CheckResult(
                name=f"c{n}", question=f"q{at}", title=TITLE, points=1, outcome=Outcome.PASSED if ok else Outcome.FAILED
            )
            for n, ok in enumerate(checks)
        )
        questions.append(
            QuestionResult(
                id=f"q{at}", title=TITLE, outcome=outcome, score=sum(checks), max_score=len(checks), checks=judged
            )
        )
    score = sum(question.score or 0 for question in questions)
    return SubmissionResult(
        assignment="01", student=f"s{number:03}", submission="a.ipynb", lang="en", status=Status.GRADED, score=score,
        max_score=sum(question.max_score for question in questions), questions=tuple(questions),
    )  # fmt: skip


def test_alpha_is_that_of_the_textbook() -> None:
    """Five students, three items: variances 2.5, 2.5, 2.5 and of the totals 17.5, so alpha = 1.5 (1 − 7.5/17.5)."""
    scores = np.array([[1, 1, 2], [2, 3, 1], [3, 2, 4], [4, 5, 3], [5, 4, 5]], dtype=float)
    found = cronbach(scores.tolist())
    totals = [sum(row) for row in scores.tolist()]
    variances = [statistics.variance(column) for column in scores.T.tolist()]
    assert found is not None
    assert found.alpha == pytest.approx(1.5 * (1 - sum(variances) / statistics.variance(totals)), abs=1e-12)
    assert found.low < found.alpha <= found.high <= 1


@given(st.lists(st.lists(st.integers(0, 9), min_size=4, max_size=4), min_size=3, max_size=30))
def test_the_interval_of_alpha_is_that_of_covariance_matrices(rows: list[list[int]]) -> None:
    """That of Duhachek and Iacobucci (2004), with matrices."""
    found, covariance = cronbach(rows), np.cov(np.array(rows), rowvar=False)
    total, trace, square = covariance.sum(), np.trace(covariance), covariance @ covariance
    if found is None:
        assert total == pytest.approx(0, abs=1e-9)
        return
    omega = 2 * 16 / (9 * total**3) * (total * (np.trace(square) + trace**2) - 2 * trace * square.sum())
    squared = statistics.NormalDist().inv_cdf(0.975) ** 2 * max(omega, 0) / len(rows)
    assert found.alpha == pytest.approx(4 / 3 * (1 - trace / total), rel=1e-9, abs=1e-9)
    rounded = 1e-9 * max(found.alpha**2, 1)  # what large terms leave that cancel each other
    assert (found.alpha - found.low) ** 2 == pytest.approx(squared, rel=1e-6, abs=rounded)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 99)), min_size=2, max_size=40))
def test_correlation_is_that_of_the_standard_library(pairs: list[tuple[int, int]]) -> None:
    one, other = ([float(value) for value in values] for values in zip(*pairs, strict=True))
    found = correlation(one, other)
    if len(set(one)) == 1 or len(set(other)) == 1:
        assert found is None
    else:
        assert found == pytest.approx(statistics.correlation(one, other), abs=1e-9)


def test_difficulty_and_discrimination_of_a_check() -> None:
    results = [_result(n, [[n >= 10, n % 2 == 0], [n >= 10, n >= 5]]) for n in range(40)]
    items = {(item.question, item.id): item for item in analyse(results).items}
    check = items["q1", "q1: c0"]
    rest = [result.score - (n >= 10) for n, result in enumerate(results)]
    assert check.difficulty == 0.75
    assert check.discrimination == pytest.approx(
        statistics.correlation([float(n >= 10) for n in range(40)], rest), abs=1e-9
    )
    assert items["q1", "q1: c1"].discrimination == pytest.approx(0, abs=0.2)


@pytest.mark.parametrize(
    ("passed", "said"),
    [
        (lambda n: [[True], [n % 2 == 0], [n > 3]], EASY),
        (lambda n: [[n < 25], [n > 10], [n > 20]], BACKWARDS),
        (lambda n: [[n % 3 == 0], [n > 10], [n > 20]], WORDING),
    ],
    ids=["easy", "backwards", "wording"],
)
def test_advice_says_what_is_wrong_with_an_item(passed: object, said: Text) -> None:
    analysis = analyse(_result(n, passed(n)) for n in range(40))  # type: ignore[operator]
    told = advice(analysis.items[0])
    begins = said["en"].replace("{share}", "").strip()[:30]
    assert any(begins in text["en"] for text in told), told


def test_an_item_that_tells_students_apart_is_fair_however_many_of_the_best_fail_it() -> None:
    item = analyse(_result(n, [[n % 4 == 0 or n > 34], [n > 10], [n > 20], [n > 30]]) for n in range(40)).items[0]
    assert [WORDING.format(share="46%") in advice(replace(item, discrimination=d)) for d in (0.2, 0.3)] == [True, False]


def test_what_many_leave_out_is_told() -> None:
    def left(n: int) -> SubmissionResult:
        result = _result(n, [[n >= 20], [n >= 10]])
        first = result.questions[0].model_copy(update={"outcome": Outcome.PASSED if n >= 20 else Outcome.UNATTEMPTED})
        return result.model_copy(update={"questions": (first, *result.questions[1:])})

    told = advice(analyse(map(left, range(40))).items[0])
    assert LEFT_OUT.format(share="50%") in told


def test_of_answers_that_wait_only_the_shares_of_all_are_told() -> None:
    def waiting(n: int) -> SubmissionResult:
        result = _result(n, [[False], [n % 3 == 0]])
        marks = {"outcome": Outcome.UNREVIEWED, "score": None} if n >= 10 else {"outcome": Outcome.UNATTEMPTED}
        return result.model_copy(
            update={"questions": (result.questions[0].model_copy(update=marks), result.questions[1])}
        )

    analysis = analyse(map(waiting, range(40)))
    item = analysis.items[0]
    assert analysis.reliability is None
    assert (item.count, item.left_out, item.outcomes[Outcome.UNREVIEWED], advice(item)) == (10, 0.25, 30, ())


@pytest.mark.parametrize("count", [0, 1, 2, 19])
@pytest.mark.parametrize("right", [True, False])
def test_of_few_students_nothing_is_said_that_cannot_be_told(count: int, right: bool) -> None:
    analysis = analyse(_result(n, [[right, right], [right]]) for n in range(count))
    for lang in LANGS:
        page = items_page(analysis, TITLE, lang)
        assert "nan" not in page.replace("finance", "").lower().split("<main")[1]
        HTMLParser().feed(page)
        assert (str(count) in page) or count == 0
    assert not analysis.is_enough


def test_work_that_was_not_graded_counts_nowhere() -> None:
    invalid = _result(1, [[False]]).model_copy(update={"status": Status.INVALID})
    assert analyse([invalid]).count == 0
