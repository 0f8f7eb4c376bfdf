"""The hidden cases: the same for every student, small, and of images that are not square."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from fcnkit.grading.examiner.checks import Case, case

Array = npt.NDArray[Any]

SIZES = ((4, 6), (7, 3), (5, 5), (1, 8), (9, 1), (2, 3), (12, 10))


def shapes_of_the_lecture() -> list[Case]:
    """Its photos and masks, its smallest feature maps, and a batch of the usual size."""
    settings = [(7390, (200, 200), 1), (32, (25, 25), 256), (64, (160, 120), 3), (7390, (180, 240), 3)]
    return [case(*setting) for setting in settings]


def shapes() -> list[Case]:
    others = [
        case(count, size, channels) for count, size, channels in zip(range(2, 9), SIZES, range(1, 8), strict=True)
    ]
    return [*shapes_of_the_lecture(), *others]


def shapes_with_ones() -> list[Case]:
    return [case(1, (1, 1), 1), case(1, (6, 4), 3), case(5, (1, 7), 1), case(8, (3, 1), 2), case(3, (2, 5), 1)]


def batches() -> list[Case]:
    """The last two have the size of the first, and more images."""
    counts = [case(count, size) for count, size in zip((3, 1, 2, 5, 4, 6, 2), SIZES, strict=True)]
    return [*counts, case(12, SIZES[0]), case(40, SIZES[0])]


def batches_of_one() -> list[Case]:
    return [case(1, (1, 1)), case(1, (3, 2)), case(2, (1, 1)), case(4, (1, 5)), case(7, (2, 1))]


def batches_easy() -> list[Case]:
    return [case(2, (3, 4)), case(3, (4, 2)), case(1, (5, 5))]


def _batch(rng: np.random.Generator, places: int, samples: int, shape: tuple[int, ...], dtype: str) -> Case:
    """Places that hold numbers already, and other numbers to be written."""
    images = rng.integers(1, 100, (places, *shape)).astype(dtype)
    return case(images, [rng.integers(100, 200, shape).astype(dtype) for _ in range(samples)])


def full_batches() -> list[Case]:
    rng = np.random.default_rng(301)
    settings = [
        (3, (4, 5, 3), "float32"),
        (2, (3, 2, 1), "uint8"),
        (5, (2, 2, 3), "float32"),
        (4, (1, 3, 3), "float32"),
    ]
    return [_batch(rng, places, places, shape, dtype) for places, shape, dtype in settings]


def batches_with_places_left() -> list[Case]:
    rng = np.random.default_rng(302)
    settings = [(4, 2, (3, 4, 3)), (5, 1, (2, 2, 1)), (3, 2, (2, 5, 3)), (6, 5, (1, 2, 3)), (9, 4, (2, 2, 2))]
    return [_batch(rng, places, samples, shape, "float32") for places, samples, shape in settings]


def samples_of_any_numbers() -> list[Case]:
    """Fractions, negative numbers, numbers above 255, zeros alone; samples of another dtype than the places."""
    rng = np.random.default_rng(304)
    places, shape = np.full((4, 2, 3, 3), 7, "float32"), (2, 3, 3)
    fractions = [rng.uniform(0.05, 0.95, shape) for _ in range(3)]
    signed = [rng.uniform(-1, 1, shape), rng.uniform(-200.0, -1.0, shape)]
    large = [rng.uniform(256, 70_000, shape), np.zeros(shape)]
    raw = [rng.integers(0, 256, shape, dtype="uint8"), rng.uniform(0, 255, shape)]
    floats = [case(places, [sample.astype("float32") for sample in part]) for part in (fractions, signed, large)]
    return [*floats, case(places, fractions), case(places, raw)]


def samples_kept() -> list[Case]:
    """Easy ones, so that only what becomes of the list and of its arrays is at stake."""
    rng = np.random.default_rng(305)
    return [_batch(rng, 3, 2, (2, 3, 3), "float32"), _batch(rng, 2, 1, (3, 2, 1), "float32")]


def batches_to_return() -> list[Case]:
    rng = np.random.default_rng(303)
    full = [_batch(rng, 2, 2, (2, 3, 3), "float32"), _batch(rng, 3, 3, (3, 1, 1), "uint8")]
    return [*full, _batch(rng, 4, 2, (2, 1, 3), "float32")]  # in which it is not the filled places that come back
