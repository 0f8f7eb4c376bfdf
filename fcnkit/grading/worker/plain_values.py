"""Normalises values to plain ones: an exception to its class name, a mapping to a dict, `np.str_` to `str`.

What is a number, a text, a container or an array of a kind of its own is one; an array without axes is its number.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, ValuesView
from typing import Any

import numpy as np

MAX_DEPTH = 32
MAX_LENGTH = 4_096
"""Entries of a range that is written out."""
_AS_THEY_ARE = (bool, complex, np.generic)


def plain(value: Any, depth: int = 0) -> Any:
    """The value, or a container with all in it, as plain data where that says the same; anything else as it is."""
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, _AS_THEY_ARE) or depth > MAX_DEPTH:
        return value
    if isinstance(value, int):
        return int.__int__(value)
    if isinstance(value, float):
        return float.__float__(value)
    if isinstance(value, BaseException):
        value = type(value)
    if isinstance(value, type):
        return value.__name__ if issubclass(value, BaseException) else value
    if isinstance(value, np.ndarray):
        return _of_array(value if type(value) is np.ndarray else np.ndarray.view(value, np.ndarray), depth)
    if isinstance(value, Mapping):
        items = dict.items(value) if isinstance(value, dict) else value.items()
        return {plain(key, depth + 1): plain(entry, depth + 1) for key, entry in items}
    if isinstance(value, tuple):
        return tuple(plain(entry, depth + 1) for entry in tuple.__iter__(value))
    if isinstance(value, list):
        return [plain(entry, depth + 1) for entry in list.__iter__(value)]
    is_short = isinstance(value, range) and len(value) <= MAX_LENGTH
    return [plain(entry, depth + 1) for entry in value] if is_short or isinstance(value, deque | ValuesView) else value


def _of_array(array: np.ndarray[Any, Any], depth: int) -> Any:
    if array.dtype.kind in "UO":
        return plain(array.tolist(), depth + 1)
    return array if array.ndim else array[()]
