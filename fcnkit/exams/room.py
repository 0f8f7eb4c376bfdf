"""How much room an item's answers need on a sheet: the same for every draw, so that the room tells nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from fcnkit.practice.answers import FillIn
from fcnkit.practice.item import AnyItem, sample
from fcnkit.practice.values import Value

_DRAWS = 24
"""Draws of each item, to see what its answers can be."""
_SIDES = 4
"""Sides of a shape for which there is room, at least: that an image batch has four is no secret."""
_IN_A_CELL = 2
"""Digits of a grid's cell, at least."""


@dataclass(frozen=True)
class Room:
    """What stands on the sheet for each gap of an item."""

    kind: Literal["number", "shape", "written"]
    digits: int = 0
    """Digits of a number, or of one side of a shape."""
    sides: int = 1
    is_signed: bool = False


def room_of(item: AnyItem) -> Room:
    """The room for what any draw of the item asks to be filled in."""
    answers = [sample(item, f"room/{number}").problem.answer for number in range(_DRAWS)]
    filled = [answer for answer in answers if isinstance(answer, FillIn)]
    values = [blank.value for answer in filled for blank in answer.blanks]
    if not all(map(_is_whole, values)):
        return Room("written")
    numbers = [number for value in values for number in _whole(value)]
    longest = max(len(str(abs(number))) for number in numbers)
    is_grid = any(answer.columns for answer in filled)
    digits = max(longest, _IN_A_CELL if is_grid else len(str(item.max_number)))
    sides = max(len(value) if isinstance(value, tuple) else 1 for value in values)
    is_shape = any(isinstance(value, tuple) for value in values)
    kind: Literal["number", "shape"] = "shape" if is_shape else "number"
    return Room(kind, digits, max(sides, _SIDES) if is_shape else 1, any(number < 0 for number in numbers))


def _is_whole(value: Value) -> bool:
    return isinstance(value, int) or (
        isinstance(value, tuple) and bool(value) and all(isinstance(side, int) and side >= 0 for side in value)
    )


def _whole(value: Value) -> Iterator[int]:
    for number in value if isinstance(value, tuple) else (value,):
        assert isinstance(number, int)  # noqa: S101  # `_is_whole`
        yield number
