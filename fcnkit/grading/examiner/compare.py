"""Judging a value against the expected one, in the order None → type → shape → dtype → value; nothing broadcasts.

Each function is a `Compare` of `checks.py`: None when the value is right, else one kind sentence or two that say
what sort of difference there is, without telling an expected value, an expected shape or a hidden input.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sized
from typing import Any, Protocol, cast

import numpy as np
import numpy.typing as npt

from fcnkit.grading.examiner.message_words import MAX_DIMENSIONS, index, kind_of
from fcnkit.grading.protocol import UNFILLED
from fcnkit.text import Text

RELATIVE_TOLERANCE = 1e-5
"""Of each expected value, and again of the largest one: an FFT's 1e-15 for 0 and a float32 sum are right answers."""
ABSOLUTE_TOLERANCE = 1e-6
"""Of a single number: what float32 leaves of a difference of numbers around 1."""

_INTEGERS = {int, *(np.dtype(code).type for code in np.typecodes["AllInteger"])}
_FLOATS = {float, *(np.dtype(code).type for code in np.typecodes["Float"])}

_NOTHING = Text(
    ko="함수가 아무 값도 돌려주지 않았습니다(None). 마지막에 `return`을 썼는지 확인해 보세요.",
    en="The function gave nothing back (None). Check that it ends with `return`.",
)
_NOT_INTEGER = Text(
    ko="정수 하나를 돌려주어야 하는데, 돌려준 값의 자료형이 `{kind}`입니다.",
    en="An integer was expected, but the value has type `{kind}`.",
)
_FLOAT_SIZE = Text(
    ko="정수여야 하는데 실수(`{kind}`)가 나왔습니다. `/` 대신 `//`로 나누거나 마지막에 `int(...)`로 바꾸어 보세요.",
    en="This should be an integer, but a float (`{kind}`) came back. Divide with `//` instead of `/`, or convert with "
    "`int(...)` at the end.",
)
_WRONG_INTEGER = Text(
    ko="정수가 나왔지만 값이 맞지 않습니다. 작은 예를 그려서 칸을 직접 세어 보세요.",
    en="An integer comes back, but not the right one. Draw a small example and count the cells.",
)
_SEQUENCE = Text(
    ko="NumPy 배열이 아니라 `{kind}` 값이 나왔습니다. `np.array(...)`로 바꾸어 돌려주세요.",
    en="A `{kind}` came back instead of a NumPy array. Convert it with `np.array(...)`.",
)
_NOT_ARRAY = Text(
    ko="NumPy 배열을 돌려주어야 하는데, 돌려준 값의 자료형이 `{kind}`입니다.",
    en="A NumPy array should come back, but the value has the type `{kind}`.",
)
_DIMENSIONS = Text(
    ko="{expected}차원 배열이어야 하는데 {got}차원 배열이 나왔습니다. 크기가 1인 축도 없애지 않고 남겨 두어야 합니다.",
    en="The array should have {expected} dimensions, but it has {got}. Axes of length 1 stay, too.",
)
_MANY_DIMENSIONS = Text(
    ko="{expected}차원 배열이어야 하는데 차원이 훨씬 많은 배열이 나왔습니다.",
    en="The array should have {expected} dimensions, but it has many more.",
)
_SHAPE = Text(
    ko="{got}차원 배열인 것은 맞지만 모양(shape)이 문제에서 설명한 것과 다릅니다. 출력 크기부터 확인해 보세요.",
    en="The number of dimensions ({got}) is right, but the shape is not the one described. Check the output size "
    "first.",
)
_INTEGER_ARRAY = Text(
    ko="정수 배열(`{dtype}`)이 나왔는데, 정수 배열에는 소수 부분이 담기지 않습니다. 실수 배열에 계산해 보세요.",
    en="An array of integers (`{dtype}`) came back, and it cannot hold fractions. Compute in an array of floats.",
)
_DTYPE = Text(
    ko="배열의 자료형이 `{dtype}`입니다. float32나 float64처럼 충분히 정밀한 실수로 돌려주세요.",
    en="The array has the dtype `{dtype}`. Return real numbers that are precise enough, float32 or float64.",
)
_OTHER_DTYPE = Text(
    ko="배열의 자료형이 `{dtype}`입니다. 문제에서 정한 자료형을 `dtype=`으로 지정해 주세요.",
    en="The array has the dtype `{dtype}`. Say with `dtype=` which one the assignment wants.",
)
_NOT_FINITE = Text(
    ko="모양은 맞지만 NaN이나 무한대가 들어 있습니다. 0으로 나누거나 `np.empty`의 빈 칸을 그대로 쓰지 않았는지 "
    "살펴보세요.",
    en="The shape is right, but there are NaN or infinite values. Look for a division by 0, or cells of `np.empty` "
    "that were never filled.",
)
_NEVER_FILLED = Text(
    ko="모양은 맞지만 채우지 않은 칸이 있습니다. `np.empty`는 메모리에 남아 있던 값을 그대로 두니, 0에서 시작하려면 "
    "`np.zeros`를 쓰세요.",
    en="The shape is right, but some cells were never filled. `np.empty` leaves whatever was in memory: to start from "
    "0, use `np.zeros`.",
)
_ALL_DIFFER = Text(
    ko="모양은 맞지만 모든 칸의 값이 다릅니다.",
    en="The shape is right, but the value is wrong in every cell.",
)
_SOME_DIFFER = Text(
    ko="모양은 맞지만 일부 칸의 값이 다릅니다. 어느 칸이 다른지 작은 예로 찾아보세요.",
    en="The shape is right, but the value is wrong in some of the cells. Find out which, on a small example.",
)

_KIND = Text(
    ko="{place}: 자료형이 `{wanted}`이어야 하는데 `{kind}`입니다.",
    en="{place}: this should be a `{wanted}`, but it is a `{kind}`.",
)
_FEWER = Text(
    ko="{place}: 항목이 문제에서 설명한 것보다 적습니다.",
    en="{place}: there are fewer entries than the assignment describes.",
)
_MORE = Text(
    ko="{place}: 항목이 문제에서 설명한 것보다 많습니다.",
    en="{place}: there are more entries than the assignment describes.",
)
_KEYS = Text(
    ko="{place}: 딕셔너리의 키가 문제에서 정한 것과 다릅니다. 키는 {keys}입니다.",
    en="{place}: the keys differ from those in the assignment, which are {keys}.",
)
_NOT_NUMBER = Text(
    ko="{place}: 숫자 하나여야 하는데 자료형이 `{kind}`입니다.",
    en="{place}: this should be one number, but it is a `{kind}`.",
)
_NOT_WHOLE = Text(
    ko="{place}: 정수여야 하는데 자료형이 `{kind}`입니다.",
    en="{place}: this should be an integer, but it is a `{kind}`.",
)
_ENDLESS = Text(
    ko="{place}: NaN이나 무한대입니다. 0으로 나누지 않았는지 살펴보세요.",
    en="{place}: NaN or infinite. Look for a division by 0.",
)
_WRONG_NUMBER = Text(
    ko="{place}: 형태는 맞지만 값이 다릅니다. 작은 예를 손으로 계산해서 비교해 보세요.",
    en="{place}: the form is right, but the value is not. Work out a small example by hand and compare.",
)


class Placed(Protocol):
    """A `Compare` that can be told where in the answer its value stands, as code: `[0]['box']`."""

    def __call__(self, got: object, expected: object, place: str = "") -> Text | None: ...


def integer(got: object, expected: object) -> Text | None:
    """An integer, `int` or NumPy's; `bool` and a float such as 4.0 are none."""
    if got is None:
        return _NOTHING
    if type(got) in _FLOATS:
        return _FLOAT_SIZE.format(kind=kind_of(got))
    if type(got) not in _INTEGERS:
        return _NOT_INTEGER.format(kind=kind_of(got))
    return None if got == expected else _WRONG_INTEGER


def whole_number(got: object, expected: object) -> Text | None:
    """As `integer`, but 4.0 passes for 4: for checks whose theme is the number, not its type."""
    if type(got) in _FLOATS and got == expected:
        return None
    return integer(got, expected)


def array(got: object, expected: npt.NDArray[Any]) -> Text | None:
    """An array of floats of at least float32; of integers only where the expected one is of integers."""
    problem = _form(got, expected)
    if problem is not None or not isinstance(got, np.ndarray):
        return problem
    if got.dtype.kind in "iu" and expected.dtype.kind not in "iu":
        return _INTEGER_ARRAY.format(dtype=got.dtype.name)
    if got.dtype.kind not in "iuf" or (got.dtype.kind == "f" and got.dtype.itemsize < 4):
        return _DTYPE.format(dtype=got.dtype.name)
    return _values(got, expected)


def numeric_array(got: object, expected: npt.NDArray[Any]) -> Text | None:
    """An array of any real dtype, `bool` and float16 included, as long as it holds the values."""
    problem = _form(got, expected)
    if problem is not None or not isinstance(got, np.ndarray):
        return problem
    if got.dtype.kind not in "biuf":
        return _DTYPE.format(dtype=got.dtype.name)
    return _values(got, expected)


def array_shape(got: object, expected: npt.NDArray[Any]) -> Text | None:
    """An array of this very shape, whatever it holds."""
    return _form(got, expected)


def array_dtype(got: object, expected: npt.NDArray[Any]) -> Text | None:
    """An array of this very dtype, whatever its shape."""
    if not isinstance(got, np.ndarray):
        return _form(got, expected)
    return None if got.dtype == expected.dtype else _OTHER_DTYPE.format(dtype=got.dtype.name)


def values(got: object, expected: object, place: str = "") -> Text | None:
    """Numbers in lists, tuples and dicts nested as in `expected`, each at the tolerance.

    For checks whose theme is the numbers: a list, a tuple and an array stand for one another, and 4.0 passes for 4.
    """
    if _container_of(expected) is not None:
        return _container(got, expected, place) or _first(values, got, expected, place)
    return _number(got, place) or (None if _near(got, expected) else _WRONG_NUMBER.format(place=_where(place)))


def form(got: object, expected: object, place: str = "") -> Text | None:
    """The very types, lengths and keys of `expected`, whatever the numbers; a float may be any real number."""
    if _container_of(expected) is not None:
        if got is not None and type(got) is not type(expected):
            return _KIND.format(place=_where(place), wanted=kind_of(expected), kind=kind_of(got))
        return _container(got, expected, place) or _first(form, got, expected, place)
    if type(expected) in _INTEGERS and got is not None and type(got) not in _INTEGERS:
        return _NOT_WHOLE.format(place=_where(place), kind=kind_of(got))
    return _number(got, place)


def count(got: object, expected: object, place: str = "") -> Text | None:
    """As many entries as `expected` has, whatever they are."""
    return _container(got, expected, place)


def part(of: Placed, *keys: str | int) -> Placed:
    """Compares some of the entries alone; the whole must have its kind, length and keys."""

    def compare(got: object, expected: object, place: str = "") -> Text | None:
        return _container(got, expected, place) or _first(of, got, expected, place, keys)

    return compare


def each(of: Placed) -> Placed:
    """Compares the entries of a sequence one by one, in their order."""

    def compare(got: object, expected: object, place: str = "") -> Text | None:
        return _container(got, expected, place) or _first(of, got, expected, place)

    return compare


def unordered(of: Placed) -> Placed:
    """Compares the entries of a sequence in any order: each expected one is found, and no other."""

    def compare(got: object, expected: object, place: str = "") -> Text | None:
        problem = _container(got, expected, place)
        if problem is not None:
            return problem
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
        return _NOTHING
    if _container_of(got) is not _container_of(expected):
        return _KIND.format(place=_where(place), wanted=kind_of(expected), kind=kind_of(got))
    mine, wanted = cast("Sized", got), cast("Sized", expected)
    if isinstance(mine, dict) and isinstance(wanted, dict) and mine.keys() != wanted.keys():
        return _KEYS.format(place=_where(place), keys=", ".join(f"`{key!r}`" for key in wanted))
    if len(mine) == len(wanted):
        return None
    return (_FEWER if len(mine) < len(wanted) else _MORE).format(place=_where(place))


def _container_of(value: object) -> type | None:
    """`dict`; `list` for a list, a tuple or an array with axes; None for anything else."""
    if type(value) is dict:
        return dict
    return list if type(value) in (list, tuple) or (type(value) is np.ndarray and value.ndim) else None


def _entries(value: object) -> Any:
    """A dict as it is, other containers as lists: to be asked for only once the length is right."""
    return list(cast("Iterable[Any]", value)) if _container_of(value) is list else value


def _number(got: object, place: str) -> Text | None:
    """What keeps a value from being one finite real number, Python's or NumPy's."""
    if got is None and not place:
        return _NOTHING
    if type(got) not in _INTEGERS | _FLOATS:
        return _NOT_NUMBER.format(place=_where(place), kind=kind_of(got))
    return None if math.isfinite(_float(got)) or type(got) in _INTEGERS else _ENDLESS.format(place=_where(place))


def _near(got: Any, expected: Any) -> bool:
    if type(expected) in _INTEGERS:
        return bool(got == expected)
    return math.isclose(_float(got), _float(expected), rel_tol=RELATIVE_TOLERANCE, abs_tol=ABSOLUTE_TOLERANCE)


def _float(number: Any) -> float:
    try:
        return float(number)
    except OverflowError:
        return math.inf


def _where(place: str) -> Text:
    if not place:
        return Text(ko="돌려준 값", en="The value returned")
    return Text(ko=f"돌려준 값의 `{place}`", en=f"`{place}` of the value returned")


def _form(got: object, expected: npt.NDArray[Any]) -> Text | None:
    """What is wrong up to the shape."""
    if got is None:
        return _NOTHING
    if type(got) in (list, tuple):
        return _SEQUENCE.format(kind=kind_of(got))
    if type(got) is not np.ndarray:
        return _NOT_ARRAY.format(kind=kind_of(got))
    if got.ndim > max(MAX_DIMENSIONS, expected.ndim):
        return _MANY_DIMENSIONS.format(expected=expected.ndim)
    if got.ndim != expected.ndim:
        return _DIMENSIONS.format(got=got.ndim, expected=expected.ndim)
    return None if got.shape == expected.shape else _SHAPE.format(got=got.ndim)


def _values(got: npt.NDArray[Any], expected: npt.NDArray[Any]) -> Text | None:
    """What is wrong with the values of a real array that has the expected shape."""
    with np.errstate(over="ignore"):  # a long double may not fit float64: it becomes infinite, so it differs
        numbers = got.astype(np.float64)
    if not np.isfinite(numbers).all():
        return _NOT_FINITE
    right = expected.astype(np.float64)
    scale = np.abs(right).max(initial=0.0) or 1.0
    near = np.abs(numbers - right) <= RELATIVE_TOLERANCE * (np.abs(right) + scale)
    if near.all():
        return None
    if (np.abs(numbers - UNFILLED) <= RELATIVE_TOLERANCE * UNFILLED).any():
        return _NEVER_FILLED
    return _SOME_DIFFER if near.any() else _ALL_DIFFER
