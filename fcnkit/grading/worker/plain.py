"""Values as the plain ones that a question means: an exception by its name, a mapping as a dict, texts as texts."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, ValuesView
from typing import Any

import numpy as np

MAX_DEPTH = 32
MAX_LENGTH = 4_096
"""Of a range that is written out."""
_AS_THEY_ARE = (int, float, bool, complex, np.generic)


def plain(value: Any, depth: int = 0) -> Any:
    """The value, or a container with all in it, as plain data where that says the same; anything else as it is."""
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, _AS_THEY_ARE) or depth > MAX_DEPTH:
        return value
    if isinstance(value, BaseException):
        value = type(value)
    if isinstance(value, type):
        return value.__name__ if issubclass(value, BaseException) else value
    if isinstance(value, np.ndarray):
        return plain(value.tolist(), depth + 1) if value.dtype.kind in "UO" else value
    if isinstance(value, Mapping):
        items = dict.items(value) if isinstance(value, dict) else value.items()
        return {plain(key, depth + 1): plain(entry, depth + 1) for key, entry in items}
    if isinstance(value, tuple):
        return tuple(plain(entry, depth + 1) for entry in tuple.__iter__(value))
    if isinstance(value, list):
        return [plain(entry, depth + 1) for entry in list.__iter__(value)]
    is_short = isinstance(value, range) and len(value) <= MAX_LENGTH
    return [plain(entry, depth + 1) for entry in value] if is_short or isinstance(value, deque | ValuesView) else value
