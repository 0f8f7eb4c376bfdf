"""An example's two values as grids of cells that a page can draw."""

from __future__ import annotations

import math
from dataclasses import dataclass

from fcnkit.grading.results import Example, ShownValue

LEVELS = 4
"""Number of tints; a cell's tint shows its magnitude, as in a heat map."""


@dataclass(frozen=True, slots=True)
class Cell:
    text: str
    level: int
    """0 (nothing) to LEVELS (the largest magnitude in either grid)."""
    differs: bool


Grid = tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class ExampleGrids:
    """`expected` and `got` as grids on one scale of tints; None where the value is no grid."""

    expected: Grid | None
    got: Grid | None
    differing: int
    """How many cells differ; 0 also where the grids cannot be compared cell by cell."""
    total: int


def example_grids(example: Example) -> ExampleGrids:
    """Both values of an example, cell by cell; only positions in `example.differs` are marked."""
    shown = [value for value in (example.expected, example.got) if value is not None]
    scale = max((_magnitude(text) for value in shown for row in value.grid or () for text in row), default=0.0)
    marks = [mark for row in example.differs or () for mark in row]
    return ExampleGrids(
        expected=_grid(example.expected, example, scale),
        got=_grid(example.got, example, scale),
        differing=sum(marks),
        total=len(marks),
    )


def _grid(value: ShownValue | None, example: Example, scale: float) -> Grid | None:
    if value is None or not value.grid or not value.grid[0]:
        return None
    differs = example.differs or tuple((False,) * len(row) for row in value.grid)
    return tuple(
        tuple(Cell(text, _level(text, scale), mark) for text, mark in zip(row, marks, strict=True))
        for row, marks in zip(value.grid, differs, strict=True)
    )


def _level(text: str, scale: float) -> int:
    return math.ceil(LEVELS * _magnitude(text) / scale) if scale else 0


def _magnitude(text: str) -> float:
    """The absolute value of a formatted number; 0 for what is none or not finite."""
    try:
        value = abs(float(text))
    except ValueError:
        return 0.0
    return value if math.isfinite(value) else 0.0
