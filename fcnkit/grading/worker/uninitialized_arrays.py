"""Fills `np.empty` arrays with a fixed, absurd number, so that unwritten cells are told apart from answers.

It hands out whatever was in memory, which is often zeros. Whoever never fills such an array would be right today and
wrong tomorrow; here they are wrong each time, and can be told so.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import numpy as np

from fcnkit.grading.protocol import UNFILLED

MOST = 64 << 20
"""Bytes of an array that is filled: a larger one could take memory that its owner never touches."""


def fill_what_is_empty() -> None:
    """Patches `np.empty` and `np.empty_like` to return arrays filled with that number."""
    names = ("empty", "empty_like")
    for name in names:
        setattr(np, name, _filling(getattr(np, name)))


def _filling(make: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(make)
    def empty(*args: Any, **kwargs: Any) -> Any:
        array = make(*args, **kwargs)
        if type(array) is np.ndarray and array.dtype.kind in "iufc" and array.nbytes <= MOST:
            array.fill(_unfilled(array.dtype))
        return array

    return empty


def _unfilled(dtype: np.dtype[Any]) -> float:
    if dtype.kind in "iu":
        return int(np.iinfo(dtype).max) // 3 * 2
    return UNFILLED if dtype.itemsize > np.dtype(np.float16).itemsize else np.inf
