"""What an autograder on Gradescope answers: a test for each question, shown when the instructor wants it."""

from __future__ import annotations

import json
from typing import get_args

import pytest
from report_samples import CELL_ERRORS, MISSING, OVERWRITTEN, mixed, small_class, submission

from fcnkit.grading.results import ManualGrading, Outcome, Status
from fcnkit.reports.gradescope import Visibility, autograder_json
from fcnkit.text import LANGS, Lang, Text

FORM = {"name", "number", "score", "max_score", "status", "output", "output_format", "visibility"}


@pytest.mark.parametrize("visibility", get_args(Visibility))
def test_one_test_per_question_adds_up(visibility: Visibility) -> None:
    for result in small_class():
        data = autograder_json(result, visibility)
        assert data == json.loads(json.dumps(data))
        assert all(test.keys() >= FORM for test in data["tests"])
        assert data["score"] == sum(test["score"] for test in data["tests"])
        if result.status is Status.GRADED:
            assert [test["extra_data"]["id"] for test in data["tests"]] == [each.id for each in result.questions]
            assert {test["visibility"] for test in data["tests"]} == {visibility}


def test_a_question_is_passed_only_in_full() -> None:
    result = mixed("en")
    statuses = [test["status"] for test in autograder_json(result, "visible")["tests"]]
    assert statuses == ["passed" if each.outcome is Outcome.PASSED else "failed" for each in result.questions]


@pytest.mark.parametrize("lang", LANGS)
def test_messages_are_read_before_the_marks_are_shown(lang: Lang) -> None:
    hidden, visible = (autograder_json(mixed(lang), visibility) for visibility in ("hidden", "visible"))
    for text in (OVERWRITTEN.name[lang], OVERWRITTEN.text[lang], MISSING[lang]):
        assert text in hidden["output"]
        assert text not in visible["output"]
        assert any(text in test["output"] for test in visible["tests"])
    for data in (hidden, visible):
        assert CELL_ERRORS[1].message[lang] in data["output"]


def test_what_is_read_before_the_marks_holds_none() -> None:
    result = mixed("en")
    tests, output = (autograder_json(result, "hidden")[key] for key in ("tests", "output"))
    points = [f"({0 if check.outcome is not Outcome.PASSED else check.points:g}/{check.points:g})"
              for question in result.questions for check in question.checks]  # fmt: skip
    assert all(any(point in test["output"] for test in tests) for point in points)
    assert not any(point in output for point in points)


def test_what_cannot_be_read_says_so_to_everybody_in_both_languages() -> None:
    why = Text(ko="파일이 비어 있습니다.", en="The file is empty.")
    data = autograder_json(submission("Ada", lang="en", status=Status.INVALID, notes=(why,)), "hidden")
    (test,) = data["tests"]
    assert (data["score"], test["score"], test["status"], test["visibility"]) == (0, 0, "failed", "visible")
    for said in (data["output"], test["output"]):
        assert said.index(why.en) < said.index(why.ko)


@pytest.mark.parametrize(("outcome", "score"), [(Outcome.UNREVIEWED, None), (Outcome.UNATTEMPTED, 0)])
def test_what_a_person_grades_is_left_to_gradescope(outcome: Outcome, score: float | None) -> None:
    """Whether it was answered or not: the marks of all students are out of the same."""
    by_hand = (
        mixed("en")
        .questions[2]
        .model_copy(update={"outcome": outcome, "score": score, "by_hand": ManualGrading(answer="", fingerprint="")})
    )
    data = autograder_json(submission("kim", (*mixed("en").questions[:2], by_hand), lang="en"), "visible")
    assert [test["number"] for test in data["tests"]] == ["1", "2"]
    assert data["score"] == sum(test["score"] for test in data["tests"])
    assert "graded by your instructor (5 points), so it is not part of these marks" in data["output"]
