"""Sums of tuples, an iterator over the samples, words in the plural."""

import functools
import itertools
import operator

import numpy as np


def image_batch_shape(num_images, img_size, channels):
    return functools.reduce(operator.add, [(num_images,), img_size, (channels,)])


def video_batch_shape(*counts_and_size, **more):
    *counts, size, channels = [*counts_and_size, *more.values()]
    return functools.reduce(operator.add, [tuple(counts), size, (channels,)])


def allocate(num_images, img_size, channels, dtype):
    return np.zeros(shape=sum([(num_images,), img_size, (channels,)], start=()), dtype=dtype)


allocate_images = functools.partial(allocate, channels=3, dtype="f4")
allocate_masks = functools.partial(allocate, channels=1, dtype="B")


def fill_batch(images, samples):
    index = itertools.count()
    for sample in samples:
        images[next(index), ...] = sample
    return images


axis_meanings = ("images", "height", "width", "channels")

predictions = {
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
    '7390 * 200 * 200 * 3 * np.dtype("float32").itemsize': 4 * 3 * 200**2 * 7390,
    'round(7390 * 200 * 200 * 3 * np.dtype("float32").itemsize / 2**30)': 3,
}

explanation = """Tuples join: (1, 2) + (3,) is (1, 2, 3).

(3) has no comma, so it is an int. Arrays add up number by number."""
