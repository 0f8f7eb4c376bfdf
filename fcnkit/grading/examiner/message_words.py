"""The bounded vocabulary of messages about hidden inputs.

A student decides what a function returns or raises once it has seen that input, so each word that could stand in a
message tells a part of it. Names are those that students meet, lengths and far places are not told at all.
"""

from __future__ import annotations

import builtins
from types import MappingProxyType

import numpy as np

from fcnkit.grading.protocol import Opaque
from fcnkit.text import Text

KINDS = frozenset(
    {"int", "float", "bool", "complex", "str", "list", "tuple", "dict", "set", "ndarray", "NoneType"}
    | {"function", "generator", "coroutine", "Tensor", "Model"}
)
"""What a value that is none of these is called: `object`."""
_ALSO = MappingProxyType(
    {
        **dict.fromkeys(("method", "builtin_function_or_method", "ufunc", "type"), "function"),
        **dict.fromkeys(("EagerTensor", "KerasTensor", "Variable"), "Tensor"),
        **dict.fromkeys(("Functional", "Sequential"), "Model"),
    }
)
EXCEPTIONS = (
    TypeError,
    ValueError,
    IndexError,
    KeyError,
    NameError,
    AttributeError,
    ZeroDivisionError,
    NotImplementedError,
    RecursionError,
    ImportError,
    AssertionError,
    OSError,
    RuntimeError,
)
"""Any other one is called by the one of these that it is a kind of, or not by name."""
_OTHER_EXCEPTION = Text(ko="그 밖의", en="another exception")
MAX_INDEX = 4
"""Entries of a sequence among which a message says which one it is about, such as the sides of a box."""
MAX_DIMENSIONS = 5
"""For an array of more, the message does not say how many."""


def kind_of(got: object) -> str:
    """A value's type, or what it was where it came from, in one word."""
    if isinstance(got, Opaque):
        name = _ALSO.get(got.what, got.what)
    elif isinstance(got, np.generic):
        name = type(got.item()).__name__
    else:
        name = type(got).__name__
    return name if name in KINDS else "object"


def exception(name: object) -> str | Text:
    """What an exception of this type of Python's is called; anything but such a name stands for one that is not."""
    known = vars(builtins).get(name) if isinstance(name, str) else None
    if isinstance(known, type):
        for kind in EXCEPTIONS:
            if issubclass(known, kind):
                return kind.__name__
    return _OTHER_EXCEPTION


def index(place: int, length: int) -> str:
    """The place of an entry in a sequence whose right length is `length`, as code."""
    return f"[{place}]" if length <= MAX_INDEX and place < MAX_INDEX else "[…]"
