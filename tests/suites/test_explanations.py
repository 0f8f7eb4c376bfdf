"""Why an answer is wrong is said truly: each misconception by its own name alone, anything else by a relation."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hidden_suite import load_suite, suite_of
from judged_here import Here, explained, how_explained

from fcnkit.course import Course

COURSE = Course.find(Path(__file__))
SUITES = {number: suite_of(number) for number in ("01", "02", "03", "04", "06")}


def _right(number: str, name: str) -> Callable[..., Any]:
    return next(f for check in SUITES[number].checks for f, _ in check.calls if f.name == name).oracle


@pytest.mark.parametrize("number", ["01", "02", "04", "06"])
def test_no_misconception_is_taken_for_another(number: str) -> None:
    suite = SUITES[number]
    for misconception in suite.misconceptions:
        for name, answer in misconception.answers.items():
            if callable(answer) and name not in misconception.signs:
                here = Here(suite, name, answer)
                judged = here.judged()
                named = {check.misconception for check in judged.checks} - {None}
                in_form_alone = not any(call.problem is not None for call in here.calls)
                assert named == {misconception.id} or in_form_alone, (misconception.id, name, named)


def _raising_where(holds: Callable[[dict[str, Any]], bool], right: Callable[..., Any]) -> Callable[..., Any]:
    def answer(*args: Any, **kwargs: Any) -> Any:
        given = inspect.signature(right).bind(*args, **kwargs)
        given.apply_defaults()
        if holds(given.arguments):
            raise ValueError("not for these")
        return right(*args, **kwargs)

    return answer


RAISING: list[tuple[str, str, Callable[[dict[str, Any]], bool], str]] = [
    ("01", "transposed_conv_output_size", lambda given: given["stride"] > given["kernel"], "stride-up-to-kernel"),
    ("01", "transposed_conv2d", lambda given: len(set(given["kernel"].shape)) > 1, "kernel-square"),
    ("01", "conv_matrix", lambda given: len(set(given["input_shape"])) > 1, "input_shape-alike"),
    ("02", "split_cell", lambda given: given["num_boxes"] != 3, "num_boxes-3"),
]


@pytest.mark.parametrize(("number", "name", "holds", "when"), RAISING)
def test_for_which_arguments_a_function_raises_is_told(
    number: str, name: str, holds: Callable[[dict[str, Any]], bool], when: str
) -> None:
    judged = Here(SUITES[number], name, _raising_where(holds, _right(number, name))).judged()
    assert {relation.id.partition("-")[2] for relation in judged.relations} == {when}
    assert {check.relation for check in judged.checks} == {judged.relations[0].id}


IN_INTEGERS: dict[str, Callable[..., Any]] = {
    "shrink-every-nth-pixel": lambda image, factor: image[::factor, ::factor],
    "shrink-max-pooling": lambda image, factor: image.reshape(image.shape[0] // factor, factor, -1, factor).max((1, 3)),
}


@pytest.mark.parametrize("id", IN_INTEGERS)
def test_a_misconception_is_named_also_where_it_keeps_integers(id: str) -> None:
    judged = Here(SUITES["01"], "shrink", IN_INTEGERS[id]).judged()
    assert {check.misconception for check in judged.checks} - {None} == {id}


CHANGED: list[tuple[str, str, Callable[[Callable[..., Any]], Callable[..., Any]], str]] = [
    ("01", "conv_output_size", lambda right: lambda *a, **k: right(*a, **k) + 1, "one-too-many"),
    ("01", "transposed_conv2d", lambda right: lambda *a, **k: np.flip(right(*a, **k), 1), "flipped-1"),
    ("01", "transposed_conv2d", lambda right: lambda *a, **k: right(*a, **k)[:-1], "without-last-0"),
    ("01", "transposed_conv2d", lambda right: lambda x, *a, **k: right(np.abs(x), *a, **k), "arguments-positive-x"),
    ("02", "detect", lambda right: lambda *a, **k: right(*a, **k)[::-1], "reversed"),
    ("02", "split_cell", lambda right: lambda *a, **k: right(*a, **k)[:3], "first-3-only"),
    (
        "02",
        "yolo_depth",
        lambda _: lambda num_classes, num_boxes=3: num_classes * 0 + num_boxes,
        "formula-is-num_boxes",
    ),
    ("02", "yolo_depth", lambda right: lambda c, b=3: right(c, b) + 2 * b, "formula-away-num_boxes-"),
    ("02", "yolo_depth", lambda _: lambda c, b=3: 4 * c * b, "formula-multiple-num_classes*num_boxes-"),
    ("02", "yolo_depth", lambda _: lambda c, b=3: 6 + c + b, "formula-sum--"),
    ("06", "dilated_extent", lambda _: lambda k, d: k * d - 1, "formula-is-kernel * dilation - 1"),
    ("06", "receptive_field", lambda right: lambda layers: right(sorted(layers)), "arguments-sorted-layers"),
    (
        "06",
        "receptive_field",
        lambda right: lambda layers: right([(k, d, s) for k, s, d in layers]),
        "arguments-entry-1-2-swapped-layers",
    ),
    ("01", "bilinear_kernel", lambda right: lambda factor: right(factor) ** 2, "array-squared"),
    ("02", "decode_box", lambda right: lambda *a: (*right(*a)[:2], *np.divide(right(*a)[2:], 2)), "half-[2:4]"),
    ("02", "decode_box", lambda right: lambda *a: (right(*a)[:2], right(*a)[2:]), "in-pairs"),
    ("02", "decode_box", lambda right: lambda *a: (*right(*a)[:2], *np.sqrt(right(*a)[2:])), "root-[2:4]"),
    ("02", "decode_box", lambda right: lambda t, *a: (*right(t, *a)[:2], *np.cosh(t[2:])), "part-[2:4]"),
    (
        "02",
        "split_cell",
        lambda right: lambda *a, **k: sorted(right(*a, **k), key=lambda b: b["objectness"]),
        "reordered",
    ),
    ("03", "mirrored_strides", lambda _: lambda strides: (*strides[1:], strides[0]), "reordered"),
    (
        "04",
        "fill_batch",
        lambda _: lambda images, samples: [images.__setitem__(i, s) for i, s in enumerate(samples) if i] and None,
        "part-first-image",
    ),
]


def _other(padding: str) -> str:
    return "valid" if padding == "same" else "same"


BEGINNERS: list[tuple[str, str, Callable[[Callable[..., Any]], Callable[..., Any]], str]] = [
    (
        "01",
        "transposed_conv2d",
        lambda right: lambda x, kernel, stride=1, padding="same": right(x, kernel, stride, padding),
        "arguments-default-padding-'same'",
    ),
    (
        "01",
        "transposed_conv_output_size",
        lambda right: lambda size, kernel, stride=1, padding="valid": right(size, kernel, stride, _other(padding)),
        "arguments-confused-padding",
    ),
    (
        "01",
        "conv_output_size",
        lambda right: lambda n, k, stride=1, padding="valid": n if padding == "same" else right(n, k, stride),
        "arguments-ignored-stride-1-where-padding-is-same",
    ),
    (
        "01",
        "conv_output_size",
        lambda right: lambda n, k, s=1, padding="valid": right(n, k, s, padding) + (1 if (n + k) % 3 else -1),
        "off-by-one",
    ),
    (
        "01",
        "transposed_conv_output_size",
        lambda right: lambda n, k, stride=1, padding="valid": (n - 1) * stride + 0 * right(n, k, stride, padding),
        "formula-is-(size - 1) * stride",
    ),
    (
        "01",
        "transposed_conv2d",
        lambda right: lambda x, *a, **k: right(np.pad(x[1:, 1:], ((1, 0), (1, 0))), *a, **k),
        "arguments-first-lines-x",
    ),
    ("01", "conv_matrix", lambda right: lambda *a: np.where(right(*a) == 0, 1, right(*a)), "part-zeros"),
    (
        "01",
        "bilinear_kernel",
        lambda right: lambda factor: right(factor)[: 2 * factor - 1, : 2 * factor - 1],
        "only-factor-odd",
    ),
    (
        "02",
        "split_cell",
        lambda right: lambda *a, **k: [{**e, "box": (*e["box"][:3], e["objectness"])} for e in right(*a, **k)],
        "copied-[i]['objectness']-[i]['box'][3]",
    ),
    (
        "01",
        "transposed_conv2d_channels",
        lambda right: lambda x, *a, **k: right(x, *a, **k) / x.shape[2],
        "formula-over-x.shape[2]-",
    ),
    (
        "02",
        "decode_box",
        lambda right: lambda t, xy, *more: (*np.cosh(right(t, xy, *more)[:2]), *right(t, xy, *more)[2:]),
        "part-[0:2]",
    ),
    ("04", "allocate_images", lambda right: lambda *a: right(*a)[..., 0], "last-left-out-.shape"),
    (
        "04",
        "allocate_masks",
        lambda right: lambda *a: np.concatenate([right(*a), right(*a)], axis=-1),
        "more-last-3",
    ),
    (
        "06",
        "separable_parameters",
        lambda _: (
            lambda kernel, in_channels, out_channels, bias=True: (
                kernel**2 * in_channels + out_channels + (out_channels if bias else 0)
            )
        ),
        "formula-is-kernel * kernel * in_channels + out_channels-where-bias-is-False",
    ),
    (
        "06",
        "receptive_field",
        lambda right: lambda layers: right(layers) + int(np.prod([stride for _, stride, _ in layers])),
        "formula-plus-prod(layers[i][1])-",
    ),
]


@pytest.mark.parametrize(
    ("number", "name", "spoil", "relation"), CHANGED + BEGINNERS, ids=[each[-1] for each in CHANGED + BEGINNERS]
)
def test_what_came_is_told_by_its_relation_to_what_is_right(
    number: str, name: str, spoil: Callable[[Callable[..., Any]], Callable[..., Any]], relation: str
) -> None:
    assert how_explained(SUITES[number], name, spoil(_right(number, name))) == ("related", relation)


def test_a_condition_is_told_where_answers_are_right_for_some_arguments() -> None:
    right = _right("01", "transposed_conv2d")

    def square_only(x: Any, kernel: Any, stride: int = 1, padding: str = "valid") -> Any:
        made = right(x, kernel, stride, padding)
        return made if kernel.shape[0] == kernel.shape[1] else made * 3 + 1

    assert how_explained(SUITES["01"], "transposed_conv2d", square_only) == ("related", "only-kernel-square")


def test_of_two_mistakes_the_condition_is_told_under_which_neither_shows() -> None:
    right = _right("01", "transposed_conv_output_size")

    def plain(size: int, kernel: int, stride: int = 1, padding: str = "valid") -> int:
        shows = padding == "same" or stride > kernel
        return int(right(size, kernel, stride, padding)) + shows * (2 + size * kernel * stride % 7)

    said = how_explained(SUITES["01"], "transposed_conv_output_size", plain)
    assert said == ("related", "only-padding-is-valid-stride-up-to-kernel")


def test_a_misconception_that_a_right_answer_contradicts_is_not_named() -> None:
    """An answer that ignores `same` for some sizes alone is no answer that ignores it."""
    right = _right("01", "conv_output_size")
    wrong = next(m for m in SUITES["01"].misconceptions if m.id == "padding-ignored").answers["conv_output_size"]

    def now_and_then(size: int, kernel: int, stride: int = 1, padding: str = "valid") -> int:
        return int((right if size % 2 else wrong)(size, kernel, stride, padding))

    assert how_explained(SUITES["01"], "conv_output_size", now_and_then)[0] != "named"


def test_the_values_of_an_argument_are_not_why_a_shape_is_wrong() -> None:
    """With some secrets, `x` held no negative number exactly where the answers were right."""
    right = _right("01", "transposed_conv2d")

    def side_by_side(x: Any, kernel: Any, stride: int = 1, padding: str = "valid") -> Any:
        size = (
            [n * stride for n in x.shape]
            if padding == "same"
            else [n * k for n, k in zip(x.shape, kernel.shape, strict=True)]
        )
        out = np.zeros([max(n, k * m) for n, k, m in zip(size, kernel.shape, x.shape, strict=True)])
        for i, j in np.ndindex(x.shape):
            place = np.s_[
                i * kernel.shape[0] : (i + 1) * kernel.shape[0], j * kernel.shape[1] : (j + 1) * kernel.shape[1]
            ]
            out[place] = x[i, j] * kernel
        return out[: size[0], : size[1]]

    assert right(np.ones((1, 1)), np.ones((2, 2))).shape == side_by_side(np.ones((1, 1)), np.ones((2, 2))).shape
    for number in range(12):
        here = Here(load_suite(COURSE.assignment("01"), str(number)), "transposed_conv2d", side_by_side, str(number))
        how, *what = explained(here.judged(), here)
        assert how != "right"
        assert not any("positive" in each for each in what)
