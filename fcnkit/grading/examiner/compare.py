"""Judging a value against the expected one, in the order None → type → shape → dtype → value; nothing broadcasts.

Each function is a `Compare` of `check.py`: None when the value is right, else one kind sentence or two that say
what sort of difference there is, without telling an expected value, an expected shape or a hidden input.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sized
from functools import lru_cache
from typing import Any, Protocol, cast

import numpy as np
import numpy.typing as npt

from fcnkit.grading.examiner import compare_texts as said
from fcnkit.grading.examiner.message_words import MAX_DIMENSIONS, index, kind_of
from fcnkit.grading.protocol import UNFILLED
from fcnkit.text import Text

RELATIVE_TOLERANCE = 1e-5
"""Part of each expected value, and of the largest one: an FFT's 1e-15 for 0 and a float32 sum are right answers."""
ABSOLUTE_TOLERANCE = 1e-6
"""For a single number: what float32 leaves of a difference of numbers around 1."""

_INTEGERS = {int, *(np.dtype(code).type for code in np.typecodes["AllInteger"])}
_FLOATS = {float, *(np.dtype(code).type for code in np.typecodes["Float"])}


class Placed(Protocol):
    """A `Compare` that can be told where in the answer its value stands, as code: `[0]['box']`."""

    def __call__(self, got: object, expected: object, place: str = "") -> Text | None: ...


def integer(got: object, expected: object) -> Text | None:
    """An integer, `int` or NumPy's; `bool` and a float such as 4.0 are none."""
    if got is None:
        return said.NOTHING
    if type(got) in _FLOATS:
        return said.FLOAT_SIZE.format(kind=kind_of(got))
    if type(got) not in _INTEGERS:
        return said.NOT_INTEGER.format(kind=kind_of(got))
    return None if got == expected else said.WRONG_INTEGER


def whole_number(got: object, expected: object) -> Text | None:
    """As `integer`, but 4.0 passes for 4: for checks whose theme is the number, not its type."""
    if type(got) in _FLOATS and float(got) == expected:  # type: ignore[arg-type]  # float16 has no large numbers
        return None
    return integer(got, expected)


def array(got: object, expected: npt.NDArray[Any]) -> Text | None:
    """An array of floats of at least float32; of integers only where the expected one is of integers."""
    problem = _form(got, expected)
    if problem is not None or not isinstance(got, np.ndarray) or not _is_array(expected):
        return problem
    if got.dtype.kind in "iu" and expected.dtype.kind not in "iu":
        return said.INTEGER_ARRAY.format(dtype=got.dtype.name)
    if got.dtype.kind not in "iuf" or (got.dtype.kind == "f" and got.dtype.itemsize < 4):
        return said.DTYPE.format(dtype=got.dtype.name)
    return _values(got, expected)


def numeric_array(got: object, expected: npt.NDArray[Any]) -> Text | None:
    """An array of any real dtype, `bool` and float16 included, as long as it holds the values."""
    problem = _form(got, expected)
    if problem is not None or not isinstance(got, np.ndarray) or not _is_array(expected):
        return problem
    if got.dtype.kind not in "biuf":
        return said.DTYPE.format(dtype=got.dtype.name)
    return _values(got, expected)


def array_shape(got: object, expected: npt.NDArray[Any]) -> Text | None:
    """An array of this very shape, whatever it holds."""
    return _form(got, expected)


def array_dtype(got: object, expected: npt.NDArray[Any]) -> Text | None:
    """An array of this very dtype, whatever its shape."""
    if not isinstance(got, np.ndarray) or not _is_array(expected):
        return _form(got, expected)
    return None if got.dtype == expected.dtype else said.OTHER_DTYPE.format(dtype=got.dtype.name)


def values(got: object, expected: object, place: str = "") -> Text | None:
    """Numbers in lists, tuples and dicts nested as in `expected`, each at the tolerance.

    For checks whose theme is the numbers: a list, a tuple and an array stand for one another, and 4.0 passes for 4.
    """
    if _container_of(expected) is not None:
        return _container(got, expected, place) or _first(values, got, expected, place)
    return _number(got, place) or (None if _near(got, expected) else _at(place, said.WRONG_NUMBER))


def form(got: object, expected: object, place: str = "") -> Text | None:
    """The very types, lengths and keys of `expected`, whatever the numbers; a float may be any real number."""
    if _container_of(expected) is not None:
        if got is not None and type(got) is not type(expected):
            return _at(place, said.KIND, wanted=kind_of(expected), kind=kind_of(got))
        return _container(got, expected, place) or _first(form, got, expected, place)
    if type(expected) in _INTEGERS and got is not None and type(got) not in _INTEGERS:
        return _at(place, said.NOT_WHOLE, kind=kind_of(got))
    return _number(got, place)


def count(got: object, expected: object, place: str = "") -> Text | None:
    """Compares how many entries there are, whatever they are."""
    return _container(got, expected, place)


def part(of: Placed, *keys: str | int) -> Placed:
    """Compares some of the entries alone; the whole must have its kind, length and keys.

    Where a misconception leads to something without such entries, all of it is compared.
    """

    def compare(got: object, expected: object, place: str = "") -> Text | None:
        if not _has(expected, keys):
            return of(got, expected, place)
        return _container(got, expected, place) or _first(of, got, expected, place, keys)

    return compare


def each(of: Placed) -> Placed:
    """Compares the entries of a sequence one by one, in their order."""

    def compare(got: object, expected: object, place: str = "") -> Text | None:
        if _container_of(expected) is None:
            return of(got, expected, place)
        return _container(got, expected, place) or _first(of, got, expected, place)

    return compare


def unordered(of: Placed) -> Placed:
    """Compares the entries of a sequence in any order: each expected one is found, and no other."""

    def compare(got: object, expected: object, place: str = "") -> Text | None:
        problem = _container(got, expected, place)
        if problem is not None or _container_of(expected) is None:
            return problem or of(got, expected, place)
        missing = list(_entries(expected))
        strange = []
        for number, entry in enumerate(_entries(got)):
            found = next((i for i, wanted in enumerate(missing) if of(entry, wanted) is None), None)
            if found is None:
                strange.append((number, entry))
            else:
                del missing[found]
        count = len(strange) and len(_entries(expected))
        return next((of(entry, missing[0], place + index(number, count)) for number, entry in strange), None)

    return compare


def _first(of: Placed, got: object, expected: object, place: str, keys: Iterable[Any] | None = None) -> Text | None:
    """The first problem among the entries, all or those of `keys`, of two containers of one length or set of keys."""
    mine, wanted = _entries(got), _entries(expected)
    if keys is None:
        keys = wanted if isinstance(wanted, dict) else range(len(wanted))
    is_dict = isinstance(wanted, dict)
    problems = (
        of(mine[key], wanted[key], place + (f"[{key!r}]" if is_dict else index(key, len(wanted)))) for key in keys
    )
    return next((problem for problem in problems if problem is not None), None)


def _container(got: object, expected: object, place: str) -> Text | None:
    """What is wrong with a sequence's kind and length, or a dict's keys, its entries aside."""
    if got is None and not place:
        return said.NOTHING
    if _container_of(got) is not _container_of(expected):
        if place and type(got) is not dict and _container_of(expected) is list:
            return _at(place, said.SEVERAL, kind=kind_of(got))
        return _at(place, said.KIND, wanted=kind_of(expected), kind=kind_of(got))
    if _container_of(expected) is None:
        return None  # a misconception leads to a single value
    mine, wanted = cast("Sized", got), cast("Sized", expected)
    if isinstance(mine, dict) and isinstance(wanted, dict) and mine.keys() != wanted.keys():
        return _at(place, said.KEYS, keys=", ".join(f"`{key!r}`" for key in wanted))
    if len(mine) == len(wanted):
        return None
    return _at(place, said.FEWER if len(mine) < len(wanted) else said.MORE)


def _container_of(value: object) -> type | None:
    """`dict`; `list` for a list, a tuple or an array with axes; None for anything else."""
    if type(value) is dict:
        return dict
    return list if type(value) in (list, tuple) or (type(value) is np.ndarray and value.ndim) else None


def _has(value: object, keys: Iterable[str | int]) -> bool:
    if type(value) is dict:
        return all(key in value for key in keys)
    size = len(cast("Sized", value)) if _container_of(value) is list else 0
    return all(isinstance(key, int) and key < size for key in keys)


def _entries(value: object) -> Any:
    """A dict as it is, other containers as lists: to be asked for only once the length is right."""
    return list(cast("Iterable[Any]", value)) if _container_of(value) is list else value


def _number(got: object, place: str) -> Text | None:
    """What keeps a value from being one finite real number, Python's or NumPy's."""
    if got is None and not place:
        return said.NOTHING
    if type(got) not in _INTEGERS | _FLOATS:
        return _at(place, said.NOT_NUMBER, kind=kind_of(got))
    return None if math.isfinite(_float(got)) or type(got) in _INTEGERS else _at(place, said.ENDLESS)


def _near(got: Any, expected: Any) -> bool:
    if type(expected) in _INTEGERS:
        return bool(got == expected)
    return math.isclose(_float(got), _float(expected), rel_tol=RELATIVE_TOLERANCE, abs_tol=ABSOLUTE_TOLERANCE)


def _float(number: Any) -> float:
    try:
        return float(number)
    except OverflowError:
        return math.inf


@lru_cache(maxsize=1024)
def _at(place: str, what: Text, **values: str) -> Text:
    """A complaint about a place, made once: guesses at an answer mostly fail, and nobody reads why."""
    return what.format(place=said.where(place), **values)


def _form(got: object, expected: npt.NDArray[Any]) -> Text | None:
    """What is wrong up to the shape; all of it where a misconception leads to something else than an array."""
    if got is None:
        return said.NOTHING
    if not _is_array(expected):
        return values(got, expected)
    if type(got) in (list, tuple) and _depth(got) == expected.ndim:
        return said.SEQUENCE.format(kind=kind_of(got))
    if type(got) is not np.ndarray:
        return said.NOT_ARRAY.format(kind=kind_of(got))
    if got.ndim > max(MAX_DIMENSIONS, expected.ndim):
        return said.MANY_DIMENSIONS.format(expected=expected.ndim)
    if got.ndim != expected.ndim:
        is_gone = got.ndim < expected.ndim and 1 in expected.shape
        return (said.AXIS_GONE if is_gone else said.DIMENSIONS).format(got=got.ndim, expected=expected.ndim)
    return None if got.shape == expected.shape else said.SHAPE.format(got=got.ndim)


def _is_array(value: object) -> bool:
    return type(value) is np.ndarray


def _depth(got: Any) -> int:
    """How many axes an array of a list or a tuple would have, going by what comes first: of a shape just one."""
    depth = 0
    while type(got) in (list, tuple) and depth <= MAX_DIMENSIONS:
        depth, got = depth + 1, got[0] if got else None
    return depth + (got.ndim if type(got) is np.ndarray else 0)


def _values(got: npt.NDArray[Any], expected: npt.NDArray[Any]) -> Text | None:
    """What is wrong with the values of a real array that has the expected shape."""
    with np.errstate(over="ignore"):  # a long double may not fit float64: it becomes infinite, so it differs
        numbers = got.astype(np.float64)
    if not np.isfinite(numbers).all():
        return said.NOT_FINITE
    right = expected.astype(np.float64)
    scale = np.abs(right).max(initial=0.0) or 1.0
    near = np.abs(numbers - right) <= RELATIVE_TOLERANCE * (np.abs(right) + scale)
    if near.all():
        return None
    if (np.abs(numbers - UNFILLED) <= RELATIVE_TOLERANCE * UNFILLED).any():
        return said.NEVER_FILLED
    return said.SOME_DIFFER if near.any() else said.ALL_DIFFER
