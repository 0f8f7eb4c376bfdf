"""Pictures for items, each with a text that says all that it shows."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial
from typing import Any

from fcnlab import Note, Picture, grids
from fcnlab.canvas import SMALL, Canvas
from fcnlab.marks import Pixels
from fcnlab.palette import FILL
from fcnlab.sketch import sketch
from fcnlab.wording import say

from fcnkit.practice.document_blocks import Figure
from fcnkit.practice.values import Grid, format_value
from fcnkit.text import Lang, Text

PYRAMID_STEP, PYRAMID_HEIGHT = 3.2, 2.6
"""From one feature map to the next, and the largest one's side, in cells."""

KEPT = 64
"""Rendered figures that are kept: those of the set at hand, for every format and the key."""


@lru_cache(KEPT)
def png(figure: Figure, lang: Lang, dpi: int = 192) -> bytes:
    """The figure for screens, by default at two image pixels a page pixel."""
    return _rendered(figure, lang, "png", dpi=dpi)


@lru_cache(KEPT)
def svg(figure: Figure, lang: Lang) -> bytes:
    """The figure for paper and for pages that hold thousands: small, and with letters that are letters.

    What holds an image comes from Matplotlib, with its letters as outlines.
    """
    canvas = _drawn(figure, lang).canvas
    if any(isinstance(mark, Pixels) for mark in canvas.marks):
        return _rendered(figure, lang, "svg", metadata={"Date": None})
    return sketch(canvas).encode()


def size(figure: Figure, lang: Lang) -> tuple[float, float]:
    """Width and height on the page, in inches."""
    return _drawn(figure, lang).canvas.inches


def arrays(named: Mapping[str, Grid], between: str = "") -> Figure:
    """Arrays side by side, with signs between them; a name that starts with "kernel" has the kernel's colour."""
    alt = ", ".join(f"{name} = {format_value(rows)['en'].strip('`')}" for name, rows in named.items())
    return shown(partial(grids, dict(named), between=between), alt, alt)


def cell_in_grid(rows: int, cols: int, column: int, row: int, dot: tuple[float, float] | None = None) -> Figure:
    """A grid with its columns and rows numbered, one cell of it marked, and a dot at (x, y) cells."""
    ko = f"{rows}행 {cols}열의 격자에서 열 {column}, 행 {row}의 칸"
    en = f"In a grid of {rows} rows and {cols} columns, the cell of column {column}, row {row}"
    if dot:
        ko, en = f"{ko}, 점 ({dot[0]}, {dot[1]})", f"{en}, with a dot at ({dot[0]}, {dot[1]})"
    return _drawn_by(partial(_cell_in_grid, rows, cols, column, row, dot), Text(ko=ko, en=en))


def _cell_in_grid(rows: int, cols: int, column: int, row: int, dot: tuple[float, float] | None, lang: Lang) -> Canvas:
    canvas = _numbered_grid(rows, cols, lang)
    canvas.box((2 + column, 1.5 + row), fill=FILL["output"], thick=True)
    if dot:
        canvas.dot((2 + dot[0], 1.5 + dot[1]))
    return canvas


def boxes_on_grid(rows: int, cols: int, boxes: Mapping[str, tuple[int, int, int, int]]) -> Figure:
    """A numbered grid with named boxes: column and row of the top left cell, width, height."""
    ko = "; ".join(f"{name}: 열 {x}, 행 {y}부터 너비 {w}, 높이 {h}" for name, (x, y, w, h) in boxes.items())
    en = "; ".join(f"{name}: from column {x}, row {y}, width {w}, height {h}" for name, (x, y, w, h) in boxes.items())
    alt = Text(
        ko=f"{rows}행 {cols}열의 격자 위의 상자. {ko}", en=f"Boxes on a grid of {rows} rows and {cols} columns. {en}"
    )
    return _drawn_by(partial(_boxes_on_grid, rows, cols, tuple(boxes.items())), alt)


def _boxes_on_grid(rows: int, cols: int, boxes: Sequence[tuple[str, tuple[int, int, int, int]]], lang: Lang) -> Canvas:
    canvas = _numbered_grid(rows, cols, lang)
    for place, (name, (x, y, width, height)) in enumerate(boxes):
        corner = (2 + x, 1.5 + y)
        canvas.box(corner, (width, height), fill="none", thick=True, dashed=place > 0)
        at = (0.35, 0.4) if place == 0 else (width - 0.35, height - 0.4)
        canvas.text((corner[0] + at[0], corner[1] + at[1]), name)
    return canvas


def _numbered_grid(rows: int, cols: int, lang: Lang) -> Canvas:
    """Its top left corner at (2, 1.5)."""
    canvas = Canvas(cols + 3, rows + 2.2, lang)
    for place in range(cols):
        canvas.text((2.5 + place, 1.2), str(place), size=SMALL)
    for place in range(rows):
        canvas.text((1.6, 2 + place), str(place), size=SMALL)
    canvas.box((2, 1.5), (cols, rows))
    canvas.lines((2, 1.5), (cols, rows), rows, cols)
    canvas.text((2 + cols / 2, 0.5), say(lang, ko="열", en="column"), size=SMALL)
    canvas.text((0.7, 1.5 + rows / 2), say(lang, ko="행", en="row"), size=SMALL)
    return canvas


def pyramid(sides: Sequence[int | None], labels: Sequence[str]) -> Figure:
    """Feature maps in the order in which an image goes through them; a side that is to be found is None.

    `labels` stand on the arrows between them.
    """
    maps = " → ".join(str(side or "?") for side in sides)
    alt = Text(
        ko=f"특성 맵의 한 변: {maps} ({', '.join(labels)})", en=f"Sides of feature maps: {maps} ({', '.join(labels)})"
    )
    return _drawn_by(partial(_pyramid, tuple(sides), tuple(labels)), alt)


def _pyramid(sides: Sequence[int | None], labels: Sequence[str], lang: Lang) -> Canvas:
    largest = max(side or 0 for side in sides)
    canvas = Canvas(PYRAMID_STEP * len(sides), PYRAMID_HEIGHT + 1.6, lang)
    for place, side in enumerate(sides):
        # The root keeps the small ones large enough to be seen.
        drawn = PYRAMID_HEIGHT * (side / largest) ** 0.5 if side else PYRAMID_HEIGHT / 2
        left, top = (place + 0.5) * PYRAMID_STEP - drawn / 2, 0.6 + (PYRAMID_HEIGHT - drawn) / 2
        canvas.box((left, top), (drawn, drawn), fill=FILL["input"] if side else "none", dashed=not side)
        canvas.text((left + drawn / 2, top + drawn / 2), str(side or "?"))
    for place, label in enumerate(labels, 1):
        canvas.text((place * PYRAMID_STEP, PYRAMID_HEIGHT + 1), label, size=SMALL)
    return canvas


def shown(picture: Callable[..., Picture | Note], ko: str, en: str) -> Figure:
    """One of fcnlab's pictures, such as `partial(stamps, x, kernel)`, and in words what it shows.

    `picture` is called with `lang`; a set is sent to other processes, so it must be picklable: no lambda.
    """
    return Figure(partial(_whole, picture), Text(ko=ko, en=en))


def _whole(picture: Callable[..., Picture | Note], lang: Lang) -> Picture:
    """Not a note in its place. Raises ValueError where there is nothing to draw."""
    found = picture(lang=lang)
    if isinstance(found, Note):
        raise ValueError(f"cannot be drawn: {found}")
    return found


def _drawn_by(draw: Callable[[Lang], Canvas], alt: Text) -> Figure:
    return Figure(partial(_picture, draw, alt), alt)


def _picture(draw: Callable[[Lang], Canvas], alt: Text, lang: Lang) -> Picture:
    return Picture(alt[lang], lambda: draw(lang))


@lru_cache(KEPT)
def _drawn(figure: Figure, lang: Lang) -> Picture:
    return figure.picture(lang)


def _rendered(figure: Figure, lang: Lang, format_: str, **how: Any) -> bytes:
    buffer = io.BytesIO()
    _drawn(figure, lang).figure.savefig(buffer, format=format_, **how)
    return buffer.getvalue()
