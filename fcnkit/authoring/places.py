"""A master's places, filled from what stands elsewhere: points and titles in `assignment.toml`, a quiz in the sheet.

{{ questions }}    a row for each question, in the table that the master's first text heads
{{ heading }}      number and title of the question that the text belongs to
{{ points }}       its points
{{ heading.q2 }}   of another question, or outside the questions
{{ quiz.choices }} what a feature of the assignment puts there, in a text or in code
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from fcnkit.authoring.master import AuthoringError, Cell, Master, read
from fcnkit.course import Assignment, AssignmentConfig, Question
from fcnkit.quiz.feature import Feature, feature_of
from fcnkit.text import LANGS, Lang, Text

_PLACE = re.compile(r"\{\{ ?(?:questions|(?P<what>heading|points)(?:\.(?P<id>\w+))?) ?\}\}")
_BEGIN = re.compile(r"# BEGIN QUESTION\nname: *(?P<name>\S+)")
_POINTS = re.compile(r"^points:", re.MULTILINE)
_END = re.compile(r"# END QUESTION\b")
FOR_BOTH = Text(
    ko='두 언어에 함께 쓰는 셀에 자리가 있습니다. 셀에 lang="ko"를 적고 lang="en" 셀을 더하세요.',
    en='a place in a text for both languages; mark the text lang="ko", and add its lang="en" cell',
)
OUTSIDE = Text(
    ko="{place:이} 문제 밖에 있습니다. 문제 안으로 옮기거나, {example}처럼 문제의 id를 붙이세요.",
    en="{place} stands outside a question; move it into one, or name the question, as in {example}",
)
NO_QUESTION = Text(
    ko="{place}: assignment.toml에 없는 문제입니다. 있는 문제: {names}",
    en="{place}: assignment.toml has no such question; there are: {names}",
)
UNKNOWN = Text(
    ko="{place:은} 모르는 자리입니다. 쓸 수 있는 자리: {known}", en="unknown place {place}; there are: {known}"
)
HEADING = Text(ko="문제 {number}. {title}", en="Question {number}. {title}")


def read_master(assignment: Assignment, variant: Feature | None = None) -> Master:
    """The assignment's master with its places filled: those of a feature for everybody, or as a variant has them.

    Raises AuthoringError as `master.read` does, and for a place of an unknown name.
    """
    master = filled(read(assignment.paths.master), assignment.config)
    return Master(master.path, tuple(_from_feature(master, variant or feature_of(assignment))))


def read_answers(assignment: Assignment, path: Path) -> str:
    """Fills the places of an alternative's or an example answer's source in the same way."""
    return _code(path.read_text(encoding="utf-8-sig"), feature_of(assignment), _error_at(path, 1))


def filled(master: Master, config: AssignmentConfig) -> Master:
    """The master with its places filled, and each question's points where Otter looks for them.

    Raises AuthoringError for a place of no question.
    """
    return Master(master.path, tuple(_filled(master, {question.id: question for question in config.questions})))


def _filled(master: Master, questions: dict[str, Question]) -> Iterator[Cell]:
    name = ""
    """The question that the cell belongs to; an unknown one is refused where the blocks are checked."""
    for cell in master.cells:
        begins = _BEGIN.match(cell.source) if cell.kind == "raw" else None
        if begins:
            name = begins["name"]
            asked = questions.get(name)
            if asked is not None and not _POINTS.search(cell.source):
                yield replace(cell, source=f"{cell.source.rstrip()}\npoints: {asked.points:g}")
                continue
        elif cell.kind == "raw" and _END.match(cell.source):
            name = ""
        if cell.kind != "markdown" or not _PLACE.search(cell.source):
            yield cell
            continue
        if cell.lang is None:
            raise AuthoringError.at(master.path, cell.line, FOR_BOTH)
        yield replace(cell, source=_text(master, cell, cell.lang, name, questions))


def _text(master: Master, cell: Cell, lang: Lang, inside: str, questions: dict[str, Question]) -> str:
    def error(what: Text, **values: object) -> AuthoringError:
        return AuthoringError.at(master.path, cell.line, what, **values)

    def value(place: re.Match[str]) -> str:
        if place["what"] is None:
            return "\n".join(_row(number, question, lang) for number, question in enumerate(questions.values(), 1))
        name = place["id"] or inside
        question = questions.get(name)
        if question is None and name:
            raise error(NO_QUESTION, place=place[0] if place["id"] else name, names=", ".join(questions))
        if question is None:
            raise error(OUTSIDE, place=place[0], example=f"{{{{ {place['what']}.{next(iter(questions))} }}}}")
        if place["what"] == "points":
            return f"{question.points:g}"
        number = list(questions).index(question.id) + 1
        return HEADING.format(number=number, title=question.title)[lang]

    return _PLACE.sub(value, cell.source)


def _row(number: int, question: Question, lang: Lang) -> str:
    """Number and title, the names that students define or set, points."""
    names = ", ".join(f"`{name}`" for name in question.functions + question.variables)
    return f"| {number}. {question.title[lang]} | {names} | {question.points:g} |"


def _from_feature(master: Master, feature: Feature) -> Iterator[Cell]:
    """A text that is such a place becomes a text in each language, whose tag tells which one it is."""
    texts, place = feature.texts(), _place_of(feature)
    for cell in master.cells:
        error = _error_at(master.path, cell.line)
        found = place.fullmatch(cell.source.strip())
        if cell.kind == "code":
            yield replace(cell, source=_code(cell.source, feature, error))
        elif found is None:
            yield cell
        elif found[1] not in texts:
            raise error(UNKNOWN.format(place=found[0], known=", ".join(texts)))
        else:
            for lang in LANGS:
                metadata = {**cell.metadata, "tags": [feature.tag(found[1])]}
                yield replace(cell, source=texts[found[1]](lang), lang=lang, metadata=metadata)


def _code(source: str, feature: Feature, error: Callable[[Text], AuthoringError]) -> str:
    answers = feature.answers()

    def written(place: re.Match[str]) -> str:
        if place[1] not in answers:
            raise error(UNKNOWN.format(place=place[0], known=", ".join(answers)))
        return answers[place[1]]()

    return _place_of(feature).sub(written, source)


def _place_of(feature: Feature) -> re.Pattern[str]:
    return re.compile(rf"\{{\{{ ?{feature.name}\.(\w+) ?\}}\}}") if feature.name else _NOWHERE


_NOWHERE = re.compile(r"(?!)")


def _error_at(path: Path, line: int) -> Callable[[Text], AuthoringError]:
    return lambda what: AuthoringError.at(path, line, what)
