"""Small numbers for items to reckon with."""

from __future__ import annotations

from random import Random

from fcnkit.practice.values import Grid


def small_grid(rng: Random, rows: int, cols: int, low: int = 0, high: int = 4) -> Grid:
    """Integers from `low` to `high` in rows and columns, not all of them alike."""
    while True:
        cells = [rng.randint(low, high) for _ in range(rows * cols)]
        if len(set(cells)) > min(2, rows * cols - 1):
            return tuple(tuple(cells[row * cols : (row + 1) * cols]) for row in range(rows))
