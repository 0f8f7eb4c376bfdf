"""Right answers in other types that hold the very same values, as libraries and habits make them."""

from __future__ import annotations

import enum
from collections import OrderedDict, UserList, defaultdict, deque, namedtuple
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Any

import numpy as np

Retype = Callable[[Any], Any]


class _Int(int): ...


class _Float(float): ...


class _Tuple(tuple[Any, ...]): ...


class _List(list[Any]): ...


class _Dict(dict[Any, Any]): ...


class _Str(str): ...


class _Array(np.ndarray[Any, Any]): ...


class Tensor:
    """Of TensorFlow or PyTorch, as far as NumPy sees: something that can be made an array."""

    def __init__(self, value: Any) -> None:
        self._value = np.asarray(value)
        self.shape, self.dtype = self._value.shape, self._value.dtype

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> np.ndarray[Any, Any]:
        return self._value.astype(dtype or self.dtype)


def _named(entries: Any) -> Any:
    return namedtuple("Named", [f"entry_{place}" for place in range(len(entries))])(*entries)


def _member(kind: Any) -> Retype:
    return lambda value: kind("Answer", {"it": value}).it


NUMBERS: dict[str, Retype] = {
    **{np.dtype(code).name: np.dtype(code).type for code in "bBhHiIlLefdg?FD"},
    "int": int,
    "float": float,
    "bool": bool,
    "complex": complex,
    "own int": lambda number: _Int(int(number)),
    "own float": _Float,
    "IntEnum": lambda number: _member(enum.IntEnum)(int(number)),
    "no axes": np.array,
    "one entry": lambda number: np.array([number]),
    "list": lambda number: [number],
    "text": str,
    "fraction": Fraction,
    "decimal": Decimal,
    "tensor": Tensor,
}
SEQUENCES: dict[str, Retype] = {
    "NamedTuple": _named,
    "tuple": tuple,
    "list": list,
    "own tuple": _Tuple,
    "own list": _List,
    "UserList": UserList,
    "deque": deque,
    "array": np.array,
    "objects": lambda entries: np.array([*entries, None], object)[:-1],
    "tensor": Tensor,
}
DICTS: dict[str, Retype] = {
    "OrderedDict": OrderedDict,
    "defaultdict": lambda entries: defaultdict(int, entries),
    "own dict": _Dict,
    "proxy": MappingProxyType,
    "keys of NumPy": lambda entries: {np.str_(key): entry for key, entry in entries.items()},
    "in another order": lambda entries: dict(reversed(entries.items())),
    "pairs": lambda entries: list(entries.items()),
}
ARRAYS: dict[str, Retype] = {
    **{np.dtype(code).name: lambda array, code=code: array.astype(code) for code in "bBhHiIlLefdg?FDO"},
    "matrix": np.asmatrix,
    "own array": lambda array: array.view(_Array),
    "masked": np.ma.masked_array,
    "records": lambda array: array.view(np.recarray),
    "columns first": np.asfortranarray,
    "big-endian": lambda array: array.astype(array.dtype.newbyteorder(">")),
    "read-only": lambda array: np.broadcast_to(array, array.shape),
    "from behind": lambda array: array[::-1].copy()[::-1],
    "list": lambda array: array.tolist(),
    "tuple": lambda array: tuple(array.tolist()),
    "tensor": Tensor,
}
TEXTS: dict[str, Retype] = {
    "str_": np.str_,
    "own str": _Str,
    "StrEnum": _member(enum.StrEnum),
    "no axes": np.array,
    "bytes": lambda text: text.encode(),
    "list": lambda text: [text],
}
WAYS: Mapping[str, Mapping[str, Retype]] = {
    "array": ARRAYS,
    "dict": DICTS,
    "sequence": SEQUENCES,
    "integer": NUMBERS,
    "float": NUMBERS,
    "text": TEXTS,
}


class Retyped:
    """Changes the types in values, each kind in one way, wherever the value stays the very same."""

    def __init__(self, ways: Mapping[str, str]) -> None:
        """`ways`: a kind → what becomes of it, as `WAYS` has it."""
        self._ways = {kind: WAYS[kind][way] for kind, way in ways.items()}
        self.seen: set[str] = set()
        """The kinds of which something has been changed."""

    def only(self, kinds: set[str]) -> Retyped:
        """What changes these kinds alone."""
        other = Retyped({})
        other._ways = {kind: way for kind, way in self._ways.items() if kind in kinds}
        return other

    def __call__(self, value: Any) -> Any:
        if isinstance(value, dict):
            return self._changed("dict", {key: self(entry) for key, entry in value.items()})
        if isinstance(value, list | tuple):
            return self._changed("sequence", type(value)(map(self, value)))
        if isinstance(value, np.ndarray):
            return self._changed("array", value)
        if isinstance(value, str):
            return self._changed("text", value)
        if isinstance(value, int | np.integer) and not isinstance(value, bool):
            return self._changed("integer", value)
        return self._changed("float", value) if isinstance(value, float | np.floating) else value

    def _changed(self, kind: str, value: Any) -> Any:
        if kind not in self._ways:
            return value
        try:
            with np.errstate(all="ignore"):
                other = self._ways[kind](value)
            same = _same(value, other) if kind in ("array", "integer", "float") else True
        except (TypeError, ValueError, ArithmeticError, AttributeError):
            return value  # there is no such thing with this value
        if not same:
            return value
        self.seen.add(kind)
        return other


def _same(value: Any, other: Any) -> bool:
    """Whether two numbers, or arrays of numbers, hold the very same."""
    one, another = np.asarray(value), np.asarray(other)
    return bool(np.array_equal(one.astype(np.longdouble).ravel(), another.astype(np.longdouble).ravel()))
