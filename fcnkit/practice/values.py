"""What answers are made of, and how they are printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias, TypeGuard

import numpy as np

from fcnkit.text import Text, same

Value: TypeAlias = "int | float | str | Text | tuple[Value, ...]"
"""A number, code (str), words in both languages (Text), a shape (tuple of int) or a grid (tuple of rows).

Values are compared with ==: nothing here is an array, and nothing mutable.
"""
Grid: TypeAlias = tuple[tuple[int, ...], ...]


def as_value(found: Any) -> Value:
    """NumPy's arrays and scalars, and lists, as a Value. Raises TypeError for what is none."""
    if isinstance(found, np.ndarray | np.generic):
        return as_value(found.tolist())
    if isinstance(found, list | tuple):
        return tuple(as_value(part) for part in found)
    if isinstance(found, float) and found.is_integer():
        return int(found)
    if isinstance(found, int | float | str | Text) and not isinstance(found, bool):
        return found
    raise TypeError(f"{found!r} cannot be the answer of an item")


def is_grid(value: Value) -> TypeGuard[Grid]:
    """Whether the value has rows and columns."""
    return isinstance(value, tuple) and bool(value) and all(isinstance(row, tuple) for row in value)


def gap_values(value: Value, columns: int) -> tuple[Value, ...]:
    """What a value writes into each of several gaps; into a grid's (`columns` is not 0) row by row."""
    each = value if isinstance(value, tuple) else (value,)
    return tuple(cell for row in each if isinstance(row, tuple) for cell in row) if columns else each


def format_value(value: Value) -> Text:
    """The value as running text with markup; a grid as Python writes it."""
    if isinstance(value, Text):
        return value
    if isinstance(value, tuple):
        return untranslated(f"`{_python(value)}`")
    return untranslated(f"`{value}`" if isinstance(value, str) else number(value))


def format_list(values: Iterable[Value]) -> Text:
    """Values one after another."""
    parts = [format_value(value) for value in values]
    return Text(ko=", ".join(part.ko for part in parts), en=", ".join(part.en for part in parts))


def number(value: float) -> str:
    """As people write it: a real minus sign, and commas from ten thousand on."""
    text = f"{value:,}" if isinstance(value, int) and abs(value) >= 10_000 else f"{value:.10g}"
    return text.replace("-", "−")


def untranslated(text: str) -> Text:
    """What reads alike in both languages."""
    return same(text)


def numbers(value: Value) -> Iterator[float]:
    """Every number in a value, however deep."""
    if isinstance(value, tuple):
        for part in value:
            yield from numbers(part)
    elif isinstance(value, int | float):
        yield value


def grid(rows: Iterable[Iterable[Any]]) -> Grid:
    """Rows of integers as a Value."""
    return tuple(tuple(int(number) for number in row) for row in rows)


def _python(value: Value) -> str:
    if not isinstance(value, tuple):
        return number(value).replace(",", "") if isinstance(value, int | float) else str(value)
    if is_grid(value):
        return "[" + ", ".join("[" + ", ".join(map(_python, row)) + "]" for row in value) + "]"
    return "(" + ", ".join(map(_python, value)) + (",)" if len(value) == 1 else ")")
