"""What these items know of the course's terms besides the sheet."""

from fcnkit.practice import Terms

from . import course

TERMS = Terms(
    course.terminology,
    narrower={
        "cnn": ("fcn", "densenet", "resnet", "inception", "xception", "vgg16", "mobilenet", "yolo", "u-net"),
        "fcn": ("yolo", "u-net"),
        "convolution": ("pointwise-convolution", "depthwise-convolution", "depthwise-separable-convolution"),
        "downsampling": ("max-pooling",),
        "upsampling": ("transposed-convolution",),
        "hyperparameter": ("stride", "padding", "dilation"),
        "mask": ("trimap",),
    },
    facts={
        "batch": ("axis-order",),
        "bounding-box": ("yolo-order",),
        "downsampling": ("upsampling-layer",),
        "kernel": ("parameter",),
        "max-pooling": ("upsampling-layer",),
        "transposed-convolution": ("upsampling-layer", "parameter"),
        "upsampling": ("upsampling-layer",),
    },
)
