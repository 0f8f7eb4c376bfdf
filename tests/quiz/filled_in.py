"""A notebook of the quiz, as a student hands it in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from fcnkit.course import Assignment, Course
from fcnkit.grading.messages import Examination

ASSIGNMENT: Assignment = Course(Path(__file__).resolve().parents[2]).assignment("05")


def sheet(answers: Mapping[str, Any]) -> str:
    """An answer sheet's cell."""
    return f"answers = {dict(answers)!r}\n"


def fill_in(notebook: Mapping[str, Any], answers: Mapping[str, Any]) -> dict[str, Any]:
    """The notebook with the answers in place of the dict that was handed out."""
    cells = [dict(cell) for cell in notebook["cells"]]
    (cell,) = [cell for cell in cells if "answers = {" in "".join(cell["source"])]
    before = "".join(cell["source"]).partition("answers = {")[0]
    cell["source"] = before + sheet(answers)
    return {**notebook, "cells": cells}


def notebooks(zipped: Path) -> dict[str, dict[str, Any]]:
    """The notebooks in a student's zip, by their language."""
    with ZipFile(zipped) as archive:
        names = [name for name in archive.namelist() if name.endswith(".ipynb")]
        return {name.split(".")[-2]: json.loads(archive.read(name)) for name in names}


def lost(examination: Examination) -> set[str]:
    """The keys whose checks got no marks, after seeing that the grader itself had no trouble."""
    assert examination.fault is None, examination.fault
    checks = [check for question in examination.questions for check in question.checks]
    assert len(checks) == 20
    assert all(check.title.en == f"Question {check.title.ko.split()[-1]}" for check in checks)
    return {check.title.en.removeprefix("Question ") for check in checks if check.outcome != "passed"}
