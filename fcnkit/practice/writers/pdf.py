"""Paper: a question paper with room for answers, and a key with worked solutions. Typst sets both."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import typst

from fcnkit.practice import figures, markup
from fcnkit.practice.document import (
    Answer,
    Block,
    Choice,
    Code,
    Entry,
    Explanation,
    Figure,
    Matching,
    Paragraph,
    PracticeSet,
    Section,
    Table,
    shown,
)
from fcnkit.practice.item_texts import LETTERS, MESSAGES, paired, points_of
from fcnkit.practice.values import format_value
from fcnkit.practice.writers import paper_fonts
from fcnkit.text import Lang, Text

POINTS_PER_INCH = 72


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
    # The same bytes on every machine, wherever that can be.
    pdf: bytes = _compiler(bool(paper_fonts.missing_glyphs(data))).compile(  # type: ignore[assignment]  # one file
        _parts() + template,
        sys_inputs={"data": data},
        pdf_standards="ua-1",  # a picture without its text, or a heading out of order, is an error
    )
    return pdf


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
        "blocks": _blocks(problem.solution if key else problem.question, lang),
        "answer": _answer(problem.answer, lang),
    }


def _answer(answer: Answer, lang: Lang) -> dict[str, Any]:
    if isinstance(answer, Choice):
        return {
            "kind": "choice",
            "options": [
                {"block": _block(each.content, lang), "why": _words(each.why, lang) if each.why else None}
                for each in answer.options
            ],
            "longest": max(len(markup.plain(format_value(each.value)[lang])) for each in answer.options),
            "correct": answer.correct,
        }
    if isinstance(answer, Matching):
        return {
            "kind": "matching",
            "prompts": [_words(each, lang) for each in answer.prompts],
            "options": [_words(each, lang) for each in answer.options],
            "correct": paired(enumerate(answer.correct)),
            "mix_ups": [{"pairs": paired(each.pairs), "why": _words(each.why, lang)} for each in answer.mix_ups],
        }
    if isinstance(answer, Explanation):
        return {
            "kind": "explanation",
            "criteria": [
                {
                    "words": _words(each.text, lang),
                    "points": points_of(each.points)[lang],
                }
                for each in answer.criteria
            ],
            "misconceptions": [
                {"said": _words(format_value(each.value), lang), "why": _words(each.why, lang)}
                for each in answer.misconceptions
            ],
        }
    return {
        "kind": "blanks",
        "columns": answer.columns,
        "blanks": [
            {"label": _words(each.label, lang), "value": _words(each.formatted, lang)} for each in answer.blanks
        ],
        "mistakes": [
            {
                "block": _block(
                    shown(each.value) if answer.columns else Paragraph(answer.format_filled(each.value)), lang
                ),
                "why": _words(each.why, lang),
            }
            for each in answer.distractors
        ],
    }


def _blocks(blocks: Sequence[Block], lang: Lang) -> list[dict[str, Any]]:
    return [_block(block, lang) for block in blocks]


def _block(block: Block, lang: Lang) -> dict[str, Any]:
    match block:
        case Paragraph(text):
            return {"kind": "paragraph", "words": _words(text, lang)}
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


def _words(text: Text, lang: Lang) -> list[list[dict[str, str]]]:
    """The runs of each word: the paper breaks lines between words only, also in Korean."""
    return [[{"kind": run.kind, "text": run.text} for run in word] for word in markup.words(text[lang])]
