"""What somebody who holds a misconception would write.

Self-contained but for what students may import, as a student's notebook is. Keras is imported only where it is used:
the examiner imports this file and has no Keras. Every public function has the signature of the function that it stands
in for.
"""

# ruff: noqa: ARG001, PLC0415 - the students' arguments, and imports as said above

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


def in_channels_forgotten(kernel, in_channels, out_channels, bias=True):
    return kernel**2 * out_channels + (out_channels if bias else 0)


def kernel_not_squared(kernel, in_channels, out_channels, bias=True):
    return kernel * in_channels * out_channels + (out_channels if bias else 0)


def separable_bias_forgotten(kernel, in_channels, out_channels, bias=True):
    return kernel**2 * in_channels + in_channels * out_channels


def separable_bias_always(kernel, in_channels, out_channels, bias=True):
    return kernel**2 * in_channels + in_channels * out_channels + out_channels


def separable_two_biases(kernel, in_channels, out_channels, bias=True):
    return kernel**2 * in_channels + in_channels * out_channels + (in_channels + out_channels if bias else 0)


def separable_kernel_not_squared(kernel, in_channels, out_channels, bias=True):
    return kernel * in_channels + in_channels * out_channels + (out_channels if bias else 0)


def counted_as_ordinary(kernel, in_channels, out_channels, bias=True):
    return kernel**2 * in_channels * out_channels + (out_channels if bias else 0)


def pointwise_not_counted(kernel, in_channels, out_channels, bias=True):
    return kernel**2 * in_channels + (in_channels if bias else 0)


def depthwise_not_counted(kernel, in_channels, out_channels, bias=True):
    return in_channels * out_channels + (out_channels if bias else 0)


def steps_multiplied(kernel, in_channels, out_channels, bias=True):
    return kernel**2 * in_channels * in_channels * out_channels + (out_channels if bias else 0)


# A depthwise separable block


def ordinary_convolution(x, filters):
    from keras import layers

    return layers.Conv2D(filters, 3, padding="same", activation="relu")(x)


def depthwise_alone(x, filters):
    from keras import layers

    return layers.DepthwiseConv2D(3, padding="same", activation="relu")(x)


def pointwise_first(x, filters):
    from keras import layers

    x = layers.Conv2D(filters, 1, activation="relu")(x)
    return layers.DepthwiseConv2D(3, padding="same", activation="relu")(x)


def rows_and_columns(x, filters):
    from keras import layers

    x = layers.Conv2D(filters, (3, 1), padding="same")(x)
    return layers.Conv2D(filters, (1, 3), padding="same", activation="relu")(x)


def mixed_by_three_by_three(x, filters):
    from keras import layers

    x = layers.DepthwiseConv2D(3, padding="same")(x)
    return layers.Conv2D(filters, 3, padding="same", activation="relu")(x)


def separable_channels_kept(x, filters):
    from keras import layers

    return layers.SeparableConv2D(x.shape[-1], 3, padding="same", activation="relu")(x)


def separable_with_stride(x, filters):
    from keras import layers

    return layers.SeparableConv2D(filters, 3, strides=2, padding="same", activation="relu")(x)


# A residual block


def _branch(x, filters, kernel=3, strides=1):
    from keras import layers

    x = layers.Conv2D(filters, kernel, strides=strides, padding="same", activation="relu")(x)
    return layers.Conv2D(filters, kernel, padding="same")(x)


def no_shortcut(x, filters):
    from keras import layers

    return layers.ReLU()(_branch(x, filters))


def shortcut_concatenated(x, filters):
    from keras import layers

    x = layers.Concatenate()([x, _branch(x, filters)])
    return layers.Conv2D(filters, 1, activation="relu")(x)


def always_projected(x, filters):
    from keras import layers

    return layers.ReLU()(_branch(x, filters) + layers.Conv2D(filters, 1)(x))


def never_projected(x, filters):
    from keras import layers

    branch = _branch(x, filters)
    if x.shape[-1] == filters:
        branch = layers.Add()([branch, x])
    return layers.ReLU()(branch)


def projected_by_three_by_three(x, filters):
    from keras import layers

    shortcut = x if x.shape[-1] == filters else layers.Conv2D(filters, 3, padding="same")(x)
    return layers.ReLU()(_branch(x, filters) + shortcut)


def activated_shortcut(x, filters):
    from keras import layers

    x = layers.ReLU()(layers.BatchNormalization()(x))
    shortcut = x if x.shape[-1] == filters else layers.Conv2D(filters, 1)(x)
    return _branch(x, filters) + shortcut


def dropped_shortcut(x, filters):
    from keras import layers

    shortcut = x if x.shape[-1] == filters else layers.Conv2D(filters, 1)(x)
    return layers.ReLU()(_branch(x, filters) + layers.Dropout(0.1)(shortcut))


def halved(x, filters):
    from keras import layers

    return layers.ReLU()(_branch(x, filters, strides=2) + layers.Conv2D(filters, 1, strides=2)(x))


def residual_channels_kept(x, filters):
    from keras import layers

    return layers.ReLU()(_branch(x, x.shape[-1]) + x)


def no_three_by_three(x, filters):
    from keras import layers

    shortcut = x if x.shape[-1] == filters else layers.Conv2D(filters, 1)(x)
    return layers.ReLU()(_branch(x, filters, kernel=1) + shortcut)


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
