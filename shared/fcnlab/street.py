"""A small street, drawn by NumPy: an image with known objects, and what a trained YOLO might predict for it.

No network runs here: the predictions are the known boxes, written in the raw numbers that a network would give, among
random numbers of low objectness.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from fcnlab.street_objects import paint_car, paint_person, paint_traffic_light
from fcnlab.wording import Lang, say
from fcnlab.yolo_numbers import encoded

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
        paint_car(image, box)
    paint_person(image, person)
    paint_traffic_light(image, light, ground=330)
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
    scores = np.full(NUM_CLASSES, -2.0)
    scores[thing.label] = 3.0
    t = encoded(thing.box, ANCHORS[thing.stride][thing.anchor], thing.stride)
    return np.array([*t, thing.objectness, *scores])
