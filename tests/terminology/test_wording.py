"""What students write around a name is read past: glosses, denials, and how Korean ends a sentence."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from fcnkit.quiz.quiz_key import Comparison
from fcnkit.terminology import read
from fcnkit.terminology.wording import take_apart

TERMINOLOGY = read(Path(__file__).resolve().parents[2] / "terminology.md")
COMPARE = Comparison(TERMINOLOGY)
ANSWERS = tomllib.loads((Path(__file__).parent / "around_a_name.toml").read_text(encoding="utf-8"))
IN_FULL = ("yolo", "mlp")
"""What the quiz asks to write out."""


def _is_right(answer: str, term: str) -> bool:
    asked = TERMINOLOGY[term]
    return COMPARE(answer, asked.name.en if term in IN_FULL else asked.label) is None


def test_hardly_a_fair_answer_is_refused_for_what_stands_around_it() -> None:
    fair = [(answer, term) for term, answers in ANSWERS.items() for answer in answers["fair"]]
    refused = [(answer, term) for answer, term in fair if not _is_right(answer, term)]
    assert len(fair) > 130
    assert len(refused) <= len(fair) // 12, refused


@pytest.mark.parametrize("term", ANSWERS)
def test_nothing_that_stands_around_another_name_makes_it_right(term: str) -> None:
    assert [answer for answer in ANSWERS[term]["wrong"] if _is_right(answer, term)] == []


@pytest.mark.parametrize(
    ("answer", "said", "glosses", "denied"),
    [
        ("앵커 박스", "앵커 박스", (), ""),
        ("정답은 앵커 박스", "앵커 박스", (), ""),
        ("정밀도(precision)입니다", "정밀도 입니다", ("precision",), ""),
        ("바운딩 박스가 아니라 앵커 박스", "앵커 박스", (), "바운딩 박스"),
        ("앵커 박스, not bounding box", "앵커 박스", (), "bounding box"),
        ("전치 합성곱(역합성곱 아님)", "전치 합성곱", (), "역합성곱"),
        ("(앵커 박스)", "(앵커 박스)", (), ""),
        ("A가 아니라 B가 아니라 C", "A가 아니라 B가 아니라 C", (), ""),
    ],
)
def test_an_answer_is_taken_apart(answer: str, said: str, glosses: tuple[str, ...], denied: str) -> None:
    wording = take_apart(answer)
    assert (wording.said.strip(), wording.glosses, wording.denied) == (said, glosses, denied)


def test_a_term_that_is_named_and_denied_is_neither() -> None:
    assert not _is_right("정밀도 (정밀도 아님)", "precision")
    assert not _is_right("정밀도가 아니라 정밀도", "precision")


def test_two_plus_signs_make_another_name() -> None:
    assert not _is_right("U-Net++", "u-net")
    assert _is_right("U-Net!", "u-net")
