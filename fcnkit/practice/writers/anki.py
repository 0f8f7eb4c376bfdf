"""Flash cards for Anki: every term of the course, and the set's short problems.

Ids name a term or a draw, never its texts, so that importing again updates cards and keeps what was learned.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import sqlite3
from contextlib import closing
from functools import cache
from importlib.resources import files

import genanki
from markupsafe import Markup

from fcnkit.practice.answers import Choice, Explanation, FillIn, Matching
from fcnkit.practice.document import PracticeSet, Problem
from fcnkit.practice.item_texts import LETTERS
from fcnkit.practice.writers import html_fragments, latex, media
from fcnkit.practice.writers.html_fragments import HtmlDialect
from fcnkit.practice.writers.lms_common import labelled, solution
from fcnkit.reproducible_zip import zip_bytes
from fcnkit.terminology import Term, Terminology
from fcnkit.text import Lang, Text

SHORT = 3
"""Minutes that a problem may take on a card."""
_ANKI = HtmlDialect(source=media.file_name, maths=latex.delimited)
_NOT = '{{#Not}}<ul class="not">{{Not}}</ul>{{/Not}}'
_TERMS = Text(ko="용어", en="Terms")
_PROBLEMS = Text(ko="연습 문제", en="Problems")


def write(practice_set: PracticeSet, lang: Lang) -> dict[str, bytes]:
    """`.apkg` is opened in Anki."""
    glossary = practice_set.glossary
    terms, exercises = (
        genanki.Deck(_id(f"deck/{name}/{lang}"), f"{glossary.course[lang]}::{title[lang]}")
        for name, title in (("terms", _TERMS), ("problems", _PROBLEMS))
    )
    if glossary.terms is not None:
        for term in glossary.terms:
            terms.add_note(_term_note(term, glossary.terms, lang))
    pictures: dict[str, bytes] = {}
    for entry in practice_set.entries:
        answer = short_answer(entry.problem)
        if answer:
            exercises.add_note(_problem_note(entry.problem, answer, lang))
            pictures |= media.files(media.all_blocks(entry.problem), lang)
    names = {str(number): name for number, name in enumerate(pictures)}
    members = {
        "collection.anki2": _collection([terms, exercises], glossary.edited),
        "media": json.dumps(names).encode(),
    }
    return {".apkg": zip_bytes(members | {number: pictures[name] for number, name in names.items()})}


def short_answer(problem: Problem) -> Choice | FillIn | Explanation | None:
    """The answer of a problem that can be done in the head: quick, no grid to fill in, and no matching.

    An explanation can be said to oneself, however long it takes to write. A matching's pairs are on the terms' own
    cards, one by one.
    """
    answer = problem.answer
    if isinstance(answer, Explanation):
        return answer
    if problem.minutes > SHORT or isinstance(answer, Matching) or (isinstance(answer, FillIn) and answer.columns):
        return None
    return answer


def guid(kind: str, name: str, lang: Lang) -> str:
    """What Anki knows a note by, whatever its texts."""
    found: str = genanki.guid_for("fcnkit", kind, name, lang)
    return found


# Notes


def _term_note(term: Term, sheet: Terminology, lang: Lang) -> genanki.Note:
    title = Markup("{}").format(term.title[lang])
    fields = [title, html_fragments.inline(term.definition, lang, _ANKI), _not_these(term, sheet, lang)]
    return genanki.Note(_term_model(), fields, guid=guid("term", term.id, lang), tags=["terminology"])


def _not_these(term: Term, sheet: Terminology, lang: Lang) -> Markup:
    """What the term must not be confused with, and why."""
    others = [(Markup("{}").format(sheet[other].title[lang]), why) for other, why in sheet.confused_with(term).items()]
    wrong = [(Markup("<s>{}</s>").format(", ".join(each.names)), each.why) for each in term.wrong_names]
    lines = (
        Markup("<li>≠ <b>{}</b>: {}</li>").format(name, html_fragments.inline(why, lang, _ANKI))
        for name, why in others + wrong
    )
    return Markup("").join(lines)


def _problem_note(problem: Problem, answer: Choice | FillIn | Explanation, lang: Lang) -> genanki.Note:
    asked = html_fragments.blocks(problem.question, lang, _ANKI)
    if isinstance(answer, Choice):
        options = (html_fragments.block(option.content, lang, _ANKI) for option in answer.options)
        asked += Markup('<ol class="options">{}</ol>').format(
            Markup("").join(map(Markup("<li>{}</li>").format, options))
        )
    told = solution(problem, lang, _ANKI) + _wrong_options(answer, lang)
    fields = [asked, _key(answer, lang), told]
    tags = [problem.topic, problem.item]
    return genanki.Note(_problem_model(), fields, guid=guid("problem", problem.uid, lang), tags=tags)


def _wrong_options(answer: Choice | FillIn | Explanation, lang: Lang) -> Markup:
    """What leads to each wrong option; gaps have that below the solution."""
    if not isinstance(answer, Choice):
        return Markup("")
    lines = (
        Markup("<li><b>{}</b> {}</li>").format(letter, html_fragments.inline(option.why, lang, _ANKI))
        for letter, option in zip(LETTERS, answer.options, strict=False)
        if option.why
    )
    return Markup('<ul class="not">{}</ul>').format(Markup("").join(lines))


def _key(answer: Choice | FillIn | Explanation, lang: Lang) -> Markup:
    if isinstance(answer, Choice):
        right = html_fragments.block(answer.options[answer.correct].content, lang, _ANKI)
        return Markup("<p>{}</p>{}").format(LETTERS[answer.correct], right)
    if isinstance(answer, Explanation):
        return Markup("")
    gaps = ((blank, html_fragments.inline(blank.formatted, lang, _ANKI)) for blank in answer.blanks)
    return Markup("").join(labelled(blank, gap, lang, _ANKI) for blank, gap in gaps)


# Decks and what they are made of


@cache
def _term_model() -> genanki.Model:
    """Each term twice: what is it called, and what does it mean?"""
    return genanki.Model(
        _id("model/term"),
        "fcnkit: term",
        fields=[{"name": name} for name in ("Term", "Definition", "Not")],
        templates=[
            {
                "name": "Definition → term",
                "qfmt": "{{Definition}}",
                "afmt": '{{Definition}}<hr id="answer"><div class="term">{{Term}}</div>' + _NOT,
            },
            {
                "name": "Term → definition",
                "qfmt": '<div class="term">{{Term}}</div>',
                "afmt": '<div class="term">{{Term}}</div><hr id="answer">{{Definition}}' + _NOT,
            },
        ],
        css=_style(),
    )


@cache
def _problem_model() -> genanki.Model:
    return genanki.Model(
        _id("model/problem"),
        "fcnkit: problem",
        fields=[{"name": name} for name in ("Question", "Answer", "Solution")],
        templates=[
            {
                "name": "Problem",
                "qfmt": "{{Question}}",
                "afmt": '{{FrontSide}}<hr id="answer">{{#Answer}}<div class="key">{{Answer}}</div>{{/Answer}}'
                "{{Solution}}",
            }
        ],
        css=_style(),
    )


def _id(name: str) -> int:
    """An id that is the same each time, from 2³⁰ to 2³¹, where genanki recommends them."""
    return (1 << 30) + int.from_bytes(hashlib.sha256(f"fcnkit/{name}".encode()).digest()[:4]) % (1 << 30)


@cache
def _style() -> str:
    return (files("fcnkit.practice.writers") / "cards.css").read_text(encoding="utf-8")


# The file


def _collection(decks: list[genanki.Deck], edited: int) -> bytes:
    """Anki's database: it updates a note when its file was `edited` (seconds since 1970) later than the note.

    The time at which the deck is made would do, too, but then no two runs would give the same bytes.
    """
    with closing(sqlite3.connect(":memory:")) as connection:
        genanki.Package(decks).write_to_db(connection.cursor(), edited, itertools.count(edited * 1000))
        connection.commit()
        return connection.serialize()
