"""What comes of a slip in writing the right thing down: of brackets, loops and sums.

As `wrong_answers.py`: self-contained but for NumPy, with the signatures of the functions that they stand in for.
"""

import numpy as np


def _valid_size(size, kernel, stride):
    return (size - 1) * stride + max(kernel, stride)


def always_one_more_conv_size(size, kernel, stride=1, padding="valid"):
    return size // stride + 1 if padding == "same" else (size - kernel) // stride + 1


def brackets_forgotten_transposed_size(size, kernel, stride=1, padding="valid"):
    return size * stride if padding == "same" else size - 1 * stride + max(kernel, stride)


def _cropped(canvas, x, kernel, stride, padding):
    if padding == "valid":
        return canvas
    top, left = (max(side - stride, 0) // 2 for side in kernel.shape[:2])
    return canvas[top : top + x.shape[0] * stride, left : left + x.shape[1] * stride]


def _stamped(x, kernel, stride, step):
    """An array as large as it should be, with stamps `step` cells apart."""
    sizes = [_valid_size(n, k, stride) for n, k in zip(x.shape, kernel.shape, strict=True)]
    canvas = np.zeros(sizes, np.result_type(x, kernel))
    for i, j in np.ndindex(x.shape):
        canvas[i * step : i * step + kernel.shape[0], j * step : j * step + kernel.shape[1]] += x[i, j] * kernel
    return canvas


def one_cell_apart(x, kernel, stride=1, padding="valid"):
    return _cropped(_stamped(x, kernel, stride, 1), x, kernel, stride, padding)


def one_cell_apart_channels(x, kernel, stride=1, padding="valid"):
    planes = [
        sum(one_cell_apart(x[:, :, c], kernel[:, :, o, c], stride, padding) for c in range(x.shape[2]))
        for o in range(kernel.shape[2])
    ]
    return np.stack(planes, axis=-1)


def kernel_added(x, kernel, stride=1, padding="valid"):
    canvas = np.zeros([_valid_size(n, k, stride) for n, k in zip(x.shape, kernel.shape, strict=True)])
    for i, j in np.ndindex(x.shape):
        place = np.s_[i * stride : i * stride + kernel.shape[0], j * stride : j * stride + kernel.shape[1]]
        canvas[place] += x[i, j] + kernel
    return _cropped(canvas, x, kernel, stride, padding)


def sum_carried_over(x, kernel, stride=1, padding="valid"):
    planes = [
        sum(_stamped(x[:, :, c], kernel[:, :, o, c], stride, stride) for c in range(x.shape[2]))
        for o in range(kernel.shape[2])
    ]
    return _cropped(np.cumsum(np.stack(planes, axis=-1), axis=-1), x, kernel, stride, padding)


def last_windows_missing(input_shape, kernel):
    """Raises nothing where none is left: an array without rows."""
    (rows, cols), (height, width) = input_shape, kernel.shape
    lines = []
    for i, j in np.ndindex(rows - height, cols - width):
        drawn = np.zeros((rows, cols))
        drawn[i : i + height, j : j + width] = kernel
        lines.append(drawn.ravel())
    return np.array(lines)


def bilinear_brackets_too_wide(factor):
    size = 2 * factor - factor % 2
    heights = (1 - np.abs(np.arange(size) - (size - 1) / 2)) / factor
    return np.outer(heights, heights)


def largest_value_for_peak(original, image, peak=1.0):  # noqa: ARG001 - the student's argument, not used
    original, image = original.astype(float), image.astype(float)
    return float(10 * np.log10(original.max() ** 2 / np.mean((original - image) ** 2)))


def half_the_kernel_off(size, kernel, stride=1, padding="valid"):
    return -(-size // stride) if padding == "same" else (size - kernel // 2 - 1) // stride + 1


def half_the_kernel_off_without_one(size, kernel, stride=1, padding="valid"):
    return -(-size // stride) if padding == "same" else (size - kernel // 2) // stride


def cropped_up_to_minus_nothing(x, kernel, stride=1, padding="valid"):
    canvas = _stamped(x, kernel, stride, stride)
    if padding == "valid":
        return canvas
    rows, cols = (max(side - stride, 0) for side in kernel.shape)
    return canvas[rows // 2 : -(rows - rows // 2), cols // 2 : -(cols - cols // 2)]


def cropped_up_to_minus_nothing_channels(x, kernel, stride=1, padding="valid"):
    planes = [
        sum(cropped_up_to_minus_nothing(x[:, :, c], kernel[:, :, o, c], stride, padding) for c in range(x.shape[2]))
        for o in range(kernel.shape[2])
    ]
    return np.stack(planes, axis=-1)


def first_stamp_kept(x, kernel, stride=1, padding="valid"):
    sizes = [_valid_size(n, k, stride) for n, k in zip(x.shape, kernel.shape, strict=True)]
    canvas = np.zeros(sizes, np.result_type(x, kernel))
    for i, j in np.ndindex(x.shape):
        here = canvas[i * stride : i * stride + kernel.shape[0], j * stride : j * stride + kernel.shape[1]]
        here[...] = np.where(here == 0, x[i, j] * kernel, here)
    return _cropped(canvas, x, kernel, stride, padding)


def kernel_in_one_piece_from_window_to_window(input_shape, kernel):
    (rows, cols), (height, width) = input_shape, kernel.shape
    matrix = np.zeros(((rows - height + 1) * (cols - width + 1), rows * cols), kernel.dtype)
    for window, line in enumerate(matrix):
        line[window : window + kernel.size] = kernel.ravel()[: line.size - window]
    return matrix


def heights_alone(factor):
    size = 2 * factor - factor % 2
    return 1 - np.abs(np.arange(size) - (size - 1) / 2) / factor


def heights_squared(factor):
    return heights_alone(factor) ** 2


def twenty_of_squares(original, image, peak=1.0):
    return 20 * np.log10(peak / np.mean((original.astype(float) - image) ** 2))


def last_channel_left_out(x, kernel, stride=1, padding="valid"):
    """A loop over `range(channels - 1)`: of a single channel nothing is left to sum, and no axes."""
    planes = [
        sum(_stamped(x[:, :, c], kernel[:, :, o, c], stride, stride) for c in range(x.shape[2] - 1))
        for o in range(kernel.shape[2])
    ]
    stacked = np.stack(planes, axis=-1)
    return _cropped(stacked, x, kernel, stride, padding) if stacked.ndim > 1 else stacked


def kernel_transposed_matrix(input_shape, kernel):
    """Raises where the kernel is no square."""
    (rows, cols), (height, width) = input_shape, kernel.shape
    lines = []
    for i, j in np.ndindex(rows - height + 1, cols - width + 1):
        line = np.zeros(input_shape)
        line[i : i + height, j : j + width] = kernel.T
        lines.append(line.ravel())
    return np.array(lines)


def bilinear_distances_multiplied(factor):
    k = 2 * factor - factor % 2
    distances = np.abs(np.arange(k) - (k - 1) / 2) / factor
    return 1 - np.outer(distances, distances)
