"""Formats values for people, bounded in length: a student's value may be endless."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

import numpy as np

from fcnkit.grading.examiner.check import Case
from fcnkit.grading.protocol import File, Input, Model, Opaque, RefusedValue

_PLAIN = ("float64", "int64", "bool")
MAX_NUMBERS = 576
"""Numbers of an array that is written out."""


def format_value(value: Any, most: int | None = None) -> str:
    """The value as Python writes it, arrays in one line, or its first `most` characters."""
    text = ""
    for part in _parts(value):
        text += part
        if most is not None and len(text) >= most:
            break
    return text[:most]


def format_call(name: str, case: Case) -> str:
    """The call as a student would type it."""
    args = [format_value(value) for value in case.args] + [
        f"{key}={format_value(value)}" for key, value in case.kwargs.items()
    ]
    return f"{name}({', '.join(args)})"


def _parts(value: Any) -> Iterator[str]:
    if type(value) is list:
        yield "["
        yield from _listed(map(_parts, value))
        yield "]"
    elif type(value) is tuple:
        yield "("
        yield from _listed(map(_parts, value))
        yield ",)" if len(value) == 1 else ")"
    elif type(value) is dict:
        yield "{"
        yield from _listed(chain(_parts(key), (": ",), _parts(entry)) for key, entry in value.items())
        yield "}"
    else:
        yield _one(value)


def _listed(entries: Iterable[Iterable[str]]) -> Iterator[str]:
    for number, parts in enumerate(entries):
        yield ", " if number else ""
        yield from parts


def _one(value: Any) -> str:
    match value:
        case Opaque():
            return f"<{value.what}>"
        case Model() | RefusedValue():
            return "<a model>"
        case File():
            return repr(value.name)
        case Input():
            return f"keras.Input({value.shape})"
        case np.ndarray():
            return _array(value)
        case np.generic() if (
            value.dtype.name in _PLAIN
        ):  # what NumPy computes with: `np.float64(…)` around each hides them
            return repr(value.item())
    return repr(value)


def _array(value: np.ndarray[Any, Any]) -> str:
    if value.ndim > 3 and value.size and (value == value.flat[0]).all():  # a whole batch, of which this says all
        made = f"zeros({value.shape}" if not value.any() else f"full({value.shape}, {value.flat[0]:g}"
        return f'np.{made}, "{value.dtype.name}")'
    if value.size > MAX_NUMBERS:
        return f"<array of shape {value.shape}>"
    text = " ".join(np.array2string(value, separator=", ", precision=4).split())
    return f"np.array({text.replace('[ ', '[')})"
