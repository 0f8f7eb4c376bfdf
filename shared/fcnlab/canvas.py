"""A sheet of squared paper: everything is placed in cells, (0, 0) at the top left.

The only module that draws with Matplotlib, and it imports it only when a sheet is made.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from fcnlab.palette import FAINT, FILL, GREY, INK, LINE, WHITE, Role, mixed
from fcnlab.wording import Lang

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Numbers = npt.NDArray[np.number[Any]]
Place = tuple[float, float]
"""Cells from the left, cells from the top."""

WIDEST_INCHES, CELL_INCHES = 9.6, 0.44
LABEL, NUMBER, SMALL = 0.36, 0.42, 0.28
"""Heights of text, in cells."""
TEXT_LAYER = 9.0
"""Above every box."""


class Canvas:
    """A figure of `width` × `height` cells."""

    figure: Figure

    def __init__(self, width: float, height: float, lang: Lang) -> None:
        from matplotlib.figure import Figure  # noqa: PLC0415 - its import takes longer than all the rest of fcnlab

        from fcnlab.fonts import families  # noqa: PLC0415 - imports Matplotlib too

        inches = min(CELL_INCHES, WIDEST_INCHES / width)
        self.figure = Figure(figsize=(width * inches, height * inches), facecolor="white")
        self._points = inches * 72
        self._families = families(lang)
        self._axes = self.figure.add_axes((0, 0, 1, 1))
        self._axes.set_xlim(0, width)
        self._axes.set_ylim(height, 0)
        self._axes.set_axis_off()

    def text(self, at: Place, text: str, *, size: float = LABEL, color: str = INK, left: bool = False) -> None:
        """Text centred at a place, or starting there with `left`."""
        self._axes.text(
            *at,
            text,
            family=self._families,
            fontsize=size * self._points,
            color=color,
            horizontalalignment="left" if left else "center",
            verticalalignment="center_baseline",
            parse_math=False,
            zorder=TEXT_LAYER,
        )

    def box(
        self, at: Place, size: Place = (1, 1), *, fill: str = WHITE, thick: bool = False, dashed: bool = False
    ) -> None:
        """A rectangle with its top left corner at a place; one with a thick edge lies on top of the others."""
        from matplotlib.patches import Rectangle  # noqa: PLC0415 - as above

        box = Rectangle(at, *size, facecolor=fill, edgecolor=INK if thick else LINE, linewidth=1.8 if thick else 0.8)
        box.set_linestyle("dashed" if dashed else "solid")
        box.set_zorder(2 if thick else 1)
        self._axes.add_patch(box)

    def lines(self, at: Place, size: Place, rows: int, cols: int) -> None:
        """The thin lines of a grid of rows × cols over a rectangle."""
        (left, top), (width, height) = at, size
        style: dict[str, Any] = {"colors": INK, "linewidth": 0.35, "alpha": 0.75, "zorder": 1.5}
        self._axes.hlines([top + height * row / rows for row in range(rows + 1)], left, left + width, **style)
        self._axes.vlines([left + width * col / cols for col in range(cols + 1)], top, top + height, **style)

    def frame(self, at: Place, size: Place, *, dashed: bool = False) -> None:
        """A black rectangle on white, which shows on any image; what lies outside the sheet is cut off."""
        from matplotlib.patches import Rectangle  # noqa: PLC0415 - as above

        for color, width in ((WHITE, 4.0), (INK, 1.8)):
            style = "dashed" if dashed and color == INK else "solid"
            frame = Rectangle(at, *size, fill=False, edgecolor=color, linewidth=width, linestyle=style, zorder=3)
            self._axes.add_patch(frame)

    def dot(self, at: Place) -> None:
        """A black dot on white."""
        self._axes.plot(*at, "o", color=INK, markeredgecolor=WHITE, markersize=7, zorder=4)

    def tag(self, at: Place, text: str, *, size: float = SMALL) -> None:
        """A line of text on a white ground, starting at a place; a later one covers an earlier one."""
        self.text(at, text, size=size, left=True)
        self._axes.texts[-1].set_bbox({"facecolor": WHITE, "edgecolor": INK, "linewidth": 1.2, "pad": 2.5})

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
        across, down = zip(*places, strict=True)
        color, width = (INK, 2.0) if strong else (FAINT, 0.6)
        self._axes.plot(across, down, color=color, linewidth=width, zorder=2 if strong else 1)

    def image(
        self, at: Place, side: float, pixels: Numbers, limits: tuple[float, float], *, colours: str = "gray"
    ) -> None:
        """An array (rows, cols), its longer side `side` cells long, in grey or another of Matplotlib's colour maps.

        `limits` are the map's two ends. An array (rows, cols, 3) of uint8 is shown in its own colours.
        """
        height, width = (side * n / max(pixels.shape[:2]) for n in pixels.shape[:2])
        extent = (at[0], at[0] + width, at[1] + height, at[1])
        low, high = limits
        self._axes.imshow(
            pixels, cmap=colours, vmin=low, vmax=high, interpolation="nearest", extent=extent, aspect="auto"
        )
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
