"""The themes of the hidden cases. Each submission has numbers of its own; what makes a case telling stays.

Settings are written (rows, cols, kernel rows, kernel cols, stride). All inputs are small, so that a solution in pure
Python loops answers each call within a moment. Those about sizes stand in `cases_sizes.py`, those about
pictures in `cases_pictures.py`. Every function is once
called with its arguments by name: the text says that their names stay.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import cycle
from typing import Any

import numpy as np
import numpy.typing as npt

from fcnkit.suite import Case, Draw, case

Array = npt.NDArray[Any]
Setting = tuple[int, int, int, int, int]

_SIGNS = np.array([-1, 1])
"""To be drawn by their places: `choice` takes three times as long."""
_FLOATS = ("float64", "float32")
_MIXTURES = (
    ("int64", "int64"),
    ("int32", "int64"),
    ("int64", "float64"),
    ("float64", "int64"),
    ("int32", "float32"),
    ("float32", "float64"),
)


def _array(draw: Draw, shape: Iterable[int], dtype: str) -> Array:
    """Numbers of both signs, none of them 0, fractions only where the dtype has them."""
    size = tuple(shape)
    numbers = draw.rng.integers(1, 9, size) * _SIGNS[draw.rng.integers(2, size=size)]
    if np.dtype(dtype).kind == "f":
        numbers = numbers + draw.rng.uniform(0.1, 0.9, numbers.shape)
    return numbers.astype(dtype)


def _larger(draw: Draw, rows: int, cols: int) -> tuple[int, int]:
    """Up to two cells more each way: a single row or column stays one, a square stays a square, an oblong an oblong."""
    more = draw.integer(range(3))
    return (rows + more if rows > 1 else 1), (cols + more if cols > 1 else 1)


# One channel


def _planes(draw: Draw, settings: Sequence[Setting], padding: str) -> Iterator[Case]:
    """The kernel and the stride are as they are set, since they make the theme; the input may be larger."""
    for (rows, cols, kernel_rows, kernel_cols, stride), dtype in zip(settings, cycle(_FLOATS)):
        x = _array(draw, _larger(draw, rows, cols), dtype)
        kernel = _array(draw, (kernel_rows, kernel_cols), dtype)
        yield case(x, kernel, stride=stride, padding=padding)


def _by_name(given: Case) -> Case:
    x, kernel = given.args
    return case(x=x, kernel=kernel, stride=np.int64(1))


def one_cell(draw: Draw) -> list[Case]:
    """The last two stamp nothing but zeros: a cell of 0, and a kernel of zeros."""
    settings = [(1, 1, 3, 3, 1), (1, 1, 2, 4, 1), (1, 1, 4, 1, 1), (1, 1, 1, 1, 1), (1, 1, 2, 2, 1)]
    cell, kernel = _array(draw, (1, 1), "float64"), _array(draw, (2, 3), "float64")
    return [*_planes(draw, settings, "valid"), case(0 * cell, kernel), case(cell, 0 * kernel)]


def overlaps(draw: Draw) -> list[Case]:
    settings = [
        *[(2, 2, 2, 2, 1), (3, 3, 3, 3, 1), (4, 4, 2, 2, 1), (3, 5, 3, 3, 1), (5, 2, 2, 3, 1), (4, 3, 3, 2, 1)],
        *[(1, 5, 3, 3, 1), (5, 1, 2, 4, 1), (1, 4, 1, 3, 1), (2, 3, 5, 4, 1), (5, 6, 4, 5, 1), (3, 4, 1, 1, 1)],
    ]
    return [*[case(*given.args) for given in _planes(draw, settings, "valid")], *_balanced(draw)]


def _balanced(draw: Draw) -> list[Case]:
    """Numbers that add up to 0, and some whose largest is 0: in the input, then in the kernel."""
    x = _array(draw, (2, 2), "int64") / 4  # quarters add up exactly
    x[1, 1] = -(x.sum() - x[1, 1])
    kernel = _array(draw, (2, 2), "float64")
    pairs = [(x, kernel), (x - x.max(), kernel), (kernel, x), (kernel, x - x.max())]
    return [case(left, right) for left, right in pairs]


def strided(draw: Draw) -> list[Case]:
    settings = [
        *[(2, 2, 3, 3, 2), (3, 3, 4, 4, 2), (4, 4, 2, 2, 2), (3, 4, 3, 5, 2), (5, 3, 4, 3, 3), (2, 5, 5, 4, 3)],
        *[(1, 1, 3, 3, 2), (1, 6, 3, 4, 2), (4, 1, 5, 3, 3), (3, 2, 6, 5, 4), (5, 6, 3, 3, 2)],
    ]
    return list(_planes(draw, settings, "valid"))


def wide_strides(draw: Draw) -> list[Case]:
    settings = [
        *[(2, 2, 1, 1, 2), (3, 2, 2, 2, 3), (1, 1, 2, 2, 4), (2, 4, 3, 2, 4), (4, 3, 1, 2, 3), (1, 5, 3, 3, 5)],
        *[(1, 3, 4, 2, 3), (2, 1, 2, 5, 3)],  # wide in one direction; one cell in the other, so nothing overlaps
    ]
    return list(_planes(draw, settings, "valid"))


def same(draw: Draw) -> list[Case]:
    settings = [
        *[(4, 4, 3, 3, 1), (4, 4, 2, 2, 1), (3, 5, 4, 4, 1), (5, 3, 5, 2, 1), (3, 3, 3, 3, 2), (4, 3, 4, 4, 2)],
        *[(2, 4, 5, 5, 2), (3, 2, 6, 3, 3), (1, 1, 3, 3, 2), (1, 6, 3, 4, 2), (2, 2, 2, 2, 2), (3, 2, 1, 2, 3)],
        *[(2, 3, 7, 4, 3), (4, 1, 2, 5, 1)],
    ]
    return list(_planes(draw, settings, "same"))


def number_types(draw: Draw) -> list[Case]:
    """Kernels of one cell: no flip, overlap or crop can show, so that only the types are at stake.

    That of the stride is NumPy's in the last one, whose arguments are given by name.
    """
    *usual, last = [
        case(_array(draw, shape, x_dtype), _array(draw, (1, 1), kernel_dtype))
        for shape in [(3, 4), (2, 1)]
        for x_dtype, kernel_dtype in _MIXTURES
    ]
    return [*usual, _by_name(last)]


def called_again(draw: Draw) -> list[Case]:
    """One product among them, which any attempt gets right, whatever else is wrong with it."""
    return list(_planes(draw, [(1, 1, 1, 1, 1), (3, 4, 3, 2, 1), (2, 3, 3, 3, 1)], "valid"))


# Several channels


def _volumes(draw: Draw, settings: Sequence[tuple[Setting, int, int]], padding: str) -> Iterator[Case]:
    """Settings with the number of input channels and of output channels; see `_planes`."""
    for ((rows, cols, kernel_rows, kernel_cols, stride), ins, outs), dtype in zip(settings, cycle(_FLOATS)):
        x = _array(draw, (*_larger(draw, rows, cols), ins), dtype)
        kernel = _array(draw, (kernel_rows, kernel_cols, outs, ins), dtype)
        yield case(x, kernel, stride=stride, padding=padding)


def one_channel(draw: Draw) -> list[Case]:
    settings = [((3, 3, 2, 2, 1), 1, 1), ((1, 4, 3, 2, 1), 1, 1), ((1, 1, 3, 3, 1), 1, 1), ((4, 2, 1, 3, 1), 1, 1)]
    volumes = list(_volumes(draw, settings, "valid"))
    x, kernel = volumes[0].args
    return [*volumes, case(0 * x, kernel), case(x, 0 * kernel)]


def channels_in(draw: Draw) -> list[Case]:
    settings = [
        *[((3, 3, 3, 3, 1), 3, 1), ((2, 4, 2, 3, 1), 2, 1), ((1, 3, 2, 2, 1), 4, 1), ((3, 2, 1, 1, 1), 3, 2)],
        *[((2, 2, 3, 2, 1), 4, 2), ((4, 3, 2, 2, 1), 3, 2)],
    ]
    volumes = [case(*given.args) for given in _volumes(draw, settings, "valid")]
    x, kernel = volumes[1].args
    opposite = case(np.concatenate([x, -x], axis=-1), np.concatenate([kernel, -kernel], axis=-1))
    return [*volumes, opposite]  # whose channels add up to 0 in the input, and in the kernel


def channels_out(draw: Draw) -> list[Case]:
    """A single channel in, so that nothing has to be added up over channels."""
    settings = [((2, 3, 3, 3, 1), 1, 3), ((3, 2, 2, 2, 1), 1, 2), ((1, 1, 2, 3, 1), 1, 3), ((3, 3, 2, 1, 1), 1, 4)]
    return [case(*given.args) for given in _volumes(draw, settings, "valid")]


def channels_equal(draw: Draw) -> list[Case]:
    """As many in as out: a kernel with its channel axes swapped gives a wrong answer here, and no error."""
    settings = [((3, 3, 2, 2, 1), 2, 2), ((2, 4, 3, 1, 1), 3, 3), ((1, 2, 3, 3, 1), 2, 2), ((2, 3, 1, 1, 1), 4, 4)]
    return [case(*given.args) for given in _volumes(draw, settings, "valid")]


def channels_strided(draw: Draw) -> list[Case]:
    settings = [
        *[((2, 3, 3, 3, 2), 2, 3), ((3, 2, 4, 3, 3), 3, 2), ((2, 2, 2, 2, 2), 2, 2), ((1, 3, 5, 4, 2), 3, 1)],
        *[((2, 3, 1, 2, 3), 2, 3), ((3, 1, 2, 2, 4), 1, 2)],
    ]
    return list(_volumes(draw, settings, "valid"))


def channels_same(draw: Draw) -> list[Case]:
    settings = [
        *[((3, 3, 3, 3, 1), 2, 3), ((2, 4, 3, 3, 2), 3, 2), ((3, 2, 4, 4, 2), 2, 2), ((2, 2, 5, 2, 2), 1, 3)],
        *[((1, 1, 4, 3, 2), 3, 1), ((2, 3, 1, 2, 3), 2, 2), ((2, 2, 5, 5, 3), 2, 1)],
    ]
    return list(_volumes(draw, settings, "same"))


def channels_number_types(draw: Draw) -> list[Case]:
    """See `number_types`."""
    *usual, last = [
        case(_array(draw, (2, 3, 1), x_dtype), _array(draw, (1, 1, 2, 1), kernel_dtype))
        for x_dtype, kernel_dtype in _MIXTURES
    ]
    return [*usual, _by_name(last)]


def channels_called_again(draw: Draw) -> list[Case]:
    """See `called_again`."""
    return list(_volumes(draw, [((1, 1, 1, 1, 1), 1, 1), ((2, 3, 2, 2, 1), 2, 2), ((2, 2, 3, 3, 1), 3, 1)], "valid"))


# Convolution as a matrix


def _matrices(draw: Draw, shapes: Iterable[tuple[int, int, int, int]]) -> list[Case]:
    """(rows, cols, kernel rows, kernel cols). Quarters, which any float dtype of the matrix can hold."""
    return [case((rows, cols), _quarters(draw, kernel)) for rows, cols, *kernel in shapes]


def _quarters(draw: Draw, shape: Iterable[int]) -> Array:
    return _array(draw, shape, "int64") + draw.rng.choice([0.25, 0.5, 0.75])


def matrices_square(draw: Draw) -> list[Case]:
    shapes = [(3, 3, 2, 2), (4, 4, 2, 2), (4, 4, 3, 3), (5, 5, 3, 3), (5, 5, 4, 4), (5, 5, 2, 2)]
    return _matrices(draw, [(*_larger(draw, rows, cols), *kernel) for rows, cols, *kernel in shapes])


def matrices_oblong(draw: Draw) -> list[Case]:
    shapes = [(3, 4, 2, 2), (4, 3, 2, 2), (5, 4, 3, 2), (3, 6, 2, 3), (6, 3, 4, 2), (4, 5, 2, 4)]
    return _matrices(draw, [(*_larger(draw, rows, cols), *kernel) for rows, cols, *kernel in shapes])


def matrices_at_the_border(draw: Draw) -> list[Case]:
    """Kernels as large as the input in one direction or both, and of one row, one column or one cell."""
    n, long = draw.integer(range(3, 6)), draw.integer(range(4, 8))
    full = [(1, 1, 1, 1), (n, n, n, n), (2, long, 2, long), (n, n, 1, n), (long, 2, 2, 2)]
    thin = [(1, long, 1, 2), (long, 1, 3, 1), (n, long, 1, 1)]
    return _matrices(draw, [*full, *thin])


def matrices_of_integers(draw: Draw) -> list[Case]:
    full = [
        case(_larger(draw, rows, cols), _array(draw, kernel, dtype))
        for rows, cols, kernel in [(3, 3, (2, 2)), (4, 5, (2, 3))]
        for dtype in ("int64", "int32", "float32")
    ]
    zeros = [case(input_shape=_larger(draw, 3, 4), kernel=np.zeros((2, 2), dtype)) for dtype in ("int64", "float64")]
    return full + zeros


def matrices_called_again(draw: Draw) -> list[Case]:
    """See `called_again`."""
    return _matrices(draw, [(1, 1, 1, 1), (3, 4, 2, 3), (2, 2, 2, 2)])


# Bilinear upsampling


def factors_even(draw: Draw) -> list[Case]:
    return [case(*factor) for factor in draw.some(5, range(4, 41, 2))]


def factors_odd(draw: Draw) -> list[Case]:
    return [case(*factor) for factor in draw.some(4, range(5, 41, 2))]


def factor_one(_: Draw) -> list[Case]:
    return [case(1), case(factor=np.int64(1))]
