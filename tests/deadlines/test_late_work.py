"""What late work loses: to the second, on days of any length, with what one student was granted."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from pydantic import ValidationError

from fcnkit.course import Course
from fcnkit.deadlines.late_work import LATE, LateWork, Terms
from fcnkit.errors import ConfigError
from fcnkit.gradebook.late_rule import LateRule
from fcnkit.grading.fingerprint import suite_digest
from fcnkit.grading.results import Status, SubmissionResult

SEOUL, NEW_YORK = ZoneInfo("Asia/Seoul"), ZoneInfo("America/New_York")
DUE = datetime(2026, 10, 5, 23, 59, tzinfo=SEOUL)
RULES = LateWork.model_validate({"penalty": "10% per day", "cap": "50%", "last_day": 7})


def judged(
    *times: str,
    rules: LateWork = RULES,
    everybodys: datetime = DUE,
    score: float = 80,
    maximum: float = 100,
    **terms: str,
) -> SubmissionResult:
    result = SubmissionResult(
        assignment="01", student="kim", submission="kim.ipynb", lang="en", status=Status.GRADED, score=score,
        max_score=maximum,
    )  # fmt: skip
    return LateRule(everybodys, rules).judged(result, Terms(**terms), times)


@pytest.mark.parametrize(
    ("time", "final"),
    [
        ("2026-10-05 23:59:00", 80),
        ("2026-10-05 23:59:00.999", 80),
        ("2026-10-05 14:59:00 UTC", 80),
        ("2026-10-05 23:59:01", 70),
        ("2026-10-06 23:59:00", 70),
        ("2026-10-06 23:59:01", 60),
        ("2026-10-10 23:59:01", 30),
        ("2026-10-12 23:59:00", 30),
        ("2026-10-12 23:59:01", 0),
    ],
)
def test_the_very_second(time: str, final: float) -> None:
    assert judged(time).final == final


def test_the_rule_is_said_in_words_in_both_languages() -> None:
    late = judged("2026-10-07 02:00").late
    assert late is not None
    assert late.rule.en == (
        "Handed in 1 d 2 h after the deadline (2026-10-05 23:59). 10% each day, 2 begun: minus 20 points."
    )
    assert late.rule.ko == "마감(2026-10-05 23:59)보다 1일 2시간 늦게 제출했습니다. 하루 10%씩 2일: 20점을 뺐습니다."
    capped, refused = judged("2026-10-12 02:00").late, judged("2026-10-13 00:00").late
    assert capped is not None
    assert "but 50% at most: minus 50 points" in capped.rule.en
    assert refused is not None
    assert "until 7 days after the deadline, so it has no marks" in refused.rule.en
    one_point = judged("2026-10-07 02:00", rules=LateWork.model_validate({"penalty": "1 point per day", "cap": "1점"}))
    assert one_point.late is not None
    assert "1 point each day, 2 begun, but 1 point at most: minus 1 point." in one_point.late.rule.en


def test_it_never_goes_below_zero_nor_above_what_was_earned() -> None:
    assert judged("2026-10-10 12:00", score=20).final == 0
    assert judged("2026-10-05 12:00", score=20).final == 20


def test_grace_takes_nothing_off_and_whoever_is_later_is_late_since_the_deadline() -> None:
    rules = LateWork.model_validate({"penalty": "5 points per hour", "grace": "10 minutes"})
    within, later = judged("2026-10-06 00:09:00", rules=rules), judged("2026-10-06 00:09:01", rules=rules)
    assert (within.final, later.final) == (80, 75)
    assert within.late is not None
    assert "Nothing is taken off within 10 min" in within.late.rule.en
    assert judged("2026-10-06 00:59:01", rules=rules).final == 70


@pytest.mark.parametrize(
    ("due", "time", "final"),
    [
        (datetime(2026, 3, 7, 23, 59, tzinfo=NEW_YORK), "2026-03-08 23:59:00", 70),  # 23 hours later
        (datetime(2026, 3, 7, 23, 59, tzinfo=NEW_YORK), "2026-03-08 23:59:01", 60),
        (datetime(2026, 10, 31, 23, 59, tzinfo=NEW_YORK), "2026-11-01 23:59:00", 70),  # 25 hours later
        (datetime(2026, 10, 31, 23, 59, tzinfo=NEW_YORK), "2026-11-01 23:59:01", 60),
        (datetime(2026, 11, 1, 1, 30, tzinfo=NEW_YORK, fold=1), "2026-11-01 01:30:00", 80),
        (datetime(2026, 11, 1, 1, 30, tzinfo=NEW_YORK, fold=1), "2026-11-01 06:30:01 UTC", 70),
    ],
)
def test_days_of_23_and_25_hours(due: datetime, time: str, final: float) -> None:
    assert judged(time, everybodys=due).final == final


@pytest.mark.parametrize(
    ("terms", "final", "said"),
    [
        ({"extension": "2"}, 80, "before the extended deadline (2026-10-07 23:59)"),
        ({"extension": "2 days"}, 80, "before the extended deadline"),
        ({"extension": "1일"}, 70, "after the extended deadline (2026-10-06 23:59)"),
        ({"due": "2026-10-07"}, 80, "before the extended deadline (2026-10-07 23:59)"),
        ({"due": "2026-10-06 12:00", "extension": "12 hours"}, 70, "extended deadline (2026-10-07 00:00)"),
        ({"waive": "yes"}, 80, "The penalty is waived."),
        ({"waive": "no"}, 60, "2 begun"),
        ({"submitted": "2026-10-06 10:00"}, 70, "1 begun"),
        ({"submitted": "2026-10-08 10:00"}, 50, "3 begun"),
    ],
)
def test_what_one_student_was_granted(terms: dict[str, str], final: float, said: str) -> None:
    result = judged("2026-10-07 12:00", **terms)
    assert result.final == final
    assert result.late is not None
    assert said in result.late.rule.en


def test_an_extension_moves_the_last_day_and_the_day_when_pages_tell() -> None:
    result = judged("2026-10-14 12:00", extension="2 days")
    assert (result.final, result.due) == (30, DUE + timedelta(days=2))


def test_what_is_only_called_late_loses_the_least_and_nothing_where_it_could_be_in_time() -> None:
    assert judged("", LATE).final == 70
    assert judged(LATE, "").final == 80  # the platform has taken it back
    assert judged(LATE, "2026-10-05 12:00", LATE).final == 80
    assert judged(LATE, extension="1").final == 80
    unsure = judged(LATE, rules=RULES.model_copy(update={"grace": timedelta(minutes=5)}))
    assert unsure.final == 80
    assert unsure.late is not None
    assert "does not say since when, so nothing is taken off" in unsure.late.rule.en


def test_work_whose_time_nobody_tells_is_in_time() -> None:
    assert judged("").late is None
    assert judged("rubbish").late is None


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("penalty", "10%", "is no penalty; write one such as '10% per day'"),
        ("penalty", "120% per day", "cannot stand here"),
        ("penalty", 10, "is no penalty"),
        ("cap", "half", "write '50%' or '20 points'"),
        ("grace", "a while", "is no span of time"),
        ("last_day", -1, "greater than or equal to 0"),
    ],
)
def test_a_rule_that_cannot_be_read_is_told(key: str, value: object, said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        LateWork.model_validate({key: value})


ASSIGNMENT = 'title = { ko = "가", en = "A" }\nprofile = "numpy"\nquestions = []\n'


def course(root: Path, settings: str, own: str = "") -> Course:
    (root / "solutions" / "01-a").mkdir(parents=True)
    (root / "solutions" / "01-a" / "master.py").touch()
    (root / "course.toml").write_text(settings, encoding="utf-8")
    (root / "solutions" / "01-a" / "assignment.toml").write_text(ASSIGNMENT + own, encoding="utf-8")
    return Course(root)


def test_the_course_sets_deadlines_and_rules_and_an_assignment_its_own(tmp_path: Path) -> None:
    settings = (
        'timezone = "Asia/Seoul"\n[due]\n01 = 2026-10-05T23:59:00\n[late]\npenalty = "10% per day"\ncap = "50%"\n'
    )
    config = course(tmp_path / "one", settings, '[late]\ncap = "20 points"\n').assignment("01").config
    assert (config.due, config.due and config.due.tzinfo) == (DUE, SEOUL)
    assert config.late.penalty == RULES.penalty
    assert config.late.cap is not None
    assert config.late.cap.of(60) == 20
    own = course(tmp_path / "two", settings, "due = 2026-10-06T12:00:00\n").assignment("01").config
    assert own.due == datetime(2026, 10, 6, 12, tzinfo=SEOUL)
    settings = "feedback = 'after_due'\n[due]\n01-a = 2026-10-05T23:59:00+09:00\n"
    assert course(tmp_path / "three", settings).assignment("01").config.due == DUE


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("[late]\n[due]\n01 = 2026-10-05T23:59:00\n", "line 2: due: the deadline of 01 has no time zone"),
        ("timezone = 'Asia/Soul'\n", "there is no time zone 'Asia/Soul'"),
        ("timezone = 'Asia/Seoul'\n[due]\n02 = 2026-10-05T23:59:00\n", "line 3: no assignment '02'; there are: 01-a"),
        ("[late]\npenalty = 'much'\n", "line 2: late.penalty: 'much' is no penalty"),
        ("[late]\nfine = 1\n", "line 2: late.fine: unknown key"),
    ],
)
def test_settings_that_cannot_be_are_told(tmp_path: Path, settings: str, said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        course(tmp_path, settings).assignment("01")


def test_where_one_assignment_is_graded_alone_the_others_deadlines_do_no_harm(tmp_path: Path) -> None:
    settings = 'timezone = "Asia/Seoul"\n[due]\n01 = 2026-10-05T23:59:00\n02 = 2026-10-19T23:59:00\n'
    alone = course(tmp_path, settings)
    (tmp_path / "solutions" / "01-a" / "master.py").unlink()
    assert alone.assignment("01").config.due == DUE


def test_another_deadline_grades_nothing_again(tmp_path: Path) -> None:
    one = course(tmp_path / "one", "").assignment("01")
    settings = 'timezone = "Asia/Seoul"\nfeedback = "after_due"\n[due]\n01 = 2026-10-05T23:59:00\n[late]\ncap = "5%"\n'
    other = course(tmp_path / "other", settings).assignment("01")
    assert suite_digest(one) == suite_digest(other)
