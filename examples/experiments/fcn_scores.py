"""How well masks agree: intersection over union of each class, and its mean over runs with an interval."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]

STUDENT_T = {1: 12.706, 2: 4.303, 3: 3.182, 4: 2.776, 5: 2.571, 6: 2.447, 7: 2.365, 8: 2.306, 9: 2.262}
"""Degrees of freedom → quantile 0.975 of Student's t."""


def ious(y_true: Array, y_pred: Array, num_classes: int) -> list[float]:
    """Of each class; not a number where a class is in neither array."""
    pairs = np.bincount(y_true.ravel().astype(int) * num_classes + y_pred.ravel(), minlength=num_classes**2)
    table = pairs.reshape(num_classes, num_classes)
    both, either = table.diagonal(), table.sum(0) + table.sum(1) - table.diagonal()
    return [float(part / whole) if whole else math.nan for part, whole in zip(both, either, strict=True)]


def mean(values: Sequence[float]) -> float:
    """Over the classes that occur, as `keras.metrics.MeanIoU` takes it."""
    return float(np.nanmean(values))


def interval(values: Sequence[float]) -> str:
    """Mean and half of the 95 % interval for the mean of runs, by Student's t; the mean alone of one run."""
    middle = statistics.fmean(values)
    if len(values) - 1 not in STUDENT_T:
        return f"{middle:.3f}"
    half = STUDENT_T[len(values) - 1] * statistics.stdev(values) / math.sqrt(len(values))
    return f"{middle:.3f} ± {half:.3f}"
