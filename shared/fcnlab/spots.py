"""Drawings with places that show more while the mouse, a finger or the keyboard is on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from fcnlab.moving import Page, page_pixels
from fcnlab.sketch import UNIT, pieces, sketch

if TYPE_CHECKING:
    from fcnlab.canvas import Canvas
    from fcnlab.marks import Mark, Place

STYLE = (
    ".spot{fill:transparent;cursor:pointer;outline:none}.spot:hover,.spot:focus{stroke:#1a1a1a;stroke-width:4}"
    ".more{visibility:hidden;pointer-events:none}p{margin:6px 4px;min-height:1.45em}"
)
ROOM = 44
"""Page pixels below the drawing, for the line that says what to do."""


@dataclass(frozen=True)
class Spot:
    """A rectangle of the drawing in cells, the sentence that it stands for, and the marks that it shows."""

    at: Place
    size: Place
    says: str
    marks: tuple[Mark, ...]


def spotted(canvas: Canvas, spots: Sequence[Spot], hint: str) -> Page:
    """The page of a drawing with spots: each is reached with Tab as well, and read out by its sentence.

    Make a spot's marks with a canvas of the same size: `Canvas(...).marks`. `hint` says below what to do.
    """
    areas = "".join(_area(number, spot) for number, spot in enumerate(spots))
    more = "".join(f'<g class="more m{n}">{pieces(canvas, spot.marks)}</g>' for n, spot in enumerate(spots))
    width, height = page_pixels(canvas)
    shown = ",".join(f".s{n}:hover~.m{n},.s{n}:focus~.m{n}" for n in range(len(spots)))
    return Page(
        f"{sketch(canvas, areas + more)}<p>{escape(hint)}</p>",
        f"{STYLE}{shown}{{visibility:visible}}",
        (width, height + ROOM),
    )


def _area(number: int, spot: Spot) -> str:
    (x, y), (width, height) = ((round(a * UNIT, 1), round(b * UNIT, 1)) for a, b in (spot.at, spot.size))
    place = f'x="{x}" y="{y}" width="{width}" height="{height}"'
    return f'<rect class="spot s{number}" tabindex="0" role="img" aria-label="{escape(spot.says)}" {place}/>'
