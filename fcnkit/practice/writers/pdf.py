"""Paper: a question paper with room for answers, and a key with worked solutions. Typst sets both."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache, lru_cache, partial
from importlib.resources import files
from typing import Any, TypeAlias

import typst

from fcnkit.practice import figures, markup
from fcnkit.practice.answers import Answer, Choice, Distractor, Explanation, FillIn, Matching
from fcnkit.practice.document import Entry, PracticeSet, Section
from fcnkit.practice.document_blocks import Block, Code, Figure, Paragraph, Table, shown
from fcnkit.practice.item_texts import LETTERS, MESSAGES, paired, points_of
from fcnkit.practice.values import format_value
from fcnkit.practice.writers import paper_fonts
from fcnkit.text import Lang, Text

POINTS_PER_INCH = 72
Piece: TypeAlias = dict[str, str]
"""A stretch of text in one style."""
Words: TypeAlias = list[str | Piece | list[str | Piece]]
"""Text, of which each list is a word to keep whole."""
UNBREAKABLE = re.compile("(?:[A-Za-z0-9]+|[가-힣])[.,:;!?]?")
"""Words in which no line can end; between two syllables of Hangul, one can."""
AS_LONG_AS_A_LINE = 36
"""Letters of a word that may be broken after all; of a text across the page, so many surely stand in its first line."""
MANY_TEXTS = 4096
"""Texts that are kept taken apart: labels, terms and reasons come again in each set, and all in a paper and its key."""


def write(practice_set: PracticeSet, lang: Lang) -> dict[str, bytes]:
    """`.pdf` is the question paper, `.key.pdf` its key."""
    return {".pdf": _compiled(practice_set, lang, key=False), ".key.pdf": _compiled(practice_set, lang, key=True)}


def key_pdf(practice_set: PracticeSet, lang: Lang) -> bytes:
    """The key alone."""
    return _compiled(practice_set, lang, key=True)


def _compiled(practice_set: PracticeSet, lang: Lang, *, key: bool) -> bytes:
    content = {
        "key": key,
        "name": practice_set.name,
        "student": practice_set.student,
        "total": total(practice_set, lang),
        "sections": [section_content(section, lang, key=key) for section in practice_set.sections],
    }
    return compiled(_template(), common_content(practice_set, lang) | content)


def common_content(practice_set: PracticeSet, lang: Lang) -> dict[str, Any]:
    """What the parts of papers need, whatever they are put together to."""
    return {
        "lang": lang,
        "title": markup.plain(practice_set.title[lang]),
        "letters": LETTERS,
        "words": {name: text[lang] for name, text in MESSAGES.items()},
    }


def compiled(template: bytes, content: Mapping[str, Any]) -> bytes:
    """The PDF that a template, behind the parts of papers, makes of its data."""
    data = json.dumps(content, ensure_ascii=False)
    has_rare = bool(paper_fonts.missing_glyphs(data))
    # The same bytes on every machine, wherever that can be.
    compile_as = partial(_compiler(has_rare).compile, _parts() + template, sys_inputs={"data": data})
    try:
        # a picture without its text, or a heading out of order, is an error
        return compile_as(pdf_standards="ua-1")  # type: ignore[return-value]  # one file
    except typst.TypstError:
        if not has_rare:
            raise
        return compile_as()  # type: ignore[return-value]  # no font here has the letter, which is then a box


@cache
def _compiler(takes_system_fonts: bool) -> typst.Compiler:
    """One for all papers: it has read the fonts already."""
    fonts = typst.Fonts(include_system_fonts=takes_system_fonts, font_paths=list(map(str, paper_fonts.folders())))
    return typst.Compiler(font_paths=fonts)


@cache
def _parts() -> bytes:
    return (files("fcnkit.practice.writers") / "paper_parts.typ").read_bytes()


@cache
def _template() -> bytes:
    return (files("fcnkit.practice.writers") / "paper.typ").read_bytes()


def total(part: PracticeSet | Section, lang: Lang) -> str:
    points, minutes = MESSAGES["points"].format(points=part.points), MESSAGES["minutes"].format(minutes=part.minutes)
    return f"{points[lang]} · {minutes[lang]}"


def section_content(section: Section, lang: Lang, *, key: bool) -> dict[str, Any]:
    """A section as the template takes it."""
    return {
        "title": _words(section.title, lang),
        "note": _words(section.note, lang) if section.note else None,
        "total": total(section, lang),
        "entries": [_entry(entry, lang, key=key) for entry in section.entries],
    }


def _entry(entry: Entry, lang: Lang, *, key: bool) -> dict[str, Any]:
    problem = entry.problem
    return {
        "number": entry.number,
        "points": MESSAGES["points"].format(points=entry.points)[lang],
        "minutes": problem.minutes,
        "open": problem.book == "open",
        "blocks": [_block(each, lang, AS_LONG_AS_A_LINE) for each in (problem.solution if key else problem.question)],
        "answer": _answer(problem.answer, lang),
    }


def _answer(answer: Answer, lang: Lang) -> dict[str, Any]:
    match answer:
        case Choice():
            return _choice(answer, lang)
        case Matching():
            return _matching(answer, lang)
        case Explanation():
            return _explanation(answer, lang)
        case FillIn():
            return _fill_in(answer, lang)


def _choice(answer: Choice, lang: Lang) -> dict[str, Any]:
    options = [markup.plain(format_value(each.value)[lang]) for each in answer.options]
    longest, unspaced = max(map(len, options)), max(map(len, re.findall("[가-힣]+", " ".join(options))), default=0)
    columns = 1 if longest > 34 else 2 if longest > 12 or unspaced > AS_LONG_AS_A_LINE // 4 else 4
    return {
        "kind": "choice",
        "columns": columns,
        "options": [
            {
                "block": _block(each.content, lang, AS_LONG_AS_A_LINE // columns),
                "why": _words(each.why, lang) if each.why else None,
            }
            for each in answer.options
        ],
        "correct": answer.correct,
    }


def _matching(answer: Matching, lang: Lang) -> dict[str, Any]:
    return {
        "kind": "matching",
        "prompts": [_words(each, lang) for each in answer.prompts],
        "options": [_words(each, lang) for each in answer.options],
        "correct": paired(enumerate(answer.correct)),
        "mix_ups": [
            {"pairs": paired(each.pairs), "why": _behind(paired(each.pairs), each.why, lang)} for each in answer.mix_ups
        ],
    }


def _explanation(answer: Explanation, lang: Lang) -> dict[str, Any]:
    return {
        "kind": "explanation",
        "criteria": [
            {"words": _words(each.text, lang, AS_LONG_AS_A_LINE), "points": points_of(each.points)[lang]}
            for each in answer.criteria
        ],
        "misconceptions": [
            {"said": _words(format_value(each.value), lang, AS_LONG_AS_A_LINE), "why": _words(each.why, lang)}
            for each in answer.misconceptions
        ],
    }


def _fill_in(answer: FillIn, lang: Lang) -> dict[str, Any]:
    key = ", ".join(f"{each.label[lang]}: {each.formatted[lang]}" for each in answer.blanks)
    surely = AS_LONG_AS_A_LINE if len(key) <= AS_LONG_AS_A_LINE else 0
    return {
        "kind": "blanks",
        "columns": answer.columns,
        "blanks": [
            {"label": _words(each.label, lang, surely), "value": _words(each.formatted, lang, surely)}
            for each in answer.blanks
        ],
        "mistakes": [_mistake(answer, each, lang) for each in answer.distractors],
    }


def _mistake(answer: FillIn, mistake: Distractor, lang: Lang) -> dict[str, Any]:
    """What was answered, and behind it why; a grid has its reason below, in a narrow column."""
    if answer.columns:
        return {"block": _block(shown(mistake.value), lang), "why": _words(mistake.why, lang)}
    filled = answer.format_filled(mistake.value)
    return {
        "block": _block(Paragraph(filled), lang, AS_LONG_AS_A_LINE),
        "why": _behind(filled[lang], mistake.why, lang),
    }


def _behind(before: str, text: Text, lang: Lang) -> Words:
    """A text with something before it in its line."""
    return _words(text, lang, max(AS_LONG_AS_A_LINE - len(before), 0))


def _block(block: Block, lang: Lang, surely: int = 0) -> dict[str, Any]:
    match block:
        case Paragraph(text):
            return {"kind": "paragraph", "words": _words(text, lang, surely)}
        case Code(source):
            return {"kind": "code", "source": source}
        case Table(rows, style):
            return {"kind": "table", "style": style, "rows": [[_words(cell, lang) for cell in row] for row in rows]}
        case Figure(_, alt):
            width, _ = figures.size(block, lang)
            return {
                "kind": "figure",
                "svg": figures.svg(block, lang).decode(),
                "alt": markup.plain(alt[lang]),
                "width": width * POINTS_PER_INCH,
            }


@lru_cache(MANY_TEXTS)
def _words(text: Text, lang: Lang, surely: int = 0) -> Words:
    """The text in pieces: Korean, too, is to break between words (어절) only.

    To keep a word whole takes Typst a while, so it is not asked for where nothing could break the word: no line ends
    among the text's first `surely` letters.
    """
    pieces: Words = []
    end = 0
    for word in markup.words(text[lang]):
        runs: list[str | Piece] = [_run(run) for run in word]
        length = sum(len(run.text) for run in word)
        end += length + 1
        if pieces:
            _add(pieces, " ")
        if len(runs) == 1 and isinstance(runs[0], str) and (end <= surely or UNBREAKABLE.fullmatch(runs[0])):
            _add(pieces, runs[0])
        elif end <= surely or length > AS_LONG_AS_A_LINE:
            pieces += runs
        else:
            pieces.append(runs)
    return pieces


def _run(run: markup.Run) -> str | Piece:
    return run.text if run.kind == "plain" else {"kind": run.kind, "text": run.text}


def _add(pieces: Words, text: str) -> None:
    """Put plain text behind the others, in one piece with plain text before it."""
    if pieces and isinstance(pieces[-1], str):
        pieces[-1] += text
    else:
        pieces.append(text)
