"""The graders that are compared, each set up to grade one class with the same checks."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from measure import Cost, measured
from translated import PRELUDE, Check, checks_of, otter_tests

from fcnkit.course import Assignment

_BIN = Path(sys.executable).parent
os.environ["PATH"] = f"{_BIN}{os.pathsep}{os.environ['PATH']}"  # nbgrader looks for alembic there, kernels for Python
_STUBS = "import numpy as np\n"


@dataclass(frozen=True)
class Class:
    """The submissions of one class, each a notebook of one code cell, and the assignment that grades them."""

    title: str
    assignment: Assignment
    folder: Path
    students: Sequence[str]
    workers: int
    otter_workers: int
    """How many `otter run`, which grades one submission, are started at the same time."""

    def submission(self, student: str) -> Path:
        return self.folder / "submissions" / f"{student}.ipynb"


Tool = Callable[[Class, Path], Cost]
"""Grades a class in a new folder and says what it cost. Raises CommandFailed."""


def write_class(
    title: str, assignment: Assignment, source: str, size: int, folder: Path, workers: int, otter_workers: int = 1
) -> Class:
    """`size` copies that differ in a comment, so that none is known from another."""
    students = [f"student{n:04}" for n in range(1, size + 1)]
    found = Class(title, assignment, folder, students, workers, otter_workers)
    (folder / "submissions").mkdir(parents=True)
    for student in found.students:
        write_notebook(found.submission(student), [code_cell("answers", f"{source}\n# {student}\n")], assignment.name)
    return found


def code_cell(name: str, source: str, **metadata: object) -> dict[str, object]:
    base = {"cell_type": "code", "id": name, "outputs": [], "execution_count": None}
    return {**base, "source": source, "metadata": metadata}


def write_notebook(path: Path, cells: Sequence[dict[str, object]], assignment: str) -> None:
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    metadata = {"kernelspec": kernel, "otter": {"assignment_name": assignment}}
    document = {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    path.write_text(json.dumps(document), encoding="utf-8")


def fcnkit(of: Class, folder: Path) -> Cost:
    """`fcnkit grade`, the whole command: start, grading, gradebook, pages and tables."""
    command = [_BIN / "fcnkit", "grade", of.assignment.name, of.folder / "submissions", "--out", folder / "out"]
    cost = measured([*command, "--workers", str(of.workers)], of.assignment.paths.root)
    with (folder / "out" / "grades.csv").open(encoding="utf-8-sig", newline="") as table:
        _expect_full_marks("fcnkit", [row["score"] for row in csv.DictReader(table)], of)
    return cost


def otter(of: Class, folder: Path) -> Cost:
    """`otter run` for each submission, one after another unless `otter_workers` says otherwise."""
    autograder = folder / "autograder.zip"
    with zipfile.ZipFile(autograder, "w") as archive:
        archive.writestr("otter_config.json", "{}")
        for name, test in otter_tests(checks_of(of.assignment)):
            archive.writestr(f"tests/{name}", test)

    def run(student: str) -> Cost:
        into = folder / student
        into.mkdir()
        command = [_BIN / "otter", "run", "--no-logo", "-a", autograder, "-o", into, of.submission(student)]
        return measured(command, into)

    def score(student: str) -> float:
        results = json.loads((folder / student / "results.json").read_text(encoding="utf-8"))
        return sum(test["score"] for test in results["tests"] if "score" in test)

    with ThreadPoolExecutor(of.otter_workers) as pool:
        costs = list(pool.map(run, of.students))
    _expect_full_marks("otter", [f"{score(student):g}" for student in of.students], of)
    return Cost(
        sum(c.wall for c in costs) / of.otter_workers, sum(c.cpu for c in costs), max(c.peak_mib for c in costs)
    )


def nbgrader(of: Class, folder: Path) -> Cost:
    """`nbgrader autograde` for the whole class, one submission after another, which is how it works."""
    (folder / "nbgrader_config.py").write_text(f"c = get_config()\nc.CourseDirectory.root = {str(folder)!r}\n")
    checks = checks_of(of.assignment)
    answers = {"grade": False, "grade_id": "answers", "locked": False, "schema_version": 3, "solution": True}
    source = folder / "source" / "bench"
    source.mkdir(parents=True)
    cells = [code_cell("answers", _STUBS, nbgrader={**answers, "task": False}), *_nbgrader_cells(checks)]
    write_notebook(source / "bench.ipynb", cells, of.assignment.name)
    quiet = ["--log-level=ERROR"]
    prepare = [_BIN / "nbgrader", "generate_assignment", "bench", *quiet]
    subprocess.run(prepare, cwd=folder, check=True, capture_output=True)
    released = json.loads((folder / "release" / "bench" / "bench.ipynb").read_text(encoding="utf-8"))
    for student in of.students:
        submitted = folder / "submitted" / student / "bench"
        submitted.mkdir(parents=True)
        (cell,) = json.loads(of.submission(student).read_text(encoding="utf-8"))["cells"]
        released["cells"][0]["source"] = cell["source"]
        (submitted / "bench.ipynb").write_text(json.dumps(released), encoding="utf-8")
    cost = measured([_BIN / "nbgrader", "autograde", "bench", *quiet], folder)
    subprocess.run([_BIN / "nbgrader", "export", *quiet], cwd=folder, check=True, capture_output=True)
    with (folder / "grades.csv").open(encoding="utf-8-sig", newline="") as table:
        _expect_full_marks("nbgrader", [f"{float(row['score']):g}" for row in csv.DictReader(table)], of)
    return cost


def _nbgrader_cells(checks: Sequence[Check]) -> Iterator[dict[str, object]]:
    for check in checks:
        marks = {"grade": True, "grade_id": check.name, "locked": True, "points": check.points, "schema_version": 3}
        tests = PRELUDE + "\n" + "\n".join(check.lines)
        yield code_cell(check.name, tests, nbgrader={**marks, "solution": False, "task": False})


def limit(of: Class, folder: Path) -> Cost:
    """Notebook and suite in one process, forked from a fork server: see limit.py."""
    submissions = [of.submission(student) for student in of.students]
    script = Path(__file__).with_name("limit.py")
    return measured([sys.executable, script, of.assignment.paths.root, of.assignment.name, *submissions], folder)


def _expect_full_marks(tool: str, scores: Sequence[str], of: Class) -> None:
    """A tool that did not do the work is not measured."""
    if list(scores) != [f"{of.assignment.scores.max_score:g}"] * len(of.students):
        sys.exit(f"{tool} gave {scores} instead of full marks to {of.title}")
