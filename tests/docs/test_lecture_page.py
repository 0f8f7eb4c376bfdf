"""Everything that is taught is taught somewhere, seen or done, and asked: the page that says so names what exists."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache

import pytest
from documents import ROOT, page

from fcnkit.course import Course
from fcnkit.practice.registry import load_registry
from fcnkit.terminology.parse import read
from fcnkit.text import LANGS, Lang

COURSE = Course.find(ROOT)
WAYS = {"en": {"done": "done", "shown": "shown"}, "ko": {"직접": "done", "보여 줌": "shown"}}
FEWEST = 25
"""Pieces of the lecture."""
MINUTES = re.compile(r" \((?:(?:about )?\d+ minutes|(?:약 )?\d+분)\)$")

in_both = pytest.mark.parametrize("lang", LANGS)


@dataclass(frozen=True)
class Piece:
    """A row of the table."""

    what: str
    places: tuple[tuple[str, str], ...]
    """(assignment, heading)."""
    ways: frozenset[str]
    asked: tuple[str, ...]
    """Questions, as `06 q3`, and practice items."""
    terms: tuple[str, ...]


@cache
def pieces(lang: Lang) -> tuple[Piece, ...]:
    text = page(f"docs/reference/lecture{'' if lang == 'en' else '.ko'}.md")
    rows = [line for line in text.splitlines() if line.startswith("| ")][2:]
    return tuple(_piece(row, lang) for row in rows)


def _piece(row: str, lang: Lang) -> Piece:
    what, where, how, asked = (cell.strip() for cell in row.strip("|").split(" | "))
    places = (place.partition(": ") for place in where.split("<br>"))
    return Piece(
        what,
        tuple((number, heading) for number, _, heading in places),
        frozenset(WAYS[lang][way] for way in how.split(", ")),
        tuple(re.findall(r"`([^`]+)`", asked)),
        tuple(re.findall(r"\*([^*]+)\*", asked)),
    )


@cache
def headings(number: str, lang: Lang) -> frozenset[str]:
    """Those of the students' notebook, without "Question 1." and "(about 10 minutes)"."""
    (notebook,) = COURSE.assignment(number).paths.handout.glob(f"*.{lang}.ipynb")
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    text = "\n\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
    found = re.findall(r"^#+ (?:(?:Question|문제) \d+\. )?(.+)$", text, re.MULTILINE)
    return frozenset(MINUTES.sub("", heading) for heading in found)


@in_both
def test_every_piece_is_taught_done_or_shown_and_asked(lang: Lang) -> None:
    assert len(pieces(lang)) >= FEWEST
    for piece in pieces(lang):
        assert piece.what
        assert piece.places, piece.what
        assert piece.ways, piece.what
        assert piece.asked or piece.terms, piece.what


@in_both
def test_every_heading_stands_in_the_notebook(lang: Lang) -> None:
    named = {place for piece in pieces(lang) for place in piece.places}
    assert [place for place in sorted(named) if place[1] not in headings(place[0], lang)] == []


def test_every_question_and_practice_item_exists() -> None:
    questions = {
        f"{name[:2]} {question.id}" for name in COURSE.names() for question in COURSE.assignment(name).config.questions
    }
    named = {name for piece in pieces("en") for name in piece.asked}
    assert sorted(named - questions - load_registry(COURSE).items.keys()) == []


@in_both
def test_every_term_is_in_the_sheet(lang: Lang) -> None:
    known = {getattr(term.short, lang) for term in read(COURSE.root / "terminology.md")}
    assert sorted({term for piece in pieces(lang) for term in piece.terms} - known) == []


def test_both_languages_say_the_same() -> None:
    for english, korean in zip(pieces("en"), pieces("ko"), strict=True):
        assert english.ways == korean.ways, english.what
        assert english.asked == korean.asked, english.what
        assert len(english.terms) == len(korean.terms), english.what
        assert [number for number, _ in english.places] == [number for number, _ in korean.places], english.what


def test_every_question_for_points_is_named() -> None:
    """But for those of the quiz, which asks for the terms."""
    names = [name for name in COURSE.names() if not name.startswith("05")]
    questions = {f"{name[:2]} {question.id}" for name in names for question in COURSE.assignment(name).config.questions}
    assert sorted(questions - {name for piece in pieces("en") for name in piece.asked}) == []
