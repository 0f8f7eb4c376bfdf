"""A quiz's right answers reach a page only where an instructor says so, and after the student's own deadline."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from filled_in import ASSIGNMENT

from fcnkit.bundles.autograder_zip import autograder_zip
from fcnkit.commands.after_deadline import check_key_may_be_told
from fcnkit.course import Assignment, Course
from fcnkit.errors import ConfigError
from fcnkit.export.pages import current_page
from fcnkit.grading.results import CheckResult, Outcome, QuestionResult, Status, SubmissionResult
from fcnkit.quiz.draw_quiz import draw
from fcnkit.quiz.quiz_key import right_answers
from fcnkit.quiz.told_afterwards import AnswerKey
from fcnkit.reports.feedback import feedback_page
from fcnkit.reports.gradescope import autograder_json, results_json
from fcnkit.terminology import read
from fcnkit.text import LANGS, Lang, Text

TERMINOLOGY = read(ASSIGNMENT.course.terminology)
QUIZ = draw(TERMINOLOGY)
RIGHT = right_answers(QUIZ, TERMINOLOGY)
KEY = AnswerKey(QUIZ, TERMINOLOGY)
SAID = Text(ko="말", en="said")
SECRET = Text(ko="정답: 업샘플링", en="Right answer: upsampling")


def _due(days: int) -> datetime:
    return datetime.now(UTC) + timedelta(days=days)


def _with(**changes: Any) -> Assignment:
    return replace(ASSIGNMENT, config=ASSIGNMENT.config.model_copy(update=changes))


def _result(outcome: Outcome = Outcome.FAILED) -> SubmissionResult:
    check = CheckResult(name="c", question="q1", title=SAID, points=5, outcome=outcome, message=SAID, afterwards=SECRET)
    question = QuestionResult(id="q1", title=SAID, outcome=outcome, score=0, max_score=5, checks=(check,))
    return SubmissionResult(
        assignment=ASSIGNMENT.name, student="kim", submission="kim.ipynb", lang="en", status=Status.GRADED, score=0,
        max_score=5, questions=(question,),
    )  # fmt: skip


@pytest.mark.parametrize("key", RIGHT)
@pytest.mark.parametrize("lang", LANGS)
def test_each_question_is_told_with_both_answers(key: str, lang: Lang) -> None:
    asked, given, right = (line.partition(": ")[2] for line in KEY.text(key, RIGHT)[lang].split("\n"))
    assert asked
    if key.startswith("2."):
        assert given == RIGHT[key]
        assert RIGHT[key] in KEY.text(key, RIGHT).en.split("\n")[2]
    else:
        assert given == right
        assert right.startswith(f"{RIGHT[key]} – ")


@pytest.mark.parametrize(
    ("answers", "shown"),
    [
        (None, "(none)"), ({}, "(none)"), ({"2.3": ...}, "(none)"), ({"2.3": "  "}, "(none)"), ("no dict", "(none)"),
        ({"2.3": 7}, "int"), ({"2.3": "a\u202eb\nc"}, "a\ufffdb\ufffdc"), ({"2.3": "x" * 5000}, "x" * 100 + "…"),
    ],
)  # fmt: skip
def test_what_a_student_wrote_is_told_in_one_short_line(answers: object, shown: str) -> None:
    _, given, _ = KEY.text("2.3", answers).en.split("\n")
    assert given == f"Your answer: {shown}"


def test_a_letter_is_told_with_what_it_stands_for_and_any_other_as_it_is() -> None:
    assert " – " in KEY.text("1.1", {"1.1": " B) "}).en.split("\n")[1]
    assert KEY.text("1.1", {"1.1": "z"}).en.split("\n")[1] == "Your answer: z"


@pytest.mark.parametrize("outcome", [Outcome.PASSED, Outcome.FAILED, Outcome.UNATTEMPTED])
def test_nothing_tells_it_unless_asked_to(outcome: Outcome) -> None:
    result = _result(outcome)
    for lang in LANGS:
        result = result.model_copy(update={"lang": lang})
        secret = SECRET[lang]
        assert secret not in feedback_page(result, SAID)
        assert secret in feedback_page(result, SAID, with_key=True)
        assert secret not in json.dumps(results_json(result), ensure_ascii=False)
        for visibility in ("hidden", "visible"):
            assert secret not in json.dumps(autograder_json(result, visibility), ensure_ascii=False)
            told = json.dumps(autograder_json(result, visibility, with_key=True), ensure_ascii=False)
            assert told.count(secret) == 1


@pytest.mark.parametrize(("own", "is_told"), [(None, True), (-1, True), (1, False)])
@pytest.mark.parametrize("feedback", ["full", "counts", "after_due"])
def test_who_has_an_extension_is_told_nothing_yet(own: int | None, is_told: bool, feedback: str) -> None:
    assignment = _with(feedback=feedback, due=_due(-2))
    result = _result().model_copy(update={} if own is None else {"due": _due(own)})
    assert (SECRET.en in current_page(result, assignment, with_key=True).decode()) is is_told
    assert SECRET.en not in current_page(result, assignment).decode()


@pytest.mark.parametrize(
    ("assignment", "why"),
    [(lambda: Course.find(Path(__file__)).assignment("01"), "is no quiz"), (lambda: _with(due=_due(1)), "still ahead")],
)
def test_it_is_refused_for_what_is_no_quiz_and_before_the_deadline(
    assignment: Callable[[], Assignment], why: str
) -> None:
    with pytest.raises(ConfigError, match=why):
        check_key_may_be_told(assignment())
    check_key_may_be_told(_with(due=_due(-1)))


@pytest.mark.parametrize("after_deadline", [True, False])
def test_the_autograder_is_told_by_its_zip(after_deadline: bool, tmp_path: Path) -> None:
    with ZipFile(autograder_zip(ASSIGNMENT, tmp_path, after_deadline=after_deadline)) as archive:
        (plugin,) = json.loads(archive.read("otter_config.json"))["plugins"]
    (settings,) = plugin.values()
    assert settings.get("after_deadline", False) is after_deadline
