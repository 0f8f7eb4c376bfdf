"""A cell of a notebook, by itself: who examines notebooks need not know how they are handed in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Cell:
    """A code cell."""

    number: int
    """Counting all cells of the notebook from 1, as a reader does."""
    source: str
