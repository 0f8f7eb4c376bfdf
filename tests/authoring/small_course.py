"""A course with one small assignment, and what an assignment's solution looks like."""

from __future__ import annotations

import ast
import shutil
from collections.abc import Iterator
from pathlib import Path

from fcnkit.course import Assignment, Course

HERE = Path(__file__).parent


def course_with(master: Path, root: Path) -> Assignment:
    """The assignment `01-sample` with `master` as its master, in a course at `root`."""
    folder = root / "solutions" / "01-sample"
    folder.mkdir(parents=True)
    (root / "autograder" / "suites").mkdir(parents=True)
    shutil.copy(HERE / "sample" / "assignment.toml", folder)
    shutil.copy(master, folder / "master.py")
    return Course(root).assignment("01")


def bodies(source: str) -> Iterator[tuple[str, str]]:
    """Each function's name and the statements of its body but for the docstring."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            yield node.name, "\n".join(map(ast.dump, node.body[ast.get_docstring(node) is not None :]))
