"""Pictures for items, each with a text that says all that it shows."""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from fcnlab import Picture, grids
from fcnlab.canvas import SMALL, Canvas
from fcnlab.palette import FILL
from fcnlab.wording import say

from fcnkit.practice.document import Figure
from fcnkit.practice.values import Grid, printed
from fcnkit.text import Lang, Text

if TYPE_CHECKING:
    from matplotlib.figure import Figure as Drawing

KEPT = 64
"""Rendered figures that are kept: those of the set at hand, for every format and the key."""


@lru_cache(KEPT)
def png(figure: Figure, lang: Lang, dpi: int = 192) -> bytes:
    """The figure for screens, by default at two image pixels a page pixel."""
    return _rendered(figure, lang, "png", dpi=dpi)


@lru_cache(KEPT)
def svg(figure: Figure, lang: Lang) -> bytes:
    """The figure for paper, its letters as outlines."""
    return _rendered(figure, lang, "svg", metadata={"Date": None})  # the same seed gives the same bytes


def size(figure: Figure, lang: Lang) -> tuple[float, float]:
    """Width and height on the page, in inches."""
    width, height = _drawn(figure, lang).figure.get_size_inches()
    return float(width), float(height)


def arrays(named: Mapping[str, Grid], between: str = "") -> Figure:
    """Arrays side by side, with signs between them; a name that starts with "kernel" has the kernel's colour."""
    alt = ", ".join(f"{name} = {printed(rows)['en'].strip('`')}" for name, rows in named.items())

    def picture(lang: Lang) -> Picture:
        drawn = grids(named, between=between, lang=lang)
        if not isinstance(drawn, Picture):
            raise ValueError(f"cannot be drawn: {drawn}")
        return drawn

    return Figure(picture, Text(ko=alt, en=alt))


def cell_in_grid(rows: int, cols: int, column: int, row: int) -> Figure:
    """A grid with its columns and rows numbered, and one cell of it marked."""

    def draw(lang: Lang) -> Drawing:
        canvas = Canvas(cols + 3, rows + 2.2, lang)
        for place in range(cols):
            canvas.text((2.5 + place, 1.2), str(place), size=SMALL)
        for place in range(rows):
            canvas.text((1.6, 2 + place), str(place), size=SMALL)
        canvas.box((2, 1.5), (cols, rows))
        canvas.lines((2, 1.5), (cols, rows), rows, cols)
        canvas.box((2 + column, 1.5 + row), fill=FILL["output"], thick=True)
        canvas.text((2 + cols / 2, 0.5), say(lang, ko="열", en="column"), size=SMALL)
        canvas.text((0.7, 1.5 + rows / 2), say(lang, ko="행", en="row"), size=SMALL)
        return canvas.figure

    alt = Text(
        ko=f"{rows}행 {cols}열의 격자에서 열 {column}, 행 {row}의 칸",
        en=f"In a grid of {rows} rows and {cols} columns, the cell of column {column}, row {row}",
    )
    return Figure(lambda lang: Picture(alt[lang], lambda: draw(lang)), alt)


@lru_cache(KEPT)
def _drawn(figure: Figure, lang: Lang) -> Picture:
    return figure.picture(lang)


def _rendered(figure: Figure, lang: Lang, format_: str, **how: Any) -> bytes:
    buffer = io.BytesIO()
    _drawn(figure, lang).figure.savefig(buffer, format=format_, **how)
    return buffer.getvalue()
