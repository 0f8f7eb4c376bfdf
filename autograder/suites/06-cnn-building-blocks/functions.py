"""What is asked for: oracles, comparisons, and one *public* example of each function.

Where a check asks for one theme of an answer alone, the function stands here again with a comparison of that theme.
"""

# ruff: noqa: ARG005 - oracles have the arguments of the students' functions, used or not

from __future__ import annotations

from dataclasses import replace

from fcnkit.suite import Function, Input, Variable, case, compare

from . import compare_architectures as judge
from . import compare_blocks as blocks
from . import model_facts, spec
from .architectures import ARCHITECTURES
from .model_facts import Verbatim

CONV = Function("conv_parameters", spec.conv_parameters, compare.whole_number, example=case(3, 2, 5))
CONV_WITHOUT_BIAS = replace(CONV, example=case(3, 2, 5, bias=False))
CONV_ONE_BY_ONE = replace(CONV, example=case(1, 2, 5))
CONV_GREY = replace(CONV, example=case(3, 1, 2))
CONV_TYPE = CONV.in_form(compare.form)

SEPARABLE = Function("separable_parameters", spec.separable_parameters, compare.whole_number, example=case(3, 2, 5))
SEPARABLE_WITHOUT_BIAS = replace(SEPARABLE, example=case(3, 2, 5, bias=False))
SEPARABLE_TYPE = SEPARABLE.in_form(compare.form)

ADDS = Function("multiply_adds", spec.multiply_adds, compare.whole_number, example=case((3, 2), 2, 5, (4, 6)))
ADDS_LINE = replace(ADDS, example=case((3,), 2, 5, (7,)))
ADDS_VIDEO = replace(ADDS, example=case((2, 3, 3), 2, 5, (4, 6, 7)))
ADDS_TYPE = ADDS.in_form(compare.form)

DEPTHWISE_SIZE = Function(
    "depthwise_separable_block",
    lambda x, filters: x.shape[:2],
    blocks.size_with_any_padding,
    example=case(Input((7, 12, 32)), 64),
    look=model_facts.SIZE,
)
DEPTHWISE_CHANNELS = replace(
    DEPTHWISE_SIZE, oracle=lambda x, filters: filters, compare=blocks.channels, look=model_facts.CHANNELS
)
DEPTHWISE_WAYS = replace(
    DEPTHWISE_SIZE,
    oracle=lambda x, filters: Verbatim("x → 3×3 depthwise → 1×1"),
    compare=blocks.separable,
    example=case(Input((7, 12, 64)), 32),
    look=model_facts.SEPARABLE,
)

DEPTHWISE_STACKED = replace(
    DEPTHWISE_CHANNELS,
    compare=blocks.channels_of_two,
    example=case(Input((7, 12, 32), times=2), 32),
    look=model_facts.STACKED,
)

RESIDUAL_SIZE = Function(
    "residual_block",
    lambda x, filters: x.shape[:2],
    blocks.size,
    example=case(Input((7, 12, 32)), 32),
    look=model_facts.SIZE,
)
RESIDUAL_CHANNELS = replace(
    RESIDUAL_SIZE,
    oracle=lambda x, filters: filters,
    compare=blocks.channels,
    example=case(Input((7, 12, 32)), 64),
    look=model_facts.CHANNELS,
)
RESIDUAL_STACKED = replace(
    RESIDUAL_CHANNELS,
    compare=blocks.channels_of_two,
    example=case(Input((12, 7, 32), times=2), 32),
    look=model_facts.STACKED,
)
RESIDUAL_CONVOLUTIONS = replace(
    RESIDUAL_SIZE,
    oracle=lambda x, filters: Verbatim("x → 3×3 → … → +"),
    compare=blocks.convolutions,
    look=model_facts.SUMMED,
)
RESIDUAL_IDENTITY = replace(
    RESIDUAL_SIZE, oracle=lambda x, filters: Verbatim("… | x → +"), compare=blocks.identity, look=model_facts.IDENTITY
)
RESIDUAL_PROJECTION = replace(
    RESIDUAL_CHANNELS,
    oracle=lambda x, filters: Verbatim("… | x → 1×1 → +"),
    compare=blocks.projection,
    example=case(Input((7, 12, 64)), 32),
    look=model_facts.PROJECTION,
)

DILATED = Function("dilated_extent", spec.dilated_extent, compare.whole_number, example=case(3, 3))
DILATED_ONCE = replace(DILATED, example=case(2, 1))
DILATED_TYPE = DILATED.in_form(compare.form)

FIELD = Function(
    "receptive_field", spec.receptive_field, compare.whole_number, example=case([(3, 1, 1), (3, 2, 1), (3, 1, 2)])
)
FIELD_PLAIN = replace(FIELD, example=case([(3, 1, 1), (3, 1, 1)]))
FIELD_STRIDES = replace(FIELD, example=case([(3, 2, 1), (3, 1, 1)]))
FIELD_DILATIONS = replace(FIELD, example=case([(3, 1, 2), (3, 1, 1)]))
FIELD_TYPE = FIELD.in_form(compare.form)

YEARS = Variable("architectures", ARCHITECTURES, judge.year)
IDEAS = replace(YEARS, compare=judge.idea)
PARAMETERS = replace(YEARS, compare=judge.parameters)
