"""Lateness in the journal: times are facts, marks are reckoned from them, and the order of runs changes nothing."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from fcnkit.course import Attempts
from fcnkit.deadlines.late_work import LateWork, Terms
from fcnkit.gradebook import Gradebook, Key
from fcnkit.gradebook.attempts import TOO_LATE as TOO_LATE_TO_CHOOSE
from fcnkit.gradebook.late_rule import LateRule
from fcnkit.grading.results import Status, SubmissionResult
from fcnkit.reports.feedback import feedback_page
from fcnkit.reports.gradescope import results_json
from fcnkit.reports.tables import grades_csv
from fcnkit.text import Text

RULE = LateRule(
    datetime(2026, 10, 5, 23, 59, tzinfo=ZoneInfo("Asia/Seoul")),
    LateWork.model_validate({"penalty": "10% per day", "last_day": 3}),
)
IN_TIME, LATE, TOO_LATE = "2026-10-05 12:00", "2026-10-06 12:00", "2026-10-20 12:00"


def hand_in(book: Gradebook, attempt: str, score: float, submitted: str, suite: str = "s") -> SubmissionResult:
    result = SubmissionResult(
        assignment="01", student="kim", identity="kim", submission=f"{attempt}.ipynb", lang="en", status=Status.GRADED,
        score=score, max_score=100,
    )  # fmt: skip
    return book.append(Key("kim", attempt, suite, "e", "cpu", attempt, submitted=submitted), result)


def opened(path: Path, attempts: Attempts = "last") -> Gradebook:
    return Gradebook(path / "gradebook.sqlite", attempts, RULE)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Gradebook]:
    with opened(tmp_path) as book:
        yield book


def test_raw_marks_are_kept_and_final_ones_reckoned(book: Gradebook, tmp_path: Path) -> None:
    kim = hand_in(book, "one", 80, LATE)
    assert (kim.score, kim.final) == (80, 70)
    with Gradebook(tmp_path / "gradebook.sqlite") as without_rule:
        (kim,) = without_rule.latest("01")
        assert (kim.score, kim.final, kim.late) == (80, 80, None)


def test_who_has_less_than_is_taken_off_is_told_that_marks_end_at_0(book: Gradebook) -> None:
    (few, enough) = (hand_in(book, name, score, LATE) for name, score in (("few", 4), ("enough", 10)))
    assert few.late is not None
    assert enough.late is not None
    assert (few.final, enough.final) == (0, 0)
    assert few.late.rule["ko"].endswith("10점을 뺐습니다. 점수는 0점 아래로 내려가지 않습니다.")
    assert enough.late.rule["ko"].endswith("10점을 뺐습니다.")


def test_an_extension_counts_although_the_penalty_has_been_shown(book: Gradebook) -> None:
    assert hand_in(book, "one", 80, LATE).final == 70
    book.granted.record("01", {"kim": Terms(extension="1")})
    (kim,) = book.latest("01")
    assert kim.final == 80
    book.granted.record("01", {"kim": Terms()})
    (kim,) = book.latest("01")
    assert kim.final == 70
    assert [said for _, said in book.granted.history("01", "kim")] == [Terms(extension="1"), Terms()]


@pytest.mark.parametrize("times", list(itertools.permutations([IN_TIME, LATE, ""])))
def test_the_same_work_handed_in_again_is_as_early_as_the_first_whatever_came_first(
    book: Gradebook, times: Sequence[str]
) -> None:
    for submitted in times:
        hand_in(book, "one", 80, submitted)
    (kim,) = book.latest("01")
    assert kim.final == 80


@pytest.mark.parametrize(("attempts", "final"), [("last", 69), ("first", 60), ("best", 70)])
def test_which_attempt_counts_is_told_by_what_is_left_of_it(tmp_path: Path, attempts: Attempts, final: float) -> None:
    with opened(tmp_path, attempts) as book:
        hand_in(book, "none", 60, IN_TIME)
        hand_in(book, "one", 70, IN_TIME)
        hand_in(book, "two", 79, LATE)
        assert hand_in(book, "three", 100, TOO_LATE).final == final
        assert hand_in(book, "four", 75, "2026-10-07 12:00").final == {"last": 55, "first": 60, "best": 70}[attempts]


def test_what_came_too_late_counts_only_alone(book: Gradebook) -> None:
    alone = hand_in(book, "one", 80, TOO_LATE)
    assert (alone.final, alone.score) == (0, 80)
    late = hand_in(book, "two", 90, "2026-10-21 12:00")
    assert TOO_LATE_TO_CHOOSE.en not in late.notes[0].en


def test_that_a_later_attempt_is_not_accepted_is_said_where_an_earlier_one_counts(book: Gradebook) -> None:
    hand_in(book, "one", 60, IN_TIME)
    assert TOO_LATE_TO_CHOOSE.en not in hand_in(book, "two", 70, LATE).notes[0].en
    (note, *_) = hand_in(book, "three", 80, TOO_LATE).notes
    assert note.en == f"Handed in 3 times; the last one counts: 'two.ipynb'. {TOO_LATE_TO_CHOOSE.en}"


def test_tables_pages_and_records_have_both_marks_and_the_rule(book: Gradebook) -> None:
    kim = hand_in(book, "one", 80, LATE)
    rule = kim.late and kim.late.rule.en
    assert rule
    header, row, _ = grades_csv([kim], [], "en", has_late_rules=True).split("\r\n")
    assert header.endswith("status,score,max_score,note,raw_score,late")
    assert row.split(",")[3:6] == ["graded", "70", "100"]
    assert ",80," in row
    assert rule in row
    assert "raw_score" not in grades_csv([kim], [], "en")
    data = results_json(kim)
    assert (data["score"], data["extra_data"]["raw_score"], rule in data["output"]) == (70, 80, True)
    page = feedback_page(kim.model_copy(update={"questions": ()}), Text(ko="과제", en="Work"))
    assert "Work" in page
