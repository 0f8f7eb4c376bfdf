"""Moments and spans, as people, spreadsheets and platforms write them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from fcnkit.deadlines.moments import after_days, later, moment, span, utc
from fcnkit.text import BadValue

SEOUL, NEW_YORK = ZoneInfo("Asia/Seoul"), ZoneInfo("America/New_York")


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("15 minutes", 0.25),
        ("2h", 2),
        ("3 days", 72),
        ("1 day 12 hours", 36),
        ("30분", 0.5),
        ("2시간", 2),
        ("1주", 168),
    ],
)
def test_spans(text: str, hours: float) -> None:
    assert span(text) == timedelta(hours=hours)


@pytest.mark.parametrize("text", ["", "soon", "3", "3 moons", "-1 day", "day", "1 day or so"])
def test_what_is_no_span_is_told(text: str) -> None:
    with pytest.raises(BadValue, match="is no span of time"):
        span(text)


@pytest.mark.parametrize(
    "text",
    [
        "2026-10-05 23:58",
        "2026-10-05T23:58:00",
        "2026-10-05T14:58:00Z",
        "2026-10-05 14:58:00.912345678 UTC",
        "2026-10-05 23:58:00 +0900",
        "2026-10-05 23:58:00 KST",
        "2026-10-05 07:58:00.123 America/Los_Angeles",
        "2026/10/5 23:58",
        "2026. 10. 5. 오후 11:58",
        "2026년 10월 5일 오후 11시 58분",
        "2026년 10월 5일 월요일, 23:58",
        "2026-10-05(월) 23:58",
        "Monday, 5 October 2026, 11:58 PM",
        "Montag, 5. Oktober 2026, 23:58",
        "Oct 5, 2026 11:58 PM",
        "46300.9986111111",
    ],
)
def test_one_moment_in_many_words(text: str) -> None:
    assert utc(moment(text, SEOUL)) == datetime(2026, 10, 5, 14, 58, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "10/05/2026 23:58",
        "2026-13-05 10:00",
        "2026-10-05",
        "2026-10-05 24:01",
        "2026-10-05 25:00",
        "5 Foo 2026 10:00",
    ],
)
def test_what_is_no_moment_is_told(text: str) -> None:
    with pytest.raises(BadValue, match="write one such as 2026-12-01 23:59"):
        moment(text, SEOUL)


@pytest.mark.parametrize("text", ["9999-12-31 23:59 -10:00", "0001-01-01 00:00"])
def test_a_year_with_which_nothing_can_be_reckoned_is_told(text: str) -> None:
    with pytest.raises(BadValue, match="years go from 1900 to 8999 here"):
        moment(text, SEOUL)


def test_midnight_may_be_the_end_of_the_day_before() -> None:
    assert moment("2026-12-31 24:00", SEOUL) == moment("2027-01-01 00:00", SEOUL)
    assert moment("2026년 12월 31일 24시 00분", SEOUL) == moment("2027-01-01 00:00", SEOUL)


def test_a_day_ends_with_its_last_second() -> None:
    assert moment("2026-10-05", SEOUL, is_end=True) == datetime(2026, 10, 5, 23, 59, 59, tzinfo=SEOUL)
    assert moment("46300", SEOUL, is_end=True) == datetime(2026, 10, 5, 23, 59, 59, tzinfo=SEOUL)


def test_an_hour_that_the_clock_shows_twice_counts_for_the_student() -> None:
    twice = "2026-11-01 01:30"
    assert utc(moment(twice, NEW_YORK, is_end=True)) - utc(moment(twice, NEW_YORK)) == timedelta(hours=1)
    never = "2026-03-08 02:30"
    assert utc(moment(never, NEW_YORK, is_end=True)) - utc(moment(never, NEW_YORK)) == timedelta(hours=1)


def test_days_go_by_the_clock_and_hours_by_what_passes() -> None:
    saturday = datetime(2026, 3, 7, 23, 59, tzinfo=NEW_YORK)
    assert utc(after_days(saturday, 1)) - utc(saturday) == timedelta(hours=23)
    assert later(saturday, timedelta(days=1)) == datetime(2026, 3, 8, 23, 59, tzinfo=NEW_YORK)
    assert utc(later(saturday, timedelta(hours=25))) - utc(saturday) == timedelta(hours=25)
