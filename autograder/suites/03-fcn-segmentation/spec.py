"""What each function should answer, as slow and obvious as it can be said: Pillow reads files, loops do the rest."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image

Array = npt.NDArray[Any]

FLAT = 12
"""Grey levels by which pixels around a point may differ for every way of resizing to agree there."""


def load_image(path: str, img_size: tuple[int, int]) -> Array:
    """(H, W, 3) of float32, 0..255; NaN where it depends on how one interpolates, which nobody has prescribed.

    A cell of the result is certain where the pixels are alike within two cells around it: every way of mixing them
    then comes to something between the least and the greatest.
    """
    pixels = np.asarray(Image.open(path).convert("RGB"), dtype=np.float32)
    rows, cols = (_windows(n, size) for n, size in zip(pixels.shape[:2], img_size, strict=True))
    least, greatest = (
        np.stack([extreme(of_rows[:, left:right], axis=1) for left, right in cols], axis=1)
        for extreme in (np.min, np.max)
        for of_rows in [np.stack([extreme(pixels[top:bottom], axis=0) for top, bottom in rows])]
    )
    is_certain = (greatest - least <= FLAT).all(axis=-1, keepdims=True)
    return np.where(is_certain, (least + greatest) / 2, np.float32(np.nan))


def _windows(count: int, size: int) -> list[tuple[int, int]]:
    scale = count / size
    reach = max(2 * scale, 2)
    centres = [(i + 0.5) * scale for i in range(size)]
    return [(max(math.floor(c - reach), 0), min(math.ceil(c + reach), count)) for c in centres]


def load_trimap(path: str, img_size: tuple[int, int]) -> Array:
    """(H, W, 1) of uint8 in {0, 1, 2}, or (4, H, W, 1): four answers that are all right, cell by cell.

    The nearest pixel is the one that the cell's centre falls into; where it falls exactly between two pixels, either.
    """
    labels = np.asarray(Image.open(path))
    above, below, left, right = [], [], [], []
    for lower, upper, count, size in ((above, below, labels.shape[0], img_size[0]),
                                      (left, right, labels.shape[1], img_size[1])):  # fmt: skip
        for i in range(size):
            twice = (2 * i + 1) * count  # the centre, in halves of 1 / size of a pixel
            lower.append((twice - 1) // (2 * size) if twice % (2 * size) == 0 else twice // (2 * size))
            upper.append(twice // (2 * size))
    choices = [labels[np.ix_(rows, cols)] for rows in (above, below) for cols in (left, right)]
    right = np.stack(choices)[..., None].astype(np.uint8) - 1
    return right[0] if (right == right[0]).all() else right


def mirrored_strides(down_strides: Sequence[int]) -> tuple[int, ...]:
    """The last one first."""
    mirrored: tuple[int, ...] = ()
    for stride in down_strides:
        mirrored = (stride, *mirrored)
    return mirrored


def predict_mask(model: Any, image: Array) -> Array:
    """(H, W): at each pixel the class of the largest score. `model` is a `materials.PixelModel`."""
    height, width, _ = image.shape
    result = np.zeros((height, width), dtype=np.int64)
    for row in range(height):
        for col in range(width):
            scores = model.scores(image[row, col])
            result[row, col] = max(range(len(scores)), key=scores.__getitem__)
    return result


def mean_iou(y_true: Array, y_pred: Array, num_classes: int) -> float:
    """The mean over classes of |both| / |either|; a class that is in neither array does not count.

    As `keras.metrics.MeanIoU`; see https://keras.io/api/metrics/segmentation_metrics/.
    """
    ratios = []
    for label in range(num_classes):
        both = either = 0
        for true, predicted in zip(y_true.ravel().tolist(), y_pred.ravel().tolist(), strict=True):
            both += true == label and predicted == label
            either += label in (true, predicted)
        if either:
            ratios.append(both / either)
    return sum(ratios) / len(ratios)
