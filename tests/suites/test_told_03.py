"""What is said of files and masks that came out wrong in assignment 03 is true of them, and telling."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hidden_suite import load_suite, suite_of
from judged_here import Here, explained

from fcnkit.course import Course

SUITE = suite_of("03")
ORACLES = {function.name: function.oracle for check in SUITE.checks for function, _ in check.calls}
FILES = {
    name: {m.id: m.answers[name] for m in SUITE.misconceptions if name in m.answers}
    for name in ("load_image", "load_trimap")
}


def _explained(name: str, answer: Callable[..., Any]) -> tuple[str, ...]:
    here = Here(SUITE, name, answer)
    return tuple(explained(here.judged(), here))


def _trimap(*args: Any) -> Any:
    """One of those that are right."""
    right = ORACLES["load_trimap"](*args)
    return right if right.ndim == 3 else right[0]


@pytest.mark.parametrize(("name", "id"), [(name, id) for name, answers in FILES.items() for id in answers])
def test_each_misconception_about_files_has_its_own_name_alone(name: str, id: str) -> None:
    here = Here(SUITE, name, FILES[name][id])
    assert {check.misconception for check in here.judged().checks} - {None} == {id}


@pytest.mark.parametrize("secret", [f"secret {number}" for number in range(20)])
def test_half_a_reversal_loses_marks(secret: str) -> None:
    def ends_exchanged(strides: tuple[int, ...]) -> tuple[int, ...]:
        return (strides[-1], *strides[1:-1], strides[0]) if len(strides) > 1 else strides

    def halves_exchanged(strides: tuple[int, ...]) -> tuple[int, ...]:
        middle = len(strides) // 2
        return (*strides[-middle:], *strides[middle:-middle], *strides[:middle]) if middle else strides

    for answer in (ends_exchanged, halves_exchanged):
        suite = load_suite(Course.find(Path(__file__)).assignment("03"), secret)
        here = Here(suite, "mirrored_strides", answer, secret)
        assert explained(here.judged(), here)[0] != "right"


TOLD: dict[str, tuple[Callable[..., Any], str]] = {
    "two more": (lambda *args: _trimap(*args) + 2, "labels other than 0, 1 and 2"),
    "foreground and background swapped": (
        lambda *args: np.array([1, 0, 2], "uint8")[_trimap(*args)],
        "Pixels that are 1 in the file should be 0, but all of them are 1",
    ),
    "foreground as 1, all else 0": (lambda *args: (_trimap(*args) == 0).astype("uint8"), "but all of them are 1"),
    "contour merged": (
        lambda *args: np.minimum(_trimap(*args), 1),
        "Pixels that are 3 in the file should be 2, but all of them are 1",
    ),
    "one-hot": (lambda *args: np.eye(3, dtype="uint8")[_trimap(*args)[..., 0]], "the last axis has other than 1 entry"),
    "RGB": (lambda *args: np.repeat(_trimap(*args), 3, -1), "the last axis has other than 1 entry"),
}


@pytest.mark.parametrize(("answer", "said"), TOLD.values(), ids=TOLD.keys())
def test_what_is_the_matter_with_a_trimap_is_said(answer: Callable[..., Any], said: str) -> None:
    here = Here(SUITE, "load_trimap", answer)
    relations = [relation.id for relation in here.judged().relations]
    assert any(said in text.en for _, text in here.problems), here.problems
    assert [id for id in relations if id.startswith(("formula", "two-too", "array"))] == []


def test_what_is_all_but_black_is_not_called_zero() -> None:
    scaled = FILES["load_image"]["scaled-to-one"]
    assert _explained("load_image", lambda *args: np.zeros_like(scaled(*args))) == ("related", "array-zeros")
    assert _explained("load_image", lambda *args: scaled(*args) / 255)[0] == "said"


def test_small_values_are_not_taken_for_a_mean_of_the_photo() -> None:
    scaled = FILES["load_image"]["scaled-to-one"]
    how, said = _explained("load_image", lambda *args: 2 * scaled(*args) - 1)
    assert (how, "original scale" in said) == ("said", True)


def test_of_class_numbers_no_sign_is_told() -> None:
    right = ORACLES["predict_mask"]
    assert _explained("predict_mask", lambda *args: np.minimum(right(*args), 1)) == ("related", "part-not-zero")


class _Rounding:
    """A model that reckons with as many digits as Keras does."""

    def __init__(self, model: Any) -> None:
        self._model = model

    def predict(self, batch: Any, verbose: int = 0) -> Any:  # noqa: ARG002 - as Keras' own
        kernel, bias = self._model.weights
        scores = (np.float32(self._model.scale) * batch) @ kernel[0, 0] + bias
        powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
        shares = powers / powers.sum(axis=-1, keepdims=True)
        assert shares.dtype == np.float32
        return shares


@pytest.mark.parametrize("secret", ["", *(f"secret {number}" for number in range(20))])
def test_rounding_changes_no_wrong_mask(secret: str) -> None:
    suite = load_suite(Course.find(Path(__file__)).assignment("03"), secret)
    answers = [m.answers["predict_mask"] for m in suite.misconceptions if "argmax" in m.id]
    cases = [case for check in suite.checks_of("predict_mask") for _, case in check.calls]
    assert answers
    assert cases
    for model, image in (case.args for case in cases):
        for answer in answers:
            np.testing.assert_array_equal(answer(_Rounding(model), image), answer(model, image))


@pytest.mark.parametrize(
    ("taken", "given", "said"),
    [
        ((8, 16, 4), (8, 16), "do not have 3 channels"),
        ((16, 8, 3), (8, 16), "Each call makes a new model"),
        ((8, 16, 3), (128,), "axes of the output"),
        ((8, 16, 3), (8, 8), "Height and width of the output differ"),
    ],
)
def test_of_sizes_it_is_said_what_does_not_fit(taken: tuple[int, ...], given: tuple[int, ...], said: str) -> None:
    expected = {"input": (8, 16, 3), "output": (8, 16)}
    assert said in SUITE.modules["compare_models"].size({"input": taken, "output": given}, expected).en
