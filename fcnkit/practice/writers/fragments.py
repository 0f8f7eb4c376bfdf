"""The document model as pieces of HTML, which pages and learning platforms alike can show."""

from __future__ import annotations

import base64
from collections.abc import Callable, Sequence

from markupsafe import Markup, escape

from fcnkit.practice import figures, markup
from fcnkit.practice.document import Block, Code, Figure, Paragraph, Table
from fcnkit.text import Lang, Text

Source = Callable[[Figure, Lang], str]
"""Where a figure is to be found: an address for `src`."""

_TAGS = {"code": "code", "strong": "strong", "math": "i", "sub": "sub", "sup": "sup"}


def data_uri(figure: Figure, lang: Lang) -> str:
    """The figure itself as an address."""
    return f"data:image/png;base64,{base64.b64encode(figures.png(figure, lang)).decode()}"


def blocks(parts: Sequence[Block], lang: Lang, source: Source = data_uri) -> Markup:
    """Blocks, one below the other."""
    return Markup("\n").join(block(part, lang, source) for part in parts)


def block(part: Block, lang: Lang, source: Source = data_uri) -> Markup:
    """One block. All text is escaped."""
    match part:
        case Paragraph(text):
            return Markup("<p>{}</p>").format(inline(text, lang))
        case Code(code):
            return Markup("<pre><code>{}</code></pre>").format(code)
        case Table():
            return _table(part, lang)
        case Figure(_, alt):
            width, height = (round(inches * 96) for inches in figures.size(part, lang))
            return Markup('<p><img src="{}" alt="{}" width="{}" height="{}"></p>').format(
                source(part, lang), markup.plain(alt[lang]), width, height
            )


def inline(text: Text, lang: Lang) -> Markup:
    """Running text."""
    return Markup("").join(_run(run) for run in markup.runs(text[lang]))


def _run(run: markup.Run) -> Markup:
    tag = _TAGS.get(run.kind)
    return Markup("<{0}>{1}</{0}>").format(tag, run.text) if tag else escape(run.text)


def _table(table: Table, lang: Lang) -> Markup:
    rows = [[inline(cell, lang) for cell in row] for row in table.rows]
    head = rows.pop(0) if table.style == "data" else None
    body = Markup("").join(_row(row, "td") for row in rows)
    return Markup('<table class="{}">{}<tbody>{}</tbody></table>').format(
        table.style, Markup("<thead>{}</thead>").format(_row(head, "th")) if head else "", body
    )


def _row(cells: Sequence[Markup], tag: str) -> Markup:
    return Markup("<tr>{}</tr>").format(Markup("").join(Markup("<{0}>{1}</{0}>").format(tag, cell) for cell in cells))
