"""What is asked for: oracles, comparisons, and one *public* example of each function."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from fcnkit.suite import Function, Variable, case, compare

from . import judge, spec

_PLACES = np.zeros((3, 1, 2, 1), "float32")
_SAMPLES = [np.full((1, 2, 1), number, "float32") for number in (1, 2)]
_ANY_SAMPLES = [np.array([[[0.25], [-3.0]]], "float32"), np.array([[[300.5], [0.0]]], "float32")]

BATCH_SHAPE = Function("image_batch_shape", spec.image_batch_shape, compare.values, example=case(10, (4, 3), 3))
BATCH_SHAPE_COUNT = replace(BATCH_SHAPE, compare=compare.count)
BATCH_SHAPE_TYPE = replace(BATCH_SHAPE, compare=judge.tuple_of_integers)

IMAGES = Function("allocate_images", spec.allocate_images, compare.array_shape, example=case(2, (2, 3)))
IMAGES_DTYPE = replace(IMAGES, compare=compare.array_dtype)
IMAGES_ZERO = replace(IMAGES, compare=judge.all_zero)

MASKS = Function("allocate_masks", spec.allocate_masks, compare.array_shape, example=case(2, (2, 3)))
MASKS_DTYPE = replace(MASKS, compare=compare.array_dtype)
MASKS_ZERO = replace(MASKS, compare=judge.all_zero)

FILL_BATCH = Function(
    "fill_batch", spec.fill_batch, compare.numeric_array, example=case(_PLACES[:2], _SAMPLES), in_place=True
)
FILL_BATCH_ANY = replace(FILL_BATCH, example=case(_PLACES[:2], _ANY_SAMPLES))
FILL_BATCH_REST = replace(FILL_BATCH, example=case(_PLACES + 9, _SAMPLES))
FILL_BATCH_RETURNS = replace(FILL_BATCH, compare=judge.batch_or_none, in_place=False)

FIRST_AXIS = Variable("axis_meanings", spec.AXIS_MEANINGS, judge.axes(0))
SECOND_AXIS = replace(FIRST_AXIS, compare=judge.axes(1), believed=judge.axes(1, 2))
THIRD_AXIS = replace(FIRST_AXIS, compare=judge.axes(2), believed=judge.axes(1, 2))
LAST_AXIS = replace(FIRST_AXIS, compare=judge.axes(3))

PREDICTIONS = Variable("predictions", spec.PREDICTIONS, judge.predicted)
