"""What comes of taking the stride for a gap, of sharing kernels, and of ends that are one step off.

As `wrong_answers.py`: self-contained but for NumPy, with the signatures of the functions that they stand in for.
"""

import numpy as np


def _stamped(x, kernel, stride, padding, steps, sizes=None):
    """Stamps `steps` cells apart, in an array of these sizes, or of those that they need; then cropped."""
    if sizes is None:
        sizes = [(n - 1) * step + side for n, step, side in zip(x.shape, steps, kernel.shape, strict=True)]
    canvas = np.zeros(sizes, np.result_type(x, kernel))
    (down, right), (height, width) = steps, kernel.shape
    for i, j in np.ndindex(x.shape):
        canvas[i * down : i * down + height, j * right : j * right + width] += x[i, j] * kernel
    if padding == "valid":
        return canvas
    top, left = (max(side - stride, 0) // 2 for side in kernel.shape)
    return canvas[top : top + x.shape[0] * stride, left : left + x.shape[1] * stride]


def _transposed(x, kernel, stride, padding):
    sizes = [(n - 1) * stride + max(side, stride) for n, side in zip(x.shape, kernel.shape, strict=True)]
    return _stamped(x, kernel, stride, padding, (stride, stride), sizes)


def gap_transposed_size(size, kernel, stride=1, padding="valid"):
    return size * stride if padding == "same" else size * kernel + (size - 1) * stride


def gap_from_two_on_transposed_size(size, kernel, stride=1, padding="valid"):
    return size * stride if padding == "same" else size * kernel + (size - 1) * (stride - 1)


def gap(x, kernel, stride=1, padding="valid"):
    return _stamped(x, kernel, stride, padding, [side + stride for side in kernel.shape])


def gap_from_two_on(x, kernel, stride=1, padding="valid"):
    return _stamped(x, kernel, stride, padding, [side + stride - 1 for side in kernel.shape])


def one_step_too_far_transposed_size(size, kernel, stride=1, padding="valid"):
    return size * stride if padding == "same" else size * stride + kernel


def largest_one_step_too_far_transposed_size(size, kernel, stride=1, padding="valid"):
    return size * stride if padding == "same" else size * stride + max(kernel, stride)


def inputs_beside_each_other(x, kernel, stride=1, padding="valid"):
    planes = [
        _transposed(x[:, :, c], kernel[:, :, o, c], stride, padding)
        for o in range(kernel.shape[2])
        for c in range(x.shape[2])
    ]
    return np.stack(planes, axis=-1)


def outputs_beside_each_other(x, kernel, stride=1, padding="valid"):
    planes = [
        _transposed(x[:, :, c], kernel[:, :, o, c], stride, padding)
        for c in range(x.shape[2])
        for o in range(kernel.shape[2])
    ]
    return np.stack(planes, axis=-1)


def nothing_at_the_border(factor):
    """Of a single cell, whose distance from the middle is 0, the height is 1."""
    size = 2 * factor - factor % 2
    centre = (size - 1) / 2
    heights = 1 - np.abs(np.arange(size) - centre) / max(centre, 1)
    return np.outer(heights, heights)


def nothing_at_the_border_divided_by_0(factor):
    size = 2 * factor - factor % 2
    centre = (size - 1) / 2
    with np.errstate(invalid="ignore"):
        heights = 1 - np.abs(np.arange(size) - centre) / np.float64(centre)
    return np.outer(heights, heights)


def twenty_of_both_squares(original, image, peak=1.0):
    return 20 * np.log10(float(peak) ** 2 / np.mean((original.astype(float) - image) ** 2))


def both_taken_for_square(x, kernel, stride=1, padding="valid"):
    """Raises where a stamp is no square."""
    sides, height = x.shape[0], kernel.shape[0]
    canvas = np.zeros([(sides - 1) * stride + max(height, stride)] * 2)
    for i, j in np.ndindex(sides, sides):
        canvas[i * stride : i * stride + height, j * stride : j * stride + height] += x[i, j] * kernel
    if padding == "valid":
        return canvas
    top = max(height - stride, 0) // 2
    return canvas[top : top + sides * stride, top : top + sides * stride]
