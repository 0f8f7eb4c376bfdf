"""Small numbers for items to reckon with."""

from __future__ import annotations

from random import Random
from typing import Protocol

from fcnkit.practice import Grid


def small_grid(rng: Random, rows: int, cols: int, largest: int) -> Grid:
    """Integers from 1 to `largest` in rows and columns, not all of them alike."""
    while True:
        cells = [rng.randint(1, largest) for _ in range(rows * cols)]
        if len(set(cells)) > min(2, rows * cols - 1):
            return tuple(tuple(cells[row * cols : (row + 1) * cols]) for row in range(rows))


def nonzero_grid(rng: Random, rows: int, cols: int, largest: int) -> Grid:
    """Integers from -`largest` to `largest`, none of them 0, some negative, some positive, not all alike."""
    while True:
        cells = [rng.choice([-1, 1]) * rng.randint(1, largest) for _ in range(rows * cols)]
        if min(cells) < 0 < max(cells) and len(set(cells)) > 2:
            return tuple(tuple(cells[row * cols : (row + 1) * cols]) for row in range(rows))


class Stamped(Protocol):
    """The numbers of an item about stamping by hand."""

    @property
    def x(self) -> Grid: ...

    @property
    def kernel(self) -> Grid: ...


def products(n: Stamped) -> int:
    """How many products that are not 0 stamping takes."""
    nonzero = [sum(cell != 0 for row in rows for cell in row) for rows in (n.x, n.kernel)]
    return nonzero[0] * nonzero[1]
