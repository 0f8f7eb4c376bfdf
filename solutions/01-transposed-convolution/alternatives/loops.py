"""Cell by cell, in plain Python loops; NumPy only wraps up the result."""

import math

import numpy as np


def conv_output_size(size, kernel, stride=1, padding="valid"):
    count = 0
    start = 0
    while start < size:
        if padding == "same" or start + kernel <= size:
            count += 1
        start += stride
    return count


def transposed_conv_output_size(size, kernel, stride=1, padding="valid"):
    if padding == "same":
        return size * stride
    end = 0
    for i in range(size):
        end = i * stride + (kernel if kernel > stride else stride)
    return int(end)


def crop_start(kernel, stride, padding):
    if padding == "valid" or kernel <= stride:
        return 0
    return (kernel - stride) // 2


def transposed_conv2d(x, kernel, stride=1, padding="valid"):
    rows, cols = x.shape
    height, width = kernel.shape
    numbers, weights = x.tolist(), kernel.tolist()
    top, left = crop_start(height, stride, padding), crop_start(width, stride, padding)
    out_rows = transposed_conv_output_size(rows, height, stride, padding)
    out_cols = transposed_conv_output_size(cols, width, stride, padding)
    output = [[0] * out_cols for _ in range(out_rows)]
    for i in range(rows):
        for j in range(cols):
            for a in range(height):
                for b in range(width):
                    row, col = i * stride + a - top, j * stride + b - left
                    if 0 <= row < out_rows and 0 <= col < out_cols:
                        output[row][col] += numbers[i][j] * weights[a][b]
    return np.array(output)


def transposed_conv2d_channels(x, kernel, stride=1, padding="valid"):
    height, width, out_channels, in_channels = kernel.shape
    shape = (
        transposed_conv_output_size(x.shape[0], height, stride, padding),
        transposed_conv_output_size(x.shape[1], width, stride, padding),
        out_channels,
    )
    output = np.zeros(shape)
    for o in range(out_channels):
        for c in range(in_channels):
            plane = transposed_conv2d(x[:, :, c], kernel[:, :, o, c], stride, padding)
            for row in range(shape[0]):
                for col in range(shape[1]):
                    output[row, col, o] += plane[row, col]
    return output


def conv_matrix(input_shape, kernel):
    rows, cols = input_shape
    height, width = kernel.shape
    matrix = []
    for i in range(rows - height + 1):
        for j in range(cols - width + 1):
            line = [0] * (rows * cols)
            for a in range(height):
                for b in range(width):
                    line[(i + a) * cols + (j + b)] = kernel[a, b]
            matrix.append(line)
    return np.array(matrix)


def bilinear_kernel(factor):
    k = 2 * factor - factor % 2
    c = (k - 1) / 2
    kernel = []
    for i in range(k):
        kernel.append([])
        for j in range(k):
            kernel[i].append((1 - abs(i - c) / factor) * (1 - abs(j - c) / factor))
    return np.array(kernel)


def shrink(image, factor):
    small = []
    for top in range(0, image.shape[0], factor):
        row = []
        for left in range(0, image.shape[1], factor):
            total = 0.0
            for a in range(factor):
                for b in range(factor):
                    total += float(image[top + a, left + b])
            row.append(total / (factor * factor))
        small.append(row)
    return np.array(small)


def psnr(original, image, peak=1.0):
    total, count = 0.0, 0
    for row, other_row in zip(original.tolist(), image.tolist(), strict=True):
        for value, other in zip(row, other_row, strict=True):
            total += (value - other) ** 2
            count += 1
    return 10 * math.log10(peak**2 / (total / count))
