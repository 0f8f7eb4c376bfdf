"""The example classes are what their sources give, and grading finds in them what their tables say."""

from __future__ import annotations

import importlib
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from graded_examples import GradedExamples
from proof import IS_FULL

from fcnkit.course import Course
from fcnkit.gradebook import Gradebook
from fcnkit.grading.results import Outcome, Status, SubmissionResult

ROOT = Path(__file__).resolve().parents[2]
TABLES = {
    path.stem: tomllib.loads(path.read_text(encoding="utf-8"))["student"] for path in (ROOT / "examples").glob("*.toml")
}
"""The students of each class, by the assignment's name."""
EXPENSIVE = {"03-fcn-segmentation", "06-cnn-building-blocks"}
"""Keras is imported, for 03 models are trained: half a minute of CPU."""


@pytest.fixture
def build_class(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script, which is no part of the package."""
    monkeypatch.syspath_prepend(str(ROOT / "examples"))
    return importlib.import_module("build_class")


@pytest.mark.parametrize("name", sorted(TABLES))
def test_the_class_is_what_its_sources_give(name: str, build_class: ModuleType) -> None:
    folder = ROOT / "examples" / name
    wanted = build_class.class_files(name)
    present = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert sorted(present) == sorted(wanted)
    differing = [name for name in wanted if present[name] != wanted[name]]
    assert not differing, "run `python examples/build_class.py`"


@pytest.fixture(scope="module", params=sorted(TABLES))
def name(request: pytest.FixtureRequest) -> str:
    if request.param in EXPENSIVE and not IS_FULL:
        pytest.skip(f"the class of {request.param} is graded by `make prove`")
    if Course(ROOT).assignment(request.param).paths.variants.exists():
        pytest.skip(f"variants of {request.param} were handed out, and its class has none of them")
    return str(request.param)


@pytest.fixture(scope="module")
def results(name: str, graded_examples: GradedExamples) -> dict[str, SubmissionResult]:
    """Each student's result, from one run of the command line over the whole class."""
    graded = graded_examples(name)
    has_invalid = any(student["status"] == Status.INVALID for student in TABLES[name])
    assert graded.status == int(has_invalid), graded.said
    with Gradebook(graded.out / "gradebook.sqlite") as gradebook:
        return {result.student: result for result in gradebook.latest(name)}


def test_grading_finds_what_the_table_says(
    name: str, results: dict[str, SubmissionResult], build_class: ModuleType
) -> None:
    assert sorted(results) == sorted(student["student"] for student in TABLES[name])
    config = Course(ROOT).assignment(name).config
    full = {question.id: question.points for question in config.questions if question.rubric is None}
    for student in TABLES[name]:
        left = [id for id in build_class.unattempted(student, config) if id in full]
        wanted = {**student, "scores": dict.fromkeys(left, 0) | student.get("scores", {}), "unattempted": left}
        _assert_found(wanted, results[student["student"]], full)


def _assert_found(student: dict[str, Any], result: SubmissionResult, full: dict[str, float]) -> None:
    about = student["about"]
    assert result.status == student["status"], about
    assert bool(result.notes) == ("note" in student), (about, result.notes)
    assert student.get("note", "") in "".join(note.en for note in result.notes), about
    assert bool(result.cell_errors) == student.get("error_cells", False), (about, result.cell_errors)
    if result.status is Status.GRADED:
        questions = [question for question in result.questions if question.by_hand is None]
        assert result.lang == student["files"][0]["lang"], about
        assert {question.id: question.score for question in questions} == full | student.get("scores", {}), about
        assert {question.id: question.outcome for question in questions} == _outcomes(student, full), about
        named = {question.id: [one.id for one in question.misconceptions] for question in questions}
        assert {id_: ids for id_, ids in named.items() if ids} == student.get("misconceptions", {}), about


def _outcomes(student: dict[str, Any], questions: dict[str, float]) -> dict[str, Outcome]:
    outcomes = dict.fromkeys(questions, Outcome.PASSED) | dict.fromkeys(student.get("scores", {}), Outcome.FAILED)
    outcomes |= dict.fromkeys(student.get("unattempted", []), Outcome.UNATTEMPTED)
    return outcomes | dict.fromkeys(student.get("errors", []), Outcome.ERROR)
