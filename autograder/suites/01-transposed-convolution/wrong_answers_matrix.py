"""What somebody who holds a misconception about the matrix of a convolution, or bilinear kernels, would write.

As `wrong_answers.py`: self-contained but for NumPy, with the signatures of the functions that they stand in for.
"""

import numpy as np

# Convolution as a matrix


def _matrix(input_shape, kernel, place):
    """The matrix whose row for window (i, j) has the kernel's cell (a, b) in column `place(i, j, a, b)`."""
    rows, cols = input_shape
    out_rows, out_cols = rows - kernel.shape[0] + 1, cols - kernel.shape[1] + 1
    matrix = np.zeros((out_rows * out_cols, rows * cols), dtype=kernel.dtype)
    for window, (i, j) in enumerate(np.ndindex(out_rows, out_cols)):
        for a, b in np.ndindex(kernel.shape):
            matrix[window, place(i, j, a, b)] = kernel[a, b]
    return matrix


def kernel_flipped_matrix(input_shape, kernel):
    return _matrix(input_shape, kernel[::-1, ::-1], lambda i, j, a, b: (i + a) * input_shape[1] + j + b)


def matrix_already_transposed(input_shape, kernel):
    return _matrix(input_shape, kernel, lambda i, j, a, b: (i + a) * input_shape[1] + j + b).T


def matrix_columns_first(input_shape, kernel):
    # Row by row over the turned image is column by column over the image.
    return _matrix(input_shape[::-1], kernel.T, lambda i, j, a, b: (i + a) * input_shape[0] + j + b)


def pixels_downwards(input_shape, kernel):
    return _matrix(input_shape, kernel, lambda i, j, a, b: (j + b) * input_shape[0] + i + a)


def window_runs_over_the_edge(input_shape, kernel):
    out_cols = input_shape[1] - kernel.shape[1] + 1
    return _matrix(input_shape, kernel, lambda i, j, a, b: i * out_cols + j + a * input_shape[1] + b)


def kernel_in_one_piece(input_shape, kernel):
    return _matrix(input_shape, kernel, lambda i, j, a, b: i * input_shape[1] + j + a * kernel.shape[1] + b)


def kernels_never_cleared(input_shape, kernel):
    (rows, cols), (height, width) = input_shape, kernel.shape
    drawn, lines = np.zeros((rows, cols)), []
    for i, j in np.ndindex(rows - height + 1, cols - width + 1):
        drawn[i : i + height, j : j + width] = kernel
        lines.append(drawn.ravel().copy())
    return np.array(lines)


def all_windows_in_each_row(input_shape, kernel):
    matrix = kernels_never_cleared(input_shape, kernel)
    return np.tile(matrix[-1], (len(matrix), 1))


def last_window_everywhere(input_shape, kernel):
    matrix = _matrix(input_shape, kernel, lambda i, j, a, b: (i + a) * input_shape[1] + j + b)
    return np.tile(matrix[-1], (len(matrix), 1))


def windows_downwards(input_shape, kernel):
    matrix = _matrix(input_shape, kernel, lambda i, j, a, b: (i + a) * input_shape[1] + j + b)
    windows = [n - k + 1 for n, k in zip(input_shape, kernel.shape, strict=True)]
    return matrix.reshape(*windows, -1).swapaxes(0, 1).reshape(matrix.shape)


# Bilinear upsampling


def _tent(factor, centre_shift=0.0):
    size = 2 * factor - factor % 2
    return 1 - np.abs(np.arange(size) - (size - 1) / 2 - centre_shift) / factor


def bilinear_off_centre(factor):
    return np.outer(_tent(factor, (1 - factor % 2) / 2), _tent(factor, (1 - factor % 2) / 2))


def bilinear_sums_to_one(factor):
    return np.outer(_tent(factor), _tent(factor)) / factor**2


def bilinear_pyramid(factor):
    return np.maximum(_tent(factor)[:, None] + _tent(factor)[None, :] - 1, 0)


def nearest_neighbour(factor):
    return np.ones((factor, factor))


def bilinear_weights_added(factor):
    return _tent(factor)[:, None] + _tent(factor)[None, :]


def bilinear_distance_with_its_sign(factor):
    size = 2 * factor - factor % 2
    heights = 1 - (np.arange(size) - (size - 1) / 2) / factor
    return np.outer(heights, heights)


def bilinear_over_the_size(factor):
    size = 2 * factor - factor % 2
    heights = 1 - np.abs(np.arange(size) - (size - 1) / 2) / size
    return np.outer(heights, heights)


def bilinear_of_half_the_size(factor):
    heights = 1 - np.abs(np.arange(factor) - (factor - 1) / 2) / factor
    return np.outer(heights, heights)


def bilinear_from_half_the_size(factor):
    size = 2 * factor - factor % 2
    heights = 1 - np.abs(np.arange(size) - size / 2) / factor
    return np.outer(heights, heights)


def bilinear_one_direction(factor):
    return np.tile(_tent(factor), (2 * factor - factor % 2, 1))


def bilinear_farther_distance(factor):
    return np.minimum(_tent(factor)[:, None], _tent(factor)[None, :])


def bilinear_not_divided(factor):
    return np.outer(_tent(factor), _tent(factor)) * factor**2


def bilinear_cone(factor):
    distances = factor * (1 - _tent(factor))
    return np.maximum(1 - np.hypot(distances[:, None], distances[None, :]) / factor, 0)
