"""What is asked for: oracles, comparisons, and one *public* example of each function."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from fcnkit.suite import Function, Variable, case, compare

from . import judge, spec

_PLACES = np.zeros((3, 1, 2, 1), "float32")
_SAMPLES = [np.full((1, 2, 1), number, "float32") for number in (1, 2)]
_FOUR_PLACES = np.zeros((4, 2, 2, 1), "float32")
_FOUR_SAMPLES = [np.array([[[n], [n + 1]], [[n + 2], [n + 3]]], "float32") for n in (1, 5, 9, 13)]
"""As many, and such, that none is like another one, and none like itself when it is turned."""
_ANY_SAMPLES = [
    np.array([[[first], [second]]], "float32") for first, second in ((0.25, -3.0), (4097.5, 300.5), (0.0, 0.0))
]

BATCH_SHAPE = Function("image_batch_shape", spec.image_batch_shape, compare.values, example=case(10, (4, 3), 3))
BATCH_SHAPE_COUNT = BATCH_SHAPE.in_form(compare.count)
BATCH_SHAPE_TYPE = BATCH_SHAPE.in_form(judge.tuple_of_integers)

VIDEO_SHAPE = Function("video_batch_shape", spec.video_batch_shape, compare.values, example=case(2, 5, (4, 3), 3))
VIDEO_SHAPE_TYPE = VIDEO_SHAPE.in_form(judge.tuple_of_integers)

IMAGES = Function("allocate_images", spec.allocate_images, compare.array_shape, example=case(2, (2, 3)))
IMAGES_DTYPE = replace(IMAGES, compare=compare.array_dtype)
IMAGES_ZERO = replace(IMAGES, compare=judge.all_zero)

MASKS = Function("allocate_masks", spec.allocate_masks, compare.array_shape, example=case(2, (2, 3)))
MASKS_DTYPE = replace(MASKS, compare=compare.array_dtype)
MASKS_ZERO = replace(MASKS, compare=judge.all_zero)

FILL_BATCH = Function(
    "fill_batch", spec.fill_batch, compare.numeric_array, example=case(_FOUR_PLACES, _FOUR_SAMPLES), in_place=True
)
FILL_BATCH_ANY = replace(FILL_BATCH, example=case(_PLACES + 7, _ANY_SAMPLES))
FILL_BATCH_REST = replace(FILL_BATCH, example=case(_PLACES + 9, _SAMPLES))
FILL_BATCH_RETURNS = replace(FILL_BATCH, compare=judge.batch_or_none, in_place=False)

FIRST_AXIS = Variable("axis_meanings", spec.AXIS_MEANINGS, judge.axes(0), remark=judge.listed(0))
SECOND_AXIS = replace(FIRST_AXIS, compare=judge.axes(1), believed=judge.axes(1, 2), remark=judge.listed(1))
THIRD_AXIS = replace(FIRST_AXIS, compare=judge.axes(2), believed=judge.axes(1, 2), remark=judge.listed(2))
LAST_AXIS = replace(FIRST_AXIS, compare=judge.axes(3), remark=judge.listed(3))

PREDICTIONS = Variable("predictions", spec.PREDICTIONS, judge.predicted, remark=judge.other_kind)
