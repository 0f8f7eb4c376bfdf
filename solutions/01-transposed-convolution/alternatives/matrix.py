"""Everything is a product with matrices of zeros and ones that say which cell goes where."""

import numpy as np


def conv_output_size(size, kernel, stride=1, padding="valid"):
    if padding == "same":
        return int(np.ceil(size / stride))
    return int(np.floor((size - kernel) / stride)) + 1


def transposed_conv_output_size(size, kernel, stride=1, padding="valid"):
    return len(places(size, kernel, stride, padding)[0])


def places(size, kernel, stride, padding):
    """Shape (kernel, output, size): 1 where input i lands on output p by the kernel's cell a."""
    length = (size - 1) * stride + max(kernel, stride)
    a, p, i = np.ogrid[:kernel, :length, :size]
    landing = (p == i * stride + a).astype(np.int64)
    if padding == "valid":
        return landing
    start = max(kernel - stride, 0) // 2
    return landing[:, start : start + size * stride]


def transposed_conv2d(x, kernel, stride=1, padding="valid"):
    down = places(x.shape[0], kernel.shape[0], stride, padding)
    right = places(x.shape[1], kernel.shape[1], stride, padding)
    return np.einsum("ab,api,bqj,ij->pq", kernel, down, right, x, optimize=True)


def transposed_conv2d_channels(x, kernel, stride=1, padding="valid"):
    down = places(x.shape[0], kernel.shape[0], stride, padding)
    right = places(x.shape[1], kernel.shape[1], stride, padding)
    return np.einsum("aboc,api,bqj,ijc->pqo", kernel, down, right, x, optimize=True)


def conv_matrix(input_shape, kernel):
    """The transpose of all stamps: places of a transposed convolution from the windows back to the pixels."""
    rows, cols = input_shape
    height, width = kernel.shape
    down = places(rows - height + 1, height, 1, "valid")
    right = places(cols - width + 1, width, 1, "valid")
    matrix = sum(kernel[a, b] * np.kron(down[a].T, right[b].T) for a in range(height) for b in range(width))
    return np.asarray(matrix)


def bilinear_kernel(factor):
    box = np.ones(factor)
    tent = np.convolve(box, box) / factor
    if factor % 2 == 0:
        tent = np.convolve(tent, [0.5, 0.5])
    return np.outer(tent, tent)


def shrink(image, factor):
    down, right = (np.kron(np.eye(n // factor), np.full((1, factor), 1 / factor)) for n in image.shape)
    return down @ image @ right.T


def psnr(original, image, peak=1.0):
    difference = (original / peak - image / peak).ravel()
    return np.float64(-10 * np.log10(difference @ difference / difference.size))
