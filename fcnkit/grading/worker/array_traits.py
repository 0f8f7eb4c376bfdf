"""Properties of a returned array that its value does not show: read-only, overlapping, returned before."""

from __future__ import annotations

import weakref
from typing import Any

import numpy as np

from fcnkit.grading.protocol import Trait


class ArrayTraits:
    """Remembers returned arrays, to recognise one that is returned again."""

    def __init__(self) -> None:
        self._seen: list[weakref.ref[np.ndarray[Any, Any]]] = []

    def traits(self, result: Any, first: Any) -> list[Trait]:
        """The traits of what a call returned, whose first argument was `first`."""
        if result is first:
            return ["first"]
        if type(result) is not np.ndarray:
            return []
        owner = _owner(result)
        said: list[Trait] = []
        if type(first) is np.ndarray and _are_one(result, first):
            said.append("first")
        if not result.flags.writeable:
            said.append("read-only")
        if _overlaps(result):
            said.append("overlapping")
        self._seen = [seen for seen in self._seen if seen() is not None]
        if any(seen() is owner for seen in self._seen):
            said.append("again")
        else:
            self._seen.append(weakref.ref(owner))
        return said


def _owner(array: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """The array that holds the memory, as far as that is one."""
    while isinstance(array.base, np.ndarray):
        array = array.base
    return array


def _are_one(left: np.ndarray[Any, Any], right: np.ndarray[Any, Any]) -> bool:
    """Whether they are the same cells under two names."""
    if left.shape != right.shape or left.strides != right.strides or left.dtype != right.dtype:
        return False
    return _address(left) == _address(right)  # whether one may be written to is said apart


def _address(array: np.ndarray[Any, Any]) -> int:
    address: int = array.__array_interface__["data"][0]
    return address


def _overlaps(array: np.ndarray[Any, Any]) -> bool:
    """Whether there is less memory than cells, so that some are one."""
    if array.flags.forc:  # cell by cell in a row: of most answers that is all there is to find out
        return False
    low, high = np.lib.array_utils.byte_bounds(array)
    return high - low < array.nbytes
