"""The example class is what its sources give, and grading finds in it what its table says."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from fcnkit.course import Assignment, Course
from fcnkit.gradebook import Gradebook
from fcnkit.grading.results import Outcome, Status, SubmissionResult

ROOT = Path(__file__).resolve().parents[2]
NAME = "01-transposed-convolution"
CLASS = ROOT / "examples" / NAME
STUDENTS = tomllib.loads((ROOT / "examples" / f"{NAME}.toml").read_text(encoding="utf-8"))["student"]


def test_the_class_is_what_its_sources_give(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "examples"))
    import build_class  # noqa: PLC0415  # a script, not part of the package

    wanted = build_class.class_files(build_class.HANDOUT)
    present = {path.relative_to(CLASS).as_posix(): path.read_bytes() for path in CLASS.rglob("*") if path.is_file()}
    assert sorted(present) == sorted(wanted)
    differing = [name for name in wanted if present[name] != wanted[name]]
    assert not differing, "run `python examples/build_class.py`"


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> dict[str, SubmissionResult]:
    """Each student's result, from one run of the command line over the whole class."""
    out = tmp_path_factory.mktemp("graded")
    command = [Path(sys.executable).with_name("fcnkit"), "grade", "01", CLASS, "--out", out]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout + done.stderr  # two submissions are invalid, as they should be
    with Gradebook(out / "gradebook.sqlite") as gradebook:
        return {result.student: result for result in gradebook.latest(NAME)}


@pytest.fixture(scope="module")
def assignment() -> Assignment:
    return Course(ROOT).assignment(NAME)


def test_nobody_is_lost_or_invented(graded: dict[str, SubmissionResult]) -> None:
    assert sorted(graded) == sorted(student["student"] for student in STUDENTS)


@pytest.mark.parametrize("student", STUDENTS, ids=[student["about"] for student in STUDENTS])
def test_grading_finds_what_the_table_says(
    student: dict[str, Any], graded: dict[str, SubmissionResult], assignment: Assignment
) -> None:
    result = graded[student["student"]]
    assert result.status == student["status"]
    assert bool(result.notes) == ("note" in student), result.notes
    assert student.get("note", "") in "".join(note.en for note in result.notes)
    assert bool(result.cell_errors) == student.get("error_cells", False), result.cell_errors
    if result.status is Status.GRADED:
        assert result.lang == student["files"][0]["lang"]
        full = {question.id: question.points for question in assignment.config.questions}
        assert {question.id: question.score for question in result.questions} == full | student.get("scores", {})
        assert {question.id: question.outcome for question in result.questions} == _outcomes(student, full)
        named = {question.id: [one.id for one in question.misconceptions] for question in result.questions}
        assert {id_: ids for id_, ids in named.items() if ids} == student.get("misconceptions", {})


def _outcomes(student: dict[str, Any], questions: dict[str, float]) -> dict[str, Outcome]:
    outcomes = dict.fromkeys(questions, Outcome.PASSED) | dict.fromkeys(student.get("scores", {}), Outcome.FAILED)
    outcomes |= dict.fromkeys(student.get("unattempted", []), Outcome.UNATTEMPTED)
    return outcomes | dict.fromkeys(student.get("errors", []), Outcome.ERROR)
