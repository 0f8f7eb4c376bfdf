"""From objects to the numbers that a detector is to predict: the other way round from decoding a box."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from fcnlab.scenes import Thing
from fcnlab.street_objects import Box

Anchor = tuple[float, float]
"""(width, height) in pixels."""
Numbers = npt.NDArray[np.floating[Any]]
BOX, OBJECTNESS, CLASSES = slice(0, 4), 4, slice(5, None)
"""Where a box's numbers stand: tx, ty, tw, th, then the objectness, then a score for each class."""


def responsible(box: Box, anchors: Sequence[Anchor], stride: int) -> tuple[int, int, int]:
    """(row, column, anchor) of the box that predicts an object: the cell of its centre, the anchor most like it."""
    best = int(np.argmax([size_overlap(box, anchor) for anchor in anchors]))
    return int(box[1] // stride), int(box[0] // stride), best


def size_overlap(box: Box, anchor: Anchor) -> float:
    """The IoU of a box and an anchor that is laid upon its centre."""
    shared = min(box[2], anchor[0]) * min(box[3], anchor[1])
    return shared / (box[2] * box[3] + anchor[0] * anchor[1] - shared)


def encoded(box: Box, anchor: Anchor, stride: int) -> npt.NDArray[np.float64]:
    """The raw tx, ty, tw, th from which YOLO's formulas give the box.

    No finite tx puts a centre on the line between two cells: it is then moved by a millionth of a cell.
    """
    cx, cy, width, height = box
    x, y = (float(np.clip(place / stride % 1, 1e-6, 1 - 1e-6)) for place in (cx, cy))
    return np.array([np.log(x / (1 - x)), np.log(y / (1 - y)), np.log(width / anchor[0]), np.log(height / anchor[1])])


def targets(
    things: Sequence[Thing], cells: int, stride: int, anchors: Sequence[Anchor], num_classes: int
) -> npt.NDArray[np.float32]:
    """What is to be predicted for one image: (cells, cells, anchors, 4 + 1 + classes).

    Raw tx, ty, tw, th where a box is responsible for an object, and probabilities behind: 1 and 0. Of two objects that
    would need the same box of the same cell, the later one is lost.
    """
    wanted = np.zeros((cells, cells, len(anchors), 5 + num_classes), dtype=np.float32)
    for thing in things:
        place = responsible(thing.box, anchors, stride)
        wanted[place] = 0
        wanted[place][BOX] = encoded(thing.box, anchors[place[2]], stride)
        wanted[place][OBJECTNESS] = 1
        wanted[place][5 + thing.label] = 1
    return wanted
