"""A master's places for the quiz, `{{ quiz.choices }}` and the like, are filled from the sheet of terms."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from fcnkit.authoring.master import AuthoringError, Cell, Master, read
from fcnkit.authoring.places import filled
from fcnkit.course import Assignment
from fcnkit.quiz import answer_styles, render
from fcnkit.quiz.draw import draw
from fcnkit.quiz.questions import Quiz
from fcnkit.terminology import Terminology
from fcnkit.terminology import read as read_terminology
from fcnkit.text import LANGS, Lang, Text

_PLACE = re.compile(r"\{\{ ?quiz\.(\w+) ?\}\}")
ANSWERS_TAG = "quiz-answers"
"""Marks the cell in which students answer."""
_TEXTS: dict[str, Callable[[Quiz, Terminology, Lang], str]] = {
    "choices": render.choices,
    "writings": render.writings,
    "matching": render.matching,
}


def read_master(assignment: Assignment, quiz: Quiz | None = None) -> Master:
    """The assignment's master, its places filled: points and titles, and `quiz`.

    Without `quiz`, it is the one that is handed out without variants.

    Raises AuthoringError as `master.read` does, and for a place of an unknown name.
    """
    master = filled(read(assignment.master), assignment.config)
    if not assignment.config.quiz:
        return master
    terminology = read_terminology(assignment.terminology)
    quiz = quiz or draw(terminology)
    return Master(master.path, tuple(_filled(master, quiz, terminology)))


def read_answers(assignment: Assignment, path: Path) -> str:
    """Fills the places of an alternative's or an example answer's source in the same way."""
    source = path.read_text(encoding="utf-8")
    if not assignment.config.quiz:
        return source
    terminology = read_terminology(assignment.terminology)
    return _filled_code(source, draw(terminology), terminology, _error_at(path, 1))


def texts(quiz: Quiz, terminology: Terminology, lang: Lang) -> dict[str, str]:
    """The text of each part of a quiz, by the tag of the cell that holds it."""
    return {_tag(part): text(quiz, terminology, lang) for part, text in _TEXTS.items()}


def _filled(master: Master, quiz: Quiz, terminology: Terminology) -> Iterator[Cell]:
    for cell in master.cells:
        if cell.kind == "code":
            yield replace(cell, source=_filled_code(cell.source, quiz, terminology, _error_at(master.path, cell.line)))
            continue
        place = _PLACE.fullmatch(cell.source.strip())
        if place is None:
            yield cell
            continue
        if place[1] not in _TEXTS:
            raise _error_at(master.path, cell.line)(UNKNOWN_PLACE.format(place=place[0], known=", ".join(_TEXTS)))
        for lang in LANGS:
            text = _TEXTS[place[1]](quiz, terminology, lang)
            yield replace(cell, source=text, lang=lang, metadata={**cell.metadata, "tags": [_tag(place[1])]})


UNKNOWN_PLACE = Text(
    ko="{place:은} 모르는 자리입니다. 쓸 수 있는 자리: {known}", en="unknown place {place}; there are: {known}"
)


def _filled_code(source: str, quiz: Quiz, terminology: Terminology, error: Callable[[Text], AuthoringError]) -> str:
    """Python with each place replaced by a dict of answers."""

    def answers(place: re.Match[str]) -> str:
        if place[1] not in answer_styles.STYLES:
            raise error(UNKNOWN_PLACE.format(place=place[0], known=", ".join(answer_styles.STYLES)))
        return answer_styles.written(quiz, terminology, place[1])

    return _PLACE.sub(answers, source)


def _tag(part: str) -> str:
    return f"quiz-{part}"


def _error_at(path: Path, line: int) -> Callable[[Text], AuthoringError]:
    return lambda what: AuthoringError.at(path, line, what)
