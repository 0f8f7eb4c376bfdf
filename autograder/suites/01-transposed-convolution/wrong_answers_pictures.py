"""What somebody who holds a misconception about shrinking and measuring pictures would write.

Self-contained but for NumPy, as a student's notebook is; see `wrong_answers.py`.
"""

# ruff: noqa: ARG001 - the arguments are those of the students' functions, used or not

import numpy as np


def _blocks(image, factor):
    """(rows, cols, factor * factor): the pixels of each block."""
    rows, cols = image.shape[0] // factor, image.shape[1] // factor
    blocks = image.reshape(rows, factor, cols, factor).swapaxes(1, 2)
    return blocks.reshape(rows, cols, factor**2)


def _decibels(ratio):
    return float(10 * np.log10(ratio))


def _mean_square(original, image):
    return np.mean((original.astype(float) - image.astype(float)) ** 2)


# Shrinking


def every_nth_pixel(image, factor):
    return image[::factor, ::factor].astype(float)


def brightest_pixel(image, factor):
    return _blocks(image, factor).max(axis=2).astype(float)


def blocks_added_up(image, factor):
    return _blocks(image, factor).sum(axis=2).astype(float)


def divided_by_the_side(image, factor):
    return _blocks(image, factor).sum(axis=2) / factor


def middle_value(image, factor):
    pixels = np.sort(_blocks(image, factor), axis=2).astype(float)  # `np.median` would import all of `numpy.ma`
    return (pixels[..., (factor**2 - 1) // 2] + pixels[..., factor**2 // 2]) / 2


def pixels_far_apart(image, factor):
    rows, cols = image.shape[0] // factor, image.shape[1] // factor
    return image.reshape(factor, rows, factor, cols).mean(axis=(0, 2))


def pixels_in_reading_order(image, factor):
    return image.reshape(image.shape[0] // factor, image.shape[1] // factor, factor**2).mean(axis=2)


def one_pixel_further(image, factor):
    small = np.zeros((image.shape[0] // factor, image.shape[1] // factor))
    for i, j in np.ndindex(small.shape):
        small[i, j] = image[i : i + factor, j : j + factor].mean()
    return small


def middle_pixel(image, factor):
    return image[factor // 2 :: factor, factor // 2 :: factor].astype(float)


# Measuring


def root_for_the_square(original, image, peak=1.0):
    return _decibels(peak / np.sqrt(_mean_square(original, image)))


def natural_logarithm(original, image, peak=1.0):
    return float(10 * np.log(peak**2 / _mean_square(original, image)))


def upside_down(original, image, peak=1.0):
    return _decibels(_mean_square(original, image) / peak**2)


def mean_of_sizes(original, image, peak=1.0):
    return _decibels(peak**2 / np.mean(np.abs(original.astype(float) - image.astype(float))))


def sum_for_the_mean(original, image, peak=1.0):
    return _decibels(peak**2 / (_mean_square(original, image) * original.size))


def peak_forgotten(original, image, peak=1.0):
    return _decibels(1 / _mean_square(original, image))


def peak_not_squared(original, image, peak=1.0):
    return _decibels(peak / _mean_square(original, image))


def bytes_wrap_around(original, image, peak=1.0):
    return _decibels(peak**2 / np.mean((original - image) ** 2))


def root_of_the_error_alone(original, image, peak=1.0):
    return _decibels(peak**2 / np.sqrt(_mean_square(original, image)))


def error_itself(original, image, peak=1.0):
    return float(_mean_square(original, image))


def square_of_the_mean(original, image, peak=1.0):
    square = np.mean(original.astype(float) - image.astype(float)) ** 2
    return _decibels(peak**2 / max(square, 1e-30))  # differences that cancel out altogether


def floats_too_late(original, image, peak=1.0):
    return _decibels(peak**2 / np.mean((original - image).astype(float) ** 2))
