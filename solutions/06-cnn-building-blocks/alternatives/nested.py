"""Blocks of nested models and helpers, other activations and normalisations; parameters asked of Keras itself."""

import keras
from keras import layers


def _counted(layer, in_channels):
    layer.build((None, None, None, in_channels))
    return layer.count_params()


def conv_parameters(kernel, in_channels, out_channels, bias=True):
    return _counted(layers.Conv2D(out_channels, kernel, use_bias=bias), in_channels)


def separable_parameters(kernel, in_channels, out_channels, bias=True):
    return _counted(layers.SeparableConv2D(out_channels, kernel, use_bias=bias), in_channels)


def multiply_adds(kernel, in_channels, out_channels, output_size):
    convolution = {1: layers.Conv1D, 2: layers.Conv2D, 3: layers.Conv3D}[len(kernel)]
    layer = convolution(out_channels, kernel, padding="same", use_bias=False)
    layer.build((None, *output_size, in_channels))
    places = 1
    for size in output_size:
        places *= size
    return layer.count_params() * places


def _normalised(x):
    return layers.LayerNormalization()(x)


def depthwise_separable_block(x, filters):
    block = keras.Sequential(
        [
            keras.Input(x.shape[1:]),
            layers.DepthwiseConv2D(3, padding="same"),
            layers.GroupNormalization(groups=8),
            layers.Activation("gelu"),
            layers.Conv2D(filters, 1),
            layers.LeakyReLU(),
        ]
    )
    return block(x)


def _branch(shape, filters, depth):
    inputs = keras.Input(shape)
    x = inputs
    for _ in range(depth):
        x = layers.Conv2D(filters, 3, padding="same")(x)
        x = _normalised(x)
        x = layers.PReLU(shared_axes=[1, 2])(x)
    return keras.Model(inputs, x)


def residual_block(x, filters):
    h = _branch(x.shape[1:], filters, depth=3)(x)
    same = x.shape[-1] == filters
    shortcut = layers.Identity()(x) if same else keras.Sequential([layers.Conv2D(filters, 1), layers.ReLU()])(x)
    return layers.Activation("swish")(layers.Add()([shortcut, h]))


def dilated_extent(kernel, dilation):
    return len(range(0, (kernel - 1) * dilation + 1))


def receptive_field(layers):
    """Enough input for one output pixel, found by trying."""

    def outputs(size):
        for kernel, stride, dilation in layers:
            size = (size - dilated_extent(kernel, dilation)) // stride + 1 if size > 0 else 0
        return size

    size = 1
    while outputs(size) < 1:
        size += 1
    return size


architectures = {
    "LeNet-5": (1998, "convolution and pooling", 0.061706),
    "AlexNet": (2012, "ReLU와 GPU", 61_100_840),
    "GoogLeNet": [2014, "나란한 커널", 6.8],
    "VGG16": (2014, "3x3 쌓기", 138.36),
    "ResNet50": (2015, "잔차연결", 25.56),
    "Xception": (2017, "깊이별분리합성곱", 22.86),
    "MobileNet": (2017, "Depthwise Separable Convolution", 4.24),
    "DenseNet121": (2016, "밀집연결", 7.98),
}
