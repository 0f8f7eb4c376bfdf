"""What changes of arrays are made of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from fcnkit.grading.examiner.relations.change import Change, change

Array = npt.NDArray[Any]


def array_change(id: str, make: Callable[[Array], Any], *said: str) -> Change:
    """As `change`, of arrays alone."""

    def made_of(value: Any) -> Any:
        if not isinstance(value, np.ndarray):
            raise TypeError("no array")
        return make(value)

    return change(id, made_of, *said)


def moved(axis: int, by: int) -> Callable[[Array], Array]:
    """Zeros come in where it leaves."""

    def make(array: Array) -> Array:
        made = np.zeros_like(array)
        length = array.shape[axis]
        if length > abs(by):
            source = _part(array, axis, max(-by, 0), length - max(by, 0))
            _part(made, axis, max(by, 0), length - max(-by, 0))[...] = source
        return made

    return make


def _part(array: Array, axis: int, start: int, stop: int) -> Array:
    return array[(slice(None),) * axis + (slice(start, stop),)]
