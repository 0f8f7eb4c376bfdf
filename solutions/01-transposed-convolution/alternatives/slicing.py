"""One strided slice per cell of the kernel: all inputs are stamped at once."""

import numpy as np


def conv_output_size(size, kernel, stride=1, padding="valid"):
    last_start = size - 1 if padding == "same" else size - kernel
    return len(range(0, last_start + 1, stride))


def transposed_conv_output_size(size, kernel, stride=1, padding="valid"):
    overhang = 0 if padding == "same" else max(kernel - stride, 0)
    return size * stride + overhang


def transposed_conv2d(x, kernel, stride=1, padding="valid"):
    return transposed_conv2d_channels(x[..., None], kernel[..., None, None], stride, padding)[..., 0]


def transposed_conv2d_channels(x, kernel, stride=1, padding="valid"):
    rows, cols, _ = x.shape
    height, width, out_channels, _ = kernel.shape
    numbers = x.astype(np.result_type(x, kernel, np.int64))
    sheet = np.zeros(
        (
            transposed_conv_output_size(rows, height, stride),
            transposed_conv_output_size(cols, width, stride),
            out_channels,
        ),
        dtype=numbers.dtype,
    )
    for a, b in np.ndindex(height, width):
        down = slice(a, a + (rows - 1) * stride + 1, stride)
        right = slice(b, b + (cols - 1) * stride + 1, stride)
        sheet[down, right] += numbers @ kernel[a, b].T
    if padding == "valid":
        return sheet
    top, left = (max(side - stride, 0) // 2 for side in (height, width))
    return sheet[top:, left:][: rows * stride, : cols * stride]


def conv_matrix(input_shape, kernel):
    rows, cols = input_shape
    height, width = kernel.shape
    i, j = np.ogrid[: rows - height + 1, : cols - width + 1]
    windows = np.zeros((i.size, j.size, rows, cols), dtype=kernel.dtype)
    for a, b in np.ndindex(kernel.shape):
        windows[i, j, i + a, j + b] = kernel[a, b]
    return windows.reshape(i.size * j.size, rows * cols)


def bilinear_kernel(factor):
    odd = factor % 2
    rise = (np.arange(factor) + (1 if odd else 0.5)) / factor
    tent = np.concatenate([rise, rise[::-1][odd:]])
    return tent[:, None] * tent[None, :]


def shrink(image, factor):
    return sum(image[a::factor, b::factor] for a in range(factor) for b in range(factor)) / factor**2


def psnr(original, image, peak=1.0):
    rmse = np.sqrt(np.mean(np.square(original.astype("float64") - image)))
    return 20 * np.log10(peak / rmse)
