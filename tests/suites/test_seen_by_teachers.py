"""Mistakes that teachers know have their names, also as others write them; what only looks like one has none."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hidden_suite import suite_of
from judged_here import how_explained
from wrong_tries_01 import _channels as channels
from wrong_tries_01 import _stamped as stamped
from wrong_tries_02 import _cut as cut
from wrong_tries_02 import _decode as decode
from wrong_tries_02 import _detect as detect
from wrong_tries_02 import _sigmoid as sigmoid

from fcnkit.course import Course

COURSE = Course.find(Path(__file__))
SUITES = {number: suite_of(number) for number in ("01", "02", "04")}
Answer = Callable[..., Any]


def cropped(x: Any, kernel: Any, stride: int = 1, padding: str = "valid", *, start: Callable[[int], int]) -> Any:
    everything = stamped(x, kernel, stride)
    if padding == "valid":
        return everything
    top, left = map(start, kernel.shape)
    return everything[top : top + len(x) * stride, left : left + x.shape[1] * stride]


def enlarged(x: Any, kernel: Any, stride: int = 1, padding: str = "valid") -> Any:
    return stamped(np.kron(x, np.ones((stride, stride))), kernel, 1, padding)


def down_alone(x: Any, kernel: Any, stride: int = 1, padding: str = "valid") -> Any:
    (kh, kw), out = kernel.shape, 0 * stamped(x, kernel, stride)
    for i, row in enumerate(x):
        for j, number in enumerate(row):
            out[i * stride : i * stride + kh, j : j + kw] += number * kernel
    top, left = (max(k - stride, 0) // 2 for k in kernel.shape)
    return out if padding == "valid" else out[top : top + len(x) * stride, left : left + x.shape[1] * stride]


def side_by_side(x: Any, kernel: Any, *more: Any, **options: Any) -> Any:
    planes = [channels(x[..., [i]], kernel[..., [i]], *more, **options) for i in range(x.shape[2])]
    return np.stack(planes, -1)


def one_channel_out(x: Any, kernel: Any, *more: Any, **options: Any) -> Any:
    """`return` stands inside the loop over output channels."""
    out = 0 * channels(x, kernel, *more, **options)
    out[..., 0] = channels(x, kernel[:, :, :1], *more, **options)[..., 0]
    return out


def with_v5(t: Any, xy: Any, anchor: Any, stride: int) -> Any:
    x, y, w, h = sigmoid(np.array(t)) * 2
    return (x - 0.5 + xy[0]) * stride, (y - 0.5 + xy[1]) * stride, w * w * anchor[0], h * h * anchor[1]


def moved(t: Any, xy: Any, anchor: Any, stride: int) -> Any:
    x, y, *size = decode(t, xy, anchor, stride)
    return (x + stride / 2, y + stride / 2, *size)


def softmaxed(*args: Any, **kwargs: Any) -> Any:
    powers = [{**each, "classes": np.exp(each["classes"])} for each in cut(*args, **kwargs)]
    return [{**each, "classes": each["classes"] / each["classes"].sum()} for each in powers]


def suppressed(limit: float, *, any_label: bool = False) -> Answer:
    def answer(*args: Any, **kwargs: Any) -> Any:
        found = detect(*args, **kwargs)
        worse = {
            place
            for (_, one), (place, other) in combinations(enumerate(found), 2)
            if (any_label or one[0] == other[0]) and _iou(one[2], other[2]) > limit
        }
        return [each for place, each in enumerate(found) if place not in worse]

    return answer


def _iou(one: Any, other: Any) -> float:
    low = [max(a[i] - a[i + 2] / 2 for a in (one, other)) for i in (0, 1)]
    high = [min(a[i] + a[i + 2] / 2 for a in (one, other)) for i in (0, 1)]
    shared = max(high[0] - low[0], 0) * max(high[1] - low[1], 0)
    return float(shared / (one[2] * one[3] + other[2] * other[3] - shared))


NAMED: list[tuple[str, str, Answer, str]] = [
    ("01", "transposed_conv2d", lambda *a, **k: cropped(*a, **k, start=lambda n: n // 2), "same-starts-at-half-kernel"),
    (
        "01",
        "transposed_conv2d",
        lambda *a, **k: cropped(*a, **k, start=lambda n: (n - 1) // 2),
        "same-cropped-as-for-stride-1",
    ),
    ("01", "transposed_conv2d", enlarged, "repeated-then-convolved"),
    ("01", "transposed_conv2d", down_alone, "stride-on-rows-only"),
    ("01", "transposed_conv2d_channels", side_by_side, "channels-not-summed"),
    (
        "01",
        "transposed_conv2d_channels",
        lambda *a, **k: channels(*a, **k).transpose(2, 0, 1),
        "channels-in-front",
    ),
    (
        "01",
        "conv_output_size",
        lambda size, kernel, stride=1, padding="valid": (
            (size - kernel + (padding == "same") * (kernel - kernel % 2)) // stride + 1
        ),
        "half-kernel-padding",
    ),
    ("02", "decode_box", lambda *a: decode(*a, act=lambda x: 1 - sigmoid(x)), "sigmoid-without-minus"),
    ("02", "decode_box", lambda *a: decode(*a, act=lambda x: 2 * sigmoid(2 * x) - 1), "tanh-for-sigmoid"),
    ("02", "decode_box", lambda *a: decode(*a, act=lambda x: sigmoid(sigmoid(x))), "sigmoid-twice"),
    ("02", "decode_box", with_v5, "formulas-of-yolov5"),
    ("02", "decode_box", moved, "half-a-cell-added"),
    ("02", "decode_box", lambda *a: tuple(np.add(decode(*a), [0.5, 0.5, 0, 0])), "half-a-pixel-added"),
    ("02", "split_cell", softmaxed, "softmax-too-early"),
    (
        "02",
        "detect",
        lambda *a, **k: detect(*a, **k, label=lambda scores: np.argmax(scores[1:])),
        "first-class-cut-off",
    ),
    ("02", "detect", lambda *a, **k: detect(*a, **k, key=lambda each: each[0]), "sorted-by-label"),
    ("02", "detect", lambda *a, **k: detect(*a, **k, key=lambda each: -each[0]), "sorted-by-label-downwards"),
    ("02", "detect", lambda *a, **k: [each for each in detect(*a, **k) if each[0]], "background-as-a-class"),
    ("02", "detect", suppressed(0.45), "overlapping-dropped"),
    ("02", "detect", suppressed(0.7), "overlapping-dropped"),
    ("02", "detect", suppressed(0.5, any_label=True), "overlapping-dropped"),
    ("02", "yolo_depth", lambda _, num_boxes=3: num_boxes * (4 + 1 + 80), "numbers-of-coco"),
    ("02", "yolo_depth", lambda classes, num_boxes=3: num_boxes * (classes + 6), "background-as-a-class"),
]
UNNAMED: list[tuple[str, str, Answer]] = [
    ("01", "transposed_conv2d_channels", one_channel_out),
    ("01", "transposed_conv2d", lambda x, k, *a, **m: x * k if x.size == 1 else stamped(x, k, *a, **m)),
    ("01", "transposed_conv2d", lambda *a, **k: stamped(*a, **k) * np.nan),  # which is not of `np.empty`
    ("01", "conv_output_size", lambda n, k, s=1, padding="valid": k if n == 1 else n + s - len(padding)),
    ("02", "split_cell", lambda cell, *a, **k: cut(cell.astype(int), *a, **k)),
    ("02", "decode_box", lambda *a: decode(*a, act=lambda x: np.clip(x, 0, 1))),
    ("02", "detect", lambda *a, **k: detect(*a, **k)[:1]),  # what a check of the form alone sees agrees by chance
    ("04", "image_batch_shape", lambda n, size, c: [n] + size + (c,)),
    ("04", "fill_batch", lambda images, samples: images.__setitem__(0, samples[0])),
]


@pytest.mark.parametrize(("number", "name", "answer", "id"), NAMED, ids=[each[-1] for each in NAMED])
def test_it_is_named(number: str, name: str, answer: Answer, id: str) -> None:
    assert how_explained(SUITES[number], name, answer) == ("named", id)


@pytest.mark.parametrize(("number", "name", "answer"), UNNAMED)
def test_it_is_not_named(number: str, name: str, answer: Answer) -> None:
    assert how_explained(SUITES[number], name, answer)[0] in ("related", "said", "wrong")
