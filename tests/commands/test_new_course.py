"""From nothing to a graded class: `fcnkit init`, and all that works on what it makes, far from any checkout."""

from __future__ import annotations

import csv
import json
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from fcnkit.cli import app
from fcnkit.course import Course
from fcnkit.errors import UserError
from fcnkit.practice.registry import load_registry
from fcnkit.practice.validate import validate

FIRST = "01-moving-average"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `fcnkit init` makes."""
    made = tmp_path_factory.mktemp("somewhere") / "mine"
    done = CliRunner().invoke(app, ["init", str(made)])
    assert done.exit_code == 0, done.output
    assert "fcnkit verify" in done.output
    return made


@pytest.fixture
def course(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Course:
    """The same, from within."""
    monkeypatch.chdir(folder)
    return Course.find()


def _run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(each) for each in arguments])


def _refused(*arguments: str | Path) -> str:
    """The sentence that is said."""
    done = _run(*arguments)
    assert isinstance(done.exception, UserError), done.output
    sentence = str(done.exception)
    assert "\n" not in sentence
    return sentence


def test_a_new_course_is_whole(course: Course) -> None:
    assert course.names() == [FIRST]
    assert course.title.ko == "나의 과목"
    assert _run("build", "--check").exit_code == 0
    done = _run("verify")
    assert done.exit_code == 0, done.output
    assert "misconception window-not-divided in moving_average" in done.output


def test_it_grades(course: Course, tmp_path: Path) -> None:
    assignment = course.assignment("01")
    untouched = json.loads((assignment.paths.handout / f"{FIRST}.ko.ipynb").read_text(encoding="utf-8"))
    source = (assignment.paths.alternatives / "cumulative_sums.py").read_text(encoding="utf-8")
    cell = {"cell_type": "code", "id": "own", "source": source, "metadata": {}, "outputs": [], "execution_count": None}
    for name, cells in (("solved", [*untouched["cells"], cell]), ("untouched", untouched["cells"])):
        (tmp_path / f"{name}.ipynb").write_text(json.dumps({**untouched, "cells": cells}), encoding="utf-8")
    done = _run("grade", "01", tmp_path / "solved.ipynb", tmp_path / "untouched.ipynb", "--out", tmp_path / "out")
    assert done.exit_code == 0, done.output
    with (tmp_path / "out" / "grades.csv").open(encoding="utf-8-sig", newline="") as table:
        assert {row["student"]: row["score"] for row in csv.DictReader(table)} == {"solved": "100", "untouched": "0"}


@pytest.mark.usefixtures("course")
def test_it_has_practice_sets(tmp_path: Path) -> None:
    done = _run("practice", "--seed", "1", "--format", "moodle", "--format", "anki", "--out", tmp_path / "sets")
    assert done.exit_code == 0, done.output
    with (tmp_path / "sets" / "keys.csv").open(encoding="utf-8-sig", newline="") as table:
        assert [row["item"] for row in csv.DictReader(table)] == ["term-of-definition", "moving-average-by-hand"]


def test_its_practice_items_hold(course: Course) -> None:
    for item in load_registry(course).items.values():
        assert list(validate(item)) == []


@pytest.mark.usefixtures("course")
def test_it_makes_packages_that_hold_what_students_and_graders_need(tmp_path: Path) -> None:
    done = _run("package", "01", "--out", tmp_path)
    assert done.exit_code == 0, done.output
    for_students = set(zipfile.ZipFile(tmp_path / f"{FIRST}.zip").namelist())
    assert {f"{FIRST}/fcnlab/__init__.py", f"{FIRST}/{FIRST}.ko.ipynb"} <= for_students
    assert not [name for name in for_students if "autograder" in name or "solutions" in name]
    for_graders = set(zipfile.ZipFile(tmp_path / f"{FIRST}-autograder.zip").namelist())
    assert {"setup.sh", "run_autograder", "files/course/shared/fcnlab/__init__.py"} <= for_graders
    assert not [name for name in for_graders if "templates/course" in name or "practice/averages" in name]


def test_one_more_assignment_verifies(course: Course) -> None:
    done = _run("new", "02-padding")
    assert done.exit_code == 0, done.output
    assert "solutions/02-padding/master.py" in done.output
    assert course.assignment("02").config.title.en == "Padding"
    done = _run("verify", "02")
    assert done.exit_code == 0, done.output


@pytest.mark.usefixtures("course")
@pytest.mark.parametrize("name", ["2-padding", "02", "02-", "02-Padding", "02-a/b", "../02-a", "02-패딩"])
def test_a_name_that_is_none_is_refused(name: str) -> None:
    assert "two digits, a hyphen and a topic" in _refused("new", name)


@pytest.mark.usefixtures("course")
def test_a_number_that_is_taken_is_refused() -> None:
    assert f"taken by {FIRST}" in _refused("new", "01-other")
    assert f"solutions/{FIRST}: is there already" in _refused("new", FIRST)


def test_a_folder_that_is_not_empty_is_refused(course: Course, tmp_path: Path) -> None:
    assert "is not empty" in _refused("init", course.root)
    (tmp_path / "file").touch()
    assert "is a file" in _refused("init", tmp_path / "file")


def test_a_course_inside_a_course_is_refused(course: Course) -> None:
    inside = course.root / "out" / "another"
    assert f"lies in the course {course.root}" in _refused("init", inside)
    assert not inside.exists()


def test_outside_a_course_it_is_said_how_to_make_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for command in (
        ["verify"],
        ["build"],
        ["new", "02-padding"],
        ["practice", "--out", "out"],
        ["grade", "01", "x.ipynb", "--out", "out"],
    ):
        sentence = _refused(*command)
        assert f"{tmp_path}: no course.toml here or above" in sentence
        assert "fcnkit init DIR" in sentence


@pytest.mark.parametrize("command", [["build"], ["build", "--check"], ["verify"]])
def test_a_course_without_assignments_is_told(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "course.toml").touch()
    (tmp_path / "solutions" / "01-begun").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    assert "no assignment in solutions/" in _refused(*command)
