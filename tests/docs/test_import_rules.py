"""Import rules of the trees that are no packages; those of `fcnkit` and `fcnlab` stand in pyproject.toml."""

from __future__ import annotations

import ast
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from documents import ROOT

from fcnkit.course import Assignment, Course
from fcnkit.grading.profiles import PROFILES

COURSE = Course(ROOT)
STANDARD_LIBRARY = frozenset(sys.stdlib_module_names)
GRADERS_SIDE = {"distributions.py", "launch.py", "level.py", "trouble.py", "visible_files.py"}
"""Modules of `fcnkit/grading/sandbox` that run before the sandbox is entered."""
FCNLAB_MAY = STANDARD_LIBRARY | {"numpy", "matplotlib", "PIL", "IPython", "keras", "fcnlab"}
WORKER_MAY = STANDARD_LIBRARY | {
    "numpy",
    "IPython",
    "traitlets",
    *(f"fcnkit.grading.{name}" for name in ("worker", "control", "protocol", "wire", "forkserver", "sandbox")),
}
SUITES_MAY = STANDARD_LIBRARY | {
    "numpy",
    "PIL",
    "fcnkit.suite",
    "fcnkit.quiz",
    "fcnkit.terminology",
}
ITEMS_MAY = STANDARD_LIBRARY | {
    "numpy",
    "PIL",
    "fcnlab",
    "fcnkit.practice",
    "fcnkit.terminology",
    "fcnkit.course",
    "fcnkit.text",
}

assignments = pytest.mark.parametrize(
    "assignment", [COURSE.assignment(name) for name in COURSE.names()], ids=lambda assignment: assignment.name
)


@assignments
def test_suites_import_the_examiner_and_oracles_alone(assignment: Assignment) -> None:
    wrong_answers = set(assignment.paths.suite.glob("wrong_answers*.py"))  # which `fcnkit verify` puts into a notebook
    _assert_only((path for path in assignment.paths.suite.rglob("*.py") if path not in wrong_answers), SUITES_MAY)
    if wrong_answers:
        _assert_only(wrong_answers, PROFILES[assignment.config.profile].modules)


def test_practice_items_import_what_items_are_written_with() -> None:
    _assert_only(COURSE.practice.rglob("*.py"), ITEMS_MAY)


@assignments
def test_masters_and_alternatives_import_what_students_may(assignment: Assignment) -> None:
    profile = PROFILES[assignment.config.profile]
    solutions = [assignment.paths.master, *assignment.paths.alternatives.rglob("*.py")]
    _assert_only(solutions, STANDARD_LIBRARY | profile.modules)


@assignments
def test_handouts_import_what_students_may(assignment: Assignment) -> None:
    allowed = STANDARD_LIBRARY | PROFILES[assignment.config.profile].modules
    _assert_only(assignment.paths.handout.rglob("*.py"), allowed)
    notebooks = list(assignment.paths.handout.glob("*.ipynb"))
    assert notebooks
    for notebook in notebooks:
        cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
        for cell in cells:
            if cell["cell_type"] == "code":
                source = "".join(cell["source"])
                assert not [name for name in _imports(source) if not _is_in(name, allowed)], notebook


def test_fcnlab_needs_what_students_have_alone() -> None:
    _assert_only((ROOT / "shared" / "fcnlab").rglob("*.py"), FCNLAB_MAY)


def test_the_students_process_needs_numpy_and_ipython_alone() -> None:
    grading = ROOT / "fcnkit" / "grading"
    _assert_only(
        [
            *(grading / "worker").glob("*.py"),
            *(grading / f"{name}.py" for name in ("control", "protocol", "wire", "forkserver")),
        ],
        WORKER_MAY,
    )


def test_entering_the_sandbox_needs_the_standard_library_alone() -> None:
    modules = (ROOT / "fcnkit" / "grading" / "sandbox").glob("*.py")
    inside = [path for path in modules if path.name not in GRADERS_SIDE]
    _assert_only(inside, STANDARD_LIBRARY | {"fcnkit.grading.sandbox"})


def test_an_import_that_is_not_allowed_is_seen() -> None:
    source = "import numpy as np, scipy.signal\ndef f():\n    from solutions.master import answer\n"
    assert [name for name in _imports(source) if not _is_in(name, SUITES_MAY)] == [
        "scipy.signal",
        "solutions.master.answer",
    ]


def _assert_only(paths: Iterable[Path], allowed: frozenset[str]) -> None:
    read = 0
    for path in paths:
        read += 1
        wrong = [name for name in _imports(path.read_text(encoding="utf-8")) if not _is_in(name, allowed)]
        assert not wrong, f"{path.relative_to(ROOT)} imports {', '.join(wrong)}"
    assert read


def _imports(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:  # else another module of its own package
            yield from (f"{node.module or ''}.{alias.name}" for alias in node.names)


def _is_in(module: str, allowed: frozenset[str]) -> bool:
    """Whether the module, or a package around it, is allowed."""
    parts = module.split(".")
    return any(".".join(parts[:end]) in allowed for end in range(1, len(parts) + 1))


def test_no_two_modules_have_one_name() -> None:
    """A file is found by its name alone; only what Python or a new course calls so may come again."""
    names = Counter(path.name for path in (ROOT / "fcnkit").rglob("*.py") if "templates" not in path.parts)
    assert {name for name, count in names.items() if count > 1} <= {"__init__.py", "__main__.py"}
