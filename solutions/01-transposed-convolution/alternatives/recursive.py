"""Sizes by recursion, stamps by inserted zeros and views by strides, sums by reduction, rows by a generator."""

from functools import partial, reduce

import numpy as np


def conv_output_size(size, kernel, stride=1, padding="valid"):
    if padding == "same":
        kernel = 1
    if size < kernel:
        return 0
    return 1 + conv_output_size(size - stride, kernel, stride)


def transposed_conv_output_size(size, kernel, stride=1, padding="valid"):
    if padding == "same":
        return size * stride
    return max(kernel, stride) if size == 1 else stride + transposed_conv_output_size(size - 1, kernel, stride)


def transposed_conv2d(x, kernel, stride=1, padding="valid"):
    (height, width), (kh, kw) = x.shape, kernel.shape
    spread = np.zeros(((height - 1) * stride + 1, (width - 1) * stride + 1), np.result_type(x, kernel, np.float32))
    spread[::stride, ::stride] = x
    spread = np.pad(spread, ((kh - 1, kh - 1), (kw - 1, kw - 1)))
    rows, cols = spread.shape[0] - kh + 1, spread.shape[1] - kw + 1
    windows = np.lib.stride_tricks.as_strided(spread, (rows, cols, kh, kw), spread.strides * 2)
    full = np.tensordot(windows, kernel[::-1, ::-1], axes=2)
    full = np.pad(full, ((0, max(stride - kh, 0)), (0, max(stride - kw, 0))))
    if padding == "valid":
        return full
    top, left = max(kh - stride, 0) // 2, max(kw - stride, 0) // 2
    return full[top:, left:][: height * stride, : width * stride]


def transposed_conv2d_channels(x, kernel, stride=1, padding="valid"):
    stamped = partial(transposed_conv2d, stride=stride, padding=padding)
    planes = x.transpose(2, 0, 1)
    outputs = (reduce(np.add, map(stamped, planes, each.transpose(2, 0, 1))) for each in np.moveaxis(kernel, 2, 0))
    return np.dstack(list(outputs))


def conv_matrix(input_shape, kernel):
    (height, width), (kh, kw) = input_shape, kernel.shape

    def lines():
        for i in range(height - kh + 1):
            for j in range(width - kw + 1):
                line = [0] * (height * width)
                for a in range(kh):
                    start = (i + a) * width + j
                    line[start : start + kw] = kernel[a].tolist()
                yield line

    return np.array(list(lines()))


def bilinear_kernel(factor):
    box = np.ones(factor) / factor
    tent = np.convolve(box, box) * factor
    if factor % 2 == 0:
        tent = np.convolve(tent, [0.5, 0.5])
    return np.multiply.outer(tent, tent)


def shrink(image, factor):
    rows, cols = (np.arange(0, side, factor) for side in image.shape)
    return np.add.reduceat(np.add.reduceat(image.astype(float), rows, axis=0), cols, axis=1) / factor**2


def psnr(original, image, peak=1.0):
    squares = [(float(a) - float(b)) ** 2 for a, b in zip(np.ravel(original), np.ravel(image), strict=True)]
    return 10 * np.log10(float(peak) ** 2 * len(squares) / sum(squares))
