"""Depthwise separable blocks of assignment 06, traced as the worker does: honest ones, wrong ones, and their names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import test_blocks_06 as blocks
from proof import IS_FULL
from test_blocks_06 import DEPTHWISE, SUITE, failed

pytestmark = pytest.mark.xdist_group("keras")


def _of_channels(k: Any, n: int, channels: list[Any], make: Callable[[], Any] | None = None) -> Any:
    """Each of these tensors of one channel through a convolution, all of them concatenated, then a 1×1."""
    make = make or (lambda: k.layers.Conv2D(1, 3, padding="same"))
    return k.layers.Conv2D(n, 1)(k.layers.Concatenate()([make()(channel) for channel in channels]))


def _numbers(x: Any) -> range:
    return range(x.shape[-1])


HONEST_SEPARABLE: dict[str, Callable[..., Any]] = {
    "an own activation": lambda k, x, n: k.layers.Conv2D(n, 1, activation=lambda x: x * k.ops.sigmoid(x))(
        k.layers.DepthwiseConv2D(3, activation=lambda x: k.ops.maximum(x, 0.1 * x))(x)
    ),
    "one layer": lambda k, x, n: k.layers.SeparableConv2D(n, 3, padding="same")(x),
    "valid": lambda k, x, n: k.layers.Conv2D(n, 1)(k.layers.DepthwiseConv2D(3)(x)),
    "a group for each channel": lambda k, x, n: k.layers.Conv2D(n, 1)(
        blocks._convolved(k.layers, x, x.shape[-1], groups=x.shape[-1])
    ),
    "padded first": lambda k, x, n: k.layers.SeparableConv2D(n, 3)(k.layers.ZeroPadding2D()(x)),
    "Dense for the 1×1": lambda k, x, n: k.layers.Dense(n)(k.layers.DepthwiseConv2D(3)(x)),
    "split into channels": lambda k, x, n: _of_channels(k, n, k.ops.split(x, x.shape[-1], axis=-1)),
    "sliced into channels": lambda k, x, n: _of_channels(k, n, [x[..., c : c + 1] for c in _numbers(x)]),
    "sliced from the last on": lambda k, x, n: _of_channels(
        k, n, [k.ops.expand_dims(x[:, :, :, c], -1) for c in reversed(_numbers(x))]
    ),
    "split after a normalisation": lambda k, x, n: _of_channels(
        k,
        n,
        k.ops.split(k.ops.relu(k.layers.BatchNormalization()(x)), x.shape[-1], axis=3),
        lambda: k.Sequential([k.layers.ZeroPadding2D(), k.layers.Conv2D(1, 3), k.layers.ReLU()]),
    ),
    "unstacked": lambda k, x, n: _of_channels(k, n, [k.ops.expand_dims(each, 3) for each in k.ops.unstack(x, axis=-1)]),
    "two halves": lambda k, x, n: k.layers.Conv2D(n, 1)(
        k.ops.concatenate([k.layers.DepthwiseConv2D(3)(half) for half in k.ops.split(x, 2, axis=-1)], axis=-1)
    ),
    "normalised by hand": lambda k, x, n: k.layers.SeparableConv2D(n, 3)(x - k.ops.mean(x, -1, keepdims=True)),
    "two kernels a channel": lambda k, x, n: k.layers.SeparableConv2D(n, 3, depth_multiplier=2)(x),
    "normalised between": lambda k, x, n: k.layers.UnitNormalization()(
        k.layers.Conv2D(n, 1)(k.layers.GroupNormalization()(k.layers.DepthwiseConv2D(3, padding="same")(x)))
    ),
}


MANY_LAYERS = (
    "sliced into channels",
    "split after a normalisation",
    "sliced from the last on",
    "one channel twice",
    "the first channel alone",
)
"""One layer or more for each channel takes long, and others here are much like these."""


def here(blocks: dict[str, Callable[..., Any]]) -> list[Any]:
    """All of them for `make prove`."""
    return [pytest.param(block, id=name) for name, block in blocks.items() if IS_FULL or name not in MANY_LAYERS]


@pytest.mark.parametrize("block", here(HONEST_SEPARABLE))
def test_honest_separable_blocks_pass(keras: Any, block: Callable[..., Any]) -> None:
    assert failed(SUITE, DEPTHWISE, lambda x, filters: block(keras, x, filters)) == {}


WRONG: dict[str, Callable[..., Any]] = {
    "one channel twice, another never": (
        lambda k, x, n: _of_channels(k, n, [x[..., max(c, 1) : max(c, 1) + 1] for c in _numbers(x)])
    ),
    "one channel twice": lambda k, x, n: _of_channels(k, n, [x[..., :1], *(x[..., c : c + 1] for c in _numbers(x))]),
    "the first channel alone": lambda k, x, n: _of_channels(k, n, [x[..., :1] for _ in _numbers(x)]),
    "two channels at a time": lambda k, x, n: _of_channels(k, n, k.ops.split(x, x.shape[-1] // 2, axis=-1)),
    "strips of rows for channels": (
        lambda k, x, n: k.layers.Conv2D(n, 1)(
            k.ops.concatenate([k.layers.Conv2D(1, 3, padding="same")(x[:, c : c + 1]) for c in range(4)], axis=1)
        )
    ),
    "half of the channels": (
        lambda k, x, n: k.layers.Conv2D(n, 1)(k.layers.DepthwiseConv2D(3)(x[..., : x.shape[-1] // 2]))
    ),
    "halves that are never mixed": (
        lambda k, x, n: k.ops.concatenate(
            [k.layers.SeparableConv2D(n // 2, 3)(half) for half in k.ops.split(x, 2, axis=-1)], axis=-1
        )
    ),
    "the first channel, tiled": (
        lambda k, x, n: k.layers.SeparableConv2D(n, 3)(k.ops.tile(x[..., :1], (1, 1, 1, x.shape[-1])))
    ),
    "half of the channels, repeated": (
        lambda k, x, n: k.layers.SeparableConv2D(n, 3)(k.ops.repeat(x[..., : x.shape[-1] // 2], 2, axis=-1))
    ),
    "the channels' mean": lambda k, x, n: k.layers.SeparableConv2D(n, 3)(k.ops.mean(x, -1, keepdims=True)),
    "mixed by one, sliced, mixed by another": (
        lambda k, x, n: _of_channels(k, n, k.ops.split(k.layers.Conv2D(8, 1)(x), 8, axis=-1))
    ),
    "padded by ops after it": (
        lambda k, x, n: k.ops.pad(k.layers.SeparableConv2D(n, 3)(x), ((0, 0), (1, 1), (1, 1), (0, 0)))
    ),
}
"""Each loses marks, and some once did not."""


@pytest.mark.parametrize("block", here(WRONG))
def test_blocks_that_leave_channels_out_or_mix_them_otherwise_fail(keras: Any, block: Callable[..., Any]) -> None:
    assert failed(SUITE, DEPTHWISE, lambda x, filters: block(keras, x, filters))


NAMED_SEPARABLE: dict[str, tuple[str, Callable[[Any, Any, int], Any]]] = {
    "rows and columns, each depthwise": (
        "rows-and-columns",
        lambda k, x, n: k.layers.Conv2D(n, 1)(
            k.layers.DepthwiseConv2D((1, 3), padding="same")(k.layers.DepthwiseConv2D((3, 1), padding="same")(x))
        ),
    ),
    "the first channel for all": (
        "channels-left-out",
        lambda k, x, n: _of_channels(k, n, [x[..., :1] for _ in _numbers(x)]),
    ),
    "all channels for each": (
        "ordinary-for-depthwise",
        lambda k, x, n: _of_channels(k, n, [x for _ in _numbers(x)]),
    ),
    "a group for each channel of the 1×1": (
        "pointwise-in-groups",
        lambda k, x, n: k.layers.Conv2D(n, 1, groups=32)(k.layers.DepthwiseConv2D(3)(x)),
    ),
}


@pytest.mark.parametrize(("id", "block"), NAMED_SEPARABLE.values(), ids=NAMED_SEPARABLE.keys())
def test_a_wrong_separable_block_has_no_name_but_its_own(keras: Any, id: str, block: Callable[..., Any]) -> None:
    explanations = failed(SUITE, DEPTHWISE, lambda x, filters: block(keras, x, filters))
    assert {each for ids in explanations.values() for each in ids} == {id}
