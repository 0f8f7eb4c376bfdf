"""How dark each bubble of an upright page is, and what that means: empty, filled, crossed out, or not to be told."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from functools import cache
from itertools import pairwise
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from fcnkit.exams.paper import MARKER, MARKERS
from fcnkit.exams.scan.pdf_pages import Grey
from fcnkit.exams.scan.upright import SCALE

Ink = NDArray[Any]
"""0 where the page is as light as paper, 1 where it is as dark as its marks."""
Floats = NDArray[np.float64]
Places = NDArray[np.int_]
"""Columns and rows: (places, 2)."""

_INSIDE = 1.2
"""Radius of what is looked at in a bubble, in millimetres: not its ring."""
_AROUND = (2.05, 2.35, 2.65, 2.95)
"""Radii between which the arms of a cross are looked for."""
_ARM = np.radians(20)
"""How far an arm may be off the diagonal."""
_BLOCK = 40
"""Side of the squares in which the paper's brightness is taken, in pixels: 5 mm."""

_LEAST, _DEVIATIONS = 0.12, 6.0
"""By how much a bubble is darker than the page's empty ones before it can be a mark: at least, and in terms of how much
those differ."""
_FILLED, _EMPTY = 0.6, 0.18
"""How dark a bubble is, compared with the page's usual mark, to be surely filled, and to be surely empty."""
_ARM_INK = 0.4
"""How dark an arm of a cross is at least, compared with the page's usual mark."""


class State(Enum):
    """What a bubble is."""

    EMPTY = "empty"
    FILLED = "filled"
    CROSSED = "crossed"
    UNSURE = "unsure"


def ink_of(page: Grey) -> Ink:
    """The page's ink, whatever the light and the paper."""
    rows, columns = (side // _BLOCK for side in page.shape)
    blocks = page[: rows * _BLOCK, : columns * _BLOCK].reshape(rows, _BLOCK, columns, _BLOCK)
    white: Ink = np.percentile(blocks, 85, axis=(1, 3)).astype(np.float32)
    white = cv2.GaussianBlur(cv2.medianBlur(white, 5), (0, 0), 1)
    size = (page.shape[1], page.shape[0])
    paper = cv2.resize(white, size, interpolation=cv2.INTER_LINEAR)
    found: Ink = (paper - page) / np.maximum(paper - _black(page), 40)
    return found


def _black(page: Grey) -> float:
    """How dark what is printed black is: the markers' upper borders."""
    border = MARKER / 6
    cells = [
        page[
            int((y + 0.3 * border) * SCALE) : int((y + 0.7 * border) * SCALE),
            int(x * SCALE) + 8 : int((x + MARKER) * SCALE) - 8,
        ]
        for x, y in MARKERS.values()
    ]
    return float(np.median([np.median(cell) for cell in cells]))


def states(ink: Ink, spots: Sequence[tuple[float, float]]) -> list[State]:
    """What the bubbles of one page are."""
    if not spots:
        return []
    centres = np.round(np.array(spots) * SCALE).astype(int)
    filled: Floats = _looked_at(ink, centres, _disk()).mean(axis=1)
    empty = float(np.median(filled))
    noise = 1.4826 * float(np.median(np.abs(filled - empty)))
    over = filled - empty
    least = max(_LEAST, _DEVIATIONS * noise)
    marked = over[over > least]
    if not marked.size:
        # Between what may be dirt and what may be a mark there is nothing to compare with.
        return [State.UNSURE if each > least * 0.75 else State.EMPTY for each in over]
    usual = float(np.median(marked))
    arms = _arms(ink, centres, max(_ARM_INK * usual, 0.1))
    return [_state(each, usual, least, count) for each, count in zip(over, arms, strict=True)]


def _state(over: float, usual: float, least: float, arms: int) -> State:
    if over <= max(_EMPTY * usual, least * 0.5) and over <= least:
        return State.EMPTY
    if over < max(_FILLED * usual, least):
        return State.UNSURE
    if arms >= 3:
        return State.CROSSED
    return State.FILLED if arms <= 1 else State.UNSURE


def _arms(ink: Ink, centres: Places, least: float) -> list[int]:
    """On how many of its four diagonals ink goes on outside each bubble, without a gap."""
    count = np.zeros(len(centres), int)
    for direction in range(4):
        goes_on = np.ones(len(centres), bool)
        for ring in range(len(_AROUND) - 1):
            seen = _looked_at(ink, centres, _arc(direction, ring))
            goes_on &= np.percentile(seen, 90, axis=1) > least
        count += goes_on
    return [int(each) for each in count]


def _looked_at(ink: Ink, centres: Places, where: Places) -> Ink:
    """The ink at the same places around each centre: (centres, places)."""
    found: Ink = ink[centres[:, 1:] + where[:, 1], centres[:, :1] + where[:, 0]]
    return found


@cache
def _disk() -> Places:
    x, y = _around(_INSIDE)
    return _places(np.hypot(x, y) <= _INSIDE)


@cache
def _arc(direction: int, ring: int) -> Places:
    reach = _AROUND[-1]
    x, y = _around(reach)
    near, far = [*pairwise(_AROUND)][ring]
    off = np.arctan2(y, x) - (np.pi / 4 + direction * np.pi / 2)
    off = np.abs((off + np.pi) % (2 * np.pi) - np.pi)
    distance = np.hypot(x, y)
    return _places((distance >= near) & (distance < far) & (off <= _ARM))


def _around(reach: float) -> tuple[Floats, Floats]:
    side = int(reach * SCALE)
    y, x = np.mgrid[-side : side + 1, -side : side + 1] / SCALE
    return x, y


def _places(where: NDArray[np.bool_]) -> Places:
    y, x = np.nonzero(where)
    found: Places = np.stack([x, y], axis=1) - where.shape[0] // 2
    return found
