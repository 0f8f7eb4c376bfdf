"""The themes of the hidden cases about shrinking and measuring pictures; see `cases.py`."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from fcnkit.suite import Case, Draw, case

Array = npt.NDArray[Any]


def _grey(draw: Draw, shape: tuple[int, int]) -> Array:
    """Grey values 0..1, none of them alike."""
    return draw.rng.uniform(0.05, 0.95, shape)


def shrunk(draw: Draw) -> list[Case]:
    small = draw.some(5, range(1, 4), range(1, 4), range(2, 6))
    return [case(_grey(draw, (rows * factor, cols * factor)), factor) for rows, cols, factor in [(2, 3, 2), *small]]


def shrunk_integers(draw: Draw) -> list[Case]:
    """Whose means have fractions; the last one by name, where each block is one pixel."""
    cases = []
    for rows, cols, factor in draw.some(3, range(1, 4), range(2, 4), range(2, 4)):
        image = factor * draw.rng.integers(1, 60, (rows * factor, cols * factor))
        image[::factor, ::factor] += 1  # one pixel in each block, whose sum is then no multiple of the factor
        cases.append(case(image, factor))
    return [*cases, case(image=_grey(draw, (2, 3)), factor=np.int64(1))]


def _noisy(draw: Draw, shape: tuple[int, int], peak: float) -> tuple[Array, Array]:
    """An image, and the same with an error that is seen in every cell, both ways."""
    original = draw.rng.uniform(0.2, 0.8, shape)
    size = draw.rng.uniform(0.02, 0.18, shape) * draw.rng.choice([-1, 1], shape)
    return original * peak, (original + size) * peak


def decibels(draw: Draw) -> list[Case]:
    sides = draw.some(5, range(1, 7), range(2, 7))
    original, image = _noisy(draw, (3, 4), 1)
    return [*(case(*_noisy(draw, (rows, cols), 1)) for rows, cols in sides), case(original=original, image=image)]


def decibels_of_a_peak(draw: Draw) -> list[Case]:
    """Other peaks, and images of uint8, some of whose differences are below 0."""
    peaks = [case(*_noisy(draw, (3, 4), peak), peak=peak) for peak in (255, 2.0, 100)]
    sides = draw.some(3, range(2, 6), range(3, 6))
    bytes_ = [np.rint(_noisy(draw, (rows, cols), 255)).astype(np.uint8) for rows, cols in sides]
    return [*peaks, *(case(original, image, peak=255) for original, image in bytes_)]


def pictures_called_again(draw: Draw) -> list[Case]:
    """See `called_again` of `cases.py`."""
    return [case(_grey(draw, (1, 1)), 1), case(_grey(draw, (4, 6)), 2)]


def decibels_called_again(draw: Draw) -> list[Case]:
    """See `called_again` of `cases.py`."""
    return [case(*_noisy(draw, shape, 1)) for shape in [(1, 1), (2, 3)]]
