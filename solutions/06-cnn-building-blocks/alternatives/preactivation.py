"""Normalisation and activation before the convolutions, as in ResNet v2; the rest is counted, in plain Python."""

import keras


def conv_parameters(kernel, in_channels, out_channels, bias=True):
    total = 0
    for _ in range(out_channels):
        for _ in range(in_channels):
            for _ in range(kernel):
                total += kernel
        if bias:
            total += 1
    return total


def separable_parameters(kernel, in_channels, out_channels, bias=True):
    return conv_parameters(kernel, 1, in_channels, bias=False) + conv_parameters(1, in_channels, out_channels, bias)


def depthwise_separable_block(x, filters):
    x = keras.layers.BatchNormalization()(x)
    x = keras.activations.relu(x)
    return keras.layers.SeparableConv2D(filters=filters, kernel_size=(3, 3), padding="same", use_bias=False)(x)


def residual_block(x, filters):
    activated = keras.activations.relu(keras.layers.BatchNormalization()(x))
    shortcut = x if x.shape[-1] == filters else keras.layers.Conv2D(filters, 1, padding="same")(activated)
    y = keras.layers.Conv2D(filters, 3, padding="same", use_bias=False)(activated)
    y = keras.layers.BatchNormalization()(y)
    y = keras.activations.relu(y)
    y = keras.layers.Dropout(0.1)(y)
    y = keras.layers.Conv2D(filters, 3, padding="same")(y)
    return keras.ops.add(y, shortcut)


def dilated_extent(kernel, dilation):
    cells = 1
    for _ in range(kernel - 1):
        cells += dilation
    return cells


def receptive_field(layers):
    first, last = 0, 0
    for kernel, stride, dilation in reversed(layers):
        first, last = first * stride, last * stride + (kernel - 1) * dilation
    return last - first + 1


architectures = {
    "LeNet-5": (1998, "합성곱과 풀링", 0.06),
    "AlexNet": (2012, "ReLU와 GPU", 60.0),
    "GoogLeNet": (2014, "나란한 커널", 5),
    "VGG16": (2014, "3×3 쌓기", 138),
    "ResNet50": (2015, "잔차 연결", 26),
    "Xception": (2016, "깊이별 분리 합성곱", 23),
    "MobileNet": (2017, "깊이별 분리 합성곱", 4.2),
    "DenseNet121": (2016, "밀집 연결", 8),
}
