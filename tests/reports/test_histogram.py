"""The distribution of a class' marks: bars between round numbers, whatever the full mark is."""

from __future__ import annotations

import re

import pytest
from report_samples import TITLE, submission

from fcnkit.grading.results import SubmissionResult
from fcnkit.reports.class_page import class_page
from fcnkit.reports.statistics import summarise


def marks(full: float, *scores: float) -> list[SubmissionResult]:
    return [
        submission(f"s{number}").model_copy(update={"score": score, "max_score": full})
        for number, score in enumerate(scores)
    ]


@pytest.mark.parametrize(
    ("full", "ends"),
    [
        (100, [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]),
        (97, [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 97]),
        (120, [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120]),
        (27.5, [0, 5, 10, 15, 20, 25, 27.5]),
        (40, [0, 5, 10, 15, 20, 25, 30, 35, 40]),
        (7, [0, 1, 2, 3, 4, 5, 6, 7]),
        (1, [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]),
        (0.3, [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3]),
        (1300, [0, 200, 400, 600, 800, 1000, 1200, 1300]),
    ],
)
def test_bars_end_at_round_numbers_and_the_full_mark(full: float, ends: list[float]) -> None:
    bins = summarise(marks(full, *ends)).bins
    assert [*(each.low for each in bins), bins[-1].high] == pytest.approx(ends)
    assert [each.count for each in bins] == [*[1] * (len(ends) - 2), 2]  # the full mark stands in the last


def test_numbers_below_the_bars_are_those_of_their_ends() -> None:
    drawn = class_page(marks(97, 0, 50, 97), TITLE, "en").partition('<svg class="histogram"')[2].partition("</svg>")[0]
    below = re.findall(r'<text x="([\d.]+)" y="178" text-anchor="middle">([\d.]+)</text>', drawn)
    assert below == [("15", "0"), ("77", "20"), ("139", "40"), ("201", "60"), ("263", "80"), ("325", "97")]
