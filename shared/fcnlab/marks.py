"""What a drawing is made of, before anybody has painted it: places and sizes in cells, line widths in points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

Place = tuple[float, float]
"""Cells from the left, cells from the top."""


@dataclass(frozen=True)
class Words:
    """Text centred at a place, or starting there; `size` is its height in cells. `framed` is on a white ground."""

    at: Place
    text: str
    size: float
    color: str
    left: bool
    framed: bool = False


@dataclass(frozen=True)
class Box:
    """A rectangle; a thick one lies on top of the others."""

    at: Place
    size: Place
    fill: str
    """A colour, or none."""
    edge: str
    line_width: float
    thick: bool
    dashed: bool


@dataclass(frozen=True)
class Lines:
    """The thin lines of a grid over a rectangle."""

    at: Place
    size: Place
    rows: int
    cols: int


@dataclass(frozen=True)
class Frame:
    """A black rectangle on white."""

    at: Place
    size: Place
    dashed: bool


@dataclass(frozen=True)
class Dot:
    """A black dot on white."""

    at: Place


@dataclass(frozen=True)
class Path:
    """A line through places."""

    places: tuple[Place, ...]
    color: str
    line_width: float
    strong: bool


@dataclass(frozen=True)
class Pixels:
    """An array as an image, in one of Matplotlib's colour maps or in its own colours."""

    at: Place
    size: Place
    pixels: npt.NDArray[np.number[Any]]
    limits: tuple[float, float]
    colours: str


Mark: TypeAlias = Words | Box | Lines | Frame | Dot | Path | Pixels
