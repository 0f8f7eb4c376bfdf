"""The student zip as a student has it: unzipped, worked on, run."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import nbformat
from nbclient import NotebookClient

from fcnkit.bundles.student_zip import student_zip
from fcnkit.course import Assignment, Course
from fcnkit.text import Lang

ASSIGNMENT = Course(Path(__file__).resolve().parents[2]).assignment("01")


def unzipped(into: Path, assignment: Assignment = ASSIGNMENT) -> Path:
    """The folder that a student works in."""
    with ZipFile(student_zip(assignment, into)) as archive:
        archive.extractall(into)
    return into / assignment.name


def answer(notebook: Path, answers: str) -> None:
    """Write a whole solution into the first answer cell, and drop the others; stretch goals stay open."""
    content = nbformat.read(notebook, as_version=4)
    stubs = [cell for cell in content.cells if cell.cell_type == "code" and "    ...\n" in f"{cell.source}\n"]
    wanted = [name for question in ASSIGNMENT.config.questions for name in question.functions]
    open_cells = [cell for cell in stubs if set(_functions(cell.source)) & set(wanted)]
    assert [name for cell in open_cells for name in _functions(cell.source)] == wanted
    open_cells[0].source = answers
    content.cells = [cell for cell in content.cells if cell not in open_cells[1:]]
    nbformat.write(content, notebook)


def run(notebook: Path, kernel: str = "keras", *, although_cells_fail: bool = False) -> list[Any]:
    """Run all cells in a real kernel in the notebook's folder, without saving; the code cells with their outputs.

    Unless another kernel is named, Keras is imported already where the first cell asks for it.
    """
    content = nbformat.read(notebook, as_version=4)
    folder = {"metadata": {"path": str(notebook.parent)}}
    NotebookClient(content, kernel_name=kernel, resources=folder, allow_errors=although_cells_fail).execute()
    return [cell for cell in content.cells if cell.cell_type == "code"]


def notebook_of(folder: Path, lang: Lang) -> Path:
    return folder / f"{ASSIGNMENT.name}.{lang}.ipynb"


def _functions(source: str) -> list[str]:
    return [node.name for node in ast.parse(source).body if isinstance(node, ast.FunctionDef)]
