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
