"""The hidden cases: the same for every student, drawn from generators with fixed seeds.

All inputs are small, so that a solution in pure Python loops answers each call within a moment. Scores keep away from
the threshold, except where they meet it exactly.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from fcnkit.grading.examiner.checks import Case, case

Array = npt.NDArray[Any]

COARSE = ((116, 90), (156, 198), (373, 326))
"""The anchors (width, height) of the YOLOv3 paper for stride 32, then for 16 and 8."""
MIDDLE = ((30, 61), (62, 45), (59, 119))
FINE = ((10, 13), (16, 30), (33, 23))


# The depth, and what is counted with it


def depths_one_box() -> list[Case]:
    return [case(num_classes, num_boxes=1) for num_classes in (1, 20, 80)]


def depths_three_boxes() -> list[Case]:
    """80 classes are those of COCO, with the paper's 255."""
    return [*[case(num_classes) for num_classes in (80, 20, 1, 3, 1000)], case(7, num_boxes=3)]


def depths_other_boxes() -> list[Case]:
    return [case(num_classes, num_boxes) for num_classes, num_boxes in [(80, 2), (20, 5), (1, 9), (4, 4)]]


def depths_of_numpy_integers() -> list[Case]:
    return [case(5), case(np.int64(6)), case(9, num_boxes=np.int32(2))]


def shapes_usual() -> list[Case]:
    return [case(416, 80), case(608, 20), case(320, 3), case(96, 1), case(544, 5), case(640, 2)]


def shapes_other_orders() -> list[Case]:
    settings = [(416, 80, (8, 16, 32)), (320, 4, (16, 32, 8)), (96, 2, (8, 32)), (192, 3, (64, 8, 16, 32))]
    return [case(size, classes, strides=strides) for size, classes, strides in settings] + [case(352, 2)]


def shapes_depths() -> list[Case]:
    settings = [(416, 80, (32, 16, 8), 3), (96, 1, (16,), 1), (160, 6, (32, 16), 2), (64, 1000, (32,), 3)]
    return [case(size, classes, strides, num_boxes) for size, classes, strides, num_boxes in settings]


def shapes_easy() -> list[Case]:
    return [case(64, 4), case(np.int64(32), 2, strides=(32,), num_boxes=1)]


def counts_one_scale() -> list[Case]:
    settings = [(416, 80, (32,)), (96, 2, (16,)), (160, 1, (8,)), (64, 5, (32,))]
    return [case(size, classes, strides=strides) for size, classes, strides in settings]


def counts_several_scales() -> list[Case]:
    """A side of 416 and 80 classes: 10,647 boxes of 85 numbers."""
    usual = [case(416, 80), case(608, 20), case(320, 1), case(96, 7), case(608, 3)]
    return [*usual, case(192, 3, strides=(64, 16)), case(160, 2, (8, 32), 2), case(96, 4, num_boxes=5)]


def counts_one_box() -> list[Case]:
    return [case(416, 80, num_boxes=1), case(96, 2, num_boxes=1), case(160, 4, strides=(32, 16), num_boxes=1)]


def counts_easy() -> list[Case]:
    return [case(64, 3), case(np.int64(32), 2, strides=(32,), num_boxes=1)]


# One cell


def _cell(rng: np.random.Generator, num_classes: int, num_boxes: int, dtype: str = "float64") -> Array:
    return rng.uniform(-4, 4, (5 + num_classes) * num_boxes).astype(dtype)


def cells_with_one_box() -> list[Case]:
    rng = np.random.default_rng(401)
    return [case(_cell(rng, classes, 1), classes, num_boxes=1) for classes in (1, 3, 20)]


def cells() -> list[Case]:
    rng = np.random.default_rng(402)
    usual = [case(_cell(rng, classes, 3), classes) for classes in (4, 2, 80, 1, 4)]
    float32 = [case(_cell(rng, classes, 3, "float32"), classes) for classes in (5, 20)]
    others = [case(_cell(rng, classes, boxes), classes, boxes) for classes, boxes in [(3, 2), (6, 5), (2, 4)]]
    return [*usual, *float32, *others]


def cells_called_again() -> list[Case]:
    rng = np.random.default_rng(403)
    return [case(_cell(rng, classes, 3), classes) for classes in (2, 6, 2)]


# One box


def _t(rng: np.random.Generator) -> tuple[float, ...]:
    """Of both signs, none near 0."""
    return tuple(float(number) for number in rng.uniform(0.2, 2.5, 4) * rng.choice([-1, 1], 4))


def centres_on_the_diagonal() -> list[Case]:
    """Column and row alike, so that only what happens within the cell is at stake."""
    rng = np.random.default_rng(501)
    settings = [((0, 0), 32), ((5, 5), 32), ((12, 12), 32), ((7, 7), 16), ((3, 3), 8), ((51, 51), 8)]
    return [case(_t(rng), cell_xy, COARSE[0], stride) for cell_xy, stride in settings]


def centres() -> list[Case]:
    rng = np.random.default_rng(502)
    settings = [((3, 9), 32), ((12, 0), 32), ((0, 7), 16), ((25, 4), 16), ((50, 2), 8), ((1, 40), 8)]
    return [case(_t(rng), cell_xy, FINE[1], stride) for cell_xy, stride in settings]


def sizes_stride_1() -> list[Case]:
    """Stride 1, so that only the exponential is at stake."""
    rng = np.random.default_rng(503)
    return [case(_t(rng), (2, 3), anchor, 1) for anchor in (*FINE, (20, 20), (7.5, 4.25))]


def sizes() -> list[Case]:
    rng = np.random.default_rng(504)
    strided = [(32, COARSE), (16, MIDDLE), (8, FINE)]
    return [case(_t(rng), (4, 6), anchor, stride) for stride, anchors in strided for anchor in anchors]


def boxes_extreme() -> list[Case]:
    """Raw numbers far from 0: where the sigmoid is flat, and where boxes are tiny or huge."""
    raw = [(0, 0, 0, 0), (80, -80, 1, -1), (-80, 80, -2, 2), (12.5, 9.5, -6.0, 5.5), (-9.0, -30.0, 20.0, -20.0)]
    last = [(0.5, -0.5, 80, -80), (80, 80, 80, 80), (-80, -80, -80, -80)]
    return [case(tuple(map(float, t)), (6, 2), COARSE[1], 32) for t in raw + last]


def boxes_from_arrays() -> list[Case]:
    rng = np.random.default_rng(506)
    settings = [("float64", (2, 5), 16), ("float32", (8, 1), 32), ("float64", (0, 3), 8), ("float32", (4, 7), 16)]
    return [case(np.array(_t(rng), dtype), cell_xy, MIDDLE[0], stride) for dtype, cell_xy, stride in settings]


def boxes_easy() -> list[Case]:
    return [case((0.0, 0.0, 0.0, 0.0), (1, 1), (10, 20), 8), case((0.5, 1.5, -0.5, 0.25), (0, 2), (30, 61), 16)]


# All boxes


def _prediction(
    rng: np.random.Generator,
    grid: tuple[int, int],
    num_boxes: int,
    objectness: Sequence[float],
    *,
    num_classes: int,
    classes: tuple[float, float] = (3.0, 6.0),
) -> Array:
    """(rows, cols, depth): the given objectness in boxes anywhere, all others far below 0.

    The class scores lie within `classes`, by default so high that multiplying them in changes no decision.
    """
    boxes = grid[0] * grid[1] * num_boxes
    numbers = np.hstack(
        [rng.uniform(-2, 2, (boxes, 4)), rng.uniform(-9, -6, (boxes, 1)), rng.uniform(*classes, (boxes, num_classes))]
    )
    numbers[rng.choice(boxes, len(objectness), replace=False), 4] = objectness
    return numbers.reshape(*grid, -1)


def detect_boxes() -> list[Case]:
    rng = np.random.default_rng(601)
    settings = [((1, 1), 32, COARSE), ((3, 3), 32, COARSE), ((2, 5), 16, MIDDLE), ((6, 3), 8, FINE), ((4, 2), 16, FINE)]
    cases = []
    for grid, stride, anchors in settings:
        certain = rng.uniform(3, 5, min(grid[0] * 2, 5))
        cases.append(case(_prediction(rng, grid, 3, certain, num_classes=4), 4, anchors, stride))
    one_anchor = _prediction(rng, (3, 4), 1, [4.0, 3.5], num_classes=2)
    float32 = _prediction(rng, (2, 3), 2, [3.0, 4.5, 5.0], num_classes=3).astype("float32")
    return [*cases, case(one_anchor, 2, [(50, 80)], 32), case(float32, 3, MIDDLE[:2], 16)]


def detect_thresholds() -> list[Case]:
    """One anchor, as for labels and scores: how a cell is cut is not at stake.

    Some boxes meet the threshold exactly, others are on the right side of it only by their sigmoid.
    """
    rng = np.random.default_rng(602)
    settings: list[tuple[Sequence[float], dict[str, float]]] = [
        ((0.0, 0.3, 0.45, 1.5, -0.3, 3.0), {}),
        ((0.0, 0.0, 0.2), {"threshold": 0.5}),
        ((0.75, 0.8, 1.2, 2.0, 0.1), {"threshold": 0.7}),
        ((-0.5, -0.2, 0.2, -1.2, 1.0), {"threshold": 0.3}),
        ((2.0, 1.6, 2.5, 0.95), {"threshold": 0.9}),
    ]
    return [
        case(_prediction(rng, (3, 4), 1, scores, num_classes=3, classes=(-2, 2)), 3, COARSE[:1], 32, **threshold)
        for scores, threshold in settings
    ]


def detect_labels() -> list[Case]:
    """The objectness is now above and now below the class scores; in the last two no class score is above 0."""
    rng = np.random.default_rng(603)
    settings = [
        ((2, 3), 5, (3.2, 8.0, 3.8)),
        ((3, 3), 20, (3.1, 3.3, 7.0, 9.0)),
        ((1, 2), 2, (3.4,)),
        ((2, 2), 1, (6,)),
    ]
    cases = [
        case(_prediction(rng, grid, 1, scores, num_classes=classes), classes, MIDDLE[:1], 16)
        for grid, classes, scores in settings
    ]
    low = [_prediction(rng, (2, 3), 1, (3.0, 4.0, 5.0), num_classes=4, classes=(-2.4, -0.5)) for _ in range(2)]
    return cases + [case(prediction, 4, MIDDLE[:1], 16, threshold=0.05) for prediction in low]


def detect_scores() -> list[Case]:
    rng = np.random.default_rng(604)
    settings = [(3.0, 3.5, 4.0), (3.2,), (5.0, 3.1, 3.7, 4.4)]
    return [case(_prediction(rng, (2, 3), 1, scores, num_classes=3), 3, FINE[1:2], 8) for scores in settings]


def detect_ranked() -> list[Case]:
    rng = np.random.default_rng(605)
    settings = [(0.8, 3.0, 1.5, 2.2, 4.0), (3.5, 1.0, 2.0, 5.0, 2.6, 1.4)]
    return [case(_prediction(rng, (3, 4), 3, scores, num_classes=4), 4, MIDDLE, 16) for scores in settings]


def detect_none_and_one() -> list[Case]:
    rng = np.random.default_rng(606)
    settings: list[Sequence[float]] = [(), (4.0,), (3.0, 5.0)]
    return [case(_prediction(rng, (2, 2), 1, scores, num_classes=2), 2, COARSE[:1], 32) for scores in settings]


def detect_called_again() -> list[Case]:
    rng = np.random.default_rng(607)
    return [case(_prediction(rng, (2, 3), 3, scores, num_classes=3), 3, FINE, 8) for scores in [(4.0,), (3.0, 5.0)]]
