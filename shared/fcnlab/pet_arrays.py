"""Drawn animals as arrays, ready for training: what `write_pets` writes to disk, resized, and two that touch."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from fcnlab.pets import animal, drawn_pet, painted, trimap_of

Array = npt.NDArray[Any]

SIDE, MARGIN = 160, 12
"""Pixels of the square that an animal is drawn in, and of the space around two."""
OVERLAP = 120
"""Pixels of one animal that the other covers: no gap opens between them when the picture is resized."""


def drawn_pets(count: int, img_size: tuple[int, int], seed: int) -> tuple[Array, Array]:
    """`count` photos (n, H, W, 3), 0..255, and their masks (n, H, W, 1) of the classes 0, 1 and 2, both uint8."""
    rng = np.random.default_rng(seed)
    images = np.zeros((count, *img_size, 3), dtype=np.uint8)
    masks = np.zeros((count, *img_size, 1), dtype=np.uint8)
    for number in range(count):
        photo, trimap = drawn_pet(rng, round_body=number % 2 == 1)
        images[number] = _resized(photo, img_size, nearest=False)
        masks[number, ..., 0] = _resized(trimap, img_size, nearest=True) - 1
    return images, masks


def two_pets(img_size: tuple[int, int] = (96, 96), seed: int = 3) -> tuple[Array, Array, Array]:
    """Two animals that touch: a photo (H, W, 3), its mask (H, W) of the classes 0, 1, 2, and its instances (H, W).

    An instance mask has 1 on one animal, 2 on the other and 0 elsewhere. The class mask has a contour around both
    together: for semantic segmentation all their pixels are alike.
    """
    rng = np.random.default_rng(seed)
    behind, before = (animal(rng, SIDE, SIDE, round_body=round_body) for round_body in (True, False))
    instances = _side_by_side(behind, before)
    photo = painted(rng, instances > 0)
    return (
        _resized(photo, img_size, nearest=False),
        _resized(trimap_of(instances > 0), img_size, nearest=True) - 1,
        _resized(instances, img_size, nearest=True),
    )


def _side_by_side(behind: Array, before: Array) -> Array:
    """1 where the one area is and 2 where the other is, moved just so far that it covers some of the first."""
    height, width = behind.shape
    for step in range(width, 0, -1):
        both = np.zeros((height, width + step), dtype=np.uint8)
        both[:, :width][behind] = 1
        covered = both[:, step:][before].sum()
        both[:, step:][before] = 2
        if covered > OVERLAP:
            break
    return _square(both)


def _square(mask: Array) -> Array:
    """What is not 0, with some space around it, in the middle of a square."""
    rows, columns = np.nonzero(mask)
    inside = mask[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]
    side = max(inside.shape) + 2 * MARGIN
    square = np.zeros((side, side), dtype=mask.dtype)
    top, left = ((side - length) // 2 for length in inside.shape)
    square[top : top + inside.shape[0], left : left + inside.shape[1]] = inside
    return square


def _resized(pixels: Array, img_size: tuple[int, int], *, nearest: bool) -> Array:
    from PIL import Image  # noqa: PLC0415 - comes with Matplotlib, and only who draws pets needs it

    height, width = img_size
    way = Image.Resampling.NEAREST if nearest else Image.Resampling.BICUBIC
    return np.asarray(Image.fromarray(pixels).resize((width, height), way))


def regions(area: npt.ArrayLike) -> Array:
    """The connected regions of a mask of true and false (H, W), as 1, 2, … in an array of integers (H, W).

    Pixels are connected that have an edge in common. The number of regions is the largest label.
    """
    inside = np.asarray(area, dtype=bool)
    labels = np.zeros(inside.shape, dtype=int)
    for start in zip(*np.nonzero(inside), strict=True):
        if labels[start]:
            continue
        label = labels.max() + 1
        labels[start] = label
        waiting = [start]
        while waiting:
            row, column = waiting.pop()
            for place in ((row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)):
                if _is_within(place, inside.shape) and inside[place] and not labels[place]:
                    labels[place] = label
                    waiting.append(place)
    return labels


def _is_within(place: tuple[int, int], shape: tuple[int, ...]) -> bool:
    return 0 <= place[0] < shape[0] and 0 <= place[1] < shape[1]
