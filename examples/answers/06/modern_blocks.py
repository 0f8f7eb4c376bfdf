# %%
from keras import layers

# %%
def conv_parameters(kernel, in_channels, out_channels, bias=True):
    per_filter = kernel**2 * in_channels + (1 if bias else 0)
    return per_filter * out_channels

# %%
def separable_parameters(kernel, in_channels, out_channels, bias=True):
    depthwise = kernel**2 * in_channels
    return depthwise + conv_parameters(1, in_channels, out_channels, bias)

# %%
def depthwise_separable_block(x, filters):
    x = layers.DepthwiseConv2D(3, padding="same", use_bias=False)(x)
    x = layers.BatchNormalization()(x)
    x = layers.ReLU(6.0)(x)
    x = layers.Conv2D(filters, 1, use_bias=False)(x)
    x = layers.BatchNormalization()(x)
    return layers.ReLU(6.0)(x)

# %%
def residual_block(x, filters):
    preact = layers.ReLU()(layers.BatchNormalization()(x))
    shortcut = layers.Conv2D(filters, 1)(preact) if x.shape[-1] != filters else x
    h = layers.Conv2D(filters // 4, 1, use_bias=False)(preact)
    h = layers.ReLU()(layers.BatchNormalization()(h))
    h = layers.Conv2D(filters // 4, 3, padding="same", use_bias=False)(h)
    h = layers.ReLU()(layers.BatchNormalization()(h))
    h = layers.Conv2D(filters, 1)(h)
    return shortcut + h

# %%
def dilated_extent(kernel, dilation):
    return 1 + dilation * (kernel - 1)

# %%
def receptive_field(layers):
    size, step = 1, 1
    for kernel, stride, dilation in layers:
        size += step * (dilated_extent(kernel, dilation) - 1)
        step *= stride
    return size

# %%
architectures = {
    "LeNet-5": (1998, "convolution and pooling", 0.06),
    "AlexNet": (2012, "ReLU and GPUs", 61),
    "GoogLeNet": (2014, "parallel kernels", 6.6),
    "VGG16": (2014, "stacked 3x3", 138),
    "ResNet50": (2015, "residual connection", 25.6),
    "Xception": (2017, "depthwise separable convolution", 22.9),
    "MobileNet": (2017, "depthwise separable convolution", 4.3),
    "DenseNet121": (2017, "dense connections", 8.1),
}
