"""Keras as a judge: what its own operations and layers give. Imported late, for it takes some ten seconds."""

from __future__ import annotations

import importlib
import os
from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]


@cache
def keras() -> Any:
    """Keras on TensorFlow, on the CPU."""
    os.environ.setdefault("KERAS_BACKEND", "tensorflow")
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
    os.environ.setdefault("CUDA_VISIBLE_DEVICES", "")
    return importlib.import_module("keras")


def convolved(x: npt.ArrayLike, kernel: npt.ArrayLike, stride: int = 1, padding: str = "valid") -> Array:
    """x (H, W) and kernel (kh, kw), convolved as a Conv2D does."""
    image, weights = np.asarray(x, "float32"), np.asarray(kernel, "float32")
    output = keras().ops.conv(image[None, :, :, None], weights[:, :, None, None], strides=stride, padding=padding)
    return _whole(output)[0, :, :, 0]


def transposed(x: npt.ArrayLike, kernel: npt.ArrayLike, stride: int = 1, padding: str = "valid") -> Array:
    """x (H, W) and kernel (kh, kw), as a Conv2DTranspose upsamples them."""
    image, weights = np.asarray(x, "float32"), np.asarray(kernel, "float32")
    output = keras().ops.conv_transpose(
        image[None, :, :, None], weights[:, :, None, None], strides=stride, padding=padding
    )
    return _whole(output)[0, :, :, 0]


def averaged(x: npt.ArrayLike, factor: int) -> Array:
    """x (H, W), as average pooling shrinks it; the means are integers."""
    image = np.asarray(x, "float32")
    return _whole(keras().ops.average_pool(image[None, :, :, None], factor, factor, "valid"))[0, :, :, 0]


def conv_size(size: int, kernel: int, stride: int = 1, padding: str = "valid") -> int:
    """How many numbers a convolution leaves of `size`."""
    return len(convolved(np.ones((size, 1)), np.ones((kernel, 1)), stride, padding))


def transposed_size(size: int, kernel: int, stride: int = 1, padding: str = "valid") -> int:
    """How many numbers a transposed convolution makes of `size`."""
    return len(transposed(np.ones((size, 1)), np.ones((kernel, 1)), stride, padding))


def _whole(output: Any) -> Array:
    """Integers in, integers out."""
    array = np.asarray(output)
    rounded: Array = np.rint(array).astype(int)
    np.testing.assert_allclose(array, rounded, atol=1e-3)
    return rounded


Layer = tuple[str, tuple[Any, ...], dict[str, Any]]
"""A Keras layer by its name, with its arguments."""
_Frozen = tuple[str, tuple[Any, ...], tuple[tuple[str, Any], ...]]
"""The same, fit for a cache: the draws of an item ask for few different layers."""


def shapes(input_shape: tuple[int, ...], layers: Sequence[Layer]) -> list[tuple[int, ...]]:
    """The shape after each layer, without the batch."""
    found = []
    shape = input_shape
    for layer in layers:
        shape = _shape_after(_frozen(layer), shape)
        found.append(shape)
    return found


def parameters(input_shape: tuple[int, ...], *layers: Layer) -> int:
    """The weights and biases of layers, one after another."""
    return _parameters(input_shape, tuple(map(_frozen, layers)))


@cache
def _shape_after(layer: _Frozen, shape: tuple[int, ...]) -> tuple[int, ...]:
    found = _made(layer).compute_output_shape((None, *shape))
    return tuple(int(side) for side in found[1:] if side is not None)


@cache
def _parameters(input_shape: tuple[int, ...], layers: tuple[_Frozen, ...]) -> int:
    model = keras().Sequential([keras().Input(input_shape), *map(_made, layers)])
    return int(model.count_params())


def _frozen(layer: Layer) -> _Frozen:
    name, args, kwargs = layer
    return name, args, tuple(kwargs.items())


def _made(layer: _Frozen) -> Any:
    name, args, kwargs = layer
    return getattr(keras().layers, name)(*args, **dict(kwargs))
