"""The functions under test: their oracles, how answers are compared, and one *public* example each.

Where a check asks for one theme of an answer alone, such as the labels of what was found, the function stands here
again with a comparison of that theme.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from fcnkit.suite import Function, case, compare

from . import spec

_CELL = np.array([0.1, 0.2, 0.3, 0.4, 1.5, -1.0, 2.0, 0.5, 0.6, 0.7, 0.8, -2.5, 3.0, -3.0])
_ONE_CLASS = np.arange(1.0, 13.0)
_TWO_FOUND = np.array([[[-1.0, 1.0, 0.0, 0.5, 0.2, 4.0, -4.0], [1.0, -1.0, 0.5, 0.0, 2.0, 1.0, 3.0]]])
_TWO_ANCHORS = np.array(
    [
        [[0.0, 0.0, 0.0, 0.0, -6.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, -6.0, 0.0, 1.0]],
        [[0.0, 0.0, 0.0, 0.0, -6.0, 1.0, 0.0, 1.0, -1.0, 0.5, 0.0, 3.0, 5.0, 4.0]],
    ]
)
_ON_THE_THRESHOLD = np.array([[[0.0] * 4 + [0.0, 1.0], [0.0] * 4 + [0.25, 1.0], [0.0] * 4 + [-1.0, 1.0]]])
_LABELLED = np.array([[[0.0] * 4 + [2.0, 1.0, 3.0, -1.0], [0.0] * 4 + [4.0, 1.0, 0.0, -1.0]]])

YOLO_DEPTH = Function("yolo_depth", spec.yolo_depth, compare.whole_number, example=case(10))
YOLO_DEPTH_ONE_BOX = replace(YOLO_DEPTH, example=case(10, num_boxes=1))
YOLO_DEPTH_TYPE = YOLO_DEPTH.in_form(compare.form)

YOLO_OUTPUT_SHAPES = Function(
    "yolo_output_shapes", spec.yolo_output_shapes, compare.values, example=case(64, 2, strides=(32, 16))
)
SHAPES_GRIDS = replace(YOLO_OUTPUT_SHAPES, compare=compare.unordered(compare.part(compare.values, 0, 1)))
SHAPES_ORDER = replace(
    YOLO_OUTPUT_SHAPES,
    compare=compare.each(compare.part(compare.values, 0, 1)),
    example=case(64, 2, strides=(8, 32)),
)
SHAPES_DEPTHS = replace(
    YOLO_OUTPUT_SHAPES,
    compare=compare.each(compare.part(compare.values, 2)),
    example=case(96, 1, strides=(32,), num_boxes=2),
)
SHAPES_TYPE = YOLO_OUTPUT_SHAPES.in_form(compare.form)

COUNT_OUTPUTS = Function(
    "count_outputs", spec.count_outputs, compare.whole_number, example=case(64, 2, strides=(32, 16))
)
COUNT_OUTPUTS_ONE_SCALE = replace(COUNT_OUTPUTS, example=case(64, 2, strides=(16,)))
COUNT_OUTPUTS_TYPE = COUNT_OUTPUTS.in_form(compare.form)

SPLIT_CELL = Function("split_cell", spec.split_cell, compare.values, example=case(_CELL, 2, num_boxes=2))
SPLIT_ONE_BOX = replace(SPLIT_CELL, example=case(_CELL[:7], 2, num_boxes=1))
SPLIT_BOXES = replace(
    SPLIT_CELL,
    compare=compare.each(compare.part(compare.values, "box")),
    example=case(_ONE_CLASS, 1, num_boxes=2),
)
SPLIT_OBJECTNESS = replace(SPLIT_CELL, compare=compare.each(compare.part(compare.values, "objectness")))
SPLIT_CLASSES = replace(SPLIT_CELL, compare=compare.each(compare.part(compare.values, "classes")))
SPLIT_COUNT = replace(SPLIT_CELL, compare=compare.count)

DECODE_BOX = Function(
    "decode_box", spec.decode_box, compare.values, example=case((0.0, 0.0, 0.5, -1.0), (3, 1), (100, 50), 32)
)
DECODE_CENTRE = replace(
    DECODE_BOX,
    compare=compare.part(compare.values, 0, 1),
    example=case((1.0, -1.0, 0.0, 0.0), (3, 1), (100, 50), 32),
)
DECODE_SIZE = replace(
    DECODE_BOX, compare=compare.part(compare.values, 2, 3), example=case((0.0, 0.0, 1.0, -0.5), (1, 2), (30, 60), 16)
)
DECODE_ARRAY = replace(DECODE_BOX, example=case(np.array([0.5, 0.0, 0.0, 0.5]), (2, 0), (30, 60), 16))
DECODE_TYPE = DECODE_BOX.in_form(compare.form)

DETECT = Function(
    "detect", spec.detect, compare.each(compare.values), example=case(_TWO_FOUND, 2, [(100, 50)], stride=32)
)
DETECT_BOXES = replace(
    DETECT,
    compare=compare.unordered(compare.part(compare.values, 2)),
    example=case(_TWO_ANCHORS, 2, [(30, 60), (60, 40)], stride=16),
)
DETECT_COUNT = replace(DETECT, compare=compare.count, example=case(_ON_THE_THRESHOLD, 1, [(10, 20)], stride=8))
DETECT_LABELS = replace(
    DETECT,
    compare=compare.unordered(compare.part(compare.values, 0)),
    example=case(_LABELLED, 3, [(10, 20)], stride=8),
)
DETECT_SCORES = replace(DETECT, compare=compare.unordered(compare.part(compare.values, 1)))
DETECT_TYPE = DETECT.in_form(compare.form)
