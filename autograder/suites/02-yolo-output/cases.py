"""The themes of the hidden cases. Each submission has numbers of its own; what makes a case telling stays.

All inputs are small, so that a solution in pure Python loops answers each call within a moment. Those of `detect` stand
in `cases_detect.py`. Every function is once called with its arguments by name: the text says that their names stay.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from fcnkit.suite import Case, Draw, case

from .priors import anchors_of

Array = npt.NDArray[Any]

FEW, SOME, MANY = range(2, 10), range(10, 100), range(400, 2000)
"""Numbers of classes."""


# The depth, and what is counted with it


def depths_one_box(draw: Draw) -> list[Case]:
    return [case(num_classes, num_boxes=1) for num_classes in (1, draw.integer(FEW), draw.integer(SOME))]


def depths_three_boxes(draw: Draw) -> list[Case]:
    """80 classes are those of COCO, with the paper's 255."""
    counts = [80, 1, draw.integer(FEW), draw.integer(SOME), draw.integer(MANY)]
    return [*[case(num_classes) for num_classes in counts], case(draw.integer(FEW), num_boxes=3)]


def depths_other_boxes(draw: Draw) -> list[Case]:
    settings = [*draw.some(3, range(3, 60), (2, 4, 5, 6, 7, 8)), (1, draw.integer((7, 8, 9)))]
    return [case(num_classes, num_boxes) for num_classes, num_boxes in settings]


def depths_of_numpy_integers(draw: Draw) -> list[Case]:
    first, second, third = (draw.integer(range(3, 60)) for _ in range(3))
    return [case(first), case(np.int64(second)), case(num_classes=third, num_boxes=np.int32(2))]


def _sides(draw: Draw, wanted: int, cell: int = 32) -> list[int]:
    """Of images, in multiples of the largest cell."""
    return [cells * cell for (cells,) in draw.some(wanted, range(3, 21))]


def shapes_usual(draw: Draw) -> list[Case]:
    counts = [80, 1, draw.integer(SOME), *[draw.integer(FEW) for _ in range(3)]]
    return [case(*setting) for setting in zip(_sides(draw, 6), counts, strict=True)]


def shapes_other_orders(draw: Draw) -> list[Case]:
    orders = [(8, 16, 32), (16, 32, 8), (8, 32), (64, 8, 16, 32)]
    sides = _sides(draw, 5, cell=64)
    given = [case(side, draw.integer(FEW), strides=order) for side, order in zip(sides, orders, strict=False)]
    return [*given, case(sides[4], draw.integer(FEW))]


def shapes_depths(draw: Draw) -> list[Case]:
    settings = [(SOME, (32, 16, 8), 3), ((1,), (16,), 1), (FEW, (32, 16), 4), (MANY, (32,), 3)]
    sides = _sides(draw, 4)
    return [
        case(side, draw.integer(counts), strides, num_boxes)
        for side, (counts, strides, num_boxes) in zip(sides, settings, strict=True)
    ]


def shapes_easy(draw: Draw) -> list[Case]:
    first, second = _sides(draw, 2)
    by_name = case(image_size=np.int64(second), num_classes=draw.integer(FEW), strides=(32,), num_boxes=1)
    return [case(first, draw.integer(FEW)), by_name]


def counts_one_scale(draw: Draw) -> list[Case]:
    """The first of an odd number of numbers: everything that is multiplied is odd."""
    settings = [(SOME[::2], (32,)), (FEW, (16,)), ((1,), (8,)), (FEW, (32,))]
    sides = [32 * draw.integer(range(3, 21, 2)), *_sides(draw, 3)]
    return [
        case(side, draw.integer(counts), strides=strides)
        for side, (counts, strides) in zip(sides, settings, strict=True)
    ]


def counts_several_scales(draw: Draw) -> list[Case]:
    """One side twice, with other classes."""
    sides = _sides(draw, 6)
    usual = [case(sides[0], 80), case(sides[1], draw.integer(SOME)), case(sides[1], draw.integer(FEW))]
    plain = [case(sides[2], 1), case(sides[3], draw.integer(FEW))]
    (large,) = _sides(draw, 1, cell=64)
    others = [case(large, draw.integer(FEW), strides=(64, 16)), case(sides[4], draw.integer(FEW), (8, 32), 2)]
    return [*usual, *plain, *others, case(sides[5], draw.integer(FEW), num_boxes=5)]


def counts_one_box(draw: Draw) -> list[Case]:
    first, second, third = _sides(draw, 3)
    plain = [case(first, draw.integer(SOME), num_boxes=1), case(second, draw.integer(FEW), num_boxes=1)]
    return [*plain, case(third, draw.integer(FEW), strides=(32, 16), num_boxes=1)]


def counts_easy(draw: Draw) -> list[Case]:
    first, second = _sides(draw, 2)
    by_name = case(image_size=np.int64(second), num_classes=draw.integer(FEW), strides=(32,), num_boxes=1)
    return [case(first, draw.integer(FEW)), by_name]


# One cell


def _cell(draw: Draw, num_classes: int, num_boxes: int, dtype: str = "float64") -> Array:
    return draw.rng.uniform(-4, 4, (5 + num_classes) * num_boxes).astype(dtype)


def cells_with_one_box(draw: Draw) -> list[Case]:
    counts = (1, draw.integer(range(2, 6)), draw.integer(SOME))
    return [case(_cell(draw, classes, 1), classes, num_boxes=1) for classes in counts]


def cells(draw: Draw) -> list[Case]:
    """One number of classes twice."""
    few, other = (n for (n,) in draw.some(2, FEW))
    usual = [case(_cell(draw, classes, 3), classes) for classes in (few, other, draw.integer(SOME), 1, few)]
    float32 = [case(_cell(draw, n, 3, "float32"), n) for n in (draw.integer(FEW), draw.integer(range(10, 30)))]
    settings = zip(draw.some(3, FEW), (2, 5, 4), strict=True)
    others = [case(_cell(draw, classes, boxes), classes, boxes) for (classes,), boxes in settings]
    return [*usual, *float32, *others]


def cells_called_again(draw: Draw) -> list[Case]:
    few, other = (n for (n,) in draw.some(2, FEW))
    usual = [case(_cell(draw, classes, 3), classes) for classes in (few, other)]
    return [*usual, case(cell=_cell(draw, few, 3), num_classes=few)]


# One box


def _t(draw: Draw) -> tuple[float, ...]:
    """Of both signs, none near 0."""
    return tuple(float(number) for number in draw.rng.uniform(0.2, 2.5, 4) * draw.rng.choice([-1, 1], 4))


def centres_on_the_diagonal(draw: Draw) -> list[Case]:
    """Column and row alike, so that only what happens within the cell is at stake."""
    places = [(0, 32), *zip((n for (n,) in draw.some(5, range(2, 50))), (32, 32, 16, 8, 8), strict=True)]
    return [case(_t(draw), (n, n), anchor, stride) for n, stride in places for anchor in anchors_of(draw, stride, 1)]


def centres(draw: Draw) -> list[Case]:
    cells = draw.some(4, range(1, 40), range(1, 40), where=lambda col, row: abs(col - row) > 2)
    cells += [(draw.integer(range(3, 40)), 0), (0, draw.integer(range(3, 40)))]
    settings = zip(cells, (32, 32, 16, 16, 8, 8), strict=True)
    return [case(_t(draw), cell_xy, anchors_of(draw, 8, 1)[0], stride) for cell_xy, stride in settings]


def sizes_stride_1(draw: Draw) -> list[Case]:
    """Stride 1, so that only the exponential is at stake."""
    square, quarters = draw.integer(range(10, 40)), (draw.integer(range(5, 60)) + 0.5, draw.integer(range(5, 60)) / 4)
    anchors = (*anchors_of(draw, 9), (square, square), quarters)
    cells = draw.some(len(anchors), range(1, 12), range(1, 12), where=lambda column, row: column != row)
    return [case(_t(draw), cell_xy, anchor, 1) for cell_xy, anchor in zip(cells, anchors, strict=True)]


def sizes(draw: Draw) -> list[Case]:
    (cell_xy,) = draw.some(1, range(2, 12), range(2, 12), where=lambda col, row: col != row)
    return [case(_t(draw), cell_xy, anchor, stride) for stride in (32, 16, 8) for anchor in anchors_of(draw, stride)]


def boxes_extreme(draw: Draw) -> list[Case]:
    """Raw numbers far from 0: where the sigmoid is flat, and where boxes are tiny or huge."""
    raw = [(0, 0, 0, 0), (80, -80, 1, -1), (-80, 80, -2, 2), (12.5, 9.5, -6.0, 5.5), (-9.0, -30.0, 20.0, -20.0)]
    last = [(0.5, -0.5, 80, -80), (80, 80, 80, 80), (-80, -80, -80, -80)]
    (cell_xy,) = draw.some(1, range(3, 13), range(1, 13), where=lambda col, row: col != row)
    (anchor,) = anchors_of(draw, 32, 1)
    return [case(tuple(map(float, t)), cell_xy, anchor, 32) for t in raw + last]


def boxes_from_arrays(draw: Draw) -> list[Case]:
    kinds = [("float64", 16), ("float32", 32), ("float64", 8), ("float32", 16)]
    places = draw.some(4, range(12), range(12), where=lambda col, row: col != row)
    return [
        case(np.array(_t(draw), dtype), cell_xy, anchors_of(draw, stride, 1)[0], stride)
        for (dtype, stride), cell_xy in zip(kinds, places, strict=True)
    ]


def boxes_easy(draw: Draw) -> list[Case]:
    first, second = anchors_of(draw, 8, 2)
    by_name = case(t=_t(draw), cell_xy=(0, 2), anchor=second, stride=np.int64(16))
    return [case((0.0, 0.0, 0.0, 0.0), (1, 1), first, 8), by_name]
