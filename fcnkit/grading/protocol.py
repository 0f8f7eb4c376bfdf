"""Values on the wire between the examiner and the student's process: plain data and arrays, nothing that runs.

Nothing is unpickled or evaluated, and every size is checked before it is read. `wire` sends and receives them.

Values are tagged, so that a tuple arrives as a tuple and an array as an array:

=====================  ==========================================================
value                  in JSON
=====================  ==========================================================
None, bool, int,       themselves (NaN and infinities as Python's json writes them)
float, str
tuple, list            ``{"tuple": [...]}``, ``{"list": [...]}``
dict                   ``{"dict": [[key, value], ...]}``
ndarray, NumPy scalar  ``{"array": [dtype, shape, offset]}``, ``{"scalar": [dtype, offset]}``
Model                  ``{"model": [config, [weights]]}``
RefusedValue           ``{"refused": [reason, kind of layer]}``
File                   ``{"file": [name, bytes as an array]}``
Input                  ``{"input": [times, [side, ...]]}``
anything else          ``{"opaque": "what it is"}``
=====================  ==========================================================
"""

from __future__ import annotations

import builtins
import math
from dataclasses import dataclass
from typing import Any, Literal, get_args

import numpy as np

MAX_JSON = 4 << 20
MAX_ARRAYS = 64 << 20
"""Bytes of all arrays in one message: ample for an honest answer, harmless to hold in memory."""
MAX_CONFIG = MAX_JSON // 8 * 3
"""Characters of a model's configuration. Sent as JSON inside JSON, where escaping can double each character."""
MAX_DEPTH = 32
MAX_INT_BITS = 4096
MAX_KEYS = 1024
"""In all dicts of one message: Python takes quadratic time for keys that are chosen to collide."""
MAX_KEY = 8
"""Numbers and texts in a tuple that is a key: two long ones that end differently take long to be told apart."""
_DTYPES = {
    dtype.str: dtype
    for dtype in map(np.dtype, ("b1", "i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8", "f2", "f4", "f8", "c8", "c16"))
}
_BARE = frozenset({type(None), bool, int, float})
"""What is itself in JSON, besides texts."""
_MAX_SIDE = 1 << 40
TOO_MANY_BITS = "int of more than 4,096 bits"
TOO_MANY_KEYS = "dict of more than 1,024 keys"
TOO_DEEP = "container nested more than 32 deep"
TOO_LARGE = "value too large to hand in"
SOMETHING = "object"
_KINDS = frozenset(
    {TOO_MANY_BITS, TOO_MANY_KEYS, TOO_DEEP, TOO_LARGE, SOMETHING}
    | {name for name, value in vars(builtins).items() if isinstance(value, type)}
    | {"function", "method", "builtin_function_or_method", "generator", "coroutine", "module", "ellipsis", "ufunc"}
    | {"dict_keys", "dict_values", "dict_items", "recarray", "MaskedArray", "matrix", "Figure", "Axes"}
    | {"Tensor", "EagerTensor", "KerasTensor", "Variable", "Functional", "Sequential", "Model", "History"}
    | {f"array of {kind}" for kind in ("object_", "str_", "bytes_", "void", "datetime64", "timedelta64", "clongdouble")}
)
"""All that is ever said of a value that does not cross: a name that a student made up could tell a hidden input."""

UNFILLED = 6.02214076e23
"""What an array of `np.empty` holds on the student's side: a number that no answer comes near."""

TIME_LIMIT = "time"
"""The limit that an exception tells of which the worker raised itself, in code that did not end in time."""
Care = Literal["none", "brief", "definitions"]
"""How a cell is run: as it is, with a moment for each statement, or its definitions alone."""


Trait = Literal["first", "read-only", "overlapping", "again"]
"""Properties of a returned object apart from its value: it is the first argument itself, or an array that is read-only,
that overlaps itself, or that an earlier call returned."""
TRAITS: tuple[Trait, ...] = get_args(Trait)


class ProtocolError(Exception):
    """The other side sent something that is not a message."""


class Closed(Exception):
    """The other side has gone."""


@dataclass(frozen=True)
class Opaque:
    """A value that does not cross: its type where that is a well-known one, or why not, in a few words."""

    what: str


@dataclass(frozen=True, eq=False)  # arrays have no one truth value
class Model:
    """A Keras model as data: its configuration, JSON text as `keras.saving` serializes it, and its weights in order."""

    config: str
    weights: tuple[np.ndarray[Any, Any], ...]


@dataclass(frozen=True)
class RefusedValue:
    """A Keras model that does not cross, and why, as one of a few words."""

    reason: str
    layer: str = ""
    """The kind of Keras' layer that it is about, where it is about one."""


@dataclass(frozen=True)
class File:
    """A file that a function gets as an argument: it is written down on the other side, and its path is passed."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Input:
    """An argument of a function that builds a part of a Keras model: `keras.Input` of this shape, the batch left out.

    Where such a function returns a Keras tensor, what lies between the two comes back as a `Model`.
    """

    shape: tuple[int, ...]
    times: int = 1
    """How often the function is applied, each time to what it returned before."""


class Encoder:
    """Turns values into their JSON form and collects the arrays' bytes on the way."""

    def __init__(self, arrays: bytearray | None = None) -> None:
        """`arrays` are those of the same message that another one has collected: each may have so many keys."""
        self.arrays = bytearray() if arrays is None else arrays
        self._keys = 0

    def encode(self, value: Any, depth: int = 0) -> Any:
        """The JSON form of `value`; exact built-in and NumPy types only, never a subclass."""
        kind = type(value)
        if value is None or kind in (bool, float, str):
            return value
        if kind is int:
            return value if value.bit_length() <= MAX_INT_BITS else {"opaque": TOO_MANY_BITS}
        if depth >= MAX_DEPTH:
            return {"opaque": TOO_DEEP}
        if kind in (tuple, list):
            return {kind.__name__: [self.encode(item, depth + 1) for item in value]}
        if kind is dict:
            return self._dict(value, depth + 1)
        if kind is np.ndarray or issubclass(kind, np.generic):
            return self._numpy(value)
        return self._own(value)

    def _dict(self, value: dict[Any, Any], depth: int) -> Any:
        self._keys += len(value)
        if self._keys > MAX_KEYS:
            return {"opaque": TOO_MANY_KEYS}
        if not all(map(_is_key, value)):
            return {"opaque": "dict"}
        return {"dict": [[self.encode(key, depth), self.encode(item, depth)] for key, item in value.items()]}

    def _own(self, value: Any) -> Any:
        match value:
            case Model(config=config, weights=weights):
                return {"model": [config, [self._numpy(array) for array in weights]]}
            case RefusedValue(reason=reason, layer=layer):
                return {"refused": [reason, layer]}
            case File(name=name, content=content):
                return {"file": [name, self._numpy(np.frombuffer(content, np.uint8))]}
            case Input(shape=shape, times=times):
                return {"input": [times, list(shape)]}
        return {"opaque": type(value).__name__[:80]}

    def _numpy(self, value: Any) -> Any:
        dtype = value.dtype.str
        if has_other_form := dtype not in _DTYPES:
            if value.dtype == np.longdouble:
                value = value.astype(np.float64)  # honest, but of no fixed format
            dtype = value.dtype.newbyteorder("=").str
            if dtype not in _DTYPES:
                return {"opaque": f"array of {value.dtype.type.__name__}"}
        if len(self.arrays) + value.nbytes > MAX_ARRAYS:
            return {"opaque": TOO_LARGE}
        offset = len(self.arrays)
        self.arrays += (value.astype(dtype) if has_other_form else value).tobytes()
        if isinstance(value, np.generic):
            return {"scalar": [dtype, offset]}
        return {"array": [dtype, list(value.shape), offset]}


class Decoder:
    """Turns the JSON form back into values, believing nothing."""

    def __init__(self, arrays: bytes) -> None:
        self._arrays = arrays
        self._unclaimed = len(arrays)
        """Bytes that are in no array yet: arrays that share theirs could take any amount of memory."""
        self._keys = 0

    def begin_reply(self) -> None:
        """What comes now may have as many keys as a message of its own."""
        self._keys = 0

    def decode(self, tree: Any, depth: int = 0) -> Any:
        """The value that `tree` stands for. Raises ProtocolError for anything not in the table above."""
        kind = type(tree)
        if kind is str:
            return printable(tree)
        if kind in _BARE:
            return tree
        if depth > MAX_DEPTH or kind is not dict or len(tree) != 1:
            raise ProtocolError("not a tagged value")
        ((tag, body),) = tree.items()
        if tag == "array":
            return self._array(body)
        if type(body) is list:
            if tag == "scalar":
                return self._array([*body[:1], [], *body[1:]])[()]
            if tag in ("tuple", "list"):
                items = [item if type(item) in _BARE else self.decode(item, depth + 1) for item in body]
                return items if tag == "list" else tuple(items)
            if tag == "dict":
                return self._dict(body, depth + 1)
        return self._own(tag, body)

    def _own(self, tag: str, body: Any) -> Any:
        match tag, body:
            case "model", [str(config), list(weights)] if len(config) <= MAX_CONFIG and config.isascii():
                return Model(config, tuple(self._bare_array(entry) for entry in weights))
            case "refused", [str(reason), str(layer)]:
                return RefusedValue(reason, layer)
            case "file", [str(name), content]:
                return File(printable(name), self._bare_array(content).tobytes())
            case "input", [times, list(shape)] if len(shape) <= MAX_DEPTH:
                if all(type(number) is int for number in (times, *shape)):
                    return Input(tuple(shape), times)
            case "opaque", str(what):
                return Opaque(what if what in _KINDS else SOMETHING)
        raise ProtocolError(f"unknown tag {str(tag)[:20]!r}")

    def _dict(self, items: list[Any], depth: int) -> dict[Any, Any]:
        self._keys += len(items)
        if self._keys > MAX_KEYS:
            raise ProtocolError("dicts of too many keys")
        result = {}
        for item in items:
            if not isinstance(item, list) or len(item) != 2:
                raise ProtocolError("a dict is not a list of pairs")
            key = self.decode(item[0], depth)
            if type(key) is not str and not _is_key(key):
                raise ProtocolError("a key that cannot be a key")
            result[key] = self.decode(item[1], depth)
        return result

    def _bare_array(self, tree: Any) -> np.ndarray[Any, Any]:
        if type(tree) is not dict or "array" not in tree:
            raise ProtocolError("not an array")
        return self._array(tree["array"])

    def _array(self, said: Any) -> np.ndarray[Any, Any]:
        """From [dtype, shape, offset]: told apart by hand, for which patterns take twice as long as all the rest."""
        if type(said) is not list or len(said) != 3:
            raise ProtocolError("not an array")
        dtype, shape, offset = said
        if type(dtype) is not str or dtype not in _DTYPES:
            raise ProtocolError("dtype not allowed")
        if type(shape) is not list or len(shape) > MAX_DEPTH:
            raise ProtocolError("not a shape")
        for side in shape:
            if type(side) is not int or not 0 <= side <= _MAX_SIDE:
                raise ProtocolError("not a shape")
        count = math.prod(shape)
        size = count * _DTYPES[dtype].itemsize
        if type(offset) is not int or offset < 0 or offset + size > len(self._arrays):
            raise ProtocolError("an array reaches beyond its message")
        self._unclaimed -= size
        if self._unclaimed < 0:
            raise ProtocolError("arrays overlap")
        try:
            return np.ndarray(shape, _DTYPES[dtype], self._arrays, offset).copy()
        except ValueError as error:  # no elements, and sides whose product is beyond what NumPy counts
            raise ProtocolError("not a shape") from error


_KEYS = (str, int, float, np.generic, Opaque)  # to build a union for each key takes six times as long


def _is_key(value: Any) -> bool:
    """Whether a dict that crosses may have this key: a number, a text or a few of them, None and what is opaque."""
    if type(value) is tuple:
        return len(value) <= MAX_KEY and all(type(each) is not tuple and _is_key(each) for each in value)
    return value is None or isinstance(value, _KEYS)


def printable(text: str) -> str:
    """`text` without lone surrogates, which JSON can carry and no file can hold."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()
