"""The tool knows no assignment, no item, no topic and no term of this course."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from documents import ROOT

from fcnkit.course import Course
from fcnkit.practice.registry import load_registry
from fcnkit.terminology import read

COURSE = Course(ROOT)
LEXICON = ROOT / "fcnkit" / "terminology" / "words.py"
"""The field's words in all their forms, whichever course asks for them."""


def _names() -> set[str]:
    """What this course calls its own: names of several words, which are no words of daily life."""
    registry = load_registry(COURSE)
    assignments = [COURSE.assignment(name) for name in COURSE.names()]
    questions = [question for assignment in assignments for question in assignment.config.questions]
    answers = {name for question in questions for name in (*question.functions, *question.variables)}
    names = {
        *COURSE.names(),
        *registry.items,
        *registry.topics,
        *answers,
        *(term.id for term in read(COURSE.terminology)),
    }
    return {name for name in names if "-" in name or "_" in name} | {"fcn", "yolo", "trimap", "YOLO"}


def _literals(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}  # docstrings may give examples
    yield from (
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told
    )


def test_the_tool_names_nothing_of_the_course() -> None:
    names = _names()
    assert len(names) > 80
    found = {
        f"{path.relative_to(ROOT)}: {literal}"
        for path in (ROOT / "fcnkit").rglob("*.py")
        if path != LEXICON
        for literal in _literals(path)
        if literal in names
    }
    assert found == set()
