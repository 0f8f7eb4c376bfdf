"""No normalisation, one 3×3 convolution, `x + shortcut`; answers as NumPy's integers."""

import numpy as np
from keras import layers


def conv_parameters(kernel, in_channels, out_channels, bias=True):
    weights = np.ones((kernel, kernel, in_channels, out_channels)).size
    return np.int64(weights + (out_channels if bias else 0))


def separable_parameters(kernel, in_channels, out_channels, bias=True):
    return np.int64(in_channels * (kernel**2 + out_channels) + bias * out_channels)


def multiply_adds(kernel, in_channels, out_channels, output_size):
    return np.prod([*kernel, in_channels, out_channels, *output_size], dtype=np.int64)


def depthwise_separable_block(x, filters):
    return layers.SeparableConv2D(filters, 3)(x)  # padding="valid"


def residual_block(x, filters):
    h = layers.Conv2D(filters, 3, padding="same", activation="relu")(x)
    if x.shape[-1] != filters:
        x = layers.Conv2D(filters, 1, use_bias=False)(x)
    return x + h


def dilated_extent(kernel, dilation):
    return np.arange(kernel)[-1] * dilation + 1


def receptive_field(layers):
    kernels, strides, dilations = np.array(layers).T
    steps = np.concatenate([[1], np.cumprod(strides)[:-1]])
    return 1 + np.sum((kernels - 1) * dilations * steps)


architectures = dict(
    zip(
        ["LeNet-5", "AlexNet", "GoogLeNet", "VGG16", "ResNet50", "Xception", "MobileNet", "DenseNet121"],
        zip(
            np.array([1998, 2012, 2014, 2014, 2015, 2016, 2017, 2016]),
            [
                "convolution and pooling",
                "relu and gpus",
                "parallel kernels",
                "stacked 3×3",
                "residual connection",
                "depthwise separable convolution",
                "depthwise separable convolution",
                "dense connections",
            ],
            np.array([0.06, 61.1, 7.0, 138.4, 25.6, 22.9, 4.3, 8.1]),
            strict=True,
        ),
        strict=True,
    )
)
