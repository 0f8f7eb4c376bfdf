"""A sheet of squared paper: everything is placed in cells, (0, 0) at the top left.

What is drawn is kept as marks, which `fcnlab.painting` gives to Matplotlib when somebody looks.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from fcnlab.marks import Box, Dot, Frame, Lines, Mark, Path, Pixels, Place, Words
from fcnlab.palette import FAINT, FILL, GREY, INK, LINE, WHITE, Role, mixed
from fcnlab.wording import Lang

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Numbers = npt.NDArray[np.number[Any]]

WIDEST_INCHES, CELL_INCHES = 9.6, 0.44
LABEL, NUMBER, SMALL = 0.36, 0.42, 0.28
"""Heights of text, in cells."""


class Canvas:
    """A figure of `width` × `height` cells."""

    def __init__(self, width: float, height: float, lang: Lang) -> None:
        self.width, self.height, self.lang = width, height, lang
        self.cell_inches = min(CELL_INCHES, WIDEST_INCHES / width)
        self.marks: list[Mark] = []

    @property
    def inches(self) -> tuple[float, float]:
        """Width and height on the page."""
        return self.width * self.cell_inches, self.height * self.cell_inches

    @cached_property
    def figure(self) -> Figure:
        """What has been drawn so far, as Matplotlib has it."""
        from fcnlab.painting import painted  # noqa: PLC0415 - Matplotlib's import takes longer than all the rest

        return painted(self)

    def text(self, at: Place, text: str, *, size: float = LABEL, color: str = INK, left: bool = False) -> None:
        """Text centred at a place, or starting there with `left`."""
        self.marks.append(Words(at, text, size, color, left))

    def box(
        self, at: Place, size: Place = (1, 1), *, fill: str = WHITE, thick: bool = False, dashed: bool = False
    ) -> None:
        """A rectangle with its top left corner at a place; one with a thick edge lies on top of the others."""
        self.marks.append(Box(at, size, fill, INK if thick else LINE, 1.8 if thick else 0.8, thick, dashed))

    def lines(self, at: Place, size: Place, rows: int, cols: int) -> None:
        """The thin lines of a grid of rows × cols over a rectangle."""
        self.marks.append(Lines(at, size, rows, cols))

    def frame(self, at: Place, size: Place, *, dashed: bool = False) -> None:
        """A black rectangle on white, which shows on any image; what lies outside the sheet is cut off."""
        self.marks.append(Frame(at, size, dashed))

    def dot(self, at: Place) -> None:
        """A black dot on white."""
        self.marks.append(Dot(at))

    def tag(self, at: Place, text: str, *, size: float = SMALL) -> None:
        """A line of text on a white ground, starting at a place; a later one covers an earlier one."""
        self.marks.append(Words(at, text, size, INK, left=True, framed=True))

    def number(self, at: Place, value: object, *, width: float = 1, color: str = INK) -> None:
        """A number in the cell whose corner is at a place, as large as fits `width` cells."""
        text = written(value)
        self.text((at[0] + width / 2, at[1] + 0.5), text, size=fitting(text, NUMBER, 0.88 * width), color=color)

    def grid(self, at: Place, numbers: Numbers, role: Role) -> None:
        """An array (rows, cols) with its numbers; the larger a number's size, the stronger its colour."""
        sizes = np.abs(np.nan_to_num(np.asarray(numbers, dtype=float), nan=0, posinf=0, neginf=0))
        strengths = sizes / (sizes.max() or 1.0)
        for (row, col), value in np.ndenumerate(numbers):
            corner = (at[0] + col, at[1] + row)
            self.box(corner, fill=mixed(FILL[role], 0.25 + 0.75 * strengths[row, col]) if value else WHITE)
            self.number(corner, value, color=INK if value else GREY)

    def curve(self, places: Sequence[Place], *, strong: bool) -> None:
        """A line through places: a strong one to be read, or a faint one to read it by."""
        color, width = (INK, 2.0) if strong else (FAINT, 0.6)
        self.marks.append(Path(tuple(places), color, width, strong))

    def image(
        self, at: Place, side: float, pixels: Numbers, limits: tuple[float, float], *, colours: str = "gray"
    ) -> None:
        """An array (rows, cols), its longer side `side` cells long, in grey or another of Matplotlib's colour maps.

        `limits` are the map's two ends. An array (rows, cols, 3) of uint8 is shown in its own colours.
        """
        height, width = (side * n / max(pixels.shape[:2]) for n in pixels.shape[:2])
        self.marks.append(Pixels(at, (width, height), pixels, limits, colours))
        self.box(at, (width, height), fill="none")


def written(value: object) -> str:
    """A number as people write it: three significant digits, a real minus sign."""
    text = f"{value:.3g}" if isinstance(value, (float, np.floating)) else str(value)
    return ("0" if text == "-0" else text).replace("-", "−")


def text_width(text: str, size: float = LABEL) -> float:
    """About how many cells wide a text is: Hangul syllables are wider than Latin letters."""
    return sum(size * (1.0 if unicodedata.east_asian_width(letter) in "WF" else 0.64) for letter in text)


def fitting(text: str, size: float, width: float) -> float:
    """`size`, or less where the text would be wider than `width` cells."""
    return min(size, size * width / text_width(text, size))
