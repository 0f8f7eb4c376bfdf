"""A course with one assignment that a machine grades half of, and a class that has written its essays."""

from __future__ import annotations

import csv
import json
import subprocess
from collections.abc import Mapping
from pathlib import Path

from command_line import run

ASSIGNMENT = """
title = { ko = "모양 설명하기", en = "Explaining shapes" }
profile = "numpy"

[[questions]]
id = "q1"
title = { ko = "두 배", en = "Twice" }
points = 60
variables = ["twice"]

[[questions]]
id = "q2"
title = { ko = "설명", en = "An explanation" }
points = 40
variables = ["explanation"]
rubric = { ko = "이어 붙인다는 점(20점), 예(20점)", en = "Says that tuples are joined (20), gives an example (20)" }
"""
SUITE = """
from fcnkit.grading.examiner.check import Variable, check
from fcnkit.text import Text

TWICE = Variable("twice", 4, lambda got, expected: None if got == expected else Text("다름", "differs"))

@check("q1", points=60, title=Text("두 배", "twice"))
def test_twice(student):
    student.assert_value(TWICE)
"""
SHARED = Path(__file__).resolve().parents[2] / "shared"
ESSAYS = {
    "김하늘": "튜플의 덧셈은 이어 붙이기입니다.\n예: (1,) + (2,)",
    "Ava": '=HYPERLINK("http://evil.example","tuples are joined")',
    "00123": "Joined, <b>not</b> added.",
    "이서준": None,
}


def write_course(root: Path) -> Path:
    files = {
        "solutions/01-essays/assignment.toml": ASSIGNMENT,
        "autograder/suites/01-essays/test_all.py": SUITE,
        "autograder/suites/01-essays/misconceptions.py": "MISCONCEPTIONS = ()\n",
    }
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    (root / "shared").symlink_to(SHARED)
    for student, essay in ESSAYS.items():
        hand_in(root, student, essay)
    return root


def hand_in(root: Path, student: str, essay: str | None, twice: int = 4) -> None:
    source = f"twice = {twice}\nexplanation = {'...' if essay is None else repr(essay)}"
    cells = [{"cell_type": "code", "source": source, "metadata": {}, "outputs": [], "execution_count": None}]
    metadata = {"fcnkit": {"assignment": "01-essays", "lang": "en" if student.isascii() else "ko"}}
    (root / "class").mkdir(exist_ok=True)
    text = json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": cells})
    (root / "class" / f"{student}.ipynb").write_text(text, encoding="utf-8")


def grade(root: Path, *options: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the command line in the course at `root`."""
    return run("--ui-lang", "en", "grade", "01", "class", "--out", "out", *options, cwd=root)


def read_csv(path: Path) -> dict[str, dict[str, str]]:
    """The rows by student; `restored` from what keeps formulas harmless is left to the caller."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {row["student"]: row for row in csv.DictReader(file)}


def fill_in(path: Path, marks: Mapping[str, tuple[str, str]], into: Path | None = None, **changes: str) -> Path:
    """Enter points and comments as somebody would in a spreadsheet, which writes the whole sheet again."""
    rows = read_csv(path)
    for student, (points, comment) in marks.items():
        rows[student] |= {"points": points, "comment": comment, **changes}
    target = into or path
    with target.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, next(iter(rows.values())).keys())
        writer.writeheader()
        writer.writerows(rows.values())
    return target
