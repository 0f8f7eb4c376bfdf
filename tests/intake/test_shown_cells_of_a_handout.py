"""Which cells only show something, the hand-out's own file tells, whatever a student's notebook says of itself."""

import json
from pathlib import Path

import pytest

from fcnkit.assignment_paths import AssignmentPaths
from fcnkit.course import Course
from fcnkit.grading.intake import find, handed_out, read, select

ASSIGNMENT = Course(Path(__file__).resolve().parents[2]).assignment("04")
HANDOUT = handed_out(ASSIGNMENT)


def handed_in(path, change):
    """The cells of a hand-out in which one answer and each code cell have been changed."""
    notebook = json.loads((ASSIGNMENT.paths.handout / f"{ASSIGNMENT.name}.en.ipynb").read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["source"] = "".join(cell["source"]).replace("axis_meanings = ...", "axis_meanings = ()")
            change(cell)
    path.write_text(json.dumps(notebook), encoding="utf-8")
    (found,) = find([path])
    return select(read(found), HANDOUT).cells


def test_metadata_of_a_submission_make_no_difference(tmp_path):
    def swapped(cell):
        cell["metadata"] = {} if cell["metadata"].get("fcnkit") else {"fcnkit": {"show": True}}

    assert handed_in(tmp_path / "a.ipynb", swapped) == handed_in(tmp_path / "b.ipynb", lambda _: None)


def test_pictures_only_show_something_and_answers_are_the_students(tmp_path):
    cells = {cell.source.partition("(")[0]: cell.origin for cell in handed_in(tmp_path / "a.ipynb", lambda _: None)}
    assert (cells["fcnlab.joined"], cells["grader.check_all"], cells["axis_meanings = "]) == (
        "shown",
        "handout",
        "student",
    )


def test_a_cell_that_differs_by_a_blank_is_the_students(tmp_path):
    def longer(cell):
        cell["source"] += " "

    assert {cell.origin for cell in handed_in(tmp_path / "a.ipynb", longer)} == {"student"}


def test_line_ends_of_windows_make_no_difference(tmp_path):
    def windows(cell):
        cell["source"] = cell["source"].replace("\n", "\r\n")

    assert handed_in(tmp_path / "a.ipynb", windows) == handed_in(tmp_path / "b.ipynb", lambda _: None)


def selected(path, *sources):
    cells = [{"cell_type": "code", "source": source, "metadata": {}, "outputs": []} for source in sources]
    path.write_text(json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}), encoding="utf-8")
    (found,) = find([path])
    return select(read(found), HANDOUT)


def test_an_import_of_the_handout_that_was_deleted_is_put_in_front_and_told(tmp_path):
    submission = selected(tmp_path / "kim.ipynb", "def allocate_images(n, size):\n    return np.zeros((n, *size, 3))")
    first, answer = submission.cells
    assert (first.number, first.source, first.origin) == (0, "import numpy as np", "handout")
    assert (answer.number, answer.origin) == (1, "student")
    assert any("import numpy as np" in warning.en for warning in submission.warnings)


@pytest.mark.parametrize(
    "source",
    [
        "import numpy as np\nx = np.zeros(3)",
        "from other import (a, np)\nx = np.zeros(3)",
        "np = None\nx = np.zeros(3)",
        "x = [0] * 3",
        "x = mine.np.zeros(3)",
    ],
)
def test_what_is_there_or_is_not_used_is_not_put_in_front(source, tmp_path):
    submission = selected(tmp_path / "kim.ipynb", source)
    assert [cell.number for cell in submission.cells] == [1]


def test_code_that_also_stands_in_a_cell_that_does_more_is_not_passed_over(tmp_path):
    course = tmp_path / "assignments" / ASSIGNMENT.name
    course.mkdir(parents=True)
    marked = {"cell_type": "code", "source": "x = 1", "metadata": {"fcnkit": {"show": True}}, "outputs": []}
    cells = [{**marked, "source": "y = 1"}, marked, {**marked, "metadata": {}}, marked]
    (course / "a.ipynb").write_text(json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}))
    there = type(ASSIGNMENT)(AssignmentPaths(tmp_path, ASSIGNMENT.name), ASSIGNMENT.config)
    assert handed_out(there).origins == {"y = 1": "shown", "x = 1": "handout"}
