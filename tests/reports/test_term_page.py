"""The page over a term: totals by weight, missing work, what persists, sections, and nothing that cannot be told."""

from __future__ import annotations

import re
from statistics import mean, stdev

import pytest
from report_page import Page
from report_samples import (
    BROKEN,
    MIXED,
    OVERWRITTEN,
    PERFECT,
    STRETCHED,
    STRIDE_IGNORED,
    TITLE,
    UNTOUCHED,
    submission,
)

from fcnkit.grading.results import LateMark, NamedMisconception, Status, SubmissionResult
from fcnkit.reports.instructor_pages import term_page
from fcnkit.reports.phrases import phrase
from fcnkit.reports.term_overview import Row, Sitting, Theme, row_of, term_of
from fcnkit.text import LANGS, Lang

SITTINGS = (Sitting("01-a", TITLE, 1, "out/01"), Sitting("02-b", TITLE, 3, "out/02"), Sitting("03-c", TITLE, 0, "c"))


def scored(score: float) -> SubmissionResult:
    return submission("a", PERFECT).model_copy(update={"score": score, "max_score": 10.0})


def row(*results: SubmissionResult | None, label: str = "a", section: str = "") -> Row:
    by_name = {sitting.name: each for sitting, each in zip(SITTINGS, results, strict=False) if each is not None}
    return row_of(label, "", (section,) if section else (), by_name, SITTINGS)


def test_totals_go_by_weight_and_say_what_missing_work_would_cost() -> None:
    assert row(scored(10), scored(5), scored(0)).total == pytest.approx((1 * 1 + 3 * 0.5) / 4)
    only_first = row(scored(10))
    assert (only_first.total, only_first.with_zeros) == (1, 1 / 4)
    assert only_first.missing == ("02", "03")


def test_what_is_not_graded_yet_costs_nothing_and_is_not_missing() -> None:
    for status in (Status.INVALID, Status.UNGRADED):
        waiting = row(scored(10), submission("a", status=status, notes=(BROKEN,)))
        assert (waiting.total, waiting.with_zeros, waiting.missing) == (1, 1, ("03",))
    by_hand = scored(0).model_copy(update={"max_score": 0.0})
    assert row(scored(10), by_hand).total == 1


def test_what_lateness_takes_off_counts_in_no_total() -> None:
    late = scored(10).model_copy(update={"late": LateMark(taken_off=4, rule=TITLE)})
    assert (row(late).shares[0], row(late).total) == (0.6, 0.6)


def test_weights_of_nothing_give_no_total() -> None:
    assert row(None, None, scored(10)).total is None


def test_a_misconception_persists_from_one_assignment_to_another_and_not_within_one() -> None:
    assert not row(submission("a", MIXED)).persisting
    both = row(submission("a", MIXED), submission("a", STRETCHED))
    assert both.persisting == (OVERWRITTEN,)
    term = term_of(SITTINGS, [both, row(submission("a", STRETCHED), label="b")])
    (first, *_) = [(each.id, holders, persists) for each, holders, persists in term.misconceptions]
    assert first == (OVERWRITTEN.id, 2, 1)


def test_a_theme_persists_where_different_misconceptions_of_it_are_seen_in_several_assignments() -> None:
    stamps = Theme(
        NamedMisconception(id="theme 0", name=TITLE, text=TITLE), frozenset({OVERWRITTEN.id, STRIDE_IGNORED.id})
    )
    by_name = {"01-a": submission("a", (MIXED[1],)), "02-b": submission("a", (STRETCHED[1],))}
    one = row_of("a", "", (), by_name, SITTINGS, [stamps])
    assert one.persisting == (OVERWRITTEN, stamps.idea)
    once = row_of("b", "", (), {"01-a": by_name["01-a"]}, SITTINGS, [stamps])
    assert once.persisting == ()
    assert stamps.idea.id in once.held
    term = term_of(SITTINGS, [one, once], [stamps])
    assert (stamps.idea, 2, 1) in term.misconceptions
    assert term_of(SITTINGS, [once], [stamps]).misconceptions == ((OVERWRITTEN, 1, 0),)
    for lang in LANGS:
        assert phrase("theme", lang) in term_page(term, TITLE, lang)
        assert phrase("theme", lang) not in term_page(term_of(SITTINGS, [once], [stamps]), TITLE, lang)


def test_sections_have_means_and_errors_where_there_are_enough() -> None:
    marks = [1.0, 4.0, 6.0, 7.0, 9.0]
    rows = [row(scored(mark), label=f"a{mark}", section="A") for mark in marks] + [row(scored(5), section="B")]
    term = term_of(SITTINGS, rows)
    first, alone = term.sections["A"][0], term.sections["B"][0]
    assert first.mean == pytest.approx(mean(marks) / 10)
    assert first.error == pytest.approx(2 * stdev(marks) / 10 / len(marks) ** 0.5)
    assert (alone.count, alone.mean, alone.error) == (1, 0.5, None)
    assert term.sections["B"][1].mean is None
    assert not term_of(SITTINGS, rows[:5]).sections  # one section compares with nothing


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    "rows",
    [
        [],
        [row()],
        [row(submission("a", UNTOUCHED)), row(submission("b", UNTOUCHED), label="b")],
        [row(submission("a", status=Status.INVALID, notes=(BROKEN,)))],
        [row(submission("a", MIXED), submission("a", STRETCHED), section="A"), row(label="<b>", section="B")],
    ],
    ids=["nobody", "never handed in", "all 0", "invalid", "sections"],
)
def test_the_page_is_sound(lang: Lang, rows: list[Row]) -> None:
    page = Page(term_page(term_of(SITTINGS, rows), TITLE, lang))
    assert not re.search(r"\bnan\b", page.text, re.IGNORECASE)
    assert len(page.all("style")) == len(page.all("script")) == 1
    wanted = {attrs["value"] for attrs in page.all("option")} - {"", "missing", "persists"}
    assert wanted <= {word for attrs in page.all("tr") for word in (attrs.get("data-has") or "").split()}
    if not any(each.held for each in rows):
        assert phrase("misconceptions_none", lang) in page.text
