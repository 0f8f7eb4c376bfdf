"""Wrong answers as students write them, one slip in each: `SLIPS` has them by assignment and function."""

# ruff: noqa: ARG001, RET503 - some of the slips leave something out

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable
from typing import Any

import numpy as np

Answer = Callable[..., Any]
SLIPS: defaultdict[tuple[str, str], dict[str, Answer]] = defaultdict(dict)
"""(number, function) → what was done → the answer."""


def slip(number: str, name: str) -> Callable[[Answer], Answer]:
    def keep(answer: Answer) -> Answer:
        SLIPS[number, name][answer.__name__] = answer
        return answer

    return keep


@slip("01", "conv_output_size")
def one_slash(size, kernel, stride=1, padding="valid"):
    if padding == "same":
        return math.ceil(size / stride)
    return (size - kernel) / stride + 1


@slip("01", "conv_output_size")
def brackets_forgotten(size, kernel, stride=1, padding="valid"):
    if padding == "same":
        return math.ceil(size / stride)
    return size - kernel // stride + 1


@slip("01", "conv_output_size")
def one_inside_the_brackets(size, kernel, stride=1, padding="valid"):
    if padding == "same":
        return math.ceil(size / stride)
    return (size - kernel + 1) // stride


@slip("01", "conv_output_size")
def same_always_one_more(size, kernel, stride=1, padding="valid"):
    if padding == "same":
        return size // stride + 1
    return (size - kernel) // stride + 1


@slip("01", "transposed_conv_output_size")
def brackets_around_the_sum(size, kernel, stride=1, padding="valid"):
    if padding == "same":
        return size * stride
    return (size + kernel - 1) * stride


@slip("01", "transposed_conv_output_size")
def same_between_the_first_and_last(size, kernel, stride=1, padding="valid"):
    if padding == "same":
        return (size - 1) * stride + 1
    return (size - 1) * stride + max(kernel, stride)


@slip("01", "transposed_conv_output_size")
def min_for_max(size, kernel, stride=1, padding="valid"):
    if padding == "same":
        return size * stride
    return (size - 1) * stride + min(kernel, stride)


def _canvas(x, kernel, stride):
    sides = [(n - 1) * stride + max(k, stride) for n, k in zip(x.shape, kernel.shape, strict=True)]
    return np.zeros(sides)


def _cropped(out, x, kernel, stride, padding):
    if padding == "valid":
        return out
    top, left = (max(k - stride, 0) // 2 for k in kernel.shape)
    return out[top : top + x.shape[0] * stride, left : left + x.shape[1] * stride]


@slip("01", "transposed_conv2d")
def stamped_side_by_side(x, kernel, stride=1, padding="valid"):
    out = _canvas(x, kernel, stride)
    kh, kw = kernel.shape
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            out[i : i + kh, j : j + kw] += x[i, j] * kernel
    return _cropped(out, x, kernel, stride, padding)


@slip("01", "transposed_conv2d")
def the_largest_where_they_overlap(x, kernel, stride=1, padding="valid"):
    out = _canvas(x, kernel, stride)
    kh, kw = kernel.shape
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            here = np.s_[i * stride : i * stride + kh, j * stride : j * stride + kw]
            out[here] = np.maximum(out[here], x[i, j] * kernel)
    return _cropped(out, x, kernel, stride, padding)


@slip("01", "transposed_conv2d")
def the_mean_where_they_overlap(x, kernel, stride=1, padding="valid"):
    out, times = _canvas(x, kernel, stride), _canvas(x, kernel, stride)
    kh, kw = kernel.shape
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            here = np.s_[i * stride : i * stride + kh, j * stride : j * stride + kw]
            out[here] += x[i, j] * kernel
            times[here] += 1
    return _cropped(out / np.maximum(times, 1), x, kernel, stride, padding)


@slip("01", "transposed_conv2d")
def returned_in_the_loop(x, kernel, stride=1, padding="valid"):
    out = _canvas(x, kernel, stride)
    kh, kw = kernel.shape
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            out[i * stride : i * stride + kh, j * stride : j * stride + kw] += x[i, j] * kernel
        return _cropped(out, x, kernel, stride, padding)


@slip("01", "transposed_conv2d_channels")
def the_last_channel_stays(x, kernel, stride=1, padding="valid"):
    planes = []
    for o in range(kernel.shape[2]):
        for i in range(kernel.shape[3]):
            k = kernel[:, :, o, i]
            plane = _canvas(x[..., i], k, stride)
            for row in range(x.shape[0]):
                for column in range(x.shape[1]):
                    here = np.s_[
                        row * stride : row * stride + k.shape[0], column * stride : column * stride + k.shape[1]
                    ]
                    plane[here] += x[row, column, i] * k
        planes.append(_cropped(plane, x, k, stride, padding))
    return np.stack(planes, axis=-1)


@slip("01", "conv_matrix")
def columns_never_move(input_shape, kernel):
    (rows, cols), (kh, kw) = input_shape, kernel.shape
    down, right = rows - kh + 1, cols - kw + 1
    matrix = np.zeros((down * right, rows * cols))
    for i in range(down):
        for j in range(right):
            for a in range(kh):
                for b in range(kw):
                    matrix[i * right + j, (i + a) * cols + b] = kernel[a, b]
    return matrix


@slip("01", "conv_matrix")
def rows_counted_by_the_image(input_shape, kernel):
    (rows, cols), (kh, kw) = input_shape, kernel.shape
    down, right = rows - kh + 1, cols - kw + 1
    matrix = np.zeros((rows * cols, rows * cols))
    for i in range(down):
        for j in range(right):
            for a in range(kh):
                matrix[i * cols + j, (i + a) * cols + j : (i + a) * cols + j + kw] = kernel[a]
    return matrix


@slip("01", "bilinear_kernel")
def divided_by_half_the_size(factor):
    size = 2 * factor - factor % 2
    c = (size - 1) / 2
    row = 1 - np.abs(np.arange(size) - c) / (size / 2)
    return np.outer(row, row)


@slip("01", "shrink")
def median_of_the_block(image, factor):
    h, w = image.shape
    return np.median(image.reshape(h // factor, factor, w // factor, factor), axis=(1, 3))


@slip("01", "shrink")
def mean_over_the_other_axes(image, factor):
    h, w = image.shape
    return image.reshape(h // factor, factor, w // factor, factor).mean(axis=(0, 2))


@slip("01", "psnr")
def peak_of_the_picture(original, image, peak=1.0):
    error = np.mean((original.astype(float) - image) ** 2)
    return 10 * np.log10(original.max() ** 2 / error)


@slip("01", "psnr")
def twenty_times_the_log(original, image, peak=1.0):
    error = np.mean((original.astype(float) - image) ** 2)
    return 20 * np.log10(peak**2 / error)


@slip("01", "transposed_conv2d")
def windows_gathered(x, kernel, stride=1, padding="valid"):
    high, wide = (x.shape[0] - kernel.shape[0]) // stride + 1, (x.shape[1] - kernel.shape[1]) // stride + 1
    out = np.zeros((max(high, 0), max(wide, 0)))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            top, left = i * stride, j * stride
            out[i, j] = (x[top : top + kernel.shape[0], left : left + kernel.shape[1]] * kernel).sum()
    return out


@slip("01", "transposed_conv2d")
def gap_forgotten_before_cropping(x, kernel, stride=1, padding="valid"):
    out = np.zeros([(n - 1) * stride + k for n, k in zip(x.shape, kernel.shape, strict=True)])
    for i, j in np.ndindex(x.shape):
        out[i * stride : i * stride + kernel.shape[0], j * stride : j * stride + kernel.shape[1]] += x[i, j] * kernel
    if padding == "same":
        top, left = (max(k - stride, 0) // 2 for k in kernel.shape)
        out = out[top : top + x.shape[0] * stride, left : left + x.shape[1] * stride]
    return out


@slip("01", "transposed_conv2d")
def cropped_by_one_side(x, kernel, stride=1, padding="valid"):
    out = _canvas(x, kernel, stride)
    for i, j in np.ndindex(x.shape):
        out[i * stride : i * stride + kernel.shape[0], j * stride : j * stride + kernel.shape[1]] += x[i, j] * kernel
    start = max(kernel.shape[1] - stride, 0) // 2
    return out if padding == "valid" else out[start:, start:][: x.shape[0] * stride, : x.shape[1] * stride]


@slip("02", "yolo_output_shapes")
def depth_of_all_scales(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    return [(image_size // s, image_size // s, len(strides) * (5 + num_classes)) for s in strides]


@slip("04", "fill_batch")
def next_place_if_there_is_one(images, samples):
    for i, sample in enumerate(samples):
        if i + 1 < len(images):
            images[i + 1] = sample
    return images


@slip("02", "yolo_depth")
def brackets_in_the_wrong_place(num_classes, num_boxes=3):
    return (num_boxes + 5) * num_classes


@slip("02", "yolo_output_shapes")
def depth_in_front(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    return [((5 + num_classes) * num_boxes, image_size // s, image_size // s) for s in strides]


@slip("02", "yolo_output_shapes")
def only_the_last_is_kept(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    shapes = []
    for s in strides:
        shapes = [(image_size // s, image_size // s, (5 + num_classes) * num_boxes)]
    return shapes


@slip("02", "count_outputs")
def sides_added(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    return sum((image_size // s + image_size // s) * (5 + num_classes) * num_boxes for s in strides)


@slip("02", "count_outputs")
def strides_added_first(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    return (image_size // sum(strides)) ** 2 * (5 + num_classes) * num_boxes


@slip("02", "split_cell")
def boxes_in_columns(cell, num_classes, num_boxes=3):
    table = np.array(cell).reshape(5 + num_classes, num_boxes)
    return [
        {"box": tuple(map(float, t[:4])), "objectness": float(t[4]), "classes": [float(c) for c in t[5:]]}
        for t in table.T
    ]


@slip("02", "split_cell")
def steps_of_five(cell, num_classes, num_boxes=3):
    cell = [float(number) for number in cell]
    return [
        {"box": tuple(cell[n : n + 4]), "objectness": cell[n + 4], "classes": cell[n + 5 : n + 5 + num_classes]}
        for n in range(0, 5 * num_boxes, 5)
    ]


def _sigmoid(number):
    return 1 / (1 + math.exp(-number))


@slip("02", "decode_box")
def cell_forgotten(t, cell_xy, anchor, stride):
    return (
        _sigmoid(t[0]) * stride,
        _sigmoid(t[1]) * stride,
        anchor[0] * math.exp(t[2]),
        anchor[1] * math.exp(t[3]),
    )


@slip("02", "decode_box")
def anchor_turned(t, cell_xy, anchor, stride):
    x, y = (_sigmoid(t[0]) + cell_xy[0]) * stride, (_sigmoid(t[1]) + cell_xy[1]) * stride
    return x, y, anchor[1] * math.exp(t[2]), anchor[0] * math.exp(t[3])


@slip("02", "detect")
def best_last(prediction, num_classes, anchors, stride, threshold=0.5):
    found = []
    for row in range(prediction.shape[0]):
        for column in range(prediction.shape[1]):
            for number, (w, h) in enumerate(anchors):
                t = prediction[row, column, number * (5 + num_classes) :][: 5 + num_classes]
                if _sigmoid(t[4]) > threshold:
                    centre = ((_sigmoid(t[0]) + column) * stride, (_sigmoid(t[1]) + row) * stride)
                    box = (*centre, float(w * np.exp(t[2])), float(h * np.exp(t[3])))
                    found.append((int(np.argmax(t[5:])), float(_sigmoid(t[4])), box))
    return sorted(found, key=lambda each: each[1])


@slip("02", "detect")
def one_box_for_each_cell(prediction, num_classes, anchors, stride, threshold=0.5):
    found = []
    for row in range(prediction.shape[0]):
        for column in range(prediction.shape[1]):
            for number, (w, h) in enumerate(anchors):
                t = prediction[row, column, number * (5 + num_classes) :][: 5 + num_classes]
                if _sigmoid(t[4]) > threshold:
                    centre = ((_sigmoid(t[0]) + column) * stride, (_sigmoid(t[1]) + row) * stride)
                    box = (*centre, float(w * np.exp(t[2])), float(h * np.exp(t[3])))
                    found.append((int(np.argmax(t[5:])), float(_sigmoid(t[4])), box))
                    break
    return sorted(found, key=lambda each: -each[1])


@slip("04", "image_batch_shape")
def pixels_in_one_axis(num_images, img_size, channels):
    return (num_images, img_size[0] * img_size[1], channels)


@slip("04", "image_batch_shape")
def always_three_channels(num_images, img_size, channels):
    return (num_images, *img_size, 3)


@slip("04", "allocate_images")
def ones(num_images, img_size):
    return np.ones((num_images, *img_size, 3), dtype="float32")


@slip("04", "allocate_masks")
def truth_values(num_images, img_size):
    return np.zeros((num_images, *img_size, 1), dtype=bool)


@slip("04", "fill_batch")
def the_last_is_left_out(images, samples):
    for i in range(len(samples) - 1):
        images[i] = samples[i]
    return images


@slip("06", "conv_parameters")
def a_bias_for_each_channel_in(kernel, in_channels, out_channels, bias=True):
    return kernel * kernel * in_channels * out_channels + (in_channels if bias else 0)


@slip("06", "conv_parameters")
def kernel_doubled(kernel, in_channels, out_channels, bias=True):
    return kernel * 2 * in_channels * out_channels + (out_channels if bias else 0)


@slip("06", "separable_parameters")
def first_step_alone(kernel, in_channels, out_channels, bias=True):
    return kernel * kernel * in_channels + (out_channels if bias else 0)


@slip("06", "dilated_extent")
def gaps_counted_as_dilation(kernel, dilation):
    return kernel + (kernel - 1) * dilation


@slip("06", "receptive_field")
def strides_ignored(layers):
    size = 1
    for kernel, _stride, dilation in layers:
        size += (kernel - 1) * dilation
    return size


@slip("06", "receptive_field")
def own_stride_counted(layers):
    size, jump = 1, 1
    for kernel, stride, dilation in layers:
        jump *= stride
        size += (kernel - 1) * dilation * jump
    return size


@slip("06", "multiply_adds")
def a_square_kernel_assumed(kernel, in_channels, out_channels, output_size):
    return kernel[0] ** len(kernel) * in_channels * out_channels * math.prod(output_size)
