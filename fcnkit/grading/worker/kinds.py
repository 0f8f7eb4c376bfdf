"""Converts an oracle's answer to the types of the student's own answers, on which their later code relies."""

from __future__ import annotations

from typing import Any

import numpy as np

_NUMBERS = "biufc"
"""Kinds of dtype."""


def as_kind_of(own: Any, right: Any) -> Any:
    """The value `right`, plain data, in the containers that `own` has in the same places, as far as that is possible.

    Where a sequence is longer than the student's, its entries go by their last one.
    """
    if isinstance(own, np.ndarray):
        return _array(own, right)
    if isinstance(right, np.ndarray) and type(own) in (list, tuple):
        return type(own)(right.tolist())
    if type(right) is dict:
        return _of_dict(own, right)
    if type(right) in (list, tuple) and type(own) in (list, tuple):
        return type(own)(
            as_kind_of(own[min(place, len(own) - 1)], entry) if own else entry for place, entry in enumerate(right)
        )
    if type(right) in (int, float) and isinstance(own, np.generic):
        return np.asarray(right)[()]
    return right.item() if isinstance(right, np.generic) and type(own) in (int, float) else right


def _array(own: np.ndarray[Any, Any], right: Any) -> Any:
    if type(right) in (int, float):
        return np.full(own.shape, right) if own.size == 1 else right
    if type(right) not in (list, tuple):
        return right
    try:
        array = np.array(right)
    except ValueError:  # rows of several lengths
        return right
    return array if array.dtype.kind in _NUMBERS else right


def _of_dict(own: Any, right: dict[Any, Any]) -> Any:
    """Under the student's keys: the right ones where they have them, and others in their order."""
    if type(own) in (list, tuple) and len(own) == len(right):
        return type(own)(map(as_kind_of, own, right.values()))
    if type(own) is not dict or len(own) != len(right):
        return right
    others = iter([key for key in own if key not in right])
    keys = {key: key if key in own else next(others) for key in right}
    return {keys[key]: as_kind_of(own[keys[key]], value) for key, value in right.items()}
