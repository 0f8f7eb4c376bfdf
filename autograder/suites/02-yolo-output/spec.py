"""The six functions, slow and obvious: written from the YOLOv3 paper (Redmon and Farhadi, 2018), one number at a time.

Section 2.1 gives the box: bx = σ(tx) + cx, by = σ(ty) + cy, bw = pw·e^tw, bh = ph·e^th, in cells of the grid; here bx
and by are multiplied by the stride, and the prior (pw, ph), the anchor, is in pixels. Section 2.3 gives the tensor:
N × N × [3 × (4 + 1 + 80)] for the 80 classes of COCO.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.floating[Any]]
Box = tuple[float, float, float, float]

STRIDES = (32, 16, 8)


def yolo_depth(num_classes: int, num_boxes: int = 3) -> int:
    """Count, box by box: four numbers for the box, one objectness, and one score for each class."""
    depth = 0
    for _ in range(num_boxes):
        depth += 4
        depth += 1
        depth += num_classes
    return int(depth)


def yolo_output_shapes(
    image_size: int, num_classes: int, strides: Sequence[int] = STRIDES, num_boxes: int = 3
) -> list[tuple[int, int, int]]:
    """For each stride, as many cells a side as steps of that stride fit into the image."""
    shapes = []
    for stride in strides:
        cells = len(range(0, image_size, stride))
        shapes.append((cells, cells, yolo_depth(num_classes, num_boxes)))
    return shapes


def count_outputs(image_size: int, num_classes: int, strides: Sequence[int] = STRIDES, num_boxes: int = 3) -> int:
    """Visit every cell of every scale, and add up their depths."""
    numbers = 0
    for rows, cols, depth in yolo_output_shapes(image_size, num_classes, strides, num_boxes):
        for _ in range(rows):
            for _ in range(cols):
                numbers += depth
    return numbers


def split_cell(cell: Array, num_classes: int, num_boxes: int = 3) -> list[dict[str, Any]]:
    """Read cell (depth,) from its start to its end: tx, ty, tw, th, objectness, class scores; then the next box."""
    numbers: Iterator[float] = iter([float(number) for number in cell])
    return [
        {
            "box": (next(numbers), next(numbers), next(numbers), next(numbers)),
            "objectness": next(numbers),
            "classes": [next(numbers) for _ in range(num_classes)],
        }
        for _ in range(num_boxes)
    ]


def decode_box(t: Sequence[float], cell_xy: tuple[int, int], anchor: tuple[float, float], stride: int) -> Box:
    """The paper's formulas for bx, by, bw, bh, in pixels of the image."""
    tx, ty, tw, th = (float(number) for number in t)
    column, row = cell_xy
    width, height = anchor
    return (
        (_sigmoid(tx) + column) * stride,
        (_sigmoid(ty) + row) * stride,
        width * math.exp(tw),
        height * math.exp(th),
    )


def detect(
    prediction: Array,
    num_classes: int,
    anchors: Sequence[tuple[float, float]],
    stride: int,
    threshold: float = 0.5,
) -> list[tuple[int, float, Box]]:
    """Every box of prediction (rows, cols, depth) whose score exceeds the threshold, best first."""
    found = []
    rows, cols, _ = prediction.shape
    for row in range(rows):
        for column in range(cols):
            boxes = split_cell(prediction[row, column], num_classes, len(anchors))
            for box, anchor in zip(boxes, anchors, strict=True):
                score = _sigmoid(box["objectness"])
                if score > threshold:
                    label = box["classes"].index(max(box["classes"]))
                    found.append((label, score, decode_box(box["box"], (column, row), anchor, stride)))
    return sorted(found, key=lambda detection: detection[1], reverse=True)


def _sigmoid(number: float) -> float:
    return 1 / (1 + math.exp(-number))
