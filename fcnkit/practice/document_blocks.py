"""The blocks of a practice document, such as paragraphs and tables, in both languages.

Running text has the markup of `fcnkit.practice.markup`; writers pick a language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from fcnlab import Picture

from fcnkit.practice.values import Value, format_value, is_grid, number, untranslated
from fcnkit.text import Lang, Text


@dataclass(frozen=True)
class Paragraph:
    """Running text."""

    text: Text


def say(*, ko: str, en: str) -> Paragraph:
    """A paragraph in both languages."""
    return Paragraph(Text(ko=ko, en=en))


def explain(*, ko: str, en: str) -> Paragraph:
    """What is to be explained, and how long the answer may be."""
    return say(ko=f"{ko} 2~4문장으로 설명하세요.", en=f"{en} Explain it in 2 to 4 sentences.")


@dataclass(frozen=True)
class Code:
    """Lines of Python."""

    source: str


@dataclass(frozen=True)
class Table:
    """Rows of cells. `style` says whether it is a grid of numbers or data under a first row of headings."""

    rows: tuple[tuple[Text, ...], ...]
    style: Literal["grid", "data"] = "data"


@dataclass(frozen=True)
class Figure:
    """A picture, and in words all that it shows. Picklable, if what makes the picture is."""

    picture: Callable[[Lang], Picture]
    alt: Text


Block: TypeAlias = Paragraph | Code | Table | Figure


def iter_texts(blocks: Sequence[Block]) -> Iterator[Text]:
    """The running text of blocks."""
    for block in blocks:
        match block:
            case Paragraph(text):
                yield text
            case Figure(_, alt):
                yield alt
            case Table(rows):
                yield from (cell for row in rows for cell in row)


def shown(value: Value) -> Block:
    """An answer as a block of its own: a grid as a table, anything else as text."""
    return grid_table(value) if is_grid(value) else Paragraph(format_value(value))


def grid_table(rows: tuple[tuple[int, ...], ...]) -> Table:
    """Numbers in rows and columns."""
    return Table(tuple(tuple(untranslated(number(cell)) for cell in row) for row in rows), style="grid")
