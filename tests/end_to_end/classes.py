"""Classes of any size, and the command line that grades them."""

from __future__ import annotations

import csv
import json
import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any

from command_line import run

from fcnkit.course import Course

ROOT = Path(__file__).resolve().parents[2]
NAME = "01-transposed-convolution"
SOLUTION = (ROOT / "solutions" / NAME / "alternatives" / "slicing.py").read_text(encoding="utf-8")
MISTAKEN = SOLUTION + "\n\ndef bilinear_kernel(factor):\n    return np.ones((factor, factor))\n"


def command(paths: Path, out: Path, *options: str) -> list[str]:
    fcnkit = Path(sys.executable).with_name("fcnkit")
    return [str(part) for part in (fcnkit, "grade", "01", paths, "--out", out, "--lang", "en", *options)]


def grade(paths: Path, out: Path, *options: str, number: str = "01") -> subprocess.CompletedProcess[str]:
    """By the command line in this process."""
    return run("grade", number, paths, "--out", out, "--lang", "en", *options, cwd=ROOT)


def write_class(folder: Path, sources: dict[str, str], assignment: str = NAME) -> Path:
    """A notebook of one code cell for each name."""
    folder.mkdir()
    metadata = {"otter": {"assignment_name": assignment}}
    for name, source in sources.items():
        cell = {
            "cell_type": "code",
            "source": source,
            "metadata": {},
            "outputs": [],
            "execution_count": None,
            "id": "a",
        }
        notebook = {"cells": [cell], "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
        (folder / f"{name}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    return folder


def honest(size: int, kinds: tuple[str, str] = (SOLUTION, MISTAKEN)) -> dict[str, str]:
    """Right and mistaken submissions by turns, each with a text of its own."""
    return {f"s{n:04}": f"{kinds[n % 2]}\n# {n}" for n in range(1, size + 1)}


def course_with_limits(root: Path, limits: str) -> Path:
    """A course like this one, but for its limits; the command line is to be run there."""
    here = Course.find()
    for folder in ("autograder", "shared", "assignments", "solutions"):
        (root / folder).symlink_to(here.root / folder)
    (root / "course.toml").write_text(f"[limits]\n{limits}", encoding="utf-8")
    return root


def rows(out: Path) -> dict[str, dict[str, str]]:
    with (out / "grades.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["student"]: row for row in csv.DictReader(file)}


def journal(out: Path) -> Counter[Any]:
    """How often each key has a mark in the gradebook."""
    query = "SELECT identity, digest, suite, environment, device FROM result WHERE status <> 'ungraded'"
    with closing(sqlite3.connect(out / "gradebook.sqlite")) as database:
        return Counter(database.execute(query))


def files(out: Path) -> dict[str, bytes]:
    """Everything in the folder but the journal, which says when, and what cases are drawn with."""
    found = {str(path.relative_to(out)): path for path in out.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in found.items() if name not in ("gradebook.sqlite", "case-secret")}
