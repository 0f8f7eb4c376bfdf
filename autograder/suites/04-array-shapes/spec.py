"""The right answers, found slowly and obviously: number by number, cell by cell; predictions as Python prints them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]


def image_batch_shape(num_images: int, img_size: tuple[int, int], channels: int) -> tuple[int, ...]:
    height, width = img_size
    return (num_images, height, width, channels)


def video_batch_shape(num_clips: int, num_frames: int, img_size: tuple[int, int], channels: int) -> tuple[int, ...]:
    height, width = img_size
    return (num_clips, num_frames, height, width, channels)


def allocate_images(num_images: int, img_size: tuple[int, int]) -> Array:
    height, width = img_size
    pixel = [0.0, 0.0, 0.0]
    return np.array(
        [[[pixel for _ in range(width)] for _ in range(height)] for _ in range(num_images)], dtype="float32"
    )


def allocate_masks(num_images: int, img_size: tuple[int, int]) -> Array:
    height, width = img_size
    return np.array([[[[0] for _ in range(width)] for _ in range(height)] for _ in range(num_images)], dtype="uint8")


def fill_batch(images: Array, samples: Sequence[Array]) -> Array:
    for index in range(len(samples)):
        for place in np.ndindex(*samples[index].shape):
            images[(index, *place)] = samples[index][place]
    return images


AXIS_MEANINGS = ["image", "height", "width", "channel"]

PREDICTIONS: dict[str, Any] = {
    "(7390,) + (200, 200) + (3,)": (7390, 200, 200, 3),
    "[200, 200] + [3]": [200, 200, 3],
    'len("200" + "3")': 4,
    "(200, 200) * 2": (200, 200, 200, 200),
    "np.array([200, 200]) + np.array([3])": np.array([203, 203]),
    "np.array([200, 200]) * 2": np.array([400, 400]),
    "(7390,) + np.array([200, 200])": np.array([7590, 7590]),
    "(3)": 3,
    "(3,)": (3,),
    "(200, 200) + (3)": "TypeError",
    "(200, 200) + [3]": "TypeError",
    "np.array([1, 2]) + np.array([1, 2, 3])": "ValueError",
    '7390 * 200 * 200 * 3 * np.dtype("float32").itemsize': 3_547_200_000,
    'round(7390 * 200 * 200 * 3 * np.dtype("float32").itemsize / 2**30)': 3,
}
