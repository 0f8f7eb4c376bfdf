# %%
def conv_parameters(kernel, in_channels, out_channels, bias=True):
    n = 0
    for i in range(out_channels):
        n = n + kernel * kernel * in_channels
        if bias == True:
            n = n + 1
    return n

# %%
def separable_parameters(kernel, in_channels, out_channels, bias=True):
    depthwise = in_channels * kernel * kernel
    pointwise = in_channels * out_channels
    return depthwise + pointwise + out_channels * bias

# %%
def depthwise_separable_block(x, filters):
    x = keras.layers.Conv2D(x.shape[-1], 3, padding="same", groups=x.shape[-1])(x)
    x = keras.layers.Conv2D(filters, 1, activation="relu")(x)
    return x

# %%
def dilated_extent(kernel, dilation):
    return (kernel - 1) * dilation + 1

# %%
def receptive_field(layers):
    field = 1
    jump = 1
    for kernel, stride, dilation in layers:
        jump = jump * stride
        field = field + (kernel - 1) * dilation * jump
    return field

# %%
architectures = {
    "LeNet-5": (1998, "합성곱과 풀링", 0.06),
    "AlexNet": (2012, "ReLU와 GPU", 60),
    "GoogLeNet": (2014, "나란한 커널", 6.8),
    "VGG16": (2014, "3×3 쌓기", 138.4),
    "ResNet50": ...,
    "Xception": ...,
    "MobileNet": ...,
    "DenseNet121": ...,
}
