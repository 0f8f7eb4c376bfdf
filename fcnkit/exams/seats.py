"""Who sits where with which form: seats are drawn, and no two neighbours have the same form where forms are enough."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Seat:
    """A place in the room; rows count from the front, columns from the left as the class looks to the front."""

    row: int
    column: int

    @property
    def name(self) -> str:
        """As it is printed: the row's letters and the column's number, such as C7."""
        letters, rest = "", self.row + 1
        while rest:
            rest, letter = divmod(rest - 1, 26)
            letters = chr(ord("A") + letter) + letters
        return f"{letters}{self.column + 1}"


def seats(count: int, columns: int) -> list[Seat]:
    """The first seats of a room that has rows of `columns`, row by row."""
    return [Seat(*divmod(place, columns)) for place in range(count)]


def form_at(seat: Seat, forms: int) -> int:
    """Which form lies there: with two or three other ones on the four sides, from four on also at the corners."""
    return (seat.column + (2 if forms > 3 else 1) * seat.row) % forms


def drawn(people: Sequence[T], seed: int) -> list[T]:
    """The people in the order of their seats, so that nobody knows beforehand who sits beside whom."""
    return Random(f"{seed}/seats").sample(people, len(people))
