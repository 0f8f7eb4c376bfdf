"""How well boxes were found: overlap, matching, precision, recall and F1."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fcnlab.scenes import Thing
from fcnlab.street_objects import Box

Detection = tuple[int, float, Box]
"""(label, score, (cx, cy, w, h))"""
SAME = 0.5
"""The IoU from which on a box is taken to be an object's."""


@dataclass(frozen=True)
class Score:
    """Counts over some images, and what follows from them."""

    right: int
    """Detections that found an object."""
    wrong: int
    """Detections that found none, or one that was found already."""
    missed: int
    """Objects that nothing found."""

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return _share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of what is there that was found."""
        return _share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return _share(2 * self.right, 2 * self.right + self.wrong + self.missed)


def iou(one: Box, other: Box) -> float:
    """Intersection over union of two boxes (cx, cy, w, h)."""
    shared = _shared(one[0], one[2], other[0], other[2]) * _shared(one[1], one[3], other[1], other[3])
    return shared / (one[2] * one[3] + other[2] * other[3] - shared)


def matches(found: Sequence[Detection], things: Sequence[Thing]) -> list[int | None]:
    """For each detection the number of the object that it found, or None.

    The best score chooses first: of the objects of its label that are still free, the one it overlaps most, by an IoU
    of at least 0.5.
    """
    taken: list[int | None] = [None] * len(found)
    free = set(range(len(things)))
    for place in sorted(range(len(found)), key=lambda each: -found[each][1]):
        label, _, box = found[place]
        overlap, best = max(
            ((iou(box, things[number].box), number) for number in free if things[number].label == label),
            default=(0.0, -1),
        )
        if overlap >= SAME:
            taken[place] = best
            free.remove(best)
    return taken


def judged(found: Sequence[Detection], things: Sequence[Thing]) -> Score:
    """The score in one image."""
    right = sum(number is not None for number in matches(found, things))
    return Score(right, len(found) - right, len(things) - right)


def _shared(one: float, length: float, other: float, its_length: float) -> float:
    return max(min(one + length / 2, other + its_length / 2) - max(one - length / 2, other - its_length / 2), 0.0)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
