"""Words and turns of phrase that were given up are found in no page and no docstring."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from documents import ROOT, documents

GIVEN_UP = {
    r"\brooms\b|\b(?:this|which|every|each|another|only) room\b": "package, folder or module",
    r"\bhouses?\b(?! number)": "project, package",
    r"\bwalls?\b(?!-clock)": "import rule",
    r"\bwarm (?:parents?|process(?:es)?)\b|\bparent (?:at the other end )?is warm\b": "fork server",
    r"\bpressed sets?\b|\b[Pp]resses (?:sets|a set|them)\b": "exports",
    r"`Place`|\bPlace's\b|\ba place of grading\b": "engine options",
    r"\bBench\b|\bWarmParents\b": "model runner, fork servers",
    r"\b(?:amid|midst|lest)\b": "during, so that … not",
    r"\bwhat came of (?:it|them|that)\b": "the result",
    r"\bto and fro\b": "in both directions",
    r"\bnobody else's business\b": "secret, internal",
    r"\bhas it that\b|, as pytest has it\b": "as … defines it",
}
"""Each pattern with what to write instead."""
PAGES = [path for path in documents() if path.parts[0] == "docs" or path.name in ("README.md", "CONTRIBUTING.md")]
CODE = ("fcnkit", "shared/fcnlab", "docs/_reference", "tests/docs")


@cache
def texts() -> list[tuple[Path, str]]:
    return list(_texts())


def _texts() -> Iterator[tuple[Path, str]]:
    for path in PAGES:
        yield path, (ROOT / path).read_text(encoding="utf-8")
    for folder in CODE:
        for path in sorted((ROOT / folder).rglob("*.py")):
            name = path.relative_to(ROOT)
            if path != Path(__file__):
                yield name, "\n".join(_docstrings(path))


def _docstrings(path: Path) -> Iterator[str]:
    """Every string that stands by itself: of modules, classes and functions, and below what it describes."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            yield node.value.value


@pytest.mark.parametrize("pattern", GIVEN_UP, ids=list(GIVEN_UP.values()))
def test_what_was_given_up_is_found_nowhere(pattern: str) -> None:
    words = re.compile(pattern.replace(" ", r"\s+"))
    found = [f"{path}: {match[0]}" for path, text in texts() for match in words.finditer(text)]
    assert not found, f"{found}: write {GIVEN_UP[pattern]}"


def test_there_are_pages_and_docstrings_to_read() -> None:
    assert len(PAGES) > 60
    assert len(texts()) > 200
