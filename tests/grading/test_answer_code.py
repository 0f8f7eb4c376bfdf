"""What an answer is made of: a correction holds while that stays, and lapses when it could give another value."""

from __future__ import annotations

import ast

import pytest

from fcnkit.course import Question
from fcnkit.grading.cell import Cell
from fcnkit.grading.examiner.answer_code import answer_codes
from fcnkit.grading.examiner.syntax_text import syntax_text
from fcnkit.text import same

QUESTIONS = (
    Question(id="q1", title=same("size"), points=1, functions=("size",)),
    Question(id="q2", title=same("area"), points=1, functions=("area",)),
)
CELLS = (
    "import numpy as np\nSTEP = 2\nTABLE = [1, 2]",
    "def helper(n):\n    return n // STEP\n",
    "def size(n):\n    return helper(n) + TABLE[0]",
    "def area(n):\n    return size(n) ** 2",
    "print(size(3))",
)


def codes(*sources: str) -> dict[str, str]:
    return answer_codes([Cell(number, source) for number, source in enumerate(sources, 1)], QUESTIONS)


def changed(old: str, new: str) -> set[str]:
    """The questions whose answer is another one after the change; it must be somewhere."""
    after = [cell.replace(old, new) for cell in CELLS]
    assert after != list(CELLS)
    one, other = codes(*CELLS), codes(*after)
    return {each.id for each in QUESTIONS if not one.get(each.id) or one.get(each.id) != other.get(each.id)}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("print(size(3))", "print(size(4), area(2))"),
        ("def helper(n):", "# halves it\ndef helper(n):"),
        ("n // STEP", "(n  //  STEP)"),
        ("print(size(3))", "other = 3\nother += 1"),
        ("import numpy as np", "%matplotlib inline\nimport numpy as np"),
    ],
)
def test_what_is_none_of_the_answer_changes_nothing(old: str, new: str) -> None:
    assert changed(old, new) == set()


@pytest.mark.parametrize(
    ("old", "new", "questions"),
    [
        ("** 2", "** 3", {"q2"}),
        ("+ TABLE[0]", "- TABLE[0]", {"q1", "q2"}),
        ("STEP = 2", "STEP = 3", {"q1", "q2"}),
        ("n // STEP", "n / STEP", {"q1", "q2"}),
        ("print(size(3))", "TABLE.append(3)", {"q1", "q2"}),
        ("print(size(3))", "TABLE[0] = 3", {"q1", "q2"}),
        ("print(size(3))", "def size(n):\n    return 3", {"q1", "q2"}),
        ("print(size(3))", "helper.cache = 3", {"q1", "q2"}),
        ("print(size(3))", "setattr(helper, 'x', 3)", {"q1", "q2"}),
        ("print(size(3))", "for area in [size]: pass", {"q2"}),
        ("print(size(3))", "exec('size = 3')", {"q1", "q2"}),
        ("print(size(3))", "globals()['size'] = 3", {"q1", "q2"}),
        ("print(size(3))", "def", {"q1", "q2"}),
        ("print(size(3))", "x = " + "(" * 300 + ")" * 300, {"q1", "q2"}),
    ],
)
def test_what_may_give_another_value_is_another_answer(old: str, new: str, questions: set[str]) -> None:
    assert changed(old, new) == questions


def test_the_place_of_a_cell_does_not_count_and_their_order_does() -> None:
    assert codes(*CELLS) == codes("'a cell more'", *CELLS)
    assert codes(*CELLS, "STEP = 4", "STEP = 5") != codes(*CELLS, "STEP = 5", "STEP = 4")


def test_code_that_is_too_long_is_not_taken_apart() -> None:
    assert codes(*CELLS, "#" * 100_001) == {}


def test_a_correction_holds_in_other_versions_of_python() -> None:
    source = "def size(n, *more):\n    return f'{n:>{more}}', None, ''\n"
    older, newer = ast.parse(source).body[0], ast.parse(source).body[0]
    newer._fields = (*newer._fields, "type_params")  # as in 3.12
    newer.type_params = []  # type: ignore[attr-defined]
    for each in ast.walk(newer):
        if isinstance(each, ast.JoinedStr):
            each.values.append(ast.Constant(""))
    assert syntax_text(newer) == syntax_text(older)
    assert codes(source)["q1"] == "641a807702e2"  # the same on each
