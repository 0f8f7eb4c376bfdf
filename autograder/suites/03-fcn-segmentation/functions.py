"""The functions under test: their oracles, how answers are compared, and one *public* example each.

Where a check asks for one theme of an answer alone, such as the dtype of an image, the function stands here again with
a comparison of that theme.
"""

# ruff: noqa: ARG005 - oracles have the arguments of the students' functions, used or not

from __future__ import annotations

from dataclasses import replace

import numpy as np

from fcnkit.suite import Function, case, compare

from . import compare_files as files
from . import compare_models as models
from . import model_facts, spec
from .fixtures import coloured, photo, pixel_model, trimap
from .model_facts import Verbatim

_SIZE = (24, 40)
"""Sides that 8 divides and 16 does not: what is shrunk too far does not come out even."""

LOAD_IMAGE = Function(
    "load_image", spec.load_image, files.image, example=case(photo(1, 1, seed=90, name="example.jpg"), (4, 4))
)
IMAGE_HEIGHT_FIRST = replace(LOAD_IMAGE, example=case(photo(1, 1, seed=91, name="example.jpg"), (2, 5)))
IMAGE_GREY = replace(LOAD_IMAGE, example=case(photo(1, 1, seed=92, grey=True, name="grey.jpg"), (4, 4)))
IMAGE_TYPE = LOAD_IMAGE.in_form(files.image_form)

LOAD_TRIMAP = Function(
    "load_trimap", spec.load_trimap, files.trimap, example=case(trimap(4, 4, seed=93, name="example.png"), (4, 4))
)
TRIMAP_RESIZED = replace(LOAD_TRIMAP, example=case(trimap(6, 6, seed=99, name="example.png"), (4, 4)))
TRIMAP_HEIGHT_FIRST = replace(LOAD_TRIMAP, example=case(trimap(3, 5, seed=94, name="example.png"), (3, 5)))
TRIMAP_TYPE = LOAD_TRIMAP.in_form(files.trimap_form)

MIRRORED_STRIDES = Function("mirrored_strides", spec.mirrored_strides, compare.values, example=case((1, 2, 4)))
MIRRORED_TYPE = MIRRORED_STRIDES.in_form(compare.form)

BUILD_SIZE = Function(
    "build_fcn",
    lambda img_size, num_classes: {"input": (*img_size, 3), "output": img_size},
    models.size,
    example=case(_SIZE, 4),
    look=model_facts.SIZE,
)
BUILD_CHANNELS = replace(
    BUILD_SIZE, oracle=lambda img_size, num_classes: num_classes, compare=models.channels, look=model_facts.CHANNELS
)
BUILD_CONVOLUTIONAL = replace(
    BUILD_SIZE, oracle=lambda img_size, num_classes: [], compare=models.convolutional, look=model_facts.CONVOLUTIONAL
)
BUILD_REACH = replace(
    BUILD_SIZE,
    oracle=lambda img_size, num_classes: Verbatim(f"≤ {model_facts.NEAR} px"),
    compare=models.reach,
    look=model_facts.REACH,
)
BUILD_STRIDES = replace(
    BUILD_SIZE,
    oracle=lambda img_size, num_classes: Verbatim("÷a ÷b ×b ×a"),
    compare=models.strides,
    look=model_facts.STRIDES,
)
BUILD_RESCALED = replace(
    BUILD_SIZE,
    oracle=lambda img_size, num_classes: Verbatim("0 … 1"),
    compare=models.rescaled,
    look=model_facts.RESCALED,
)
BUILD_SOFTMAX = replace(
    BUILD_SIZE,
    oracle=lambda img_size, num_classes: Verbatim("Σ 1, 0 … 1"),
    compare=models.softmax,
    look=model_facts.SOFTMAX,
)
BUILD_LEARNS = replace(
    BUILD_SIZE,
    oracle=lambda img_size, num_classes: Verbatim(f"< {model_facts.GOAL}"),
    compare=models.learns,
    look=model_facts.LEARNS,
)

PREDICT_MASK = Function(
    "predict_mask", spec.predict_mask, files.mask, example=case(pixel_model(3, seed=95), coloured(3, 4, 96))
)
MASK_TYPE = replace(PREDICT_MASK.in_form(files.mask_form), example=case(pixel_model(2, seed=97), coloured(2, 3, 98)))

_TRUE, _PREDICTED = np.array([[0, 0, 1], [1, 2, 2]]), np.array([[0, 1, 1], [1, 2, 0]])
MEAN_IOU = Function("mean_iou", spec.mean_iou, compare.values, example=case(_TRUE, _PREDICTED, 3))
IOU_ABSENT = replace(MEAN_IOU, example=case(_TRUE, _PREDICTED, 4))
