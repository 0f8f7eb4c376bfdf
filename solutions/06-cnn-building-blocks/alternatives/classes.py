"""Blocks as layers of classes of one's own, with a Lambda layer and an own activation; counts by reduction."""

from functools import reduce
from operator import mul

import keras
from keras import layers


def conv_parameters(kernel, in_channels, out_channels, bias=True):
    return reduce(mul, (kernel, kernel, in_channels, out_channels)) + bias * out_channels


def separable_parameters(kernel, in_channels, out_channels, bias=True):
    return sum([kernel**2 * in_channels, conv_parameters(1, in_channels, out_channels, bias)])


def multiply_adds(kernel, in_channels, out_channels, output_size):
    return reduce(mul, (*kernel, *output_size), in_channels * out_channels)


class Separable(layers.Layer):
    def __init__(self, filters):
        super().__init__()
        self.depthwise = layers.DepthwiseConv2D(3, padding="same", use_bias=False, name="depthwise")
        self.norm = layers.BatchNormalization(name="norm")
        self.pointwise = layers.Conv2D(filters, 1, name="pointwise", activation=lambda x: x * keras.ops.sigmoid(x))

    def call(self, x, training=False):
        x = keras.ops.relu(self.norm(self.depthwise(x), training=training))
        return self.pointwise(x)


def depthwise_separable_block(x, filters):
    return Separable(filters)(x)


class Residual(layers.Layer):
    def __init__(self, filters):
        super().__init__()
        self.filters = filters
        self.convolutions = [layers.Conv2D(filters, 3, padding="same", name=name) for name in ("first", "second")]
        self.add = layers.Lambda(lambda two: two[0] + two[1])

    def build(self, input_shape):
        self.match = None if input_shape[-1] == self.filters else layers.Conv2D(self.filters, 1)
        super().build(input_shape)

    def call(self, x):
        y = x
        for convolution in self.convolutions:
            y = convolution(keras.ops.relu(y))
        return self.add([y, x if self.match is None else self.match(x)])


def residual_block(x, filters):
    return Residual(filters)(x)


def dilated_extent(kernel, dilation):
    return len("".join("w" + "." * (dilation - 1) for _ in range(kernel)).rstrip("."))


def receptive_field(layers):
    if not layers:
        return 1
    (kernel, stride, dilation), *later = layers
    return (receptive_field(later) - 1) * stride + dilated_extent(kernel, dilation)


architectures = {
    "LeNet-5": (1998, "합성곱과 풀링", 0.06),
    "AlexNet": (2012, "ReLU and GPUs", 61),
    "GoogLeNet": (2014, "parallel kernels", 6.8),
    "VGG16": (2014, "3×3 쌓기", 138),
    "ResNet50": (2015, "residual connection", 25.6),
    "Xception": (2017, "깊이별 분리 합성곱", 22.9),
    "MobileNet": (2017, "depthwise separable convolution", 4.3),
    "DenseNet121": (2017, "dense connections", 8.1),
}
