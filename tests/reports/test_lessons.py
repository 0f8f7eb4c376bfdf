"""What to teach again: intervals, which examples may be shown, and classes too small to tell."""

from __future__ import annotations

import re
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_page import Page
from report_samples import (
    BROKEN,
    DIFFERENT,
    OVERWRITTEN,
    PERFECT,
    STRIDE_IGNORED,
    TITLE,
    UNTOUCHED,
    check,
    mixed,
    question,
    small_class,
    submission,
)

from fcnkit.grading.results import Example, Outcome, ShownValue, Status, SubmissionResult
from fcnkit.reports.instructor_pages import reteach_page
from fcnkit.reports.intervals import wilson
from fcnkit.reports.lessons import LessonPlan
from fcnkit.reports.phrases import phrase
from fcnkit.text import LANGS, Lang

Z = NormalDist().inv_cdf(0.975)


def plan(results: list[SubmissionResult]) -> LessonPlan:
    found = LessonPlan()
    assert list(found.watch(results)) == results
    return found


@given(st.integers(1, 2000).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total))))
def test_the_interval_holds_the_shares_that_the_score_test_does_not_refute(counts: tuple[int, int]) -> None:
    """Its ends solve |count/total − p| = z √(p (1 − p) / total), which defines it."""
    count, total = counts
    low, high = wilson(count, total)
    assert 0 <= low <= count / total <= high <= 1
    for end in (low, high):
        assert (count / total - end) ** 2 == pytest.approx(Z**2 * end * (1 - end) / total, abs=1e-9)


@pytest.mark.parametrize(
    ("count", "total", "low", "high"),
    [(0, 10, 0.0, 0.2775328), (1, 29, 0.0061134, 0.1717553), (81, 263, 0.2553306, 0.3662097)],
)
def test_intervals_are_those_of_newcombe(count: int, total: int, low: float, high: float) -> None:
    """Newcombe (1998, doi:10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E), table I."""
    assert wilson(count, total) == pytest.approx((low, high), abs=5e-5)


def test_of_nobody_nothing_is_known() -> None:
    assert wilson(0, 0) == (0, 1)


def held(student: str, got: ShownValue, *others: object) -> SubmissionResult:
    example = DIFFERENT.model_copy(update={"got": got, "differs": None})
    failed = (check("q2", 0, Outcome.FAILED, misconception=OVERWRITTEN.id),)
    return submission(student, (question("q2", failed, (OVERWRITTEN, *others), (example,)),))  # type: ignore[arg-type]


def shown(found: LessonPlan) -> Example | None:
    (first, *_) = found.lessons
    return first.example


def test_the_example_is_what_most_holders_got() -> None:
    usual, rare = ShownValue(text="7"), ShownValue(text="8")
    example = shown(plan([held("a", rare), held("b", usual), held("c", usual)]))
    assert example is not None
    assert example.got == usual


def test_what_one_student_alone_has_written_is_not_shown() -> None:
    assert shown(plan([held("a", ShownValue(text="'Kim Haneul'"))])) is None
    for numbers in (ShownValue(text="array", grid=(("1", "2"),)), ShownValue(text="(13, -13, 4.5)")):
        assert shown(plan([held("a", numbers)])) is not None


def test_an_example_that_another_mistake_may_explain_is_not_shown() -> None:
    got = ShownValue(text="7")
    assert shown(plan([held("a", got, STRIDE_IGNORED), held("b", got, STRIDE_IGNORED)])) is None


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_has_shares_and_nobodys_name(lang: Lang) -> None:
    found = plan(small_class())
    page = Page(reteach_page(found, {OVERWRITTEN.id: ["<p>item</p>"]}, TITLE, lang))
    assert OVERWRITTEN.text[lang].replace("`", "") in page.text
    assert phrase("of_everybody", lang, count=4, total=found.count) in page.text
    assert not [result.student for result in small_class() if result.student in page.text]
    assert not page.script
    assert phrase("to_practise_none", lang) in page.text


def test_a_check_is_named_nowhere_on_it() -> None:
    page = reteach_page(plan([mixed()]), {}, TITLE, "ko")
    for each in mixed().questions[1].checks:
        assert each.name not in page
        assert each.title["ko"] not in page


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    "results",
    [
        [],
        [submission("a", PERFECT)],
        [submission("a", PERFECT), submission("b", PERFECT)],
        [submission("a", UNTOUCHED)],
        [submission("a", status=Status.INVALID, notes=(BROKEN,))],
        [mixed()],
    ],
    ids=["nobody", "one", "full marks", "nothing", "invalid", "all of one"],
)
def test_of_few_what_cannot_be_told_is_said(lang: Lang, results: list[SubmissionResult]) -> None:
    found = plan(results)
    page = Page(reteach_page(found, {}, TITLE, lang))
    assert not re.search(r"\bnan\b", page.text, re.IGNORECASE)
    if not found.lessons:
        assert phrase("misconceptions_none" if found.count else "nothing_graded", lang) in page.text
