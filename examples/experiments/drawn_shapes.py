"""Drawings without any animal, for an encoder to learn from before it meets one: discs, boxes, triangles, crosses."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from fcnlab.pets import CONTOUR, painted, trimap_of
from PIL import Image

Array = npt.NDArray[Any]

GROUND, ROUND, ANGULAR, EDGE = range(4)
"""The classes of a pixel."""
SIDE = 160
"""Pixels of a drawing, before it is resized."""
MOST_SHAPES = 3


def drawn_shapes(count: int, size: int, seed: int) -> tuple[Array, Array]:
    """Photos (n, H, W, 3), 0..255, and the class of each pixel (n, H, W, 1), both uint8."""
    rng = np.random.default_rng(seed)
    images = np.zeros((count, size, size, 3), dtype=np.uint8)
    labels = np.zeros((count, size, size, 1), dtype=np.uint8)
    for number in range(count):
        photo, classes = _drawing(rng)
        images[number] = np.asarray(Image.fromarray(photo).resize((size, size)))
        nearest = Image.fromarray(classes).resize((size, size), Image.Resampling.NEAREST)
        labels[number, ..., 0] = np.asarray(nearest)
    return images, labels


def _drawing(rng: np.random.Generator) -> tuple[Array, Array]:
    classes = np.full((SIDE, SIDE), GROUND, dtype=np.uint8)
    for _ in range(rng.integers(1, MOST_SHAPES + 1)):
        is_round, inside = _shape(rng)
        classes[inside] = ROUND if is_round else ANGULAR
    covered = classes != GROUND
    classes[trimap_of(covered) == CONTOUR] = EDGE
    return painted(rng, covered), classes


def _shape(rng: np.random.Generator) -> tuple[bool, Array]:
    """Whether it is round, and where it is: anywhere, turned, stretched, of any size."""
    y, x = np.mgrid[:SIDE, :SIDE].astype(float)
    (cx, cy), radius, angle = rng.uniform(0.15, 0.85, 2) * SIDE, rng.uniform(0.1, 0.3) * SIDE, rng.uniform(0, 2 * np.pi)
    u = ((x - cx) * np.cos(angle) + (y - cy) * np.sin(angle)) / rng.uniform(1, 1.6)
    v = (y - cy) * np.cos(angle) - (x - cx) * np.sin(angle)
    match rng.choice(["disc", "box", "triangle", "cross"], p=[0.4, 0.2, 0.2, 0.2]):
        case "disc":
            return True, np.hypot(u, v) < radius
        case "box":
            return False, np.maximum(abs(u), abs(v)) < 0.85 * radius
        case "triangle":
            return False, (v > -0.6 * radius) & (np.sqrt(3) * abs(u) < radius - v)
        case _:
            return False, (np.minimum(abs(u), abs(v)) < 0.35 * radius) & (np.maximum(abs(u), abs(v)) < radius)
