"""The eight functions, slow and obvious: written from the definitions, one cell at a time.

`tests/suites` holds them against Keras' own layers, so that grading never has to import TensorFlow.
Keras' conventions: a transposed convolution stamps the kernel as it stands (no flip), `same` crops the odd cell at
the end, and a `valid` output reaches to the end of the last stamp's stride.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]


def conv_output_size(size: int, kernel: int, stride: int = 1, padding: str = "valid") -> int:
    """How many windows there are: with `same` one at every start, with `valid` only those that fit."""
    starts = range(0, size, stride)
    if padding == "same":
        return len(starts)
    return sum(1 for start in starts if start + kernel <= size)


def transposed_conv_output_size(size: int, kernel: int, stride: int = 1, padding: str = "valid") -> int:
    """Where the furthest stamp ends; a stamp takes up at least its stride, and with `same` exactly that."""
    if padding == "same":
        return size * stride
    return max(i * stride + max(kernel, stride) for i in range(size))


def transposed_conv2d(x: Array, kernel: Array, stride: int = 1, padding: str = "valid") -> Array:
    """x (H, W) and kernel (kh, kw): every x[i, j] stamps x[i, j] * kernel at (i * stride, j * stride)."""
    rows, cols = x.shape
    kernel_rows, kernel_cols = kernel.shape
    canvas_rows = transposed_conv_output_size(rows, kernel_rows, stride)
    canvas_cols = transposed_conv_output_size(cols, kernel_cols, stride)
    canvas = [[0] * canvas_cols for _ in range(canvas_rows)]
    cells, weights = x.tolist(), kernel.tolist()  # to pick single numbers out of an array takes far longer
    for i in range(rows):
        for j in range(cols):
            for a in range(kernel_rows):
                for b in range(kernel_cols):
                    canvas[i * stride + a][j * stride + b] += cells[i][j] * weights[a][b]
    result = np.array(canvas, dtype=_dtype(x, kernel))
    if padding == "same":
        top = max(kernel_rows - stride, 0) // 2
        left = max(kernel_cols - stride, 0) // 2
        return result[top : top + rows * stride, left : left + cols * stride]
    return result


def transposed_conv2d_channels(x: Array, kernel: Array, stride: int = 1, padding: str = "valid") -> Array:
    """x (H, W, in) and kernel (kh, kw, out, in): each output channel adds up what every input channel stamps."""
    outputs = []
    for channel_out in range(kernel.shape[2]):
        planes = [
            transposed_conv2d(x[:, :, channel_in], kernel[:, :, channel_out, channel_in], stride, padding)
            for channel_in in range(kernel.shape[3])
        ]
        outputs.append(sum(planes[1:], start=planes[0]))
    return np.stack(outputs, axis=-1)


def conv_matrix(input_shape: tuple[int, int], kernel: Array) -> Array:
    """C with C @ x.ravel() = the valid stride-1 cross-correlation of x, row by row."""
    rows, cols = input_shape
    kernel_rows, kernel_cols = kernel.shape
    matrix_rows = []
    for i in range(rows - kernel_rows + 1):
        for j in range(cols - kernel_cols + 1):
            weights = np.zeros((rows, cols), dtype=_dtype(kernel))
            for a in range(kernel_rows):
                for b in range(kernel_cols):
                    weights[i + a, j + b] = kernel[a, b]
            matrix_rows.append(weights.ravel())
    return np.array(matrix_rows)


def bilinear_kernel(factor: int) -> Array:
    """(k, k) with k = 2 * factor - factor % 2: a tent over the rows times a tent over the columns."""
    size = 2 * factor - factor % 2
    centre = (size - 1) / 2
    tent = [1 - abs(i - centre) / factor for i in range(size)]
    return np.array([row * col for row in tent for col in tent], dtype=float).reshape(size, size)


def shrink(image: Array, factor: int) -> Array:
    """(H / factor, W / factor): each cell the mean of its block, added up one pixel at a time."""
    rows, cols = image.shape
    small = np.zeros((rows // factor, cols // factor))
    for i in range(rows):
        for j in range(cols):
            small[i // factor, j // factor] += float(image[i, j]) / factor**2
    return small


def psnr(original: Array, image: Array, peak: float = 1.0) -> float:
    """Decibels: 20 log10 of how many times the error's root mean square goes into the peak."""
    squares = [(float(a) - float(b)) ** 2 for a, b in zip(original.flat, image.flat, strict=True)]
    return 20 * math.log10(peak / math.sqrt(sum(squares) / len(squares)))


def _dtype(*arrays: Array) -> type[np.generic]:
    """Integers stay integers; anything else is computed in double precision."""
    return np.int64 if all(array.dtype.kind in "iu" for array in arrays) else np.float64
