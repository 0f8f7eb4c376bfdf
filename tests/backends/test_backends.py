"""Assignments with Keras are graded alike on its other backends, each with none but itself in reach of students' code.

Every other test has TensorFlow. Where JAX or PyTorch is installed, the solutions and one wrong answer are graded at
`strict`; with ALL_ANSWERS set (`make backends`, which installs JAX) all of these are, at `landlock`, too.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

from fcnkit.authoring.verification import Expectation, expectations_of, mismatch
from fcnkit.course import Assignment, Course
from fcnkit.engines.local import LocalEngine
from fcnkit.grading.messages import Job
from fcnkit.grading.profiles import PROFILES, keras_profile
from fcnkit.grading.sandbox.level import Isolation, probe

COURSE = Course.find(Path(__file__))
ALL = "ALL_ANSWERS" in os.environ
LEVELS = [Isolation.STRICT, Isolation.LANDLOCK] if ALL else [Isolation.STRICT]
RIGHT = ("solution", "alternative ") if ALL else ("solution",)
WRONG = {
    "03": {
        "misconception argmax-over-rows in predict_mask": "q4",
        "misconception dense-head in build_fcn": "q3",
        "misconception one-up-too-few in build_fcn": "q3",
        "misconception softmax-twice in build_fcn": "q3",
        "misconception dice in mean_iou": "q5",
    },
    "06": {
        "misconception always-projected in residual_block": "q4",
        "misconception no-shortcut in residual_block": "q4",
        "misconception shortcut-concatenated in residual_block": "q4",
        "misconception depthwise-alone in depthwise_separable_block": "q3",
        "misconception stride-too-early in receptive_field": "q6",
    },
}
"""Of each assignment subjects of `fcnkit verify`, and the one question that loses marks."""

pytestmark = pytest.mark.xdist_group("backends")


@pytest.fixture(scope="module", params=["jax", "torch"])
def backend(request: pytest.FixtureRequest) -> Iterator[str]:
    name: str = request.param
    try:
        version(name)
    except PackageNotFoundError:
        pytest.skip(f"{name} is not installed; `make backends` installs JAX")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KERAS_BACKEND", name)
        patch.setitem(PROFILES, "keras", keras_profile(name))
        yield name


@pytest.fixture(scope="module", params=WRONG)
def assignment(request: pytest.FixtureRequest) -> Assignment:
    return COURSE.assignment(request.param)


@pytest.fixture(scope="module", params=LEVELS)
def engine(backend: str, assignment: Assignment, request: pytest.FixtureRequest) -> Iterator[LocalEngine]:
    tried = probe(request.param)
    if not tried.is_available:
        pytest.skip(f"{request.param}: {tried.finding.en}")
    with LocalEngine(assignment, request.param) as engine:
        assert not engine.notes, f"{backend} cannot be imported beforehand"
        yield engine


@pytest.fixture(scope="module")
def claims(assignment: Assignment) -> list[Expectation]:
    return list(expectations_of(assignment))


def test_right_answers_get_full_marks_and_no_cell_fails(
    engine: LocalEngine, assignment: Assignment, claims: list[Expectation]
) -> None:
    right = [claim for claim in claims if claim.subject.en.startswith(RIGHT)]
    assert right
    for claim in right:
        examination = engine.examine(Job(cells=claim.cells))
        assert mismatch(claim, examination, assignment.scores) is None, claim.subject
        assert examination.cell_errors == (), claim.subject


def test_wrong_answers_are_named_and_lose_marks_on_their_question_alone(
    engine: LocalEngine, assignment: Assignment, claims: list[Expectation]
) -> None:
    by_subject = {claim.subject.en: claim for claim in claims}
    wrong = [*WRONG[assignment.name[:2]].items()]
    for subject, question in wrong if ALL else wrong[:1]:
        claim = by_subject[subject]
        examination = engine.examine(Job(cells=claim.cells))
        assert mismatch(claim, examination, assignment.scores) is None, subject
        losing = [asked.id for asked in examination.questions if asked.score < asked.max_score]
        assert losing == [question], subject
