"""Pictures for items, each with a text that says all that it shows."""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import lru_cache

from fcnlab import Picture, grids

from fcnkit.practice.document import Figure
from fcnkit.practice.values import Grid, printed
from fcnkit.text import Lang, Text

KEPT = 64
"""Rendered figures that are kept: those of the set at hand, for every format and the key."""


@lru_cache(KEPT)
def png(figure: Figure, lang: Lang) -> bytes:
    """The figure for screens, at two image pixels a page pixel."""
    return _rendered(figure, lang, "png")


@lru_cache(KEPT)
def svg(figure: Figure, lang: Lang) -> bytes:
    """The figure for paper, its letters as outlines."""
    return _rendered(figure, lang, "svg")


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


@lru_cache(KEPT)
def _drawn(figure: Figure, lang: Lang) -> Picture:
    return figure.picture(lang)


def _rendered(figure: Figure, lang: Lang, format_: str) -> bytes:
    buffer = io.BytesIO()
    metadata = {"Date": None} if format_ == "svg" else None  # the same seed gives the same bytes
    _drawn(figure, lang).figure.savefig(buffer, format=format_, dpi=192, metadata=metadata)
    return buffer.getvalue()
