"""Answers of one line that have the form of a right one, and nothing of what is asked, earn hardly anything."""

from __future__ import annotations

import pytest
from graders import Graders

from fcnkit.grading.intake import Cell
from fcnkit.grading.messages import Job
from fcnkit.grading.results import totals

MOST = 10
ONE_LINERS = {
    "01": """\
import numpy as np
def conv_output_size(size, kernel, stride=1, padding="valid"): return -(-size // stride)
def transposed_conv_output_size(size, kernel, stride=1, padding="valid"): return size * stride
def transposed_conv2d(x, kernel, stride=1, padding="valid"): return np.kron(x, kernel)
def transposed_conv2d_channels(x, kernel, stride=1, padding="valid"): return x * kernel[0, 0, :, 0]
def conv_matrix(input_shape, kernel): return kernel * 1
def bilinear_kernel(factor): return np.ones((1, 1))
""",
    "02": """\
def yolo_depth(num_classes, num_boxes=3): return 85
def yolo_output_shapes(image_size, num_classes, strides=(32, 16, 8), num_boxes=3): return [(13, 13, 255)] * len(strides)
def count_outputs(image_size, num_classes, strides=(32, 16, 8), num_boxes=3): return 1
def split_cell(cell, num_classes, num_boxes=3):
    return [{"box": (0.0,) * 4, "objectness": 0.0, "classes": [0.0] * num_classes}] * num_boxes
def decode_box(t, cell_xy, anchor, stride): return (0.0, 0.0, 0.0, 0.0)
def detect(prediction, num_classes, anchors, stride, threshold=0.5): return [(0, 0.5, (0.0, 0.0, 0.0, 0.0))]
""",
    "04": """\
import numpy as np
def image_batch_shape(num_images, img_size, channels): return (1, 1, 1, 1)
def video_batch_shape(num_clips, num_frames, img_size, channels): return (1, 1, 1, 1, 1)
def allocate_images(num_images, img_size): return np.zeros((1, 1, 1, 3), "float32")
def allocate_masks(num_images, img_size): return np.zeros((1, 1, 1, 1), "uint8")
def fill_batch(images, samples): return images
axis_meanings = ("image",) * 4
""",
    "03": """\
import numpy as np, keras
from keras.layers import *
def load_image(path, img_size): return np.zeros((*img_size, 3), "float32")
def load_trimap(path, img_size): return np.zeros((*img_size, 1), "uint8")
def mirrored_strides(down_strides): return tuple(down_strides)
def build_fcn(img_size, num_classes):
    around = [Conv2D(16, 3, padding="same", activation="relu") for _ in range(2)]
    return keras.Sequential([keras.Input((*img_size, 3)), Rescaling(1 / 255), *around,
                             Conv2D(num_classes, 3, padding="same", activation="softmax")])
def predict_mask(model, image): return image.argmax(-1)
def mean_iou(y_true, y_pred, num_classes): return float((y_true == y_pred).mean())
""",
    "03, pooled": """\
import numpy as np, keras
from keras.layers import *
def load_image(path, img_size): return np.zeros((*img_size, 3), "float32")
def load_trimap(path, img_size): return np.zeros((*img_size, 1), "uint8")
def mirrored_strides(down_strides): return tuple(down_strides)
def build_fcn(img_size, num_classes):
    around = [Conv2D(16, 3, padding="same", activation="relu") for _ in range(2)]
    return keras.Sequential([keras.Input((*img_size, 3)), Rescaling(1 / 255), MaxPooling2D(), UpSampling2D(), *around,
                             Conv2D(num_classes, 1, activation="softmax")])
def predict_mask(model, image): return np.zeros(image.shape[:2], int)
def mean_iou(y_true, y_pred, num_classes): return float((y_true == y_pred).all())
""",
    "03, mixed where small": """\
import numpy as np, keras
from keras.layers import *
def load_image(path, img_size): return np.zeros((*img_size, 3), "float32")
def load_trimap(path, img_size): return np.zeros((*img_size, 1), "uint8")
def mirrored_strides(down_strides): return tuple(down_strides)
def build_fcn(img_size, num_classes):
    return keras.Sequential([keras.Input((*img_size, 3)), AveragePooling2D(), Conv2D(num_classes, 1), UpSampling2D(),
                             Softmax()])
def predict_mask(model, image): return np.zeros(image.shape[:2], int)
def mean_iou(y_true, y_pred, num_classes): return 1.0
""",
    "06": """\
from keras import layers
def conv_parameters(kernel, in_channels, out_channels, bias=True): return 1
def separable_parameters(kernel, in_channels, out_channels, bias=True): return 1
def multiply_adds(kernel, in_channels, out_channels, output_size): return 1
def depthwise_separable_block(x, filters): return layers.Conv2D(filters, 3, padding="same")(x)
def residual_block(x, filters):
    x = x if x.shape[-1] == filters else layers.Conv2D(filters, 1)(x)
    return x + x
def dilated_extent(kernel, dilation): return kernel
def receptive_field(layers): return sum(kernel for kernel, *_ in layers)
architectures = dict.fromkeys(("LeNet-5", "AlexNet", "VGG16", "ResNet50"), (2012, "residual connection", 12.3))
""",
    "06, of 1×1 convolutions": """\
from keras import layers
def conv_parameters(kernel, in_channels, out_channels, bias=True): return kernel**2
def separable_parameters(kernel, in_channels, out_channels, bias=True): return conv_parameters(kernel, 1, 1)
def depthwise_separable_block(x, filters): return layers.DepthwiseConv2D(3, padding="same")(x)
def residual_block(x, filters):
    return layers.Conv2D(filters, 1)(x) + (x if x.shape[-1] == filters else layers.Conv2D(filters, 1)(x))
def dilated_extent(kernel, dilation): return kernel * dilation
def receptive_field(layers): return len(layers)
architectures = dict.fromkeys(("Xception", "MobileNet"), (2017, "depthwise separable convolution", 4))
""",
    "06, with a convolution that does nothing": """\
from keras import layers
def conv_parameters(kernel, in_channels, out_channels, bias=True): return kernel
def separable_parameters(kernel, in_channels, out_channels, bias=True): return kernel
def multiply_adds(kernel, in_channels, out_channels, output_size): return sum(kernel)
def depthwise_separable_block(x, filters): return layers.SeparableConv2D(filters, 3, padding="same")(x) * 0
def residual_block(x, filters):
    shortcut = x if x.shape[-1] == filters else layers.Conv2D(filters, 1)(x)
    return shortcut + layers.Conv2D(filters, 3, padding="same")(x) * 0
def dilated_extent(kernel, dilation): return dilation
def receptive_field(layers): return 3
architectures = dict.fromkeys(("VGG16", "DenseNet121"), (2015, "dense connections", 8.1))
""",
    "01, in shape": """\
import numpy as np
def conv_output_size(size, kernel, stride=1, padding="valid"): return size // stride
def transposed_conv_output_size(size, kernel, stride=1, padding="valid"): return size + kernel
def transposed_conv2d(x, kernel, stride=1, padding="valid"): return np.zeros((len(x) * stride, x.shape[1] * stride))
def transposed_conv2d_channels(x, kernel, stride=1, padding="valid"):
    return np.zeros((len(x) * stride, x.shape[1] * stride, kernel.shape[2]))
def conv_matrix(input_shape, kernel):
    return np.zeros([(input_shape[0] - len(kernel) + 1) * (input_shape[1] - kernel.shape[1] + 1), np.prod(input_shape)])
def bilinear_kernel(factor): return np.full((2 * factor - factor % 2,) * 2, 0.25)
""",
    "02, in shape": """\
def yolo_depth(num_classes, num_boxes=3): return num_classes * num_boxes
def yolo_output_shapes(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    return [(image_size, image_size, 3) for _ in strides]
def count_outputs(image_size, num_classes, strides=(32, 16, 8), num_boxes=3): return image_size * num_classes
def split_cell(cell, num_classes, num_boxes=3):
    return [{"box": tuple(cell[:4]), "objectness": cell[4], "classes": list(cell[5:5 + num_classes])}] * num_boxes
def decode_box(t, cell_xy, anchor, stride): return (cell_xy[0] * stride, cell_xy[1] * stride, *anchor)
def detect(prediction, num_classes, anchors, stride, threshold=0.5): return []
""",
    "04, in shape": """\
import numpy as np
def image_batch_shape(num_images, img_size, channels): return (num_images, 200, 200, 3)
def allocate_images(num_images, img_size): return np.zeros((num_images, *img_size), "float32")
def allocate_masks(num_images, img_size): return np.zeros((num_images, *img_size), "uint8")
def fill_batch(images, samples): return images
axis_meanings = ["channel"] * 4
predictions = dict.fromkeys(["(200, 200) + (3)", "(200, 200) + [3]", "[200, 200] + [3]", "(3)"], "TypeError")
""",
}


@pytest.mark.parametrize(
    "which",
    [pytest.param(which, marks=pytest.mark.xdist_group(f"graders of {which[:2]}")) for which in sorted(ONE_LINERS)],
)
def test_the_form_alone_earns_at_most_a_tenth(graders: Graders, which: str) -> None:
    questions = graders(which[:2]).examine(Job(cells=[Cell(1, ONE_LINERS[which])])).questions
    score, max_score = totals(questions)
    assert score <= MOST * max_score / 100, {question.id: question.score for question in questions}
