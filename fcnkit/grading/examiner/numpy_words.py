"""NumPy's own exceptions, in NumPy's words as far as these cannot hold anything of a hidden input.

Messages come from the student's process, which has seen hidden inputs. So none is passed on: one that begins as NumPy's
do chooses among the texts here, which hold names of a few ufuncs and dtypes, and no shape, number or student's text.
"""

from __future__ import annotations

import re
from itertools import product

from fcnkit.text import Text

RAISED_BY_NUMPY = Text(
    ko="{name} 함수 안에서 NumPy가 {type} 예외를 냈습니다: `{text}`", en="NumPy raised {type} in {name}: `{text}`"
)
_UFUNCS = ("add", "subtract", "multiply", "divide")
_FRACTIONS, _INTEGERS = ("float64", "float32"), ("uint8", "int64", "int32")
_CAST = "Cannot cast ufunc '{}' output from dtype('{}') to dtype('{}')"
_TEXTS = (
    *(("UFuncTypeError", _CAST.format(*names)) for names in product(_UFUNCS, _FRACTIONS, _INTEGERS)),
    ("UFuncTypeError", "Cannot cast ufunc"),
    ("UFuncTypeError", "ufunc 'add' did not contain a loop with signature matching types"),
    ("ValueError", "operands could not be broadcast together"),
    ("ValueError", "could not broadcast input array"),
    ("ValueError", "matmul: Input operand 1 has a mismatch in its core dimension"),
    ("ValueError", "all the input array dimensions except for the concatenation axis must match exactly"),
    ("ValueError", "all input arrays must have the same shape"),
    ("ValueError", "cannot reshape array"),
    ("ValueError", "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()"),
    ("ValueError", "setting an array element with a sequence."),
    ("ValueError", "assignment destination is read-only"),
    ("ValueError", "axes don't match array"),
    ("ValueError", "Integers to negative integer powers are not allowed."),
    ("IndexError", "too many indices for array"),
    (
        "IndexError",
        "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays",
    ),
    ("TypeError", "only 0-dimensional arrays can be converted to Python scalars"),
    ("TypeError", "only integer scalar arrays can be converted to a scalar index"),
)
_SHAPES = re.compile(r"shapes \([\d,]*\) and \([\d,]*\) not aligned")
_OUT_OF_BOUNDS = re.compile(r"(index|axis) -?\d+ is out of bounds for (axis|array)")
_NOT_ALIGNED = ("ValueError", "shapes not aligned")
_BEYOND = {"index": ("IndexError", "index out of bounds"), "axis": ("AxisError", "axis out of bounds")}


def in_numpys_words(name: str, message: str) -> Text | None:
    """What is said of an exception in the function `name` whose message, its type in front, begins as NumPy's do."""
    _, _, said = message.partition(": ")
    known = next((each for each in _TEXTS if said.startswith(each[1])), None) or _without_numbers(said)
    if known is None:
        return None
    kind, text = known
    return RAISED_BY_NUMPY.format(name=name, type=kind, text=text.replace("`", "'"))


def _without_numbers(said: str) -> tuple[str, str] | None:
    if _SHAPES.match(said):
        return _NOT_ALIGNED
    beyond = _OUT_OF_BOUNDS.match(said)
    return _BEYOND[beyond[1]] if beyond else None
