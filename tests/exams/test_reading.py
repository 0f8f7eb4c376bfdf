"""What filled bubbles say, and when a person has to look."""

from __future__ import annotations

import cv2
import pytest

from fcnkit.exams.blocks import digits_block, options_block
from fcnkit.exams.exam_results import as_filled_in
from fcnkit.exams.marking import Answered, earned, marked
from fcnkit.exams.paper import CELLS
from fcnkit.exams.record import Mark, Mistake, Question
from fcnkit.exams.room import Room
from fcnkit.exams.scan.bubbles import State
from fcnkit.exams.scan.mark_reading import Doubt, Reading, read
from fcnkit.grading.results import Outcome
from fcnkit.text import same

CHOICE = options_block(same("1"), "", "ABCD").marks[0]
NUMBER = digits_block(same("1"), "", Room("number", 3, is_signed=True)).marks[0]
SHAPE = digits_block(same("1"), "", Room("shape", 2, 3)).marks[0]


def _states(mark: Mark, *filled: str, crossed: str = "") -> list[list[State]]:
    """One string for each group: the values of its filled bubbles."""
    rows = []
    for group, values in zip(mark.groups, filled, strict=True):
        row = [State.FILLED if value in values else State.EMPTY for value in group.values]
        rows.append(
            [State.CROSSED if value in crossed else state for value, state in zip(group.values, row, strict=True)]
        )
    return rows


@pytest.mark.parametrize(
    ("mark", "filled", "value"),
    [
        (CHOICE, ["C"], "C"),
        (CHOICE, [""], ""),
        (NUMBER, ["", "1", "2", "3"], "123"),
        (NUMBER, ["-", "", "", "7"], "-7"),
        (NUMBER, ["", "7", "", ""], "7"),
        (NUMBER, ["", "0", "0", "7"], "7"),
        (NUMBER, ["-", "0", "", ""], "0"),
        (NUMBER, ["", "", "", ""], ""),
        (SHAPE, ["", "7", "1", "2", "", ""], "7,12"),
        (SHAPE, ["", "7", "", "7", "7", "5"], "7,7,75"),
        (SHAPE, [""] * 6, ""),
    ],
)
def test_what_is_filled_in_is_read(mark: Mark, filled: list[str], value: str) -> None:
    assert read(mark, _states(mark, *filled)) == Reading(value)


@pytest.mark.parametrize(
    ("mark", "filled", "doubt"),
    [
        (CHOICE, ["AC"], Doubt.SEVERAL),
        (NUMBER, ["", "1", "", "3"], Doubt.GAP),
        (NUMBER, ["-", "", "", ""], Doubt.GAP),
        (NUMBER, ["", "12", "", ""], Doubt.SEVERAL),
        (SHAPE, ["", "7", "", "", "", "5"], Doubt.GAP),
    ],
)
def test_what_could_be_taken_otherwise_is_for_a_person(mark: Mark, filled: list[str], doubt: Doubt) -> None:
    assert read(mark, _states(mark, *filled)) == Reading("", doubt)


def test_a_crossed_out_bubble_counts_only_beside_a_filled_one() -> None:
    assert read(CHOICE, _states(CHOICE, "C", crossed="A")) == Reading("C")
    assert read(CHOICE, _states(CHOICE, "", crossed="A")) == Reading("", Doubt.CROSSED)


def test_zeros_in_front_belong_to_a_student_number() -> None:
    assert read(SHAPE, _states(SHAPE, *"001205"), is_id=True) == Reading("001205")


@pytest.mark.parametrize(
    ("mark", "said", "read"),
    [
        (CHOICE, "b", "B"),
        (CHOICE, "x", ""),
        (CHOICE, "E", None),
        (NUMBER, "−07", "-7"),
        (NUMBER, "7, 7", None),
        (NUMBER, "seven", None),
        (SHAPE, "(7, 7, 75)", "7,7,75"),
        (SHAPE, "(7,)", "7"),
        (SHAPE, "7,7,7,7", None),
        (SHAPE, "", None),
    ],
)
def test_a_person_says_only_what_bubbles_can_say(mark: Mark, said: str, read: str | None) -> None:
    assert as_filled_in(mark, said) == read


def test_markers_are_those_of_opencv() -> None:
    known = cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_50)
    for number, rows in CELLS.items():
        drawn = cv2.aruco.generateImageMarker(known, number, 6)
        assert tuple("".join("1" if cell else "0" for cell in row[1:5]) for row in drawn[1:5]) == rows


def _question(keys: list[str], points: int = 10, mistakes: tuple[Mistake, ...] = ()) -> Question:
    marks = tuple(NUMBER.model_copy(update={"key": key, "name": str(place)}) for place, key in enumerate(keys))
    return Question(
        number=1, column=1, item="grid", uid="grid-1", title=same("t"), points=points, marks=marks, mistakes=mistakes
    )


def test_the_same_number_everywhere_earns_nothing_in_a_grid() -> None:
    grid = _question(["0", "0", "0", "5", "6"])
    assert [earned(grid, right) for right in range(6)] == [0, 0, 0, 0, 5, 10]


def test_a_few_gaps_count_by_their_share_in_half_points() -> None:
    assert [earned(_question(["1", "2", "3"], points=7), right) for right in range(4)] == [0, 2, 4.5, 7]


def test_credit_that_is_a_whole_number_of_steps_loses_none_of_them() -> None:
    """In binary, 11 points times 15 of 22 is a little less than 7.5."""
    for points, count in ((11, 22), (13, 26), (23, 23), (42, 28)):
        question = _question([str(number) for number in range(count + 1)], points=points)  # one is right by any number
        steps = [2 * points * right // count for right in range(count + 1)]
        assert [2 * earned(question, right + 1) for right in range(count + 1)] == steps


def test_a_known_mistake_is_named_and_nothing_at_all_is_unattempted() -> None:
    mistake = Mistake(id="swapped", why=same("columns for rows"), given=("2", "1"))
    question = _question(["1", "2"], mistakes=(mistake,))
    wrong = marked(question, Answered(("2", "1"), "A"))
    assert (wrong.outcome, wrong.score) == (Outcome.FAILED, 0)
    assert [each.id for each in wrong.misconceptions] == ["swapped"]
    assert marked(question, Answered(("1", "2"), "A")).score == 10
    assert marked(question, Answered(("", ""), "A")).outcome is Outcome.UNATTEMPTED
    assert marked(question, Answered(("1", None), "A")).score is None
