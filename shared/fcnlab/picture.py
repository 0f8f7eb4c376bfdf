"""What drawing functions return: a picture that is drawn only when somebody looks, or a note in its place."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from fcnlab.canvas import Canvas

CSS_DPI = 96
"""Pixels per inch on a page."""
SHARPNESS = 2
"""Image pixels per page pixel, for high-resolution screens and print."""


class Shown(TypedDict):
    """Of an image on a page: its size in page pixels, and what is read out in its place."""

    width: int
    height: int
    alt: str


class Picture:
    """A Matplotlib figure to be: Jupyter shows it, and `picture.figure` is the figure itself.

    Drawing late keeps notebooks quick to run where nobody looks, as in grading; Matplotlib's import alone takes
    longer than all the rest of this package.
    """

    def __init__(self, title: str, draw: Callable[[], Canvas]) -> None:
        self.title = title
        self._draw = draw

    @cached_property
    def canvas(self) -> Canvas:
        """The drawing, not painted yet."""
        return self._draw()

    @property
    def figure(self) -> Figure:
        return self.canvas.figure

    def save(self, path: str | Path) -> None:
        """Write the picture to a file; the ending (.png, .pdf, .svg) says in which format."""
        self.figure.savefig(path, dpi=CSS_DPI * SHARPNESS)

    def __repr__(self) -> str:
        return f"<Picture: {self.title}>"

    def _repr_png_(self) -> tuple[bytes, Shown]:
        """The image for Jupyter, and how it is shown."""
        buffer = io.BytesIO()
        self.figure.savefig(buffer, format="png", dpi=CSS_DPI * SHARPNESS)
        width, height = (round(inches * CSS_DPI) for inches in self.figure.get_size_inches())
        return buffer.getvalue(), Shown(width=width, height=height, alt=self.title)


class Note:
    """A sentence that stands where a picture cannot be drawn yet."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __repr__(self) -> str:
        return self.text
