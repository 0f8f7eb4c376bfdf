"""The course's own handouts are what their masters give, and hold nothing of the solutions."""

from __future__ import annotations

import json
from functools import cache

import pytest
from small_course import bodies

from fcnkit.authoring.build_assignment import check
from fcnkit.authoring.master import read
from fcnkit.course import Assignment, Course
from fcnkit.text import LANGS

COURSE = Course.find()
NAMES = COURSE.names()
MASTERS = cache(read)


@pytest.fixture(params=NAMES)
def assignment(request: pytest.FixtureRequest) -> Assignment:
    return COURSE.assignment(request.param)


def test_there_are_assignments() -> None:
    assert "01-transposed-convolution" in NAMES


def test_handout_is_up_to_date(assignment: Assignment) -> None:
    assert check(assignment) == []


@pytest.mark.parametrize("lang", LANGS)
def test_no_solution_is_handed_out(assignment: Assignment, lang: str) -> None:
    notebook = json.loads((assignment.paths.handout / f"{assignment.name}.{lang}.ipynb").read_text(encoding="utf-8"))
    code = ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]
    handed_out = {name: body for source in code for name, body in bodies(source)}
    solutions = [
        cell.source
        for cell in MASTERS(assignment.paths.master).cells
        if cell.kind == "code" and "SOLUTION" in cell.source
    ]
    solved = {name: body for source in solutions for name, body in bodies(source)}
    assert {name for question in assignment.config.questions for name in question.functions} <= solved.keys()
    for name, body in solved.items():
        assert handed_out.get(name) != body, name
    assert "SOLUTION" not in json.dumps(notebook)
