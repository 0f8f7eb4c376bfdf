"""The functions under test: their oracles, how answers are compared, and one *public* example each.

Where a theme needs a picture of its own (`same`, a wide stride, several channels), the function stands here again
with another example.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from fcnkit.suite import Function, case, compare

from . import spec

_X = np.array([[1.0, 2.0], [3.0, 4.0]])
_KERNEL = np.array([[1.0, 0.0, 2.0], [0.0, 3.0, 0.0], [4.0, 0.0, 5.0]])
_SMALL_KERNEL = np.array([[1.0, 2.0], [3.0, 4.0]])
_X_CHANNELS = np.array([[[1.0, 10.0], [2.0, 20.0]]])
_KERNEL_CHANNELS = np.array([[[[1.0, 2.0], [3.0, 4.0]], [[5.0, 6.0], [7.0, 8.0]]]])

CONV_OUTPUT_SIZE = Function(
    "conv_output_size", spec.conv_output_size, compare.whole_number, example=case(7, 3, stride=2)
)
CONV_OUTPUT_SIZE_SAME = replace(CONV_OUTPUT_SIZE, example=case(7, 3, stride=2, padding="same"))
CONV_OUTPUT_SIZE_TYPE = replace(CONV_OUTPUT_SIZE, compare=compare.integer, example=case(5, 1, stride=2))

TRANSPOSED_CONV_OUTPUT_SIZE = Function(
    "transposed_conv_output_size",
    spec.transposed_conv_output_size,
    compare.whole_number,
    example=case(4, 3, stride=2),
)
TRANSPOSED_CONV_OUTPUT_SIZE_WIDE = replace(TRANSPOSED_CONV_OUTPUT_SIZE, example=case(4, 2, stride=3))
TRANSPOSED_CONV_OUTPUT_SIZE_SAME = replace(TRANSPOSED_CONV_OUTPUT_SIZE, example=case(4, 3, stride=2, padding="same"))
TRANSPOSED_CONV_OUTPUT_SIZE_TYPE = replace(
    TRANSPOSED_CONV_OUTPUT_SIZE, compare=compare.integer, example=case(4, 2, stride=2)
)

TRANSPOSED_CONV2D = Function(
    "transposed_conv2d", spec.transposed_conv2d, compare.array, example=case(_X, _KERNEL, stride=2)
)
TRANSPOSED_CONV2D_ONE_CELL = replace(TRANSPOSED_CONV2D, example=case(np.array([[2.0]]), _KERNEL))
TRANSPOSED_CONV2D_OVERLAP = replace(TRANSPOSED_CONV2D, example=case(_X, _KERNEL))
TRANSPOSED_CONV2D_WIDE = replace(TRANSPOSED_CONV2D, example=case(_X, _SMALL_KERNEL, stride=3))
TRANSPOSED_CONV2D_SAME = replace(TRANSPOSED_CONV2D, example=case(_X, _KERNEL, stride=2, padding="same"))
TRANSPOSED_CONV2D_MIXED = replace(TRANSPOSED_CONV2D, example=case(_X.astype(int), _SMALL_KERNEL / 4, stride=1))

TRANSPOSED_CONV2D_CHANNELS = Function(
    "transposed_conv2d_channels",
    spec.transposed_conv2d_channels,
    compare.array,
    example=case(_X_CHANNELS, _KERNEL_CHANNELS),
)

CONV_MATRIX = Function("conv_matrix", spec.conv_matrix, compare.numeric_array, example=case((2, 3), _SMALL_KERNEL))

BILINEAR_KERNEL = Function("bilinear_kernel", spec.bilinear_kernel, compare.numeric_array, example=case(2))
BILINEAR_KERNEL_ODD = replace(BILINEAR_KERNEL, example=case(3))

SHRINK = Function(
    "shrink", spec.shrink, compare.array, example=case(np.array([[1.0, 2.0, 3.0, 4.0], [5.0, 6.0, 7.0, 8.0]]), 2),
    believed=compare.numeric_array,  # whole pixels of an image of integers stay integers
)  # fmt: skip
PSNR = Function("psnr", spec.psnr, compare.values, example=case(np.array([[0.0, 1.0]]), np.array([[0.1, 0.7]])))
PSNR_PEAK = replace(PSNR, example=case(np.array([[10.0, 200.0]]), np.array([[0.0, 230.0]]), peak=255))
