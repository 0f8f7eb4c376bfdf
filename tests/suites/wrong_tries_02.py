"""Wrong answers of whole functions as students write them, for assignment 02: each is to lose marks.

`TRIES` has them by assignment and function, and says what is wrong with each.
"""

# ruff: noqa: ARG005, PLC3002 - functions of one expression, with the arguments of those that students write

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np


def _sigmoid(x: Any) -> Any:
    return 1 / (1 + np.exp(-x))


def _cut(cell: Any, classes: int, num_boxes: int = 3, *, order: str = "boc", act: Any = lambda x: x) -> Any:
    rows = np.asarray(cell).reshape(num_boxes, -1)
    parts = {"b": 4, "o": 1, "c": classes}
    found = []
    for row in rows:
        at, one = 0, {}
        for part in order:
            one[part] = row[at : at + parts[part]]
            at += parts[part]
        found.append({"box": tuple(one["b"]), "objectness": act(one["o"][0]), "classes": list(one["c"])})
    return found


def _decode(t: Any, xy: Any, anchor: Any, stride: int, **how: Any) -> Any:
    act, exp = how.get("act", _sigmoid), how.get("exp", np.exp)
    return (
        (act(t[0]) + xy[0]) * stride,
        (act(t[1]) + xy[1]) * stride,
        anchor[0] * exp(t[2]),
        anchor[1] * exp(t[3]),
    )


def _detect(p: Any, classes: int, anchors: Any, stride: int, threshold: float = 0.5, **how: Any) -> Any:
    found = []
    for row in range(p.shape[0]):
        for column in range(p.shape[1]):
            for number, one in enumerate(_cut(p[row, column], classes, len(anchors))):
                score = how.get("score", lambda one: _sigmoid(one["objectness"]))(one)
                if how.get("passes", lambda s, t: s > t)(score, threshold):
                    at = how.get("at", lambda r, c: (c, r))(row, column)
                    box = _decode(one["box"], at, anchors[how.get("anchor", lambda n: n)(number)], stride)
                    found.append((how.get("label", np.argmax)(one["classes"]), score, box))
    return sorted(found, key=how.get("key", lambda one: -one[1]))


def _counted(size: int, classes: int, strides: Any = (32, 16, 8), num_boxes: int = 3, *, each: Any = None) -> int:
    each = each or (lambda cells, depth: cells * cells * depth)
    return sum(each(size // stride, (5 + classes) * num_boxes) for stride in strides)


TRIES: dict[tuple[str, str], dict[str, Callable[..., Any]]] = {
    ("02", "yolo_depth"): {
        "a class for the background": lambda classes, num_boxes=3: (6 + classes) * num_boxes,
        "three boxes always": lambda classes, num_boxes=3: (5 + classes) * 3,
        "a mask of classes in bytes": lambda classes, num_boxes=3: int(np.uint8((5 + classes) * num_boxes % 256)),
    },
    ("02", "yolo_output_shapes"): {
        "the largest grid first": lambda size, classes, strides=(32, 16, 8), num_boxes=3: [
            (size // s, size // s, (5 + classes) * num_boxes) for s in sorted(strides)
        ],
        "the last axis left out": lambda size, classes, strides=(32, 16, 8), num_boxes=3: [
            (size // s, size // s) for s in strides
        ],
        "three scales always": lambda size, classes, strides=(32, 16, 8), num_boxes=3: [
            (size // s, size // s, (5 + classes) * num_boxes) for s in (32, 16, 8)
        ],
        "one row more": lambda size, classes, strides=(32, 16, 8), num_boxes=3: [
            (size // s + 1, size // s + 1, (5 + classes) * num_boxes) for s in strides
        ],
        "a tuple of lists": lambda size, classes, strides=(32, 16, 8), num_boxes=3: tuple(
            [size // s, size // s, (5 + classes) * num_boxes] for s in strides
        ),
        "depth by the number of scales": lambda size, classes, strides=(32, 16, 8), num_boxes=3: [
            (size // s, size // s, (5 + classes) * len(strides)) for s in strides
        ],
    },
    ("02", "count_outputs"): {
        "the side alone": lambda *args, **k: _counted(*args, **k, each=lambda cells, depth: cells * depth),
        "boxes alone": lambda size, classes, strides=(32, 16, 8), num_boxes=3: _counted(size, -4, strides, num_boxes),
        "the finest scale": lambda size, classes, strides=(32, 16, 8), num_boxes=3: _counted(
            size, classes, strides[-1:], num_boxes
        ),
        "three boxes always": lambda size, classes, strides=(32, 16, 8), num_boxes=3: _counted(size, classes, strides),
        "cells of all scales, squared": lambda size, classes, strides=(32, 16, 8), num_boxes=3: (
            sum(size // s for s in strides) ** 2 * (5 + classes) * num_boxes
        ),
    },
    ("02", "split_cell"): {
        "classes before the objectness": lambda *args, **k: _cut(*args, **k, order="bco"),
        "objectness first": lambda *args, **k: _cut(*args, **k, order="obc"),
        "classes first": lambda *args, **k: _cut(*args, **k, order="cob"),
        "the sigmoid at once": lambda *args, **k: _cut(*args, **k, act=_sigmoid),
        "all boxes, then all objectness": lambda cell, classes, num_boxes=3: [
            {
                "box": tuple(cell[4 * b : 4 * b + 4]),
                "objectness": cell[4 * num_boxes + b],
                "classes": list(cell[5 * num_boxes + classes * b :][:classes]),
            }
            for b in range(num_boxes)
        ],
        "columns for rows": lambda cell, classes, num_boxes=3: _cut(
            np.asarray(cell).reshape(-1, num_boxes).T.ravel(), classes, num_boxes
        ),
        "objectness in a list": lambda *args, **k: [
            {**one, "objectness": [one["objectness"]]} for one in _cut(*args, **k)
        ],
        "the last classes of the cell": lambda cell, classes, num_boxes=3: [
            {**one, "classes": list(cell[-classes:])} for one in _cut(cell, classes, num_boxes)
        ],
    },
    ("02", "decode_box"): {
        "the offset after the stride": lambda t, xy, anchor, stride: (
            _sigmoid(t[0]) * stride + xy[0],
            _sigmoid(t[1]) * stride + xy[1],
            *_decode(t, xy, anchor, stride)[2:],
        ),
        "row first": lambda t, xy, anchor, stride: _decode(t, xy[::-1], anchor, stride),
        "height first": lambda t, xy, anchor, stride: _decode(t, xy, anchor[::-1], stride),
        "a corner": lambda t, xy, anchor, stride: (lambda x, y, w, h: (x - w / 2, y - h / 2, w, h))(
            *_decode(t, xy, anchor, stride)
        ),
        "anchors in cells": lambda t, xy, anchor, stride: _decode(
            t, xy, (anchor[0] * stride, anchor[1] * stride), stride
        ),
        "tanh": lambda *args: _decode(*args, act=np.tanh),
        "two to the power": lambda *args: _decode(*args, exp=np.exp2),
        "the wrong sign": lambda *args: _decode(*args, act=lambda x: 1 / (1 + np.exp(x))),
        "one plus t for the exponential": lambda *args: _decode(*args, exp=lambda x: 1 + x),
        "the square of YOLOv5": lambda *args: _decode(*args, exp=lambda x: (2 * _sigmoid(x)) ** 2),
        "an array": lambda *args: np.array(_decode(*args)),
        "steps for the sigmoid": lambda *args: _decode(*args, act=lambda x: float(x > 0)),
        "cells numbered from one": lambda t, xy, *more: _decode(t, (xy[0] + 1, xy[1] + 1), *more),
    },
    ("02", "detect"): {
        "the threshold met": lambda *args, **k: _detect(*args, **k, passes=lambda s, t: s >= t),
        "a raw threshold": lambda *args, **k: _detect(*args, **k, passes=lambda s, t: math.log(s / (1 - s)) > t),
        "row for column": lambda *args, **k: _detect(*args, **k, at=lambda r, c: (r, c)),
        "the score with the class": lambda *args, **k: _detect(
            *args, **k, score=lambda one: _sigmoid(one["objectness"]) * _sigmoid(max(one["classes"]))
        ),
        "sorted by label": lambda *args, **k: _detect(*args, **k, key=lambda one: one[0]),
        "in the order of cells": lambda *args, **k: _detect(*args, **k, key=lambda one: 0),
        "labels from one": lambda *args, **k: _detect(*args, **k, label=lambda c: int(np.argmax(c)) + 1),
        "the smallest class": lambda *args, **k: _detect(*args, **k, label=lambda c: int(np.argmin(c))),
        "anchors from the last": lambda p, classes, anchors, *more, **k: _detect(p, classes, anchors[::-1], *more, **k),
        "the raw score": lambda *args, **k: [
            (label, math.log(score / (1 - score)), box) for label, score, box in _detect(*args, **k)
        ],
        "None for nothing": lambda *args, **k: _detect(*args, **k) or None,
        "the best of each row": lambda p, *more, **k: _detect(p, *more, **k)[: p.shape[0]],
    },
}


RIGHT: dict[tuple[str, str], Callable[..., Any]] = {
    ("02", "count_outputs"): _counted,
    ("02", "split_cell"): _cut,
    ("02", "decode_box"): _decode,
    ("02", "detect"): _detect,
}
"""What the tries above are made from, unspoilt."""
