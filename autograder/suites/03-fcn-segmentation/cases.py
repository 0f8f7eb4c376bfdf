"""The hidden cases: the same for every student, drawn from generators with fixed seeds."""

from __future__ import annotations

import numpy as np
from materials import coloured, layered_trimap, photo, pixel_model, trimap

from fcnkit.grading.examiner.checks import Case, case

# Files


def images_square() -> list[Case]:
    return [case(photo(4, 4, seed=1), (64, 64)), case(photo(6, 6, 2), (48, 48)), case(photo(3, 3, 3), (96, 96))]


def images_oblong() -> list[Case]:
    return [case(photo(4, 6, seed=4), (64, 96)), case(photo(6, 3, 5), (48, 24)), case(photo(4, 4, 6), (32, 64))]


def images_grey() -> list[Case]:
    return [case(photo(4, 4, seed=7, grey=True), (64, 64)), case(photo(3, 3, 8, grey=True), (24, 24))]


def images_any() -> list[Case]:
    return [case(photo(4, 4, seed=9), (32, 32))]


def trimaps_same_size() -> list[Case]:
    return [case(trimap(24, 24, seed=11), (24, 24)), case(trimap(16, 16, seed=12), (16, 16))]


def trimaps_resized() -> list[Case]:
    """Smaller and larger, by factors that are no integers and by some that are."""
    sizes = [(30, 20), (24, 12), (20, 30), (10, 25)]
    return [case(trimap(old, old, seed=13 + new), (new, new)) for old, new in sizes] + [
        case(layered_trimap(30, 30), (20, 20))
    ]


def trimaps_oblong() -> list[Case]:
    return [case(trimap(24, 36, seed=21), (24, 36)), case(trimap(36, 24, seed=22), (18, 12))]


def trimaps_any() -> list[Case]:
    return [case(trimap(12, 12, seed=23), (12, 12))]


# Strides


def strides_different() -> list[Case]:
    return [case(strides) for strides in [(2, 4), (4, 2, 1), (1, 2, 2, 4), (8, 1), (2, 1, 3)]]


def strides_easy() -> list[Case]:
    return [case(strides) for strides in [(2, 2, 2), (4,), (2, 2)]]


# Models


def builds() -> list[Case]:
    """The textbook's 200 × 200, and sides that 8 divides but 16 does not."""
    return [case((200, 200), 3), case((64, 96), 5), case((40, 32), 2)]


def builds_to_run() -> list[Case]:
    return [case((40, 32), 2)]


def builds_to_train() -> list[Case]:
    return [case((32, 32), 3)]


# Masks


def masks_square() -> list[Case]:
    return [case(pixel_model(3, seed=31), coloured(8, 8, 32)), case(pixel_model(2, 33), coloured(6, 6, 34))]


def masks_oblong() -> list[Case]:
    return [case(pixel_model(4, seed=35), coloured(6, 9, 36)), case(pixel_model(3, 37), coloured(12, 5, 38))]


def masks_any() -> list[Case]:
    return [case(pixel_model(5, seed=39), coloured(4, 7, 40))]


# Intersection over union


def _pairs(seed: int, num_classes: int, shape: tuple[int, ...], error: float) -> Case:
    rng = np.random.default_rng(seed)
    y_true = rng.integers(0, num_classes, shape)
    y_pred = np.where(rng.random(shape) < error, rng.integers(0, num_classes, shape), y_true)
    return case(y_true, y_pred, num_classes)


def ious_usual() -> list[Case]:
    settings = [(51, 3, (12, 12), 0.4), (52, 2, (10, 6), 0.3), (53, 4, (9, 9), 0.6), (54, 3, (2, 6, 6), 0.5)]
    return [_pairs(*setting) for setting in settings]


def ious_uneven() -> list[Case]:
    """Classes of very different size: a mean over classes is far from a mean over pixels."""
    y_true = np.zeros((10, 10), dtype=np.int64)
    y_true[0, :5], y_true[9, 9] = 1, 2
    y_pred = np.zeros_like(y_true)
    y_pred[0, :2], y_pred[9, 8:] = 1, 2
    return [case(y_true, y_pred, 3), case(y_pred, y_true, 3), case(y_true.T, y_pred[::-1], 3)]


def ious_absent() -> list[Case]:
    """Classes that are in neither array, and one that is in one alone, which counts as 0."""
    y_true, y_pred = np.array([[0, 0, 1], [1, 1, 0]]), np.array([[0, 1, 1], [1, 0, 0]])
    only_predicted = np.array([[0, 2, 1], [1, 0, 1]])
    return [case(y_true, y_pred, 5), case(y_true, only_predicted, 3), case(y_true * 3, y_pred * 3, 4)]


def ious_exact() -> list[Case]:
    y_true = np.array([[0, 1], [2, 1]], dtype=np.uint8)
    return [case(y_true, y_true, 3), case(np.array([[0, 0]]), np.array([[1, 1]]), 2)]
