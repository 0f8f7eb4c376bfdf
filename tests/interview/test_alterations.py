"""Changes to a student's function: one place of the text each, and never a reason to fail."""

from __future__ import annotations

import pytest

from fcnkit.grading.cell import Cell
from fcnkit.grading.examiner.alterations import MAX_LINES, alterations, own_code

SIZE = '''import math
def f(size, stride=1):
    """한글 2 + 2"""
    크기 = (size) - 3  # a - b
    while size < 9:
        size += 1
    return 크기 // stride if size >= 2 else f"{size + 1}"
'''


def changes(source: str) -> list[tuple[int, str]]:
    return [(each.change.line, each.change.now) for each in alterations(Cell(4, source), "f")]


def test_each_changes_one_place_of_one_line() -> None:
    assert sorted(changes(SIZE)) == [
        (2, "def f(size, stride=2):"),
        (4, "크기 = (size) + 3  # a - b"),
        (4, "크기 = (size) - 4  # a - b"),
        (7, 'return 크기 * stride if size >= 2 else f"{size + 1}"'),
        (7, 'return 크기 // stride if size > 2 else f"{size + 1}"'),
        (7, 'return 크기 // stride if size >= 3 else f"{size + 1}"'),
    ]
    for each in alterations(Cell(4, SIZE), "f"):
        differing = [new for old, new in zip(SIZE.split("\n"), each.cell.source.split("\n"), strict=True) if old != new]
        assert [line.strip() for line in differing] == [each.change.now]


def test_the_last_definition_is_shown_with_its_lines() -> None:
    code = own_code(Cell(4, f"def f(x): return x\n{SIZE}"), "f")
    assert code is not None
    assert (code.cell, code.first_line, code.lines[0], len(code.lines)) == (4, 3, "def f(size, stride=1):", 6)
    decorated = own_code(Cell(4, "@str\ndef f(x): return x"), "f")
    assert decorated is not None
    assert decorated.lines == ("@str", "def f(x): return x")


@pytest.mark.parametrize(
    "source",
    [
        "def f(:",
        "def f(x): return x  # \u202e",
        "def f(x): return x\nif True: f = len",
        "f = lambda x: x",
        "def f(x):\n" + "    x\n" * MAX_LINES,
        "def f(x): return " + "(" * 500 + ")" * 500,
        "def f(x): return " + "-" * 50_000 + "1",
        "def f(x):\n    return '\0'",
        "def f(x): return 1 #" + "\u0301" * 50_000,
        "# f" * 50_000,
    ],
)
def test_code_that_cannot_be_shown_is_passed_over(source: str) -> None:
    assert own_code(Cell(1, source), "f") is None


def test_odd_texts_are_altered_or_left_alone() -> None:
    assert changes("def f(a):\n    return (a +\n        1_0)") == []
    assert changes("def f(a):\n    return a ** 2") == [(2, "return a ** 3")]
    assert changes("def f(a):\n    return a  +  a\f") == [(2, "return a  -  a")]


def test_deep_expressions_bring_nothing_down() -> None:
    deep = "def f(a):\n    return (\n" + "a +\n" * 50 + "a)"
    assert changes(deep) == []
    assert len(changes("def f(a): return " + "+".join("a" * 70))) == 69
