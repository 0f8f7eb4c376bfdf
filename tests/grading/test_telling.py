"""What a page tells before the deadline."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from fcnkit.course import AssignmentConfig, ConfigError, Course
from fcnkit.grading.feedback_policy import told
from fcnkit.grading.results import CheckResult, NamedMisconception, Outcome, QuestionResult, Status, SubmissionResult
from fcnkit.reports.feedback import feedback_page
from fcnkit.text import Text

DUE = datetime(2026, 12, 1, 14, 59, tzinfo=UTC)
BEFORE, AFTER = DUE.replace(day=30, month=11), DUE.replace(day=2)
SAID = Text(ko="비밀 문장", en="a telling sentence")


def result() -> SubmissionResult:
    checks = tuple(
        CheckResult(name=name, question="q1", title=SAID, points=1, outcome=outcome, message=SAID, misconception="m")
        for name, outcome in (("a", Outcome.PASSED), ("b", Outcome.FAILED), ("c", Outcome.PASSED))
    )
    named = (NamedMisconception(id="m", name=SAID, text=SAID),)
    question = QuestionResult(
        id="q1", title=Text(ko="용어", en="Terms"), outcome=Outcome.FAILED, score=2, max_score=3, checks=checks,
        misconceptions=named,
    )  # fmt: skip
    return SubmissionResult(
        assignment="05", student="kim", submission="kim.ipynb", lang="en", status=Status.GRADED, score=2, max_score=3,
        questions=(question,),
    )  # fmt: skip


def config(feedback: str, due: datetime | None = DUE) -> AssignmentConfig:
    title = Text(ko="퀴즈", en="Quiz")
    return AssignmentConfig.model_validate(
        {"title": title, "profile": "numpy", "questions": (), "feedback": feedback, "due": due}
    )


def test_everything_is_told_unless_the_course_says_otherwise_and_after_the_deadline() -> None:
    assert told(result(), config("full"), BEFORE) == result()
    for feedback in ("counts", "after_due"):
        assert told(result(), config(feedback), AFTER) == result()


def test_counts_say_how_many_and_not_which() -> None:
    page = feedback_page(told(result(), config("counts"), BEFORE), Text(ko="퀴즈", en="Quiz"))
    assert "q1: 2 of 3 are right." in page
    assert "2026-12-01 14:59" in page
    assert SAID.en not in page
    without_due = told(result(), config("counts", None), AFTER)
    assert without_due.questions[0].checks == ()
    assert without_due.score == 2


def test_before_the_deadline_nothing_is_told_but_that_the_work_has_arrived() -> None:
    page = feedback_page(told(result(), config("after_due"), BEFORE), Text(ko="퀴즈", en="Quiz"))
    assert "Your work has arrived and has been graded" in page
    assert SAID.en not in page
    assert "2 / 3" not in page
    assert "of 3" not in page


def test_what_could_not_be_read_is_told_at_once() -> None:
    invalid = result().model_copy(update={"status": Status.INVALID, "questions": (), "notes": (SAID,)})
    assert told(invalid, config("after_due"), BEFORE) == invalid


def test_a_deadline_is_missed_by_name(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="needs a deadline"):
        config("after_due", None)
    (tmp_path / "solutions" / "01-one").mkdir(parents=True)
    (tmp_path / "solutions" / "01-one" / "assignment.toml").write_text(
        'profile = "numpy"\nquestions = []\ntitle = { ko = "하나", en = "One" }\n', encoding="utf-8"
    )
    (tmp_path / "course.toml").write_text('feedback = "after_due"\n', encoding="utf-8")
    with pytest.raises(ConfigError, match=r"assignment\.toml: course\.toml says .* needs a deadline"):
        Course(tmp_path).assignment("01")
    (tmp_path / "course.toml").write_text('feedback = "counts"\n', encoding="utf-8")
    assert Course(tmp_path).assignment("01").config.feedback == "counts"
