"""Whole arrays at once: shapes measured from arrays, broadcasting, copyto, NumPy numbers as answers."""

import numpy as np


def image_batch_shape(num_images, img_size, channels):
    one = np.broadcast_to(np.uint8(0), img_size + (channels,))
    return np.broadcast_to(one, (num_images,) + one.shape).shape


def allocate_images(num_images, img_size):
    images = np.empty((num_images,) + img_size + (3,), np.float32)
    images[:] = 0
    return images


def allocate_masks(num_images, img_size):
    return np.repeat(np.zeros((1,) + img_size + (1,), np.uint8), num_images, axis=0)


def fill_batch(images, samples):
    np.copyto(images[: len(samples)], np.asarray(samples))
    return images


axis_meanings = np.array(["image", "height", "width", "channel"]).tolist()

predictions = {
    "(7390,) + (200, 200) + (3,)": (7390, 200, 200, 3),
    "[200, 200] + [3]": [200, 200, 3],
    'len("200" + "3")': 4,
    "(200, 200) * 2": (200, 200, 200, 200),
    "np.array([200, 200]) + np.array([3])": np.array([203, 203]),
    "np.array([200, 200]) * 2": np.array([400, 400]),
    "(7390,) + np.array([200, 200])": np.array([7590, 7590]),
    "(3)": np.int64(3),
    "(3,)": (3,),
    "(200, 200) + (3)": "TypeError: can only concatenate tuple",
    "(200, 200) + [3]": "TypeError",
    "np.array([1, 2]) + np.array([1, 2, 3])": "ValueError",
    '7390 * 200 * 200 * 3 * np.dtype("float32").itemsize': np.int64(3547200000),
    'round(7390 * 200 * 200 * 3 * np.dtype("float32").itemsize / 2**30)': np.int64(3),
}

explanation = "+ joins tuples, (3) is 3, and arrays broadcast; for example (5,) + (6,) is (5, 6)."
