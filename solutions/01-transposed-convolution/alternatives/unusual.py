"""Remainders, sets, Fourier transforms, Kronecker products and boxes that are convolved: none of it is in the hints."""

import numpy as np


def conv_output_size(size, kernel, stride=1, padding="valid"):
    whole, left = divmod(size if padding == "same" else size - kernel + 1, stride)
    return whole + bool(left)


def transposed_conv_output_size(size, kernel, stride=1, padding="valid"):
    cells = set()
    for i in range(size):
        for k in range(stride if padding == "same" else max(stride, kernel)):
            cells.add(i * stride + k)
    return len(cells)


def transposed_conv2d(x, kernel, stride=1, padding="valid"):
    (height, width), (kh, kw) = x.shape, kernel.shape
    rows, cols = height * stride + max(kh - stride, 0), width * stride + max(kw - stride, 0)
    spread = np.zeros((rows, cols))
    spread[: height * stride : stride, : width * stride : stride] = x
    size = rows + kh, cols + kw
    y = np.fft.irfft2(np.fft.rfft2(spread, size) * np.fft.rfft2(kernel, size), size)[:rows, :cols]
    if padding == "same":
        y = y[(rows - height * stride) // 2 :, (cols - width * stride) // 2 :][: height * stride, : width * stride]
    return y


def transposed_conv2d_channels(x, kernel, stride=1, padding="valid"):
    (height, width, _), (kh, kw, out, _) = x.shape, kernel.shape
    stamps = np.tensordot(x, kernel, axes=([2], [3]))
    y = np.zeros((height * stride + max(kh - stride, 0), width * stride + max(kw - stride, 0), out), stamps.dtype)
    for a in range(kh):
        for b in range(kw):
            y[a : a + (height - 1) * stride + 1 : stride, b : b + (width - 1) * stride + 1 : stride] += stamps[
                :, :, a, b
            ]
    if padding == "same":
        y = y[max(kh - stride, 0) // 2 :][: height * stride, max(kw - stride, 0) // 2 :][:, : width * stride]
    return y


def conv_matrix(input_shape, kernel):
    (height, width), (kh, kw) = input_shape, kernel.shape

    def line(weights):
        return sum(weight * np.eye(width - kw + 1, width, k) for k, weight in enumerate(weights))

    return sum(np.kron(np.eye(height - kh + 1, height, a), line(kernel[a])) for a in range(kh))


def bilinear_kernel(factor: int) -> np.ndarray:
    box = np.ones(factor)
    h = np.convolve(box, box) / factor
    if factor % 2 == 0:
        h = np.convolve(h, [0.5, 0.5])
    return np.einsum("i,j->ij", h, h)


def shrink(image, factor):
    return sum(image[a::factor, b::factor].astype(float) for a in range(factor) for b in range(factor)) / factor**2


def psnr(original, image, peak=1.0):
    off = (np.array(original, float) - np.array(image, float)).ravel()
    return float(10 * np.log(peak * peak * len(off) / (off @ off)) / np.log(10))
