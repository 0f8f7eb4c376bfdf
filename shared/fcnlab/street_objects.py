"""Cars, persons and traffic lights, painted into grey images: each fills its box (cx, cy, w, h) in pixels."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Image = npt.NDArray[np.float64]
Box = tuple[float, float, float, float]
"""(cx, cy, w, h) in pixels."""
CAR, PERSON, TRAFFIC_LIGHT = range(3)
"""The classes' numbers."""


def paint_car(image: Image, box: Box, shade: float = 0.12) -> None:
    """Body, cabin with two windows, two wheels; `shade` is the body's grey."""
    part, u, v = _window(image, box)
    aspect = box[2] / box[3]
    part[(u >= 0) & (u < 1) & (v >= 0.42) & (v < 0.86)] = shade
    part[(v >= 0) & (v < 0.45) & (u > 0.3 - 0.25 * v) & (u < 0.72 + 0.25 * v)] = shade
    part[(v >= 0.09) & (v < 0.38) & (u > 0.35 - 0.2 * v) & (u < 0.49)] = 0.6
    part[(v >= 0.09) & (v < 0.38) & (u > 0.53) & (u < 0.67 + 0.2 * v)] = 0.6
    for centre in (0.22, 0.78):
        wheel = np.hypot((u - centre) * aspect, v - 0.83)
        part[wheel < 0.17] = 0.02
        part[wheel < 0.07] = 0.7


def paint_person(image: Image, box: Box, shade: float = 0.3) -> None:
    """Head, body with arms, two legs; `shade` is the body's grey."""
    part, u, v = _window(image, box)
    aspect = box[2] / box[3]
    part[np.hypot((u - 0.5) * aspect, v - 0.1) < 0.1] = shade - 0.05
    part[(u >= 0) & (u < 1) & (v >= 0.21) & (v < 0.34)] = shade
    part[(np.abs(u - 0.5) < 0.3) & (v >= 0.21) & (v < 0.6)] = shade
    part[(np.abs(np.abs(u - 0.5) - 0.18) < 0.12) & (v >= 0.6) & (v < 1)] = shade - 0.12


def paint_traffic_light(image: Image, box: Box, ground: float, shade: float = 0.15) -> None:
    """Three lamps in a box, on a pole down to the row `ground` that is not part of the object."""
    cx, cy, width, height = box
    bottom = cy + height / 2
    if ground > bottom:
        pole, _, _ = _window(image, (cx, (bottom + ground) / 2, 0.2 * width, ground - bottom))
        pole[:] = 0.45
    part, u, v = _window(image, box)
    part[(u >= 0) & (u < 1) & (v >= 0) & (v < 1)] = shade
    for centre, grey in ((0.2, 0.85), (0.5, 0.4), (0.8, 0.4)):
        part[np.hypot((u - 0.5) * width, (v - centre) * height) < 0.3 * width] = grey


def _window(image: Image, box: Box) -> tuple[Image, Image, Image]:
    """The part of the image that the box covers, and how far across and down it each pixel lies, 0 to 1."""
    cx, cy, width, height = box
    left, top = cx - width / 2, cy - height / 2
    rows = slice(max(int(np.ceil(top)), 0), max(int(np.ceil(top + height)), 0))
    cols = slice(max(int(np.ceil(left)), 0), max(int(np.ceil(left + width)), 0))
    part = image[rows, cols]
    y, x = np.mgrid[: part.shape[0], : part.shape[1]].astype(float)
    return part, (x + cols.start - left) / width, (y + rows.start - top) / height
