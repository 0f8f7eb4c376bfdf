"""An answer that is explained by another misconception is one where both always answer alike, never by chance."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from fcnkit.authoring.confusion_matrix import (
    SEEDS,
    _confused_values,
    _confusions,
    _unsteady,
    cases_of,
    confusions,
    off_diagonal,
)
from fcnkit.authoring.verification import Expectation, mismatch
from fcnkit.cli import app
from fcnkit.course import Course
from fcnkit.grading.examiner import compare
from fcnkit.grading.examiner.case_draws import Draw
from fcnkit.grading.examiner.check import Case, Function, Variable, case
from fcnkit.grading.messages import Examination
from fcnkit.grading.results import CheckResult, NamedMisconception, Outcome, QuestionResult
from fcnkit.misconception import Misconception
from fcnkit.text import Text

SAID = Text(ko="x", en="x")
SQUARE = Function("square", lambda n: n * n, compare.integer, example=case(9))


def _believing(id: str, answer: Callable[..., Any]) -> Misconception:
    return Misconception(id, SAID, SAID, {"square": answer})


TWICE = _believing("twice", lambda n: 2 * n)
ADDED = _believing("added", lambda n: n + n)
FOUR_MORE = _believing("four-more", lambda n: n + 4 if n % 2 else 2 * n)


def _numbers(draw: Draw) -> list[Case]:
    return [case(draw.integer((3, 5, 7))), case(4)]


def _even_by_chance(draw: Draw) -> list[Case]:
    return [case(draw.integer((4, 5, 6, 8))), case(10)]


def test_answers_that_are_always_alike_may_have_one_name() -> None:
    asked = [(SQUARE, _numbers)]
    draws = cases_of("square", asked)
    assert off_diagonal("added", ADDED.answers["square"], draws, [TWICE, ADDED]) == {"twice": len(SEEDS)}
    assert not list(_confusions(asked, [TWICE, ADDED]))


def test_a_name_by_chance_is_refused() -> None:
    (said, _) = _confusions([(SQUARE, _even_by_chance)], [TWICE, FOUR_MORE])
    assert said.en.startswith("twice in square is four-more in ")


def test_a_wrong_value_has_another_name_only_where_that_leads_to_the_same() -> None:
    def about(value: Any) -> Text | None:
        return None if value else SAID

    def alike(got: Any, expected: Any) -> Text | None:
        return about(round(got) == round(expected))

    variable = Variable("answers", {"a": 1, "b": 1}, alike)
    beliefs = [
        Misconception(id, SAID, SAID, {"answers": value})
        for id, value in {"two": {"a": 2, "b": 3}, "also-two": {"a": 2}, "about-three": {"b": 3.2}}.items()
    ]
    said = [text.en for text in _confused_values([(variable, "a"), (variable, "b")], beliefs)]
    assert said == [
        "two in answers['b'] is about-three, which leads to another value",
        "about-three in answers['b'] is two, which leads to another value",
    ]


def test_what_the_suite_raises_is_one_line_with_its_place(tmp_path: Path) -> None:
    assert CliRunner().invoke(app, ["init", str(tmp_path / "mine")]).exit_code == 0
    assignment = Course.find(tmp_path / "mine").assignment("01")
    cases = assignment.paths.suite / "cases.py"
    cases.write_text(cases.read_text(encoding="utf-8") + "\n\ndef whole_arrays(draw):\n    return [1 / 0]\n", "utf-8")
    (said,) = confusions(assignment)
    last = cases.read_text(encoding="utf-8").count("\n")
    assert said.en == f"{cases}:{last}: ZeroDivisionError: division by zero"


def test_a_theme_that_draws_by_no_seed_is_told() -> None:
    def by_chance(_: Draw) -> list[Case]:
        return [case(random.random())]

    said = [text.en for text in _unsteady([(SQUARE, _numbers), (SQUARE, by_chance)])]
    assert [text.partition(":")[0] for text in said] == ["by_chance"]


def test_a_second_name_is_refused() -> None:
    assignment = Course.find().assignment("01")
    check = CheckResult(name="c", question="q1", title=SAID, points=10, outcome=Outcome.FAILED)
    named = [NamedMisconception(id=id, name=SAID, text=SAID) for id in ("plus-one-forgotten", "same-rounded-down")]
    claim = Expectation(SAID, (), None, "plus-one-forgotten", "conv_output_size")

    def said(names: list[NamedMisconception]) -> str | None:
        question = QuestionResult(
            id="q1",
            title=SAID,
            outcome=Outcome.FAILED,
            score=0,
            max_score=10,
            checks=(check,),
            misconceptions=tuple(names),
        )
        return mismatch(claim, Examination(questions=(question,)), assignment.scores)

    assert said(named[:1]) is None
    assert said(named).en == "named same-rounded-down, too"


def test_an_answer_to_no_question_is_told_with_what_is_asked() -> None:
    assignment = Course.find().assignment("01")
    question = QuestionResult(id="q1", title=SAID, outcome=Outcome.PASSED, score=10, max_score=10, checks=())
    claim = Expectation(SAID, (), None, "plus-one-forgotten", "conv_output_sizes")
    said = mismatch(claim, Examination(questions=(question,)), assignment.scores)
    assert said is not None
    assert "asks for conv_output_sizes; correct" in said.en
    assert said.en.endswith(": conv_output_size")
