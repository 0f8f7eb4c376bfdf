"""The student zip holds what students need and nothing of the graders', the same bytes every time."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from course_copy import copy_of_course
from unzipped import ASSIGNMENT, unzipped

from fcnkit.assignment_paths import AssignmentPaths
from fcnkit.bundles.student_zip import StaleHandout, student_zip
from fcnkit.course import Assignment
from fcnkit.text import LANGS

NAME = ASSIGNMENT.name
NOTEBOOK = f"{NAME}.ko.ipynb"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return unzipped(tmp_path_factory.mktemp("student"))


@pytest.fixture
def copy(tmp_path: Path) -> Assignment:
    """The assignment in a course of its own, which a test may spoil."""
    copy_of_course(tmp_path, "assignments", "shared", "solutions")
    return Assignment(AssignmentPaths(tmp_path, NAME), ASSIGNMENT.config)


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_it_is_the_handout_with_fcnlab_beside_the_notebooks(folder: Path) -> None:
    lab = ASSIGNMENT.paths.root / "shared" / "fcnlab"
    assert _files(folder) == {
        **{name: content for name, content in _files(ASSIGNMENT.paths.handout).items() if not _is_left_behind(name)},
        **{f"fcnlab/{name}": content for name, content in _files(lab).items() if "__pycache__" not in name},
    }
    assert {f"{NAME}.{lang}.ipynb" for lang in LANGS} | {"README.md", "requirements.txt", "tests/q1.py"} <= set(
        _files(folder)
    )


def _is_left_behind(name: str) -> bool:
    return any(part.startswith(".") or part == "__pycache__" for part in name.split("/"))


def test_it_holds_nothing_of_the_graders(folder: Path) -> None:
    everything = "\n".join(content.decode("utf-8", "replace") for content in _files(folder).values())
    suite = [path.stem for path in ASSIGNMENT.paths.suite.glob("*.py")]
    assert "misconceptions" in suite
    secrets = ["autograder", "SOLUTION", "spec.py", "fcnkit.grading", str(ASSIGNMENT.paths.root), str(Path.home())]
    for secret in (*secrets, *(f"import {name}" for name in suite), *(f"from {name}" for name in suite)):
        assert secret not in everything, secret


def test_the_same_handout_gives_the_same_bytes(copy: Assignment, tmp_path: Path) -> None:
    for number, path in enumerate(sorted(copy.paths.handout.rglob("*"))):
        path.chmod(0o700)
        if path.is_file():
            path.touch()
            (path.parent / f".leftover-{number}").touch()
    ours, theirs = student_zip(ASSIGNMENT, tmp_path / "ours"), student_zip(copy, tmp_path / "theirs")
    assert ours.name == theirs.name == f"{NAME}.zip"
    assert ours.read_bytes() == theirs.read_bytes()


def test_everybody_may_read_what_is_unzipped(tmp_path: Path) -> None:
    with ZipFile(student_zip(ASSIGNMENT, tmp_path)) as archive:
        assert {member.external_attr >> 16 & 0o777 for member in archive.infolist()} == {0o644}


def test_the_readme_gives_the_first_cell_for_colab_in_both_languages(folder: Path) -> None:
    readme = (folder / "README.md").read_text(encoding="utf-8")
    cells = re.findall(r"```text\n(.*?)```", readme, re.DOTALL)
    assert len(cells) == 2
    assert [line.strip() for line in cells[0].splitlines()] == [line.strip() for line in cells[1].splitlines()]
    assert f"!unzip -oq {NAME}.zip\n" in cells[0]
    assert f"%cd {NAME}\n" in cells[0]
    assert "-r requirements.txt\n" in cells[0]


def test_a_solved_notebook_that_lies_beside_is_left_out(copy: Assignment, tmp_path: Path) -> None:
    (copy.paths.handout / "solved.ipynb").write_text("secret", encoding="utf-8")
    with ZipFile(student_zip(copy, tmp_path / "out")) as archive:
        assert f"{NAME}/solved.ipynb" not in archive.namelist()


def _edit(assignment: Assignment, change: Callable[[dict[str, object]], object]) -> None:
    path = assignment.paths.handout / NOTEBOOK
    content = json.loads(path.read_text(encoding="utf-8"))
    change(content)
    path.write_text(json.dumps(content), encoding="utf-8")


def _answer_a_cell(content: dict[str, object]) -> None:
    cells = content["cells"]
    assert isinstance(cells, list)
    cell = next(cell for cell in cells if cell["cell_type"] == "code")
    cell["source"] = ["answer = 42"]


def _run_a_cell(content: dict[str, object]) -> None:
    cells = content["cells"]
    assert isinstance(cells, list)
    cell = next(cell for cell in cells if cell["cell_type"] == "code")
    cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": ["42"]}]


def _append(path: Path) -> None:
    path.write_text(f"{path.read_text(encoding='utf-8')}\n", encoding="utf-8")


SPOILED: dict[str, tuple[Callable[[Assignment], object], str]] = {
    "master changed": (lambda a: _append(a.paths.master), "is not made from the present master"),
    "notebook answered": (lambda a: _edit(a, _answer_a_cell), "has been changed or run (cell "),
    "notebook run": (lambda a: _edit(a, _run_a_cell), "has been changed or run (cell "),
    "notebook of others": (
        lambda a: _edit(a, lambda content: content.pop("metadata")),
        "is no notebook that the build",
    ),
    "merge conflict": (lambda a: (a.paths.handout / NOTEBOOK).write_text("<<<<<<<"), "is no notebook that the build"),
    "lists in lists": (
        lambda a: (a.paths.handout / NOTEBOOK).write_text("[" * 100_000),
        "is no notebook that the build",
    ),
    "notebook missing": (lambda a: (a.paths.handout / NOTEBOOK).unlink(), "is missing"),
    "readme changed": (lambda a: _append(a.paths.handout / "README.md"), "is not up to date"),
    "never built": (lambda a: shutil.rmtree(a.paths.handout), "is missing"),
}


@pytest.mark.parametrize("case", SPOILED)
def test_a_handout_that_is_not_as_built_is_refused(case: str, copy: Assignment, tmp_path: Path) -> None:
    spoil, said = SPOILED[case]
    spoil(copy)
    with pytest.raises(StaleHandout) as refusal:
        student_zip(copy, tmp_path / "out")
    assert said in str(refusal.value)
    assert str(refusal.value).startswith(str(copy.paths.handout))
    assert str(refusal.value).endswith("; run `fcnkit build 01`")
    assert not (tmp_path / "out").exists()
