"""Several hand-ins of one student in one run count in their order, whichever takes longer."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from pathlib import Path

import pytest

from fcnkit.class_grading.run import Grading
from fcnkit.course import Course
from fcnkit.gradebook import Gradebook
from fcnkit.grading.intake import Found, find
from fcnkit.grading.messages import Examination, Job, OnSleep

ASSIGNMENT = Course.find(Path(__file__)).assignment("01")


class Engine:
    """Takes as long as the cell says."""

    device = "none"
    room = 4

    def examine(self, job: Job, _: OnSleep = lambda _: None, /) -> Examination:
        time.sleep(float(job.cells[0].source))
        return Examination()


@pytest.fixture
def found(tmp_path: Path) -> list[Found]:
    for name, seconds in (("a", "0.2"), ("b", "0.1"), ("c", "0.0"), ("other", "0.0")):
        cell = {"cell_type": "code", "id": "a", "metadata": {}, "outputs": [], "execution_count": None}
        notebook = {"cells": [{**cell, "source": seconds}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
        (tmp_path / f"{name}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    everybody = sorted(find([tmp_path]), key=lambda each: each.student)
    return [replace(each, student="kim" if each.student != "other" else "other") for each in everybody]


def test_what_one_student_handed_in_is_recorded_in_its_order(found: list[Found], tmp_path: Path) -> None:
    with Gradebook(tmp_path / "gradebook.sqlite") as gradebook:
        graded = [each.result for each in Grading(ASSIGNMENT, gradebook, "ab").run(found, Engine(), 4)]
    assert len(graded) == 4
    mine = [result.submission for result in graded if result.student == "kim"]
    assert [Path(source).stem for source in mine] == ["a", "b", "c"]
