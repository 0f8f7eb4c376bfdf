"""The document model as Markdown for Jupyter's cells."""

from __future__ import annotations

import base64
import re
from collections.abc import Sequence
from typing import Any

from fcnkit.practice import figures, markup
from fcnkit.practice.document_blocks import Block, Code, Figure, Paragraph, Table
from fcnkit.text import Lang, Text

DPI = 120
"""Jupyter shows an attachment pixel by pixel: a little more than a page has, and the letters are as large as text."""

_SPECIAL = re.compile(r"([\\*_\[\]<>#|~$])")
_STYLES = {"code": "`{}`", "strong": "**{}**", "sub": "<sub>{}</sub>", "sup": "<sup>{}</sup>"}


def cell(id_: str, parts: Sequence[Block | str], lang: Lang) -> dict[str, Any]:
    """A Markdown cell of blocks and of Markdown as it is; its figures are attachments."""
    pieces: list[str] = []
    attachments: dict[str, dict[str, str]] = {}
    for part in parts:
        if isinstance(part, str):
            pieces.append(part)
        elif isinstance(part, Figure):
            name = f"figure-{len(attachments) + 1}.png"
            attachments[name] = {"image/png": base64.b64encode(figures.png(part, lang, DPI)).decode()}
            pieces.append(f"![{escaped(markup.plain(part.alt[lang]))}](attachment:{name})")
        else:
            pieces.append(block(part, lang))
    made: dict[str, Any] = {"cell_type": "markdown", "id": id_, "metadata": {}, "source": "\n\n".join(pieces)}
    return {**made, "attachments": attachments} if attachments else made


def block(part: Paragraph | Code | Table, lang: Lang) -> str:
    """A block of text."""
    match part:
        case Paragraph(text):
            return inline(text, lang)
        case Code(source):
            return f"```python\n{source}\n```"
        case Table(rows, style):
            cells = [[inline(cell, lang) for cell in row] for row in rows]
            head = cells.pop(0) if style == "data" else [" "] * len(rows[0])
            return "\n".join(f"| {' | '.join(line)} |" for line in (head, ["---"] * len(head), *cells))


def inline(text: Text, lang: Lang) -> str:
    """Running text."""
    return "".join(
        _STYLES.get(run.kind, "{}").format(run.text if run.kind == "code" else escaped(run.text))
        for run in markup.runs(text[lang])
    )


def escaped(text: str) -> str:
    """Text in which nothing is taken for Markdown."""
    return _SPECIAL.sub(r"\\\1", text)
