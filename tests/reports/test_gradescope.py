"""results.json: what Gradescope reads, and our own outcomes beside it."""

from __future__ import annotations

import json

import pytest
from report_samples import BROKEN, CELL_ERRORS, MISSING, OVERWRITTEN, mixed, small_class, submission

from fcnkit.grading.results import Outcome, Status
from fcnkit.reports.gradescope import results_json
from fcnkit.text import LANGS, Lang


def test_one_test_per_check_adds_up() -> None:
    for result in small_class():
        data = results_json(result)
        assert data == json.loads(json.dumps(data))
        if result.status is Status.GRADED:
            assert data["score"] == result.score == sum(test["score"] for test in data["tests"])
            assert sum(test["max_score"] for test in data["tests"]) == sum(q.max_score for q in result.questions)


def test_what_gradescope_reads() -> None:
    tests = results_json(mixed("en"))["tests"]
    assert [test["number"] for test in tests] == ["1.1", "1.2", "2.1", "2.2", "2.3", "3.1"]
    assert [test["status"] for test in tests] == ["failed", "passed", "failed", "passed", "failed", "failed"]
    assert {test["visibility"] for test in tests} == {"visible"}
    assert {test["output_format"] for test in tests} == {"text"}
    assert tests[2] == {
        "name": "Where stamps overlap, they are added.",
        "number": "2.1",
        "score": 0.0,
        "max_score": 5,
        "status": "failed",
        "output": tests[2]["output"],
        "output_format": "text",
        "visibility": "visible",
        "extra_data": {
            "question": "q2",
            "check": "test_q2_0",
            "outcome": "failed",
            "misconception": "overlap-overwritten",
            "relation": None,
        },
    }


@pytest.mark.parametrize("lang", LANGS)
def test_messages_are_in_the_submissions_language(lang: Lang) -> None:
    data = results_json(mixed(lang))
    assert OVERWRITTEN.text[lang] in data["tests"][2]["output"]
    assert MISSING[lang] in data["tests"][5]["output"]
    assert CELL_ERRORS[1].message[lang] in data["output"]


def test_public_examples_stand_once_at_the_first_check_that_failed() -> None:
    outputs = [test["output"] for test in results_json(mixed("en"))["tests"]]
    assert ["Public example: bilinear_kernel(4)" in output for output in outputs] == [False, False, True, *[False] * 3]


def test_exact_outcomes_stand_in_extra_data() -> None:
    data = results_json(mixed())
    outcomes = [test["extra_data"]["outcome"] for test in data["tests"]]
    assert {Outcome(outcome) for outcome in outcomes} == set(Outcome) - {Outcome.UNREVIEWED}  # no check waits
    assert data["extra_data"]["status"] == "graded"
    assert data["extra_data"]["questions"][1]["misconceptions"] == ["overlap-overwritten"]


@pytest.mark.parametrize("status", [Status.INVALID, Status.UNGRADED])
def test_no_marks_without_a_grade(status: Status) -> None:
    data = results_json(submission("x", mixed().questions, status=status, notes=(BROKEN,)))
    assert data["score"] is None
    assert data["tests"] == []
    assert data["extra_data"]["status"] == status.value
    assert BROKEN.ko in data["output"]
