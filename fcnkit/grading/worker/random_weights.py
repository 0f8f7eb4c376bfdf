"""Large random weights for a model that is looked at: what holds with them does not hold by chance.

And kernels that hardly look around, which take a ninth of the time, too.
"""

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
    most = GAIN * math.sqrt(3 / math.prod(shape[:-1]))
    return (rng.random(shape, dtype=np.float32) * 2 - 1) * np.float32(most)


def with_small_kernels(entry: dict[str, Any]) -> dict[str, Any]:
    """An object of a model's configuration, with a kernel of a single pixel where the sizes stay what they were.

    That of a transposed convolution is as large as its stride, so that it leaves no gaps.
    """
    config = entry.get("config")
    if isinstance(config, dict) and "kernel_size" in config and config.get("padding") == "same":
        is_transposed = str(entry.get("class_name")).endswith("Transpose")
        if not is_transposed:
            config["kernel_size"] = 1
        elif config.get("output_padding") is None:
            config["kernel_size"] = config["strides"]
    return entry


def narrow(layer: Any) -> None:
    """Leave the middle of a layer's kernels, if they overlap, and no softmax behind them, which hides differences.

    What enlarges smoothly repeats pixels instead: Lanczos' way of it alone takes five cells on each side.
    """
    keras: Any = sys.modules["keras"]
    if getattr(layer, "activation", None) is keras.activations.softmax:
        layer.activation = keras.activations.linear
    if isinstance(layer, keras.layers.UpSampling2D):
        layer.interpolation = "nearest"
    kernel = tuple(getattr(layer, "kernel_size", ()))
    if all(side <= stride for side, stride in zip(kernel, layer.strides if kernel else (), strict=True)):
        return
    for variable in layer.weights:
        if len(variable.shape) > len(kernel):
            left = np.zeros(tuple(variable.shape), dtype="float32")
            left[tuple(side // 2 for side in kernel)] = 1
            variable.assign(variable * left)
