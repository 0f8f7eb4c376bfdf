"""The themes of the hidden cases. Each submission has numbers of its own; what makes a case telling stays."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from fcnkit.suite import Case, Draw, case

from .fixtures import BLOCK, coloured, layered_trimap, photo, pixel_model, trimap

_MARGIN = 0.02
"""How far the score of a pixel's class lies above the next one's."""
_GAP = 2e-6
"""How far the largest probability of a class in a row or column lies above the next one there."""


def _seed(draw: Draw) -> int:
    return int(draw.rng.integers(1 << 32))


# Files


def _resized(draw: Draw, rows: int, cols: int, scale: tuple[float, float], *, grey: bool = False) -> Case:
    """A photo of rows × cols patches, and the size to give it: patches come out even."""
    size = round(rows * BLOCK * scale[0]), round(cols * BLOCK * scale[1])
    return case(photo(rows, cols, _seed(draw), grey=grey), size)


def images_square(draw: Draw) -> list[Case]:
    """As large as the file, half as large, twice as large."""
    sides = [n for (n,) in draw.some(3, range(3, 8))]
    return [_resized(draw, n, n, (scale, scale)) for n, scale in zip(sides, (1, 0.5, 2), strict=True)]


def images_oblong(draw: Draw) -> list[Case]:
    """The last one is squeezed in one direction."""
    (rows, cols), (more, fewer) = draw.some(2, range(3, 7), range(3, 7), where=lambda rows, cols: rows != cols)
    square = draw.integer(range(3, 6))
    scales = [(rows, cols, (1, 1)), (more, fewer, (0.5, 0.5)), (square, square, (0.5, 1))]
    return [_resized(draw, *each) for each in scales]


def images_grey(draw: Draw) -> list[Case]:
    first, second = (n for (n,) in draw.some(2, range(3, 6)))
    return [_resized(draw, first, first, (1, 1), grey=True), _resized(draw, second, second, (0.5, 0.5), grey=True)]


def images_any(draw: Draw) -> list[Case]:
    return [case(photo(4, 4, _seed(draw)), (32, 32))]


def trimaps_same_size(draw: Draw) -> list[Case]:
    sides = (n for (n,) in draw.some(2, range(14, 30)))
    return [case(trimap(n, n, _seed(draw)), (n, n)) for n in sides]


def trimaps_resized(draw: Draw) -> list[Case]:
    """Smaller and larger, by factors that are no integers and by some that are."""
    m = draw.integer((10, 12, 14))
    sizes = [(3 * m, 2 * m), (2 * m, m), (2 * m, 3 * m), (10, 25)]
    resized = [case(trimap(old, old, _seed(draw)), (new, new)) for old, new in sizes]
    return [*resized, case(layered_trimap(3 * m, 3 * m), (2 * m, 2 * m))]


def trimaps_oblong(draw: Draw) -> list[Case]:
    m = draw.integer((10, 12, 14))
    return [
        case(trimap(2 * m, 3 * m, _seed(draw)), (2 * m, 3 * m)),
        case(trimap(36, 24, _seed(draw)), (18, 12)),
    ]


def trimaps_any(draw: Draw) -> list[Case]:
    return [case(trimap(12, 12, _seed(draw)), (12, 12))]


# Strides


def strides_different(draw: Draw) -> list[Case]:
    """Of several lengths, all of them others when read from behind; one with a stride of 8, and one in no order.

    Of four, those in the middle differ, too, so that it is not enough to exchange the first and the last.
    """
    pairs = [*draw.some(1, (1, 2, 4), (1, 2, 4), where=lambda a, b: a != b), (8, draw.integer((1, 2, 4)))]
    triples = draw.some(2, *[(1, 2, 3, 4)] * 3, where=lambda a, b, c: a != c and b < min(a, c))
    fours = draw.some(1, *[(1, 2, 4)] * 4, where=lambda a, b, c, d: a != d and b != c and (a, c) != (b, d))
    return [case(strides) for strides in [*pairs, *triples, *fours]]


def strides_easy(draw: Draw) -> list[Case]:
    """The same when read from behind."""
    return [case((draw.integer((2, 3, 4)),) * length) for length in (3, 1, 2)]


# Models


def builds(draw: Draw) -> list[Case]:
    """About the textbook's 200 × 200, and those that are run and trained, in an order that nothing gives away."""
    side, classes = 8 * draw.integer(range(23, 27)), draw.integer(range(3, 7))
    cases = [case((side, side), classes), *draw.cases(builds_to_run), *draw.cases(builds_to_train)]
    return [cases[place] for place in draw.rng.permutation(len(cases))]


def builds_to_run(draw: Draw) -> list[Case]:
    """8 divides one side and 16 the other; just so large that there is something far from each edge."""
    sides = (64, 72)
    ((height, width),) = draw.some(1, sides, sides, where=lambda height, width: height != width)
    return [_tried(draw, (height, width), draw.integer((2, 4, 5)))]


def builds_to_train(draw: Draw) -> list[Case]:
    """The smallest whose three stripes are as wide as the cells of the smallest map that a model may make.

    A training takes as long as there are pixels, and more steps where stripes and cells do not coincide.
    """
    return [_tried(draw, (24, 24), 3)]


def _tried(draw: Draw, size: tuple[int, ...], classes: int) -> Case:
    return replace(case(size, classes), seed=_seed(draw))


# Masks


def _pixels(draw: Draw, num_classes: int, height: int, width: int) -> Case:
    """No pixel's class is in doubt, nor where somebody looks along another axis: rounding elsewhere changes nothing."""
    while True:
        model, image = pixel_model(num_classes, _seed(draw)), coloured(height, width, _seed(draw))
        kernel, bias = model.weights
        scores = model.scale * image @ kernel[0, 0] + bias
        powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
        shares = powers / powers.sum(axis=-1, keepdims=True)
        if _lead(scores, -1) > _MARGIN and min(_lead(shares, 0), _lead(shares, 1)) > _GAP:
            return case(model, image)


def _lead(values: Any, axis: int) -> float:
    """The smallest difference between the two largest values along an axis."""
    ordered = np.moveaxis(np.sort(values, axis=axis), axis, -1)
    return float(np.min(ordered[..., -1] - ordered[..., -2]))


def masks_square(draw: Draw) -> list[Case]:
    sides = (n for (n,) in draw.some(2, range(5, 11)))
    return [_pixels(draw, classes, n, n) for classes, n in zip((3, 2), sides, strict=True)]


def masks_oblong(draw: Draw) -> list[Case]:
    sizes = draw.some(2, range(5, 13), range(5, 13), where=lambda height, width: height != width)
    return [_pixels(draw, classes, *size) for classes, size in zip((4, 3), sizes, strict=True)]


def masks_any(draw: Draw) -> list[Case]:
    """Height, width and the number of classes are three numbers."""
    return [_pixels(draw, 5, 4, draw.integer(range(6, 10)))]


# Intersection over union


def _pairs(draw: Draw, num_classes: int, shape: tuple[int, ...], error: float) -> Case:
    rng = draw.rng
    y_true = rng.integers(0, num_classes, shape)
    y_pred = np.where(rng.random(shape) < error, rng.integers(0, num_classes, shape), y_true)
    return case(y_true, y_pred, num_classes)


def ious_usual(draw: Draw) -> list[Case]:
    """Among them two of several images each."""
    settings = [(3, (12, 12), 0.4), (2, (10, 6), 0.3), (4, (9, 9), 0.6), (3, (2, 6, 6), 0.5), (2, (3, 4, 5), 0.4)]
    return [_pairs(draw, *setting) for setting in settings]


def ious_uneven(draw: Draw) -> list[Case]:
    """Classes of very different size: a mean over classes is far from a mean over pixels."""
    few, more = draw.integer((4, 5, 6)), draw.integer((2, 3))
    y_true = np.zeros((10, 10), dtype=np.int64)
    y_true[0, :few], y_true[9, 9] = 1, 2
    y_pred = np.zeros_like(y_true)
    y_pred[0, : few - 3], y_pred[9, 10 - more :] = 1, 2
    return [case(y_true, y_pred, 3), case(y_pred, y_true, 3), case(y_true.T, y_pred[::-1], 3)]


def ious_absent(draw: Draw) -> list[Case]:
    """Classes that are in neither array, and one that is in one alone, the true or the predicted, which counts as 0.

    No class is as large as another one, or as well predicted.
    """
    order = draw.rng.permutation(8)
    y_true, y_pred, other = (
        np.array(given)[order].reshape(2, 4)
        for given in ([0, 0, 1, 1, 1, 1, 1, 0], [0, 1, 1, 1, 1, 0, 1, 0], [0, 2, 1, 1, 1, 1, 0, 0])
    )
    absent = draw.integer((3, 4))
    return [
        case(y_true, y_pred, 2 + absent),
        case(y_true, other, 3),
        case(other, y_true, 3),
        case(y_true * absent, y_pred * absent, absent + 1),
    ]


def ious_exact(draw: Draw) -> list[Case]:
    y_true = draw.rng.permutation(np.array([0, 1, 2, 1, 0, 2], dtype=np.uint8)).reshape(2, 3)
    return [case(y_true, y_true, 3), case(np.array([[0, 0]]), np.array([[1, 1]]), 2)]
