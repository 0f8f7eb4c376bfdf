"""A cell of a notebook, by itself: who examines notebooks need not know how they are handed in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Origin = Literal["student", "handout", "shown"]
"""Whether a cell's code is the student's, or that of a cell of the hand-out: one that only shows something, or not."""


@dataclass(frozen=True)
class Cell:
    """A code cell."""

    number: int
    """Counting all cells of the notebook from 1, as a reader does."""
    source: str
    origin: Origin = "student"
    """As the hand-out's own file tells, byte for byte."""
