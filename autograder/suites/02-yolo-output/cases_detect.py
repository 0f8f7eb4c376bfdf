"""The themes of the hidden cases of `detect`: whole predictions, in which some boxes are found.

Scores keep away from the threshold, except where they meet it exactly. Found boxes lie apart, whatever their labels,
except where two of them lie on one object: so whoever tidies up overlapping boxes is found out there alone.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

import numpy as np
import numpy.typing as npt

from fcnkit.suite import Case, Draw, case

from . import spec
from .priors import Anchors, anchors_of

Array = npt.NDArray[Any]

APART = 0.3
"""Below it lies the IoU of two found boxes: whoever suppresses overlapping ones asks for as much, or more."""
REDRAWS = 1_000
"""Of a prediction, until its found boxes lie apart; some ten are usual."""


@dataclass(frozen=True, kw_only=True)
class Scene:
    """What a prediction is to hold."""

    grid: tuple[int, int]
    """Rows and columns."""
    stride: int
    found: Sequence[float]
    """The objectness of boxes anywhere; all others are far below 0."""
    num_classes: int
    classes: tuple[float, float] = (3.0, 6.0)
    """The class scores lie within; by default so high that multiplying them in changes no decision."""
    num_boxes: int = 1
    alone: bool = True
    """Whether each found box has a cell of its own: who keeps one box of a cell is found out elsewhere."""
    labels: Sequence[int] | None = None
    """Of the found boxes, where they are not any."""
    dtype: str = "float64"
    threshold: dict[str, float] = field(default_factory=dict)
    """As it is passed, if it is."""

    def drawn(self, draw: Draw, anchors: Anchors | None = None) -> Case:
        anchors = anchors or anchors_of(draw, self.stride, self.num_boxes)
        for _ in range(REDRAWS):
            prediction = self._prediction(draw).astype(self.dtype)
            asked = case(prediction, self.num_classes, anchors, self.stride, **self.threshold)
            if _lie_apart(asked):
                return asked
        raise ValueError(f"no boxes that lie apart in {REDRAWS} draws of {self}")

    def _prediction(self, draw: Draw) -> Array:
        """(rows, cols, depth)."""
        rng, boxes = draw.rng, math.prod(self.grid) * self.num_boxes
        places, scores = rng.uniform(-2, 2, (boxes, 4)), rng.uniform(*self.classes, (boxes, self.num_classes))
        numbers = np.hstack([places, rng.uniform(-9, -6, (boxes, 1)), scores])
        found = self._places(draw)
        numbers[found, 4] = self.found
        for place, label in self._labelled(draw, found):
            scores = numbers[place, 5:]
            largest = int(np.argmax(scores))
            scores[[label, largest]] = scores[[largest, label]]
        return numbers.reshape(*self.grid, -1)

    def _places(self, draw: Draw) -> Array:
        """Of the found boxes, among all boxes."""
        cells = math.prod(self.grid)
        if not self.alone:
            return draw.rng.choice(cells * self.num_boxes, len(self.found), replace=False)
        chosen = draw.rng.choice(cells, len(self.found), replace=False)
        return chosen * self.num_boxes + draw.rng.integers(0, self.num_boxes, len(self.found))

    def _labelled(self, draw: Draw, found: Array) -> list[tuple[int, int]]:
        """Places of boxes with labels that are set: all, or of several that pass the threshold one, which is 0."""
        if self.labels is not None:
            return list(zip(found.tolist(), self.labels, strict=True))
        border = _raw(self.threshold.get("threshold", 0.5))
        passing = [place for place, score in zip(found.tolist(), self.found, strict=True) if score > border]
        return [(passing[draw.integer(range(len(passing)))], 0)] if len(passing) > 1 else []


def _lie_apart(asked: Case) -> bool:
    prediction, num_classes, anchors, stride = asked.args
    boxes = prediction.reshape(*prediction.shape[:2], len(anchors), 5 + num_classes)
    border = _raw(asked.kwargs.get("threshold", 0.5))
    found = [
        spec.decode_box(boxes[row, column, number, :4].tolist(), (column, row), anchors[number], stride)
        for row, column, number in np.argwhere(boxes[..., 4] > border).tolist()
    ]
    return all(_iou(one, other) < APART for one, other in combinations(found, 2))


def _raw(score: float) -> float:
    """The objectness whose sigmoid it is."""
    return math.log(score / (1 - score))


def _iou(one: spec.Box, other: spec.Box) -> float:
    """Intersection over union of two boxes (cx, cy, w, h)."""
    sides = [
        min(one[at] + one[at + 2] / 2, other[at] + other[at + 2] / 2)
        - max(one[at] - one[at + 2] / 2, other[at] - other[at + 2] / 2)
        for at in (0, 1)
    ]
    shared = max(sides[0], 0) * max(sides[1], 0)
    return shared / (one[2] * one[3] + other[2] * other[3] - shared)


def _within(draw: Draw, low: float, high: float, wanted: int) -> list[float]:
    return [float(number) for number in draw.rng.uniform(low, high, wanted)]


def _certain(draw: Draw, wanted: int) -> list[float]:
    """Objectness that no threshold doubts."""
    return _within(draw, 3.1, 5, wanted)


def detect_boxes(draw: Draw) -> list[Case]:
    settings = [((1, 1), 32), ((3, 3), 32), ((2, 5), 16), ((6, 3), 8), ((4, 2), 16)]
    scenes = [
        Scene(
            grid=grid,
            stride=stride,
            num_boxes=3,
            found=_certain(draw, min(grid[0] * 2, 5)),
            alone=False,
            num_classes=4,
        )
        for grid, stride in settings
    ]
    one_cell = Scene(grid=(1, 1), stride=16, num_boxes=2, found=_certain(draw, 2), alone=False, num_classes=1)
    one_anchor = Scene(grid=(3, 4), stride=32, found=_certain(draw, 2), num_classes=2)
    float32 = Scene(grid=(2, 3), stride=16, num_boxes=2, found=_certain(draw, 3), num_classes=3, dtype="float32")
    return [scene.drawn(draw) for scene in (*scenes, one_cell, one_anchor, float32)]


def detect_thresholds(draw: Draw) -> list[Case]:
    """One anchor, as for labels and scores: how a cell is cut is not at stake.

    Some boxes meet the threshold exactly, others are on the right side of it only by their sigmoid. In the last two
    cases, two boxes lie on one object.
    """
    usual = [_around(draw, 0.5), [0.0, *_around(draw, 0.5)], [0.0] * 12]
    asked = [(usual[0], {}), (usual[1], {"threshold": 0.5}), (usual[2], {})]
    asked += [(_around(draw, threshold), {"threshold": threshold}) for threshold in (0.7, 0.3, 0.9)]
    scenes = [
        Scene(grid=(3, 4), stride=32, found=found, num_classes=3, classes=(-2, 2), threshold=threshold)
        for found, threshold in asked
    ]
    return [*[scene.drawn(draw) for scene in scenes], _two_on_one_object(draw), _two_on_one_object(draw, threshold=0.6)]


def _around(draw: Draw, threshold: float) -> list[float]:
    """Objectness above and below the threshold, and some whose sigmoid is on the other side of it than they are."""
    border = _raw(threshold)
    low, high = sorted((border, threshold))
    gap = (high - low) / 10
    other_side = _within(draw, low + gap, high - gap, draw.integer((1, 2)))
    above = _within(draw, max(high, border) + 0.2, max(high, border) + 2, draw.integer((1, 2, 3)))
    return [*other_side, *above, *_within(draw, low - 1, low - 0.1, draw.integer((1, 2)))]


def _two_on_one_object(draw: Draw, **threshold: float) -> Case:
    """Of two cells, each box at their common border, equally large and of one label: their IoU is above 0.9.

    Their objectness, and tx where somebody takes that for it, is such that no other way to a score, right or wrong,
    leaves one of them out. There is nothing else in the picture, so that a page has room to show such a case.
    """
    scene = Scene(grid=(2, 1), stride=32, found=[], num_classes=3, classes=(4.0, 6.0), threshold=threshold)
    asked = scene.drawn(draw)
    label = draw.integer(range(3))
    tx, tw, th = _within(draw, 0.5, 1, 3)
    for cell, ty in zip(asked.args[0][:, 0], (5.5, -5.5), strict=True):
        cell[:5] = [tx, ty, tw, th, *_within(draw, 3.5, 5, 1)]
        cell[5 + label] = 7.0
    return asked


def detect_labels(draw: Draw) -> list[Case]:
    """The objectness is now above and now below the class scores; in the last two no class score is above 0."""
    settings = [((2, 3), draw.integer(range(4, 9)), 2), ((3, 3), draw.integer(range(15, 30)), 2), ((1, 2), 2, 0)]
    scenes = []
    for grid, classes, above in settings:
        scores = [*_within(draw, 3.1, 3.9, 1 if above == 0 else 2), *_within(draw, 6.5, 9, above)]
        scenes.append(Scene(grid=grid, stride=16, found=scores, num_classes=classes))
    one = Scene(grid=(2, 2), stride=16, found=_within(draw, 5.5, 7, 1), num_classes=1)
    low = [
        Scene(
            grid=(2, 3),
            stride=16,
            found=_certain(draw, 3),
            num_classes=4,
            classes=(-2.4, -0.5),
            threshold={"threshold": 0.05},
        )
        for _ in range(2)
    ]
    return [scene.drawn(draw) for scene in (*scenes, one, *low)]


def detect_scores(draw: Draw) -> list[Case]:
    scenes = [Scene(grid=(2, 3), stride=8, found=_certain(draw, wanted), num_classes=3) for wanted in (3, 1, 4)]
    return [scene.drawn(draw) for scene in scenes]


def detect_ranked(draw: Draw) -> list[Case]:
    """The scores lie so far apart that their order is beyond doubt, and each box has a label of its own.

    The order of the labels, 0 among them, is neither that of the scores nor its reverse.
    """
    anchors, cases = anchors_of(draw, 16), []
    for wanted in (5, 6):
        steps = 0.6 + 0.6 * np.arange(wanted) + draw.rng.uniform(0, 0.4, wanted)
        scene = Scene(
            grid=(3, 4),
            stride=16,
            num_boxes=3,
            found=[float(step) for step in steps],
            labels=_mixed(draw, wanted),
            num_classes=8,
        )
        cases.append(scene.drawn(draw, anchors))
    return cases


def _mixed(draw: Draw, wanted: int) -> list[int]:
    """Different labels, of eight, in no order."""
    while True:
        labels = [int(label) for label in draw.rng.permutation(8)[:wanted]]
        if 0 in labels and labels not in (sorted(labels), sorted(labels, reverse=True)):
            return labels


def detect_none_and_one(draw: Draw) -> list[Case]:
    """None, one, and two of different classes: who keeps one of each class is told so elsewhere."""
    scenes = [Scene(grid=(2, 2), stride=32, found=_certain(draw, wanted), num_classes=2) for wanted in (0, 1, 2)]
    none, one, two = (scene.drawn(draw) for scene in scenes)
    while len({label for label, *_ in spec.detect(*two.args)}) < 2:
        two = scenes[-1].drawn(draw)
    return [none, one, _by_name(two)]


def _by_name(asked: Case) -> Case:
    """With a stride that is one of NumPy's integers."""
    prediction, num_classes, anchors, stride = asked.args
    return case(prediction=prediction, num_classes=num_classes, anchors=anchors, stride=np.int64(stride))


def detect_called_again(draw: Draw) -> list[Case]:
    """Two calls with the same anchors."""
    scenes = [
        Scene(grid=(2, 3), stride=8, num_boxes=3, found=_certain(draw, wanted), num_classes=3) for wanted in (1, 2)
    ]
    anchors = anchors_of(draw, 8)
    return [scene.drawn(draw, anchors) for scene in scenes]
