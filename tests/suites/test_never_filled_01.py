"""Arrays of `np.empty`: who fills them is right, who does not is wrong each time and told so."""

from __future__ import annotations

from pathlib import Path

import pytest
from graders import Graders
from hidden_suite import load_suite

from fcnkit.course import Course
from fcnkit.engines.local import LocalEngine
from fcnkit.grading.intake import Cell
from fcnkit.grading.messages import Examination, Job
from fcnkit.grading.protocol import UNFILLED

pytestmark = pytest.mark.xdist_group("graders of 01")

ASSIGNMENT = Course.find(Path(__file__)).assignment("01")
RIGHT = (ASSIGNMENT.paths.alternatives / "loops.py").read_text(encoding="utf-8")
STAMPED = """
def transposed_conv2d(x, kernel, stride=1, padding="valid"):
    sizes = [(n - 1) * stride + max(k, stride) for n, k in zip(x.shape, kernel.shape)]
    out = np.empty(sizes)
    {first}
    for i, j in np.ndindex(x.shape):
        out[i * stride : i * stride + kernel.shape[0], j * stride : j * stride + kernel.shape[1]] += x[i, j] * kernel
    if padding == "valid":
        return out
    top, left = [max(k - stride, 0) // 2 for k in kernel.shape]
    return out[top : top + x.shape[0] * stride, left : left + x.shape[1] * stride]
"""


@pytest.fixture(scope="module")
def engine(graders: Graders) -> LocalEngine:
    return graders("01")


def _examined(engine: LocalEngine, source: str) -> Examination:
    return engine.examine(Job(cells=[Cell(1, RIGHT), Cell(2, source)]))


def test_who_fills_it_first_is_right(engine: LocalEngine) -> None:
    examination = _examined(engine, STAMPED.format(first="out[...] = 0"))
    assert examination.fault is None  # without questions nothing would be compared
    assert [question.score for question in examination.questions] == [each.max_score for each in examination.questions]


def test_who_adds_to_it_is_told_by_name(engine: LocalEngine) -> None:
    third = _examined(engine, STAMPED.format(first="pass")).questions[2]
    assert [misconception.id for misconception in third.misconceptions] == ["never-filled"]


def test_cells_that_nobody_fills_are_told_whatever_the_function(engine: LocalEngine) -> None:
    source = "def bilinear_kernel(factor): return np.empty_like(np.ones((2 * factor - factor % 2,) * 2))"
    messages = [check.message for check in _examined(engine, source).questions[5].checks if check.message is not None]
    assert "never filled" in messages[0].en


def test_the_misconception_knows_what_is_left_in_memory() -> None:
    suite = load_suite(ASSIGNMENT)
    assert suite.modules["wrong_answers_places"]._LEFT_IN_MEMORY == UNFILLED
