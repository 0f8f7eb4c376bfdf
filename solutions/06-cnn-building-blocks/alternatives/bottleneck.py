"""A bottleneck as in ResNet50, padded by hand; a convolution with a group for each channel; shapes multiplied out."""

import numpy as np
from keras import layers


def conv_parameters(kernel, in_channels, out_channels, bias=True):
    shapes = [(kernel, kernel, in_channels, out_channels)] + [(out_channels,)] * bool(bias)
    return sum(int(np.prod(shape)) for shape in shapes)


def separable_parameters(kernel, in_channels, out_channels, bias=True):
    shapes = [(kernel, kernel, in_channels, 1), (1, 1, in_channels, out_channels)]
    if bias:
        shapes.append((out_channels,))
    return sum(int(np.prod(shape)) for shape in shapes)


def multiply_adds(kernel, in_channels, out_channels, output_size):
    if not kernel:
        return in_channels * out_channels
    return kernel[0] * output_size[0] * multiply_adds(kernel[1:], in_channels, out_channels, output_size[1:])


def depthwise_separable_block(x, filters):
    channels = x.shape[-1]
    x = layers.Conv2D(channels, 3, groups=channels, padding="same", activation="relu")(x)
    return layers.Conv2D(filters, (1, 1), padding="same", activation="relu")(x)


def residual_block(x, filters):
    shortcut = x
    narrow = filters // 4
    y = layers.Conv2D(narrow, 1, use_bias=False)(x)
    y = layers.ReLU()(layers.BatchNormalization(epsilon=1.001e-5)(y))
    y = layers.ZeroPadding2D(1)(y)
    y = layers.Conv2D(narrow, 3, use_bias=False)(y)
    y = layers.ReLU()(layers.BatchNormalization(epsilon=1.001e-5)(y))
    y = layers.Conv2D(filters, 1, use_bias=False)(y)
    y = layers.BatchNormalization(epsilon=1.001e-5)(y)
    if x.shape[-1] != filters:
        shortcut = layers.BatchNormalization()(layers.Conv2D(filters, 1, use_bias=False)(x))
    return layers.Activation("relu")(layers.add([shortcut, y]))


def dilated_extent(kernel, dilation):
    return kernel + (kernel - 1) * (dilation - 1)


def receptive_field(layers):
    """From the output back to the input."""
    field = 1
    for kernel, stride, dilation in layers[::-1]:
        field = (field - 1) * stride + dilated_extent(kernel, dilation)
    return field


architectures = {
    "LeNet-5": (1998, "Convolution and pooling", 61_706),
    "AlexNet": (2012, "ReLU and GPUs", 62.4),
    "GoogLeNet": (2015, "parallel kernels", 6_624_904),
    "VGG16": (2015, "stacked 3x3", 138_357_544),
    "ResNet50": (2016, "residual connections", 25_636_712),
    "Xception": (2017, "depthwise-separable convolution", 22_910_480),
    "MobileNet": (2017, "depthwise-separable convolution", 4_253_864),
    "DenseNet121": (2017, "Dense connections", 8_062_504),
}
