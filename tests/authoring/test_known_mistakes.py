"""What a notebook can name at once are values for its own public examples, and nothing more."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from fcnkit.authoring import public_misconceptions
from fcnkit.authoring.places import read_master
from fcnkit.course import Assignment, Course

COURSE = Course.find(Path(__file__))
ASSIGNMENTS = [COURSE.assignment(number) for number in ("01", "02", "04")]


@pytest.mark.parametrize("assignment", ASSIGNMENTS, ids=lambda assignment: assignment.name)
def test_only_calls_that_the_notebook_shows_names_and_values_travel(assignment: Assignment) -> None:
    (content,) = public_misconceptions.file(assignment, read_master(assignment)).values()
    assert "\\u" not in content.decode(), "people read it, too"
    master = assignment.paths.master.read_text(encoding="utf-8")
    for call, mistakes in json.loads(content).items():
        function = call.partition("(")[0]
        assert f'{function}, "{function}")' in master
        for korean, english, value in mistakes:
            assert all((korean, english))
            assert "def " not in json.dumps(value)


def test_a_mistake_of_the_lecture_is_named_for_the_public_example() -> None:
    (content,) = public_misconceptions.file(COURSE.assignment("02"), read_master(COURSE.assignment("02"))).values()
    named = {value: english for _, english, value in json.loads(content)["yolo_depth(2)"]}
    assert named == {
        18: "Short by the objectness",
        7: "Several boxes per cell forgotten",
        17: "One set of class scores for all boxes of a cell",
        19: "One objectness for all boxes of a cell",
        24: "The background taken for a class",
        255: "The 85 of COCO, whatever the classes",
        10: "The boxes added, not multiplied",
        11: "The brackets forgotten in the depth",
        15: "Only the four numbers taken for each box's own",
        30: "The classes multiplied, not added",
        63: "The number of scales multiplied into the depth",
    }


def test_no_right_answer_is_called_a_mistake() -> None:
    (content,) = public_misconceptions.file(COURSE.assignment("02"), read_master(COURSE.assignment("02"))).values()
    assert 21 not in [value for _, _, value in json.loads(content)["yolo_depth(2)"]]


def test_a_value_is_alike_on_processors_that_differ_in_the_last_digit():
    values = [40.00000000000001, [3.6462886264892043], {"a": [1.0, 7, True, None, "x"]}]
    assert public_misconceptions._rounded(values) == [40.0, [3.64628862649], {"a": [1.0, 7, True, None, "x"]}]
