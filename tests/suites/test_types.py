"""What the public checks take is never refused by the hidden suite for its type alone: a property over types.

A right answer is put into other types that hold the very same values. Where the public check of its question is
content with it, every hidden check is, too.
"""

from __future__ import annotations

import inspect
import warnings
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from fcnlab.verdicts import NotYet
from hidden_suite import Suite, load_suite
from hypothesis import example, given
from hypothesis import strategies as st
from proof import examples
from retyped import WAYS, Retyped

from fcnkit.authoring.places import read_master
from fcnkit.authoring.public_misconceptions import public_checks
from fcnkit.course import Course
from fcnkit.grading.examiner.check import Case, Function
from fcnkit.grading.examiner.no_value import NOT_DATA
from fcnkit.grading.protocol import Decoder, Encoder, Opaque
from fcnkit.grading.worker.plain_values import plain
from fcnkit.text import Text

COURSE = Course.find(Path(__file__))
OTHERWISE = {
    *("load_image", "load_trimap", "build_fcn", "predict_mask"),
    *("predictions", "explanation", "answers"),
    *("depthwise_separable_block", "residual_block", "architectures"),
}
"""What is answered by files, models, texts, or one of several right answers."""
BY_VALUE = [
    (name.split("-")[0], asked)
    for name in COURSE.names()
    for question in COURSE.assignment(name).config.questions
    for asked in question.functions + question.variables
    if asked not in OTHERWISE
]
"""What is answered by values of one right kind."""


@cache
def _suite(number: str) -> Suite:
    return load_suite(COURSE.assignment(number))


@cache
def _public(number: str) -> dict[str, Callable[..., None]]:
    """By the name that each public check is about."""
    checks = public_checks(read_master(COURSE.assignment(number)))
    return {name: check for check in checks for name in inspect.signature(check).parameters}


@cache
def _right(number: str, name: str) -> list[tuple[Function, Case, Any]]:
    """What every hidden check asks, with the right answers; a variable's entries are asked for one by one."""
    calls = [(f, case) for check in _suite(number).checks for f, case in check.agreements if f.name == name]
    return [(function, case, case.call(function.oracle, in_place=function.in_place)) for function, case in calls]


def _crossed(value: Any) -> Any:
    """As it arrives at the examiner."""
    encoder = Encoder()
    tree = encoder.encode(plain(value))
    return Decoder(bytes(encoder.arrays)).decode(tree)


def _is_taken(number: str, name: str, retyped: Retyped) -> bool:
    """Whether the public check is content with right answers in other types."""
    check = _public(number)[name]
    oracle = _right(number, name)[0][0].oracle

    def answer(*args: Any, **kwargs: Any) -> Any:
        return retyped(oracle(*args, **kwargs))

    given = {"LANG": "en", "np": np, name: retyped(oracle()) if name == "axis_meanings" else answer}
    try:
        check(**{each: given.get(each) for each in inspect.signature(check).parameters})
    except NotYet:
        return False
    return True


def _refusals(number: str, name: str, retyped: Retyped) -> list[str]:
    """What the hidden checks say of right answers in other types."""
    problems = [_problem(function, _crossed(retyped(right)), right) for function, _, right in _right(number, name)]
    return [problem.en for problem in problems if problem is not None]


def _problem(function: Function, got: Any, right: Any) -> Text | None:
    return NOT_DATA if isinstance(got, Opaque) else function.compare(got, right)


KINDS = st.fixed_dictionaries({}, optional={kind: st.sampled_from(list(ways)) for kind, ways in WAYS.items()})


@pytest.mark.filterwarnings("ignore")  # of NumPy, about matrices and complex numbers
@pytest.mark.parametrize(("number", "name"), BY_VALUE)
@examples(40)
@given(ways=KINDS)
@example(ways={"sequence": "NamedTuple", "dict": "OrderedDict", "text": "str_"})
@example(ways={"integer": "no axes", "float": "no axes"})
@example(ways={"integer": "tensor", "float": "tensor", "array": "tensor"})
@example(ways={"array": "matrix"})
@example(ways={"array": "float16", "integer": "IntEnum", "float": "own float"})
@example(ways={"array": "int64"})
def test_a_type_that_the_public_check_takes_is_taken_by_the_hidden_ones(
    number: str, name: str, ways: dict[str, str]
) -> None:
    retyped = Retyped(ways)
    if _is_taken(number, name, retyped):
        assert _refusals(number, name, retyped.only(retyped.seen)) == []


@pytest.mark.parametrize(
    ("number", "name", "ways"),
    [
        ("02", "decode_box", {"sequence": "NamedTuple"}),
        ("02", "split_cell", {"dict": "OrderedDict"}),
        ("02", "detect", {"float": "no axes"}),
        ("04", "axis_meanings", {"text": "str_"}),
        ("04", "image_batch_shape", {"integer": "no axes"}),
        ("01", "conv_matrix", {"array": "matrix"}),
        ("01", "transposed_conv2d", {"array": "float32"}),
    ],
)
def test_what_means_the_same_is_taken_by_both(number: str, name: str, ways: dict[str, str]) -> None:
    with warnings.catch_warnings(action="ignore"):
        retyped = Retyped(ways)
        assert _is_taken(number, name, retyped)
        assert retyped.seen == ways.keys()
        assert _refusals(number, name, retyped) == []


@pytest.mark.filterwarnings("ignore")  # of NumPy, about matrices
@pytest.mark.xdist_group("keras")
def test_a_mask_that_the_public_check_takes_is_taken_by_the_hidden_ones(keras: Any) -> None:
    """Whatever holds the classes: arrays of any kind, lists, a tensor of TensorFlow's or one that is like PyTorch's."""
    ways = {**{way: Retyped({"array": way}) for way in WAYS["array"]}, "TensorFlow": keras.ops.convert_to_tensor}
    taken = {way for way, retyped in ways.items() if _takes_mask(keras, retyped)}
    for way in taken:
        assert _refusals("03", "predict_mask", ways[way]) == [], way  # type: ignore[arg-type]
    assert {"uint8", "int32", "matrix", "read-only"} <= taken
    assert not taken & {"TensorFlow", "tensor", "list", "tuple", "float32"}
    for way in ("TensorFlow", "tensor", "list"):
        assert _refusals("03", "predict_mask", ways[way]) != [], way  # type: ignore[arg-type]


def _takes_mask(keras: Any, retyped: Callable[[Any], Any]) -> bool:
    def predict_mask(model: Any, image: Any) -> Any:
        return retyped(np.argmax(keras.ops.convert_to_numpy(model(image[None]))[0], axis=-1))

    given = {"LANG": "en", "np": np, "keras": keras, "predict_mask": predict_mask}
    check = _public("03")["predict_mask"]
    try:
        check(**{each: given[each] for each in inspect.signature(check).parameters})
    except NotYet:
        return False
    return True


@pytest.mark.parametrize(
    ("number", "name", "ways"),
    [
        ("01", "bilinear_kernel", {"array": "tensor"}),
        ("03", "mean_iou", {"float": "tensor"}),
        ("06", "conv_parameters", {"integer": "tensor"}),
    ],
)
def test_a_tensor_is_refused_by_both(number: str, name: str, ways: dict[str, str]) -> None:
    retyped = Retyped(ways)
    assert not _is_taken(number, name, retyped)
    assert retyped.seen == ways.keys()
    assert _refusals(number, name, retyped) != []
