"""Wrong answers of whole functions as students write them, for assignment 04: each is to lose marks.

`TRIES` has them by assignment and function, and says what is wrong with each.
"""

# ruff: noqa: ARG005 - functions of one expression, with the arguments of those that students write

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np


def _once(images: Any, samples: Any) -> Any:
    images[: len(samples)] = samples[0]
    return images


def _from_the_end(images: Any, samples: Any) -> Any:
    for place, sample in enumerate(samples):
        images[-place - 1] = sample
    return images


def _rebound(images: Any, samples: Any) -> Any:
    images = np.array([*samples, *images[len(samples) :]], images.dtype)
    return images  # noqa: RET504  # as students write it


def _zeroed(images: Any, samples: Any) -> Any:
    images[...] = 0
    images[: len(samples)] = samples
    return images


def _added(images: Any, samples: Any) -> Any:
    for place, sample in enumerate(samples):
        images[place] += sample.astype(images.dtype)
    return images


def _one_short(images: Any, samples: Any) -> Any:
    for place in range(len(samples) - 1):
        images[place] = samples[place]
    return images


def _count_returned(images: Any, samples: Any) -> Any:
    images[: len(samples)] = samples
    return len(samples)


def _part_returned(images: Any, samples: Any) -> Any:
    images[: len(samples)] = samples
    return images[: len(samples)]


def _list_returned(images: Any, samples: Any) -> Any:
    images[: len(samples)] = samples
    return list(images)


def _first_channel(images: Any, samples: Any) -> Any:
    for place, sample in enumerate(samples):
        images[place, ..., 0] = sample[..., 0]
    return images


def _sorted(images: Any, samples: Any) -> Any:
    samples.sort(key=lambda sample: float(sample.sum()))
    images[: len(samples)] = samples
    return images


def _normalized(images: Any, samples: Any) -> Any:
    for place, sample in enumerate(samples):
        np.subtract(sample, sample.min(), out=sample)
        images[place] = sample
    return images


def _scaled(images: Any, samples: Any) -> Any:
    for place, sample in enumerate(samples):
        images[place] = sample / 255 if sample.dtype == np.uint8 else sample
    return images


def _shapes() -> Iterator[tuple[str, Callable[..., Any]]]:
    yield "height and width swapped", lambda n, size, c: (n, *size[::-1], c)
    yield "channels first", lambda n, size, c: (n, c, *size)
    yield "the number last", lambda n, size, c: (*size, c, n)
    yield "a size in a size", lambda n, size, c: (n, size, c)
    yield "a list", lambda n, size, c: [n, *size, c]
    yield "an array", lambda n, size, c: np.array([n, *size, c])
    yield "without one channel", lambda n, size, c: (n, *size) if c == 1 else (n, *size, c)
    yield "three channels", lambda n, size, c: (n, *size, 3)
    yield "the product", lambda n, size, c: n * size[0] * size[1] * c
    yield "a square", lambda n, size, c: (n, size[0], size[0], c)
    yield "text", lambda n, size, c: str((n, *size, c))


TRIES: dict[tuple[str, str], dict[str, Callable[..., Any]]] = {
    ("04", "image_batch_shape"): dict(_shapes()),
    ("04", "allocate_images"): {
        "whatever was in memory": lambda n, size: np.full((n, *size, 3), 7e-3, "float32"),
        "float64": lambda n, size: np.zeros((n, *size, 3)),
        "bytes": lambda n, size: np.zeros((n, *size, 3), "uint8"),
        "one channel": lambda n, size: np.zeros((n, *size, 1), "float32"),
        "swapped": lambda n, size: np.zeros((n, *size[::-1], 3), "float32"),
        "a list of images": lambda n, size: [np.zeros((*size, 3), "float32")] * n,
    },
    ("04", "allocate_masks"): {
        "no channel axis": lambda n, size: np.zeros((n, *size), "uint8"),
        "signed bytes": lambda n, size: np.zeros((n, *size, 1), "int8"),
        "booleans": lambda n, size: np.zeros((n, *size, 1), bool),
        "ones": lambda n, size: np.ones((n, *size, 1), "uint8"),
        "three channels": lambda n, size: np.zeros((n, *size, 3), "uint8"),
    },
    ("04", "fill_batch"): {
        "the first sample everywhere": _once,
        "from the end": _from_the_end,
        "another array": _rebound,
        "the rest cleared": _zeroed,
        "added to what was there": _added,
        "one sample short": _one_short,
        "their number returned": _count_returned,
        "a part returned": _part_returned,
        "a list returned": _list_returned,
        "the first channel": _first_channel,
        "the list sorted": _sorted,
        "samples shifted where they are": _normalized,
        "photos scaled": _scaled,
    },
}
