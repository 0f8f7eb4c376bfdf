"""The sample's handout: complete, in one language each, without the solution, and the same every time."""

from __future__ import annotations

import ast
import json
import re
import shutil
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient
from small_course import bodies

from fcnkit.assignment_paths import AssignmentPaths
from fcnkit.authoring.build_assignment import check
from fcnkit.authoring.master import read
from fcnkit.course import Assignment
from fcnkit.text import LANGS, Lang

FILES = {
    "01-sample.ko.ipynb",
    "01-sample.en.ipynb",
    "README.md",
    "requirements.txt",
    "tests/q1.py",
    "tests/q2.py",
}
EVERY_LANGUAGE = pytest.mark.parametrize("lang", LANGS)


def notebook(built: Assignment, lang: Lang) -> Any:
    text = (built.paths.handout / f"01-sample.{lang}.ipynb").read_text(encoding="utf-8")
    return nbformat.reads(text, as_version=4)


def test_files(built: Assignment) -> None:
    assert {
        path.relative_to(built.paths.handout).as_posix() for path in built.paths.handout.rglob("*") if path.is_file()
    } == FILES


def test_every_file_is_utf8_with_a_last_newline_and_no_machine_path(built: Assignment) -> None:
    for name in FILES:
        text = (built.paths.handout / name).read_bytes().decode("utf-8")
        assert text.endswith("\n"), name
        assert str(Path.home()) not in text, name
        assert str(built.paths.root) not in text, name


@EVERY_LANGUAGE
def test_notebook_is_valid_and_fresh(built: Assignment, lang: Lang) -> None:
    student = notebook(built, lang)
    nbformat.validate(student)
    assert student.metadata["fcnkit"]["assignment"] == "01-sample"
    assert student.metadata["fcnkit"]["lang"] == lang
    assert student.metadata["kernelspec"]["name"] == "python3"
    assert "fcnkit" not in {key for cell in student.cells for key in cell.metadata}
    code = [cell for cell in student.cells if cell.cell_type == "code"]
    assert all(cell.outputs == [] and cell.execution_count is None for cell in code)


def test_korean_is_written_as_it_reads(built: Assignment) -> None:
    assert "두 배를 구하세요." in (built.paths.handout / "01-sample.ko.ipynb").read_text(encoding="utf-8")


def test_each_notebook_is_in_its_own_language(built: Assignment) -> None:
    english = "\n".join(cell.source for cell in notebook(built, "en").cells)
    assert not re.search("[가-힣]", english)
    assert "Give twice the input." in english
    korean = notebook(built, "ko")
    texts = [cell.source for cell in korean.cells if cell.cell_type == "markdown" and "$$" not in cell.source]
    assert texts
    assert all(re.search("[가-힣]", text) for text in texts)
    comments = [line for cell in korean.cells for line in cell.source.splitlines() if line.startswith("# ")]
    assert all(re.search("[가-힣]", comment) for comment in comments)


@EVERY_LANGUAGE
def test_nothing_of_the_solution_remains(built: Assignment, lang: Lang) -> None:
    student = notebook(built, lang)
    source = "\n".join(cell.source for cell in student.cells if cell.cell_type == "code")
    assert "SOLUTION" not in json.dumps(student)
    left = dict(bodies(source))
    assert left.keys() == {"double", "triple"}
    marked = [cell for cell in read(built.paths.master).cells if cell.kind == "code" and "SOLUTION" in cell.source]
    solutions = [pair for cell in marked for pair in bodies(cell.source)]
    assert {name for name, _ in solutions} == left.keys()
    for name, body in solutions:
        assert body not in left.values(), name
    for body in left.values():
        assert body == ast.dump(ast.parse("...").body[0])
    assert "factor = ..." in source
    assert "factor = 3" not in source


def test_public_checks_are_read_alike_in_any_encoding(built: Assignment) -> None:
    module = ast.parse((built.paths.handout / "tests" / "q1.py").read_bytes().decode("ascii"))
    texts = [node.value for node in ast.walk(module) if isinstance(node, ast.Constant)]
    assert "2의 두 배는 4입니다. / Twice 2 is 4." in texts
    assert 60 in texts


@EVERY_LANGUAGE
def test_untouched_renamed_notebook_runs_to_its_end(built: Assignment, lang: Lang, tmp_path: Path) -> None:
    """Students get no error from cells that they have not touched, also under another file name."""
    shutil.copytree(built.paths.handout, tmp_path, dirs_exist_ok=True)
    student = notebook(built, lang)
    cells = [cell for cell in student.cells if "grader.export" not in cell.source]
    student.cells = cells
    NotebookClient(student, kernel_name="python3", resources={"metadata": {"path": str(tmp_path)}}).execute()
    checks = [cell for cell in cells if cell.source.startswith("grader.check(")]
    assert len(checks) == 2
    assert all("Test case failed" in json.dumps(cell.outputs, ensure_ascii=False) for cell in checks)


def test_check_agrees_and_names_every_difference(built: Assignment, tmp_path: Path) -> None:
    """A second build gives the same bytes; missing, changed and foreign files are named with the fix."""
    copy = Assignment(AssignmentPaths(tmp_path, built.name), built.config)
    shutil.copytree(built.paths.root, tmp_path, dirs_exist_ok=True)
    (copy.paths.handout / ".OTTER_LOG").touch()
    (copy.paths.handout / "tests" / "q2.py").unlink()
    (copy.paths.handout / "tests" / "q3.py").touch()
    (copy.paths.handout / "README.md").write_text("changed", encoding="utf-8")
    fix = "run `fcnkit build 01`"
    assert [difference.en for difference in check(copy)] == [
        f"{copy.paths.handout / 'README.md'} differs from what its master gives; {fix}",
        f"{copy.paths.handout / 'tests/q2.py'} is missing; {fix}",
        f"{copy.paths.handout / 'tests/q3.py'} is not part of the assignment; {fix}",
    ]
