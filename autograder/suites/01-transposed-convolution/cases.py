"""The hidden cases: the same for every student, drawn from generators with fixed seeds.

Settings are written (rows, cols, kernel rows, kernel cols, stride). All inputs are small, so that a solution in pure
Python loops answers each call within a moment.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import cycle
from typing import Any

import numpy as np
import numpy.typing as npt

from fcnkit.grading.examiner.checks import Case, case

Array = npt.NDArray[Any]
Setting = tuple[int, int, int, int, int]

_FLOATS = ("float64", "float32")
_MIXTURES = (
    ("int64", "int64"),
    ("int32", "int64"),
    ("int64", "float64"),
    ("float64", "int64"),
    ("int32", "float32"),
    ("float32", "float64"),
)


def _array(rng: np.random.Generator, shape: Iterable[int], dtype: str) -> Array:
    """Numbers of both signs, none of them 0, fractions only where the dtype has them."""
    numbers = rng.integers(1, 9, tuple(shape)) * rng.choice([-1, 1], tuple(shape))
    if np.dtype(dtype).kind == "f":
        numbers = numbers + rng.uniform(0.1, 0.9, numbers.shape)
    return numbers.astype(dtype)


# Sizes


def conv_sizes_stride_1() -> list[Case]:
    pairs = [(1, 1), (5, 1), (5, 2), (6, 3), (9, 4), (10, 10), (28, 5), (1500, 3)]
    return [case(size, kernel) for size, kernel in pairs]


def conv_sizes_strided() -> list[Case]:
    triples = [(8, 3, 2), (9, 3, 2), (10, 4, 2), (10, 3, 3), (11, 5, 4), (12, 1, 2), (13, 2, 3), (7, 7, 2)]
    wide = [(9, 2, 4), (10, 1, 3), (5, 2, 7), (20, 3, 5)]
    return [case(size, kernel, stride) for size, kernel, stride in triples + wide]


def conv_sizes_same() -> list[Case]:
    triples = [(6, 3, 1), (7, 2, 1), (8, 3, 2), (9, 3, 2), (10, 4, 3), (11, 5, 4), (12, 2, 5), (1, 3, 2), (25, 3, 2)]
    kernel_larger = [(2, 5, 1), (3, 4, 2)]
    return [case(size, kernel, stride, padding="same") for size, kernel, stride in triples + kernel_larger]


def conv_sizes_easy() -> list[Case]:
    """Kernel 1: whoever has either formula right is right here, so that only the type is at stake."""
    triples = [(1, 1, 1), (6, 1, 1), (7, 1, 3), (9, 1, 4)]
    return [case(*triple, padding=padding) for triple in triples for padding in ("valid", "same")]


def transposed_sizes_stride_1() -> list[Case]:
    return [case(size, kernel) for size, kernel in [(1, 1), (1, 4), (5, 3), (6, 2), (3, 7), (25, 3)]]


def transposed_sizes_strided() -> list[Case]:
    triples = [(1, 3, 2), (5, 3, 2), (6, 4, 2), (7, 2, 2), (4, 5, 3), (3, 6, 4), (600, 3, 2), (2, 9, 4)]
    return [case(size, kernel, stride) for size, kernel, stride in triples]


def transposed_sizes_wide() -> list[Case]:
    triples = [(1, 1, 2), (3, 1, 3), (4, 2, 5), (5, 3, 4), (8, 2, 3), (2, 4, 7)]
    return [case(size, kernel, stride) for size, kernel, stride in triples]


def transposed_sizes_same() -> list[Case]:
    triples = [(1, 3, 2), (5, 3, 1), (5, 3, 2), (25, 3, 2), (6, 4, 3), (7, 2, 2), (3, 1, 4), (4, 7, 3)]
    return [case(size, kernel, stride, padding="same") for size, kernel, stride in triples]


def transposed_sizes_easy() -> list[Case]:
    """Kernel equal to the stride: every formula agrees here, so that only the type is at stake."""
    return [
        case(size, stride, stride, padding=p) for size, stride in [(3, 1), (5, 2), (6, 3)] for p in ("valid", "same")
    ]


# One channel


def _planes(settings: Iterable[Setting], padding: str, seed: int) -> Iterator[Case]:
    rng = np.random.default_rng(seed)
    for (rows, cols, kernel_rows, kernel_cols, stride), dtype in zip(settings, cycle(_FLOATS)):
        x = _array(rng, (rows, cols), dtype)
        kernel = _array(rng, (kernel_rows, kernel_cols), dtype)
        yield case(x, kernel, stride=stride, padding=padding)


def one_cell() -> list[Case]:
    """The last two stamp nothing but zeros: a cell of 0, and a kernel of zeros."""
    settings = [(1, 1, 3, 3, 1), (1, 1, 2, 4, 1), (1, 1, 4, 1, 1), (1, 1, 1, 1, 1), (1, 1, 2, 2, 1)]
    cell, kernel = np.array([[1.5]]), np.array([[2.5, -1.0, 4.0], [0.5, 3.0, -2.0]])
    return [*_planes(settings, "valid", seed=301), case(0 * cell, kernel), case(cell, 0 * kernel)]


def overlaps() -> list[Case]:
    settings = [
        *[(2, 2, 2, 2, 1), (3, 3, 3, 3, 1), (4, 4, 2, 2, 1), (3, 5, 3, 3, 1), (5, 2, 2, 3, 1), (4, 3, 3, 2, 1)],
        *[(1, 5, 3, 3, 1), (5, 1, 2, 4, 1), (1, 4, 1, 3, 1), (2, 3, 5, 4, 1), (6, 7, 4, 5, 1), (3, 4, 1, 1, 1)],
    ]
    return [*[case(*given.args) for given in _planes(settings, "valid", seed=302)], *_balanced()]


def _balanced() -> list[Case]:
    """Numbers that add up to 0, and some whose largest is 0: in the input, then in the kernel."""
    x, kernel = np.array([[2.5, -1.0], [-4.0, 2.5]]), np.array([[1.5, 3.0], [-0.5, 2.0]])
    pairs = [(x, kernel), (-abs(x) + 1, kernel), (kernel, x), (kernel, -abs(x) + 1)]
    return [case(left, right) for left, right in pairs]


def strided() -> list[Case]:
    settings = [
        *[(2, 2, 3, 3, 2), (3, 3, 4, 4, 2), (4, 4, 2, 2, 2), (3, 4, 3, 5, 2), (5, 3, 4, 3, 3), (2, 5, 5, 4, 3)],
        *[(1, 1, 3, 3, 2), (1, 6, 3, 4, 2), (4, 1, 5, 3, 3), (3, 2, 6, 5, 4), (5, 6, 3, 3, 2)],
    ]
    return list(_planes(settings, "valid", seed=303))


def wide_strides() -> list[Case]:
    settings = [
        *[(2, 2, 1, 1, 2), (3, 2, 2, 2, 3), (1, 1, 2, 2, 4), (2, 4, 3, 2, 4), (4, 3, 1, 2, 3), (1, 5, 3, 3, 5)],
        *[(1, 3, 4, 2, 3), (2, 1, 2, 5, 3)],  # wide in one direction; one cell in the other, so nothing overlaps
    ]
    return list(_planes(settings, "valid", seed=304))


def same() -> list[Case]:
    settings = [
        *[(4, 4, 3, 3, 1), (4, 4, 2, 2, 1), (3, 5, 4, 4, 1), (5, 3, 5, 2, 1), (3, 3, 3, 3, 2), (4, 3, 4, 4, 2)],
        *[(2, 4, 5, 5, 2), (3, 2, 6, 3, 3), (1, 1, 3, 3, 2), (1, 6, 3, 4, 2), (2, 2, 2, 2, 2), (3, 2, 1, 2, 3)],
        *[(2, 3, 7, 4, 3), (4, 1, 2, 5, 1)],
    ]
    return list(_planes(settings, "same", seed=305))


def number_types() -> list[Case]:
    """Kernels of one cell: no flip, overlap or crop can show, so that only the types are at stake."""
    rng = np.random.default_rng(306)
    return [
        case(_array(rng, shape, x_dtype), _array(rng, (1, 1), kernel_dtype))
        for shape in [(3, 4), (2, 1)]
        for x_dtype, kernel_dtype in _MIXTURES
    ]


def called_again() -> list[Case]:
    """One product among them, which any attempt gets right, whatever else is wrong with it."""
    return list(_planes([(1, 1, 1, 1, 1), (3, 4, 3, 2, 1), (2, 3, 3, 3, 1)], "valid", seed=307))


# Several channels


def _volumes(settings: Iterable[tuple[Setting, int, int]], padding: str, seed: int) -> Iterator[Case]:
    """Settings with the number of input channels and of output channels."""
    rng = np.random.default_rng(seed)
    for ((rows, cols, kernel_rows, kernel_cols, stride), ins, outs), dtype in zip(settings, cycle(_FLOATS)):
        x = _array(rng, (rows, cols, ins), dtype)
        kernel = _array(rng, (kernel_rows, kernel_cols, outs, ins), dtype)
        yield case(x, kernel, stride=stride, padding=padding)


def one_channel() -> list[Case]:
    settings = [((3, 3, 2, 2, 1), 1, 1), ((1, 4, 3, 2, 1), 1, 1), ((1, 1, 3, 3, 1), 1, 1), ((4, 2, 1, 3, 1), 1, 1)]
    volumes = list(_volumes(settings, "valid", seed=401))
    x, kernel = volumes[0].args
    return [*volumes, case(0 * x, kernel), case(x, 0 * kernel)]


def channels_in() -> list[Case]:
    settings = [
        *[((3, 3, 3, 3, 1), 3, 1), ((2, 4, 2, 3, 1), 2, 1), ((1, 3, 2, 2, 1), 4, 1), ((3, 2, 1, 1, 1), 3, 2)],
        *[((2, 2, 3, 2, 1), 4, 2), ((4, 3, 2, 2, 1), 3, 2)],
    ]
    volumes = [case(*given.args) for given in _volumes(settings, "valid", seed=402)]
    x, kernel = volumes[1].args
    opposite = case(np.concatenate([x, -x], axis=-1), np.concatenate([kernel, -kernel], axis=-1))
    return [*volumes, opposite]  # whose channels add up to 0 in the input, and in the kernel


def channels_out() -> list[Case]:
    """A single channel in, so that nothing has to be added up over channels."""
    settings = [((2, 3, 3, 3, 1), 1, 3), ((3, 2, 2, 2, 1), 1, 2), ((1, 1, 2, 3, 1), 1, 3), ((3, 3, 2, 1, 1), 1, 4)]
    return [case(*given.args) for given in _volumes(settings, "valid", seed=403)]


def channels_equal() -> list[Case]:
    """As many in as out: a kernel with its channel axes swapped gives a wrong answer here, and no error."""
    settings = [((3, 3, 2, 2, 1), 2, 2), ((2, 4, 3, 1, 1), 3, 3), ((1, 2, 3, 3, 1), 2, 2), ((2, 3, 1, 1, 1), 4, 4)]
    return [case(*given.args) for given in _volumes(settings, "valid", seed=404)]


def channels_strided() -> list[Case]:
    settings = [
        *[((2, 3, 3, 3, 2), 2, 3), ((3, 2, 4, 3, 3), 3, 2), ((2, 2, 2, 2, 2), 2, 2), ((1, 3, 5, 4, 2), 3, 1)],
        *[((2, 3, 1, 2, 3), 2, 3), ((3, 1, 2, 2, 4), 1, 2)],
    ]
    return list(_volumes(settings, "valid", seed=405))


def channels_same() -> list[Case]:
    settings = [
        *[((3, 3, 3, 3, 1), 2, 3), ((2, 4, 3, 3, 2), 3, 2), ((3, 2, 4, 4, 2), 2, 2), ((2, 2, 5, 2, 2), 1, 3)],
        *[((1, 1, 4, 3, 2), 3, 1), ((2, 3, 1, 2, 3), 2, 2)],
    ]
    return list(_volumes(settings, "same", seed=406))


def channels_number_types() -> list[Case]:
    """See `number_types`."""
    rng = np.random.default_rng(407)
    return [
        case(_array(rng, (2, 3, 1), x_dtype), _array(rng, (1, 1, 2, 1), kernel_dtype))
        for x_dtype, kernel_dtype in _MIXTURES
    ]


def channels_called_again() -> list[Case]:
    """See `called_again`."""
    settings = [((1, 1, 1, 1, 1), 1, 1), ((2, 3, 2, 2, 1), 2, 2), ((2, 2, 3, 3, 1), 3, 1)]
    return list(_volumes(settings, "valid", seed=408))


# Convolution as a matrix


def _matrices(shapes: Iterable[tuple[int, int, int, int]], seed: int) -> Iterator[Case]:
    """(rows, cols, kernel rows, kernel cols). Quarters, which any float dtype of the matrix can hold."""
    rng = np.random.default_rng(seed)
    for rows, cols, kernel_rows, kernel_cols in shapes:
        kernel = _array(rng, (kernel_rows, kernel_cols), "int64") + rng.choice([0.25, 0.5, 0.75])
        yield case((rows, cols), kernel)


def matrices_square() -> list[Case]:
    shapes = [(3, 3, 2, 2), (4, 4, 2, 2), (4, 4, 3, 3), (5, 5, 3, 3), (6, 6, 4, 4), (5, 5, 2, 2)]
    return list(_matrices(shapes, seed=501))


def matrices_oblong() -> list[Case]:
    shapes = [(3, 4, 2, 2), (4, 3, 2, 2), (5, 4, 3, 2), (3, 6, 2, 3), (6, 3, 4, 2), (4, 5, 2, 4)]
    return list(_matrices(shapes, seed=502))


def matrices_at_the_border() -> list[Case]:
    shapes = [
        (1, 1, 1, 1),
        (3, 3, 3, 3),
        (2, 4, 2, 4),
        (1, 5, 1, 2),
        (5, 1, 3, 1),
        (3, 4, 1, 1),
        (3, 3, 1, 3),
        (4, 2, 2, 2),
    ]
    return list(_matrices(shapes, seed=503))


def matrices_of_integers() -> list[Case]:
    rng = np.random.default_rng(504)
    return [
        case((rows, cols), _array(rng, kernel, dtype))
        for rows, cols, kernel in [(3, 3, (2, 2)), (4, 5, (2, 3))]
        for dtype in ("int64", "int32", "float32")
    ] + [case((3, 4), np.zeros((2, 2), dtype)) for dtype in ("int64", "float64")]


def matrices_called_again() -> list[Case]:
    """See `called_again`."""
    return list(_matrices([(1, 1, 1, 1), (3, 4, 2, 3), (2, 2, 2, 2)], seed=505))


# Bilinear upsampling


def factors_even() -> list[Case]:
    return [case(factor) for factor in (4, 6, 8, 10, 16)]


def factors_odd() -> list[Case]:
    return [case(factor) for factor in (5, 7, 9, 11)]


def factor_one() -> list[Case]:
    return [case(1)]
