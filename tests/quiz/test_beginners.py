"""What beginners answer: what is right gets its marks, and what is not is told by the confusion that it shows."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from fcnkit.quiz.quiz_key import NO_OPTION, NOT_IN_FULL, NOT_THE_WORDS, Comparison
from fcnkit.terminology import Term, Terminology, read
from fcnkit.text import Text

HERE = Path(__file__).resolve().parent
TERMINOLOGY: Terminology = read(HERE.parents[1] / "terminology.md")
COMPARE = Comparison(TERMINOLOGY)
ANSWERS = tomllib.loads((HERE / "beginners.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("asked", ANSWERS)
def test_beginners_answers_are_judged_and_their_confusions_named(asked: str) -> None:
    term, given = TERMINOLOGY[asked], ANSWERS[asked]
    assert [answer for answer in given.get("right", ()) if COMPARE(answer, term.label) is not None] == []
    wrong = [*given.get("wrong", ()), *(answer for each in given.get("taken_for", {}).values() for answer in each)]
    assert [answer for answer in wrong if COMPARE(answer, term.label) is None] == []
    told = {answer: _named(term, answer) for answer in wrong}
    expected = {answer: {other} for other, answers in given.get("taken_for", {}).items() for answer in answers}
    assert {answer: named for answer, named in told.items() if answer in expected} == expected


def _named(term: Term, answer: str) -> set[str]:
    """The confusions of the sheet that explain an answer to a question for this term."""
    beliefs = [(other, TERMINOLOGY[other].label) for other in TERMINOLOGY.confused_with(term)]
    beliefs += [("misnamed", wrong.names[0]) for wrong in term.wrong_names]
    return {id for id, belief in beliefs if COMPARE.believed(answer, belief) is None}


def test_beginners_answers_are_many() -> None:
    assert sum(len(given.get("right", ())) + len(given.get("wrong", ())) for given in ANSWERS.values()) > 200


@pytest.mark.parametrize(("answer", "said"), [("a network for every pixel", NOT_THE_WORDS), ("FCN", NOT_IN_FULL)])
def test_what_is_no_name_in_full_is_told(answer: str, said: Text) -> None:
    assert COMPARE(answer, TERMINOLOGY["fcn"].name.en) == said


@pytest.mark.parametrize("answer", ["ㅁ", "가", "1", "①"])
def test_what_is_no_latin_letter_is_told_to_be_none(answer: str) -> None:
    """Not that it is the wrong one: ㅁ is on the key of a, and 가 comes first in Korean."""
    assert COMPARE(answer, "a") == NO_OPTION
