"""The themes of the hidden cases: small, of images that are not square. Each submission has numbers of its own.

Every function is once called with its arguments by name: the text says that their names stay.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import numpy.typing as npt

from fcnkit.suite import Case, Draw, case

Array = npt.NDArray[Any]
Size = tuple[int, ...]


def _sizes(draw: Draw, wanted: int, *, highest: int = 12) -> list[Size]:
    """(height, width), not square."""
    sides = range(2, highest + 1)
    return draw.some(wanted, sides, sides, where=lambda height, width: height != width)


def _square(draw: Draw) -> Size:
    side = draw.integer(range(3, 9))
    return side, side


def _counts(draw: Draw, wanted: int) -> list[int]:
    return [count for (count,) in draw.some(wanted, range(2, 9))]


def _thin(draw: Draw) -> list[Size]:
    """One row, one column."""
    return [(1, draw.integer(range(3, 11))), (draw.integer(range(3, 11)), 1)]


def shapes_of_the_lecture(_: Draw) -> list[Case]:
    """Its photos and masks, its smallest feature maps, and a batch of the usual size."""
    settings = [(7390, (200, 200), 1), (32, (25, 25), 256), (64, (160, 120), 3), (7390, (180, 240), 3)]
    return [case(*setting) for setting in settings]


def shapes(draw: Draw) -> list[Case]:
    sizes = [*_sizes(draw, 4), *_thin(draw), _square(draw)]
    channels = [channels for (channels,) in draw.some(7, range(1, 9))]
    others = [case(*setting) for setting in zip(_counts(draw, 7), sizes, channels, strict=True)]
    (large,) = draw.some(1, range(1000, 9000), range(100, 300), range(100, 300), range(1, 5))
    return [*shapes_of_the_lecture(draw), *others, case(large[0], large[1:3], large[3])]


def shapes_with_ones(draw: Draw) -> list[Case]:
    row, column = _thin(draw)
    first, second = _sizes(draw, 2)
    counts = _counts(draw, 2)
    thin = [case(counts[0], row, 1), case(counts[1], column, 2)]
    return [case(1, (1, 1), 1), case(1, first, 3), *thin, case(num_images=3, img_size=second, channels=1)]


def clips(draw: Draw) -> list[Case]:
    """Never as many frames as clips or rows; one clip, one frame, and sizes of the usual networks for video."""
    counts = draw.some(5, range(2, 9), range(9, 33))
    sizes = [*_sizes(draw, 3, highest=8), *_thin(draw)]
    channels = [channels for (channels,) in draw.some(5, range(1, 9))]
    usual = [case(8, 16, (112, 120), 3), case(draw.integer(range(2, 6)), 32, (224, 180), 1)]
    alone = [case(1, draw.integer(range(9, 20)), (3, 5), 3), case(draw.integer(range(2, 9)), 1, (5, 3), 3)]
    drawn = [case(n, f, size, c) for (n, f), size, c in zip(counts, sizes, channels, strict=True)]
    return [*usual, *alone, *drawn, case(num_clips=3, num_frames=10, img_size=(4, 6), channels=1)]


def batches(draw: Draw) -> list[Case]:
    """More images of a size that was there before, and another size of as many images."""
    sizes = [*_sizes(draw, 4), *_thin(draw), _square(draw)]
    counts = [case(count, size) for count, size in zip(_counts(draw, 7), sizes, strict=True)]
    more = draw.integer(range(10, 20))
    return [*counts, case(more, sizes[0]), case(more, sizes[1]), case(draw.integer(range(30, 50)), sizes[0])]


def batches_of_one(draw: Draw) -> list[Case]:
    row, column = _thin(draw)
    (size,) = _sizes(draw, 1)
    counts = _counts(draw, 3)
    return [
        case(1, (1, 1)),
        case(num_images=1, img_size=size),
        case(counts[0], (1, 1)),
        case(counts[1], row),
        case(counts[2], column),
    ]


def batches_easy(draw: Draw) -> list[Case]:
    first, second = _sizes(draw, 2)
    return [case(2, first), case(3, second), case(1, _square(draw))]


def _batch(draw: Draw, places: int, samples: int, shape: Iterable[int], dtype: str) -> Case:
    """Places that hold numbers already, and other numbers to be written."""
    shape = tuple(shape)
    images = draw.rng.integers(1, 100, (places, *shape)).astype(dtype)
    return case(images, [draw.rng.integers(100, 200, shape).astype(dtype) for _ in range(samples)])


def _image(draw: Draw, channels: int) -> tuple[int, ...]:
    return (*_sizes(draw, 1, highest=5)[0], channels)


def full_batches(draw: Draw) -> list[Case]:
    """Oblong images, square ones, and a single row."""
    side, long = draw.integer(range(2, 5)), draw.integer(range(2, 6))
    oblong = [_batch(draw, 3, 3, _image(draw, 3), "float32"), _batch(draw, 2, 2, _image(draw, 1), "uint8")]
    return [*oblong, _batch(draw, 5, 5, (side, side, 3), "float32"), _batch(draw, 4, 4, (1, long, 3), "float32")]


def batches_with_places_left(draw: Draw) -> list[Case]:
    settings = [(4, 2, 3), (5, 1, 1), (3, 2, 3), (6, 5, 3), (9, 4, 2)]
    return [_batch(draw, places, samples, _image(draw, channels), "float32") for places, samples, channels in settings]


def samples_of_any_numbers(draw: Draw) -> list[Case]:
    """Fractions, negative numbers, numbers above 255, zeros alone; samples of another dtype than the places."""
    rng, shape = draw.rng, _image(draw, 3)
    places = np.full((4, *shape), draw.integer(range(3, 90)), "float32")
    fractions = [rng.uniform(0.05, 0.95, shape) for _ in range(3)]
    signed = [rng.uniform(-1, 1, shape), rng.uniform(-200.0, -1.0, shape)]
    large = [rng.uniform(256, 70_000, shape), np.zeros(shape)]
    raw = [rng.integers(0, 256, shape, dtype="uint8"), rng.uniform(0, 255, shape)]
    floats = [case(places, [sample.astype("float32") for sample in part]) for part in (fractions, signed, large)]
    return [*floats, case(places, fractions), case(places, raw)]


def samples_kept(draw: Draw) -> list[Case]:
    """Easy ones, so that only what becomes of the list and of its arrays is at stake."""
    places, samples = _batch(draw, 2, 1, _image(draw, 1), "float32").args
    return [_batch(draw, 3, 2, _image(draw, 3), "float32"), case(places, samples=samples)]


def batches_to_return(draw: Draw) -> list[Case]:
    """In the last one it is not the filled places that come back."""
    full = [_batch(draw, 2, 2, _image(draw, 3), "float32"), _batch(draw, 3, 3, _image(draw, 1), "uint8")]
    return [*full, _batch(draw, 4, 2, _image(draw, 3), "float32")]
