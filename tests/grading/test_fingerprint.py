"""What decides marks is part of the version by which a class is graded again."""

from __future__ import annotations

import shutil
from pathlib import Path

import grimp
import pytest

from fcnkit.course import Course
from fcnkit.grading import fingerprint

LATENESS = "fcnkit.deadlines"
"""Reckoned from marks, each time that they are told."""


def test_the_version_covers_all_that_judging_imports() -> None:
    graph = grimp.build_graph("fcnkit", cache_dir=None)
    judging = ("fcnkit.grading.examiner", "fcnkit.grading.worker", "fcnkit.quiz", "fcnkit.suite")
    imported = {each for name in judging for each in graph.find_upstream_modules(name, as_package=True)}
    packages = {each.split(".")[1] for each in imported if each.count(".") > 1 and not each.startswith(LATENESS)}
    assert packages <= {*fingerprint.JUDGING}


@pytest.mark.parametrize(
    "changed", ["terminology/matcher.py", "grading/examiner/compare.py", "quiz/variants.py", "text.py"]
)
def test_a_change_of_what_judges_changes_the_version(
    changed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assignment = Course.find().assignment("05")
    copy = tmp_path / "fcnkit"
    shutil.copytree(fingerprint.PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(fingerprint, "PACKAGE", copy)
    before = fingerprint.grader_version(assignment)
    assert before == fingerprint.grader_version(assignment)
    with (copy / changed).open("a", encoding="utf-8") as file:
        file.write("\n# changed\n")
    assert fingerprint.grader_version(assignment) != before
