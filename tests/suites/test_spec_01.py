"""The specification that assignment 01 is graded by, held against Keras' own operations and layers."""

from __future__ import annotations

import runpy
from pathlib import Path
from types import ModuleType
from typing import Any

import fcnlab
import numpy as np
import pytest
from fcnlab.upsampling_race import METHODS, Results
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytestmark = pytest.mark.xdist_group("keras")

REPOSITORY = Path(__file__).parents[2]
SIDES = st.integers(1, 6)
KERNELS = st.integers(1, 5)
CHANNELS = st.integers(1, 3)
HOW = st.tuples(st.integers(1, 4), st.sampled_from(["valid", "same"]))
"""Stride and padding."""


@st.composite
def planes(draw: st.DrawFn) -> tuple[Any, Any]:
    """An input (H, W) and a kernel (kh, kw), either the larger."""
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    return rng.normal(size=draw(st.tuples(SIDES, SIDES))), rng.normal(size=draw(st.tuples(KERNELS, KERNELS)))


@st.composite
def volumes(draw: st.DrawFn) -> tuple[Any, Any]:
    """An input (H, W, in) and a kernel (kh, kw, out, in)."""
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    size, kernel_size = draw(st.tuples(SIDES, SIDES, CHANNELS)), draw(st.tuples(KERNELS, KERNELS, CHANNELS))
    return rng.normal(size=size), rng.normal(size=(*kernel_size, size[2]))


# Keras builds a new computation for every shape, which takes some 10 ms: a deadline would measure just that.
by_example = settings(
    max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@by_example
@given(size=st.integers(1, 30), kernel=KERNELS, how=HOW)
def test_conv_output_size(keras: Any, spec: ModuleType, size: int, kernel: int, how: tuple[int, str]) -> None:
    stride, padding = how
    if padding == "valid":
        kernel = min(kernel, size)
    x, weights = np.ones((1, size, 1), "float32"), np.ones((kernel, 1, 1), "float32")
    expected = keras.ops.conv(x, weights, strides=stride, padding=padding).shape[1]
    assert spec.conv_output_size(size, kernel, stride, padding) == expected


@by_example
@given(size=st.integers(1, 30), kernel=KERNELS, how=HOW)
def test_transposed_conv_output_size(
    keras: Any, spec: ModuleType, size: int, kernel: int, how: tuple[int, str]
) -> None:
    stride, padding = how
    x, weights = np.ones((size, 1, 1), "float32"), np.ones((kernel, 1, 1, 1), "float32")
    expected = _keras_transposed(keras, x, weights, (stride, 1), padding).shape[0]
    assert spec.transposed_conv_output_size(size, kernel, stride, padding) == expected


@by_example
@given(arrays=planes(), how=HOW)
def test_transposed_conv2d(keras: Any, spec: ModuleType, arrays: tuple[Any, Any], how: tuple[int, str]) -> None:
    x, kernel = arrays
    expected = _keras_transposed(keras, x[:, :, None], kernel[:, :, None, None], *how)[:, :, 0]
    _assert_close(spec.transposed_conv2d(x, kernel, *how), expected)


@by_example
@given(arrays=volumes(), how=HOW)
def test_transposed_conv2d_channels(
    keras: Any, spec: ModuleType, arrays: tuple[Any, Any], how: tuple[int, str]
) -> None:
    _assert_close(spec.transposed_conv2d_channels(*arrays, *how), _keras_transposed(keras, *arrays, *how))


@pytest.mark.parametrize(("stride", "padding"), [(2, "valid"), (2, "same"), (3, "same"), (3, "valid")])
def test_the_layer_that_students_meet_in_the_lecture(keras: Any, spec: ModuleType, stride: int, padding: str) -> None:
    rng = np.random.default_rng(0)
    x, kernel = rng.normal(size=(4, 5, 2)), rng.normal(size=(3, 2, 3, 2))
    layer = keras.layers.Conv2DTranspose(3, (3, 2), strides=stride, padding=padding, use_bias=False)
    layer.build((1, *x.shape))
    layer.set_weights([kernel])
    expected = np.asarray(layer(x[None].astype("float32")))[0]
    _assert_close(spec.transposed_conv2d_channels(x, kernel, stride, padding), expected)


@by_example
@given(arrays=planes())
def test_conv_matrix(keras: Any, spec: ModuleType, arrays: tuple[Any, Any]) -> None:
    x, kernel = arrays
    kernel = kernel[: x.shape[0], : x.shape[1]]
    matrix = spec.conv_matrix(x.shape, kernel)
    convolved = np.asarray(keras.ops.conv(x[None, :, :, None], kernel[:, :, None, None], padding="valid"))[0, :, :, 0]
    assert matrix.shape == (convolved.size, x.size)
    _assert_close((matrix @ x.ravel()).reshape(convolved.shape), convolved)
    upsampled = (matrix.T @ convolved.ravel()).reshape(x.shape)
    _assert_close(upsampled, spec.transposed_conv2d(convolved, kernel))


@given(factor=st.integers(1, 12))
def test_bilinear_kernel_keeps_the_brightness(spec: ModuleType, factor: int) -> None:
    kernel = spec.bilinear_kernel(factor)
    size = 2 * factor - factor % 2
    assert kernel.shape == (size, size)
    assert kernel.sum() == pytest.approx(factor**2)
    enlarged = spec.transposed_conv2d(np.full((4, 4), 7.0), kernel, factor)
    np.testing.assert_allclose(enlarged[size:-size, size:-size], 7.0)


@given(factor=st.integers(2, 9))
def test_bilinear_kernel_interpolates_linearly(spec: ModuleType, factor: int) -> None:
    """A ramp over the input's columns stays a ramp, `factor` times finer."""
    ramp = np.tile(np.arange(6.0), (6, 1))
    enlarged = spec.transposed_conv2d(ramp, spec.bilinear_kernel(factor), factor, "same")
    inside = enlarged[2 * factor : -2 * factor, 2 * factor : -2 * factor]
    np.testing.assert_allclose(np.diff(inside, axis=1), 1 / factor)
    np.testing.assert_allclose(np.diff(inside, axis=0), 0, atol=1e-12)


@pytest.mark.parametrize("factor", [1, 2, 3])
def test_shrinking_is_average_pooling(keras: Any, spec: ModuleType, factor: int) -> None:
    image = np.random.default_rng(factor).uniform(size=(2 * factor, 3 * factor))
    pooled = keras.ops.average_pool(image[None, :, :, None].astype("float32"), factor, factor, "valid")
    _assert_close(spec.shrink(image, factor), np.asarray(pooled)[0, :, :, 0])


def test_psnr_in_decibels(spec: ModuleType) -> None:
    zeros, tenth = np.zeros((2, 3)), np.full((2, 3), 0.1)
    assert spec.psnr(zeros, tenth) == pytest.approx(20)
    assert spec.psnr(zeros, 255 * tenth, peak=255) == pytest.approx(20)
    assert spec.psnr(np.array([[0]], "uint8"), np.array([[255]], "uint8"), peak=255) == pytest.approx(0)


def test_integers_stay_integers(spec: ModuleType) -> None:
    x, kernel = np.array([[1, 2]], dtype="int32"), np.array([[3], [4]])
    assert spec.transposed_conv2d(x, kernel).dtype == np.int64
    assert spec.transposed_conv2d(x, kernel / 2).dtype == np.float64
    assert spec.conv_matrix((2, 2), kernel).dtype == np.int64


@pytest.mark.usefixtures("keras")
def test_learned_upsampling_beats_bilinear_by_a_decibel() -> None:
    """What the notebook trains, for a few epochs only; the script has three seeds, and all epochs."""
    script = runpy.run_path(str(REPOSITORY / "examples/experiments/train_upsampling.py"))
    layers = (script[name] for name in METHODS)
    results = fcnlab.upsampling_race(*layers, start=script["tent"](), epochs=4, lang="en").results
    assert isinstance(results, Results)
    assert results.psnr("ripples", "learned") > results.psnr("ripples", "bilinear") + script["WANTED"]


def _keras_transposed(keras: Any, x: Any, kernel: Any, stride: int | tuple[int, int], padding: str) -> Any:
    return np.asarray(keras.ops.conv_transpose(x[None], kernel, strides=stride, padding=padding))[0]


def _assert_close(got: Any, expected: Any) -> None:
    assert got.shape == expected.shape
    np.testing.assert_allclose(got, expected, rtol=1e-4, atol=1e-5)
