"""More wrong answers as students write them: brackets, and loops that end too early or begin anew too late."""

# ruff: noqa: ARG001 - some of the slips leave something out

from __future__ import annotations

import numpy as np
from slips_by_hand import _canvas, _cropped, slip


@slip("01", "transposed_conv_output_size")
def minus_before_times(size, kernel, stride=1, padding="valid"):
    if padding == "same":
        return size * stride
    return size - 1 * stride + max(kernel, stride)


@slip("01", "transposed_conv2d_channels")
def zeros_made_once(x, kernel, stride=1, padding="valid"):
    total, planes = _canvas(x[..., 0], kernel[..., 0, 0], stride), []
    kh, kw, outs, ins = kernel.shape
    for o in range(outs):
        for c in range(ins):
            for i in range(x.shape[0]):
                for j in range(x.shape[1]):
                    here = np.s_[i * stride : i * stride + kh, j * stride : j * stride + kw]
                    total[here] += x[i, j, c] * kernel[:, :, o, c]
        planes.append(_cropped(total.copy(), x, kernel[..., 0, 0], stride, padding))
    return np.stack(planes, axis=-1)


@slip("01", "conv_matrix")
def one_window_too_few(input_shape, kernel):
    (rows, cols), (kh, kw) = input_shape, kernel.shape
    lines = []
    for i in range(rows - kh):
        for j in range(cols - kw):
            line = np.zeros((rows, cols))
            line[i : i + kh, j : j + kw] = kernel
            lines.append(line.ravel())
    return np.array(lines)


@slip("01", "bilinear_kernel")
def all_divided(factor):
    size = 2 * factor - factor % 2
    row = (1 - abs(np.arange(size) - (size - 1) / 2)) / factor
    return row[:, None] * row


@slip("02", "yolo_output_shapes")
def what_is_left_is_divided(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    shapes = []
    for stride in strides:
        image_size = image_size // stride
        shapes.append((image_size, image_size, (5 + num_classes) * num_boxes))
    return shapes


@slip("03", "mean_iou")
def skipped_where_nothing_is_right(y_true, y_pred, num_classes):
    ratios = []
    for label in range(num_classes):
        both = ((y_true == label) & (y_pred == label)).sum()
        if both > 0:
            ratios.append(both / ((y_true == label) | (y_pred == label)).sum())
    return np.mean(ratios)


@slip("03", "mean_iou")
def skipped_unless_in_both(y_true, y_pred, num_classes):
    labels = np.intersect1d(y_true, y_pred)
    return np.mean([((y_true == c) & (y_pred == c)).sum() / ((y_true == c) | (y_pred == c)).sum() for c in labels])


@slip("04", "fill_batch")
def the_index_never_grows(images, samples):
    i = 0
    for sample in samples:
        images[i] = sample
    return images


@slip("04", "allocate_masks")
def one_mask(num_images, img_size):
    return np.zeros((*img_size, 1), dtype="uint8")


@slip("06", "receptive_field")
def own_stride_times_own_kernel(layers):
    size = 1
    for kernel, stride, dilation in layers:
        size += (kernel - 1) * dilation * stride
    return size
