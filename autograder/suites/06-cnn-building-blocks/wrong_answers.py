"""What somebody who holds a misconception would write.

Self-contained but for what students may import, as a student's notebook is. Every public function has the signature of
the function that it stands in for. Blocks stand in `wrong_answers_blocks.py`.
"""

# ruff: noqa: ARG001 - the students' arguments

import numpy as np

# Parameters


def bias_forgotten(kernel, in_channels, out_channels, bias=True):
    return kernel**2 * in_channels * out_channels


def bias_always(kernel, in_channels, out_channels, bias=True):
    return kernel**2 * in_channels * out_channels + out_channels


def bias_per_input_channel(kernel, in_channels, out_channels, bias=True):
    return kernel**2 * in_channels * out_channels + (in_channels if bias else 0)


def bias_per_slice(kernel, in_channels, out_channels, bias=True):
    return (kernel**2 + bool(bias)) * in_channels * out_channels


def one_bias_in_all(kernel, in_channels, out_channels, bias=True):
    return kernel**2 * in_channels * out_channels + bool(bias)


def bias_the_wrong_way_round(kernel, in_channels, out_channels, bias=True):
    return kernel**2 * in_channels * out_channels + (0 if bias else out_channels)


def in_channels_forgotten(kernel, in_channels, out_channels, bias=True):
    return kernel**2 * out_channels + (out_channels if bias else 0)


def kernel_not_squared(kernel, in_channels, out_channels, bias=True):
    return kernel * in_channels * out_channels + (out_channels if bias else 0)


def kernel_doubled(kernel, in_channels, out_channels, bias=True):
    return 2 * kernel * in_channels * out_channels + (out_channels if bias else 0)


def channels_added(kernel, in_channels, out_channels, bias=True):
    return kernel**2 * (in_channels + out_channels) + (out_channels if bias else 0)


def separable_kernel_doubled(kernel, in_channels, out_channels, bias=True):
    return 2 * kernel * in_channels + in_channels * out_channels + (out_channels if bias else 0)


def separable_channels_added(kernel, in_channels, out_channels, bias=True):
    return kernel**2 * in_channels + in_channels + out_channels + (out_channels if bias else 0)


def separable_bias_forgotten(kernel, in_channels, out_channels, bias=True):
    return kernel**2 * in_channels + in_channels * out_channels


def separable_bias_always(kernel, in_channels, out_channels, bias=True):
    return kernel**2 * in_channels + in_channels * out_channels + out_channels


def separable_two_biases(kernel, in_channels, out_channels, bias=True):
    return kernel**2 * in_channels + in_channels * out_channels + (in_channels + out_channels if bias else 0)


def separable_kernel_not_squared(kernel, in_channels, out_channels, bias=True):
    return kernel * in_channels + in_channels * out_channels + (out_channels if bias else 0)


def depthwise_over_all_channels(kernel, in_channels, out_channels, bias=True):
    return kernel**2 * in_channels**2 + in_channels * out_channels + (out_channels if bias else 0)


def counted_as_ordinary(kernel, in_channels, out_channels, bias=True):
    return kernel**2 * in_channels * out_channels + (out_channels if bias else 0)


def rows_then_columns(kernel, in_channels, out_channels, bias=True):
    return 2 * kernel * in_channels * out_channels + (out_channels if bias else 0)


def ordinary_and_pointwise(kernel, in_channels, out_channels, bias=True):
    return kernel**2 * in_channels * out_channels + in_channels * out_channels + (out_channels if bias else 0)


def pointwise_not_counted(kernel, in_channels, out_channels, bias=True):
    return kernel**2 * in_channels + (in_channels if bias else 0)


def depthwise_not_counted(kernel, in_channels, out_channels, bias=True):
    return in_channels * out_channels + (out_channels if bias else 0)


def steps_multiplied(kernel, in_channels, out_channels, bias=True):
    return kernel**2 * in_channels * in_channels * out_channels + (out_channels if bias else 0)


def separable_bias_per_input_channel(kernel, in_channels, out_channels, bias=True):
    return kernel**2 * in_channels + in_channels * out_channels + (in_channels if bias else 0)


def separable_one_bias_in_all(kernel, in_channels, out_channels, bias=True):
    return kernel**2 * in_channels + in_channels * out_channels + bool(bias)


def separable_in_channels_forgotten(kernel, in_channels, out_channels, bias=True):
    return kernel**2 + in_channels * out_channels + (out_channels if bias else 0)


def a_slice_per_output_channel(kernel, in_channels, out_channels, bias=True):
    return kernel**2 * out_channels + in_channels * out_channels + (out_channels if bias else 0)


def pointwise_with_the_kernel(kernel, in_channels, out_channels, bias=True):
    return kernel**2 * in_channels + kernel**2 * in_channels * out_channels + (out_channels if bias else 0)


# Multiply-adds


def weights_alone(kernel, in_channels, out_channels, output_size):
    return int(np.prod(kernel)) * in_channels * out_channels


def parameters_alone(kernel, in_channels, out_channels, output_size):
    return weights_alone(kernel, in_channels, out_channels, output_size) + out_channels


def adds_in_channels_forgotten(kernel, in_channels, out_channels, output_size):
    return int(np.prod(kernel)) * out_channels * int(np.prod(output_size))


def adds_out_channels_forgotten(kernel, in_channels, out_channels, output_size):
    return int(np.prod(kernel)) * in_channels * int(np.prod(output_size))


def adds_channels_added(kernel, in_channels, out_channels, output_size):
    return int(np.prod(kernel)) * (in_channels + out_channels) * int(np.prod(output_size))


def counted_as_two(kernel, in_channels, out_channels, output_size):
    return 2 * weights_alone(kernel, in_channels, out_channels, output_size) * int(np.prod(output_size))


def biases_counted(kernel, in_channels, out_channels, output_size):
    return parameters_alone(kernel, in_channels, out_channels, output_size) * int(np.prod(output_size))


def sides_of_the_kernel_added(kernel, in_channels, out_channels, output_size):
    return sum(kernel) * in_channels * out_channels * int(np.prod(output_size))


def one_side_of_the_kernel(kernel, in_channels, out_channels, output_size):
    return kernel[0] * in_channels * out_channels * int(np.prod(output_size))


def sizes_added(kernel, in_channels, out_channels, output_size):
    return weights_alone(kernel, in_channels, out_channels, output_size) * sum(output_size)


def sides_all_like_the_first(kernel, in_channels, out_channels, output_size):
    return kernel[0] ** 2 * in_channels * out_channels * output_size[0] ** 2


def first_side_squared(kernel, in_channels, out_channels, output_size):
    return kernel[0] ** 2 * in_channels * out_channels * int(np.prod(output_size))


def shrunk_once_more(kernel, in_channels, out_channels, output_size):
    places = [size - side + 1 for size, side in zip(output_size, kernel, strict=True)]
    return weights_alone(kernel, in_channels, out_channels, output_size) * int(np.prod(places))


def one_frame(kernel, in_channels, out_channels, output_size):
    return weights_alone(kernel[-2:], in_channels, out_channels, output_size) * int(np.prod(output_size))


def one_frame_of_output(kernel, in_channels, out_channels, output_size):
    return weights_alone(kernel, in_channels, out_channels, output_size) * int(np.prod(output_size[-2:]))


# Extents and fields


def kernel_times_dilation(kernel, dilation):
    return kernel * dilation


def dilation_ignored(kernel, dilation):
    return kernel


def gaps_of_dilation(kernel, dilation):
    return kernel + (kernel - 1) * dilation


def one_gap(kernel, dilation):
    return kernel + dilation - 1


def _field(layers, dilated=lambda kernel, dilation: dilation * (kernel - 1) + 1, strided=True, early=False):
    """The honest recurrence, with room for what can go wrong."""
    field, jump = 1, 1
    for kernel, stride, dilation in layers:
        jump *= stride if early else 1
        field += (dilated(kernel, dilation) - 1) * jump
        jump *= stride if strided and not early else 1
    return field


def kernels_added(layers):
    return sum(kernel for kernel, _, _ in layers)


def strides_ignored(layers):
    return _field(layers, strided=False)


def stride_too_early(layers):
    return _field(layers, early=True)


def own_stride_alone(layers):
    return 1 + sum((kernel - 1) * dilation * stride for kernel, stride, dilation in layers)


def field_dilation_ignored(layers):
    return _field(layers, dilated=dilation_ignored)


def field_kernel_times_dilation(layers):
    return _field(layers, dilated=kernel_times_dilation)


def field_gaps_of_dilation(layers):
    return _field(layers, dilated=gaps_of_dilation)


def last_layer_first(layers):
    return _field(layers[::-1])


def kernels_multiplied(layers):
    return int(np.prod([kernel for kernel, _, _ in layers]))


def minus_one_forgotten(layers):
    return _field(layers, dilated=lambda kernel, dilation: dilation * (kernel - 1) + 2)


def kernels_times_dilation_added(layers):
    return _field(layers, dilated=lambda kernel, dilation: kernel * dilation + 1)


def begun_at_nothing(layers):
    return minus_one_forgotten(layers) - 1


def strides_added(layers):
    field, jump = 1, 1
    for kernel, stride, dilation in layers:
        field += dilation * (kernel - 1) * jump
        jump += stride
    return field


def strides_summed(layers):
    field, jump = 1, 0
    for kernel, stride, dilation in layers:
        field += dilation * (kernel - 1) * max(jump, 1)
        jump += stride
    return field


def stride_before_alone(layers):
    field, jump = 1, 1
    for kernel, stride, dilation in layers:
        field += dilation * (kernel - 1) * jump
        jump = stride
    return field
