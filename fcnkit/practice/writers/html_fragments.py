"""The document model as pieces of HTML, which pages, learning platforms and flash cards alike can show."""

from __future__ import annotations

import base64
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup, escape

from fcnkit.practice import figures, markup
from fcnkit.practice.answers import Explanation
from fcnkit.practice.document_blocks import Block, Code, Figure, Paragraph, Table
from fcnkit.practice.item_texts import MESSAGES, points_of
from fcnkit.practice.values import format_value
from fcnkit.text import Lang, Text

_NONE = Markup("")
_TAGS = {"code": "code", "strong": "strong", "math": "i", "sub": "sub", "sup": "sup"}


def data_uri(figure: Figure, lang: Lang) -> str:
    """The figure itself as an address."""
    return f"data:image/png;base64,{base64.b64encode(figures.png(figure, lang)).decode()}"


def italics(maths: Sequence[markup.Run]) -> Markup:
    """Maths that needs no formula renderer."""
    return _NONE.join(map(_run, maths))


@dataclass(frozen=True)
class HtmlDialect:
    """What each platform has its own way of showing."""

    source: Callable[[Figure, Lang], str] = data_uri
    """Where a figure is to be found: an address for `src`."""
    maths: Callable[[Sequence[markup.Run]], Markup] = italics
    """A formula, taken apart into its runs."""
    table: Markup = _NONE
    """Attributes of tables, where no style sheet of ours draws their lines."""


PAGE = HtmlDialect()
"""Everything inside the page itself."""
PHONE = 560
"""The widest picture, in pixels, that can still be read where it is shrunk to a phone's width."""


def blocks(parts: Sequence[Block], lang: Lang, dialect: HtmlDialect = PAGE) -> Markup:
    """Blocks, one below the other."""
    return Markup("\n").join(block(part, lang, dialect) for part in parts)


def block(part: Block, lang: Lang, dialect: HtmlDialect = PAGE) -> Markup:
    """One block. All text is escaped."""
    match part:
        case Paragraph(text):
            return Markup("<p>{}</p>").format(inline(text, lang, dialect))
        case Code(code):
            return Markup("<pre><code>{}</code></pre>").format(code)
        case Table(rows, style):
            return table([[inline(cell, lang, dialect) for cell in row] for row in rows], style, dialect)
        case Figure(_, alt):
            width, height = (round(inches * 96) for inches in figures.size(part, lang))
            # What would be too small to read on a phone can be pushed sideways there, with keys, too.
            attributes = Markup(' class="wide" tabindex="0"') if dialect is PAGE and width > PHONE else ""
            return Markup('<p{}><img src="{}" alt="{}" width="{}" height="{}"></p>').format(
                attributes, dialect.source(part, lang), markup.plain(alt[lang]), width, height
            )


def inline(text: Text, lang: Lang, dialect: HtmlDialect = PAGE) -> Markup:
    """Running text."""
    stretches = groupby(markup.runs(text[lang]), key=lambda run: run.kind in markup.MATHS)
    return _NONE.join(
        dialect.maths(tuple(runs)) if is_maths else _NONE.join(map(_run, runs)) for is_maths, runs in stretches
    )


def rubric(answer: Explanation, lang: Lang, dialect: HtmlDialect = PAGE) -> Markup:
    """What an explanation is marked by: the criteria with their points, and the misconceptions by name."""
    criteria = [
        Markup("{} ({})").format(inline(each.text, lang, dialect), points_of(each.points)[lang])
        for each in answer.criteria
    ]
    told = [
        Markup("<q>{}</q> {}").format(inline(format_value(each.value), lang, dialect), inline(each.why, lang, dialect))
        for each in answer.misconceptions
    ]
    return _listed("rubric", criteria, lang) + "\n" + _listed("misconceptions", told, lang)


def _listed(heading: str, lines: Sequence[Markup], lang: Lang) -> Markup:
    if not lines:
        return _NONE
    listed = _NONE.join(map(Markup("<li>{}</li>").format, lines))
    return Markup("<p><b>{}</b></p><ul>{}</ul>").format(MESSAGES[heading][lang], listed)


def table(rows: Sequence[Sequence[Markup]], style: str, dialect: HtmlDialect = PAGE) -> Markup:
    """A table of pieces of HTML; in style `data`, the first row holds headings."""
    head, body = (rows[:1], rows[1:]) if style == "data" else ((), rows)
    return Markup('<table class="{}"{}>{}<tbody>{}</tbody></table>').format(
        style,
        dialect.table,
        _NONE.join(Markup("<thead>{}</thead>").format(_row(row, "th")) for row in head),
        _NONE.join(_row(row, "td") for row in body),
    )


def _run(run: markup.Run) -> Markup:
    tag = _TAGS.get(run.kind)
    return Markup("<{0}>{1}</{0}>").format(tag, run.text) if tag else escape(run.text)


def _row(cells: Sequence[Markup], tag: str) -> Markup:
    return Markup("<tr>{}</tr>").format(_NONE.join(Markup("<{0}>{1}</{0}>").format(tag, cell) for cell in cells))
