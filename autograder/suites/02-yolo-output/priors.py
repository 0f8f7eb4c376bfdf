"""Anchors for the hidden cases."""

from __future__ import annotations

from fcnkit.suite import Draw

Anchors = list[tuple[int, int]]


def anchors_of(draw: Draw, stride: int, wanted: int = 3) -> Anchors:
    """(width, height) of some boxes, one to twelve cells large."""
    sides = range(stride, 12 * stride)
    return [(w, h) for w, h in draw.some(wanted, sides, sides, where=lambda w, h: w != h)]
