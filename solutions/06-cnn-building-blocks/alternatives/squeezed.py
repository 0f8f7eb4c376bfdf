"""Attention over channels, separable and grouped 3×3 convolutions, a scaled branch; classes and recursion."""

from collections import namedtuple

from keras import layers, ops

Layer = namedtuple("Layer", "kernel stride dilation")


class Shape:
    def __init__(self, kernel, in_channels, out_channels):
        self.weights = kernel**2 * in_channels * out_channels


def conv_parameters(kernel, in_channels, out_channels, bias=True):
    biases = {True: out_channels, False: 0}
    return Shape(kernel, in_channels, out_channels).weights + biases[bias]


def separable_parameters(kernel, in_channels, out_channels, bias=True):
    steps = Shape(kernel, in_channels, 1), Shape(1, in_channels, out_channels)
    return sum(step.weights for step in steps) + out_channels * int(bias)


def depthwise_separable_block(x, filters):
    x = layers.DepthwiseConv2D(kernel_size=(3, 3), strides=(1, 1), padding="same", depth_multiplier=1)(x)
    x = layers.Conv2D(filters, kernel_size=1)(x)
    return x * ops.sigmoid(x)


def residual_block(x, filters):
    h = layers.SeparableConv2D(filters, 3, padding="same", activation="relu")(x)
    h = layers.Conv2D(filters, 3, padding="same", groups=4, dilation_rate=2)(h)
    gate = layers.GlobalAveragePooling2D(keepdims=True)(h)
    gate = layers.Dense(filters // 8, activation="relu")(gate)
    gate = layers.Dense(filters, activation="sigmoid")(gate)
    h = layers.Multiply()([h, gate]) * 0.2
    if x.shape[-1] == filters:
        return x + h
    return layers.Conv2D(filters, 1)(x) + h


def dilated_extent(kernel, dilation):
    return 1 if kernel == 1 else dilation + dilated_extent(kernel - 1, dilation)


def receptive_field(layers):
    first, *rest = [Layer(*layer) for layer in layers]
    after = receptive_field(rest) if rest else 1
    return (after - 1) * first.stride + dilated_extent(first.kernel, first.dilation)


architectures = {
    "LeNet-5": (1998, "convolutions and pooling", 60000),
    "AlexNet": (2012, "ReLU and GPU", 60e6),
    "GoogLeNet": (2014, "Parallel Kernels", 7),
    "VGG16": (2014, "Stacked 3X3", 138e6),
    "ResNet50": (2015, "Residual Connection", 23.5),
    "Xception": (2016, "Depthwise Separable Convolutions", 22.8),
    "MobileNet": (2017, "Depthwise Separable Convolutions", 4.2e6),
    "DenseNet121": (2016, "Dense Connection", 8.0),
}
