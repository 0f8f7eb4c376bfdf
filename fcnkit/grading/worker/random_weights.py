"""Large random weights for a model that is looked at: what holds with them does not hold by chance."""

from __future__ import annotations

import math
import sys
from typing import Any

import numpy as np

GAIN = 3
"""By how much a kernel of large random weights enlarges what it is given, about."""


def draw(layer: Any, rng: np.random.Generator) -> None:
    """Give a layer or model large random weights."""
    for variable in layer.weights:
        if "float" in str(variable.dtype):  # and not the state of random numbers
            variable.assign(_large(rng, tuple(variable.shape)))


def _large(rng: np.random.Generator, shape: tuple[int, ...]) -> Any:
    """Kernels that enlarge what they are given; biases, scales, means and variances that are positive and differ."""
    if len(shape) < 2:
        return rng.uniform(0.5, 1.5, shape)
    return rng.normal(0, GAIN / math.sqrt(math.prod(shape[:-1])), shape)


def narrow(layer: Any) -> None:
    """Leave the middle of a layer's kernels, if it has any, and no softmax behind them, which hides differences."""
    keras: Any = sys.modules["keras"]
    if getattr(layer, "activation", None) is keras.activations.softmax:
        layer.activation = keras.activations.linear
    directions = len(getattr(layer, "kernel_size", ()))
    for variable in layer.weights if directions else ():
        if len(variable.shape) > directions:
            middle = tuple(side // 2 for side in variable.shape[:directions])
            left = np.zeros(tuple(variable.shape), dtype="float32")
            left[middle] = 1
            variable.assign(variable * left)
