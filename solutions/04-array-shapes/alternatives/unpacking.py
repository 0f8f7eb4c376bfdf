"""Tuples by unpacking; zeros by other names; slices instead of indices; answers in English, set one at a time."""

import numpy as np


def image_batch_shape(num_images, img_size, channels):
    return (num_images, *img_size, channels)


def video_batch_shape(num_clips, num_frames, img_size, channels):
    height, width = img_size
    return num_clips, num_frames, height, width, channels


def allocate_images(num_images, img_size):
    return np.full([num_images, *img_size, 3], 0, dtype="float32")


def allocate_masks(num_images, img_size):
    return np.zeros((num_images, *img_size), dtype="uint8")[..., np.newaxis]


def fill_batch(images, samples):
    images[: len(samples)] = np.stack(samples)
    return images


axis_meanings = ["Image", "Height", "Width", "Channel"]

predictions = {}
predictions["(7390,) + (200, 200) + (3,)"] = (7390, 200, 200, 3)
predictions["[200, 200] + [3]"] = [200, 200, 3]
predictions['len("200" + "3")'] = len("2003")
predictions["(200, 200) * 2"] = (200, 200, 200, 200)
predictions["np.array([200, 200]) + np.array([3])"] = np.array([203, 203], dtype="int32")
predictions["np.array([200, 200]) * 2"] = np.array([400, 400])
predictions["(7390,) + np.array([200, 200])"] = np.array([7590, 7590])
predictions["(3)"] = 3
predictions["(3,)"] = (3,)
for expression in ("(200, 200) + (3)", "(200, 200) + [3]"):
    predictions[expression] = TypeError.__name__
predictions["np.array([1, 2]) + np.array([1, 2, 3])"] = "ValueError"
num_bytes = 7390 * 200 * 200 * 3 * 4
predictions['7390 * 200 * 200 * 3 * np.dtype("float32").itemsize'] = num_bytes
predictions['round(7390 * 200 * 200 * 3 * np.dtype("float32").itemsize / 2**30)'] = num_bytes // 1024**3

explanation = "Tuples are joined by +, as in (1,) + (2,) == (1, 2). (3) is a number. Arrays would be added up."
