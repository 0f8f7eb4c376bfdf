"""What a person would accept is accepted, and no more."""

from __future__ import annotations

import math

import pytest
from this_course import ITEMS

from fcnkit.practice.answer_spelling import shapes
from fcnkit.practice.answers import FillIn
from fcnkit.practice.item import sample
from fcnkit.practice.writers.lms_common import spellings


def _accepted(item: str, term: str) -> set[str]:
    """All that a platform, to which case does not count, takes for an abbreviation's name written out."""
    numbers = (sample(ITEMS[item], str(seed)).numbers for seed in range(200))
    question = ITEMS[item].build(next(n for n in numbers if n.term == term and getattr(n, "letter", None) is None))
    assert isinstance(question.answer, FillIn)
    return {text.casefold() for text in spellings(question.answer.blanks[0])}


@pytest.mark.parametrize(
    ("item", "term", "right", "wrong"),
    [
        ("yolo-name", "yolo", ["You only look once", "youonlylookonce"], ["욜로", "You Look Only Once", "YOLO"]),
        (
            "abbreviation",
            "mlp",
            ["Multilayer perceptron", "multi layer perceptrons", "Multi-Layer Perceptrons", "multi-layer percepton"],
            ["fully connected network", "완전 연결 신경망", "다층 퍼셉트론", "MLP"],
        ),
        (
            "abbreviation",
            "fcn",
            ["Fully Convolutional Networks", "fully-convolutional network", "fully convolutonal network"],
            ["fully connected network", "완전 합성곱 신경망", "convolutional network"],
        ),
        ("abbreviation", "cnn", ["Convolutional Neural Networks"], ["ConvNet", "합성곱 신경망", "neural network"]),
    ],
)
def test_an_abbreviation_is_written_out_and_not_called_otherwise(
    item: str, term: str, right: list[str], wrong: list[str]
) -> None:
    accepted = _accepted(item, term)
    assert {text.casefold() for text in right} <= accepted
    assert accepted.isdisjoint(text.casefold() for text in wrong)


def test_shapes_are_taken_in_any_bracket_and_spacing() -> None:
    accepted = {*shapes((60, 60, 16))}
    assert {"(60,60, 16)", "60x60x16", "60, 60, 16", "[60, 60,16]", "(60, 60, 16)", "60 × 60 × 16"} <= accepted
    assert "(60, 60)" not in accepted


def test_numbers_that_run_together_are_no_shape() -> None:
    for name in ("input-shape", "lists-or-arrays", "mirrored-strides"):
        for seed in range(20):
            answer = sample(ITEMS[name], str(seed)).problem.answer
            assert isinstance(answer, FillIn)
            (blank,) = answer.blanks
            if isinstance(blank.value, tuple):
                together = "".join(map(str, blank.value))
                assert " ".join(map(str, blank.value)) in spellings(blank)
                assert not {together, f"[{together}]"} & {*spellings(blank)}


def test_mistakes_about_a_box_are_reckoned_with_the_rounded_numbers_that_are_shown() -> None:
    for seed in range(50):
        found = sample(ITEMS["yolo-box-size"], str(seed))
        n, answer = found.numbers, found.problem.answer
        assert isinstance(answer, FillIn)
        width, height = (blank.value for blank in answer.blanks)
        assert isinstance(width, int)
        assert isinstance(height, int)
        for mistake in answer.distractors:
            if mistake.id == "anchor-times-stride":
                assert mistake.value == (width * n.stride, height * n.stride)
        assert math.isclose(width, n.anchor[0] * math.exp(n.tw), rel_tol=0.02)
