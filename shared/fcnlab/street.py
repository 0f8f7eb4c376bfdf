"""A small street, drawn by NumPy: an image with known objects, and what a trained YOLO might predict for it.

No network runs here: the predictions are the known boxes, written in the raw numbers that a network would give, among
random numbers of low objectness.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from fcnlab.wording import Lang, say

Image = npt.NDArray[np.float64]
Anchor = tuple[int, int]

SIDE = 416
"""Pixels of the image's side."""
ANCHORS: dict[int, tuple[Anchor, ...]] = {
    32: ((116, 90), (156, 198), (373, 326)),
    16: ((30, 61), (62, 45), (59, 119)),
    8: ((10, 13), (16, 30), (33, 23)),
}
"""Stride → anchors (width, height) in pixels, as in the YOLOv3 paper."""
NUM_CLASSES = 3


@dataclass(frozen=True)
class Thing:
    """An object of the scene: its class, its box in pixels, and where it is detected."""

    label: int
    box: tuple[float, float, float, float]
    """(cx, cy, w, h)"""
    stride: int
    anchor: int
    """Which of the stride's anchors."""
    objectness: float
    """Raw."""


THINGS = (
    Thing(0, (127.0, 318.0, 190.0, 112.0), stride=32, anchor=0, objectness=4.2),
    Thing(1, (318.0, 262.0, 27.0, 86.0), stride=16, anchor=0, objectness=2.6),
    Thing(2, (362.0, 130.0, 26.0, 68.0), stride=16, anchor=0, objectness=1.4),
    Thing(0, (239.0, 226.0, 36.0, 26.0), stride=8, anchor=2, objectness=1.9),
)
"""A car nearby, a person, a traffic light, and a car far away."""


def names(lang: Lang) -> tuple[str, ...]:
    """What the labels 0, 1 and 2 mean."""
    return (
        say(lang, ko="자동차", en="car"),
        say(lang, ko="사람", en="person"),
        say(lang, ko="신호등", en="traffic light"),
    )


def street() -> Image:
    """The image (416, 416): grey values from 0, black, to 1, white."""
    rows, cols = np.mgrid[:SIDE, :SIDE].astype(float)
    image: Image = 0.92 - 0.1 * rows / SIDE
    road = (rows > 215) & (np.abs(cols - 235) < 24 + 1.25 * (rows - 215))
    image[road] = 0.74
    image[road & (np.abs(cols - 235 - 0.18 * (rows - 215)) < 1 + 0.02 * (rows - 215)) & (rows % 44 < 26)] = 0.95
    near, person, light, far = (thing.box for thing in THINGS)
    for box in (far, near):
        _car(image, box)
    _person(image, person)
    _traffic_light(image, light)
    return image


@cache
def _predictions() -> dict[int, npt.NDArray[np.float32]]:
    rng = np.random.default_rng(2018)
    return {stride: _prediction(stride, rng) for stride in ANCHORS}


def street_predictions() -> dict[int, npt.NDArray[np.float32]]:
    """Stride → prediction (rows, cols, depth) for the street: 3 boxes a cell, 3 classes, raw numbers."""
    return {stride: prediction.copy() for stride, prediction in _predictions().items()}


def _prediction(stride: int, rng: np.random.Generator) -> npt.NDArray[np.float32]:
    cells = SIDE // stride
    numbers = rng.normal(0, 0.6, (cells, cells, len(ANCHORS[stride]), 5 + NUM_CLASSES))
    numbers[..., 4] = rng.uniform(-8, -2, numbers.shape[:3])
    for thing in THINGS:
        if thing.stride == stride:
            column, row = int(thing.box[0] // stride), int(thing.box[1] // stride)
            numbers[row, column, thing.anchor] = _raw(thing)
    return numbers.reshape(cells, cells, -1).astype(np.float32)


def _raw(thing: Thing) -> npt.NDArray[np.float64]:
    """The raw numbers from which YOLO's formulas give the object's box."""
    cx, cy, width, height = thing.box
    x, y = (place / thing.stride % 1 for place in (cx, cy))
    anchor = ANCHORS[thing.stride][thing.anchor]
    scores = np.full(NUM_CLASSES, -2.0)
    scores[thing.label] = 3.0
    t = (np.log(x / (1 - x)), np.log(y / (1 - y)), np.log(width / anchor[0]), np.log(height / anchor[1]))
    return np.array([*t, thing.objectness, *scores])


def _car(image: Image, box: tuple[float, float, float, float]) -> None:
    """Body, cabin with a window, two wheels; it fills its box."""
    left, top, width, height = _corner(box)
    y, x = np.mgrid[:SIDE, :SIDE].astype(float)
    u, v = (x - left) / width, (y - top) / height
    image[(u >= 0) & (u < 1) & (v >= 0.42) & (v < 0.86)] = 0.12
    image[(v >= 0) & (v < 0.45) & (u > 0.3 - 0.25 * v) & (u < 0.72 + 0.25 * v)] = 0.12
    image[(v >= 0.09) & (v < 0.38) & (u > 0.35 - 0.2 * v) & (u < 0.49)] = 0.6
    image[(v >= 0.09) & (v < 0.38) & (u > 0.53) & (u < 0.67 + 0.2 * v)] = 0.6
    for centre in (0.22, 0.78):
        wheel = np.hypot((u - centre) * width, (v - 0.83) * height) / height
        image[wheel < 0.17] = 0.02
        image[wheel < 0.07] = 0.7


def _person(image: Image, box: tuple[float, float, float, float]) -> None:
    """Head, body with arms, two legs."""
    left, top, width, height = _corner(box)
    y, x = np.mgrid[:SIDE, :SIDE].astype(float)
    u, v = (x - left) / width, (y - top) / height
    image[np.hypot((u - 0.5) * width, (v - 0.1) * height) < 0.1 * height] = 0.25
    image[(u >= 0) & (u < 1) & (v >= 0.21) & (v < 0.34)] = 0.3
    image[(np.abs(u - 0.5) < 0.3) & (v >= 0.21) & (v < 0.6)] = 0.3
    image[(np.abs(np.abs(u - 0.5) - 0.18) < 0.12) & (v >= 0.6) & (v < 1)] = 0.18


def _traffic_light(image: Image, box: tuple[float, float, float, float]) -> None:
    """Three lamps in a box, on a pole that is not part of the object."""
    left, top, width, height = _corner(box)
    y, x = np.mgrid[:SIDE, :SIDE].astype(float)
    u, v = (x - left) / width, (y - top) / height
    image[(np.abs(u - 0.5) < 0.1) & (v >= 1) & (y < 330)] = 0.45
    image[(u >= 0) & (u < 1) & (v >= 0) & (v < 1)] = 0.15
    for centre, grey in ((0.2, 0.85), (0.5, 0.4), (0.8, 0.4)):
        image[np.hypot((u - 0.5) * width, (v - centre) * height) < 0.3 * width] = grey


def _corner(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    cx, cy, width, height = box
    return cx - width / 2, cy - height / 2, width, height
