"""What is told of a model is told of the tensor that it gives back, and of what leads there; weights are fresh."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from fcnkit.grading.protocol import Model
from fcnkit.grading.worker import model_data, model_inspection

pytestmark = pytest.mark.xdist_group("keras")

SIZE = (16, 24)


def as_data(keras: Any, inputs: Any, output: Any) -> Model:
    model = model_data.as_data(keras.Model(inputs, output))
    assert isinstance(model, Model), model
    return model


def _nested(k: Any, x: Any, pick: Any, arrange: Callable[[Any, Any], Any]) -> Any:
    inputs = k.Input(x.shape[1:])
    return k.Model(inputs, arrange(k.layers.Conv2D(3, 1)(inputs), k.layers.Conv2D(5, 1)(inputs)))(x)[pick]


OUTPUTS: dict[str, tuple[int, Callable[[Any, Any], Any]]] = {
    "the first of a split": (7, lambda k, x: k.ops.split(k.layers.Conv2D(10, 1)(x), [7], axis=-1)[0]),
    "the last of a split": (3, lambda k, x: k.ops.split(k.layers.Conv2D(10, 1)(x), [7], axis=-1)[1]),
    "one of a stack": (8, lambda k, x: k.ops.unstack(k.ops.stack([x, x], axis=-1), axis=-1)[0]),
    "a slice": (4, lambda k, x: k.layers.Conv2D(10, 1)(x)[..., :4]),
    "the first of a nested model": (5, lambda k, x: _nested(k, x, 0, lambda three, five: [five, three])),
    "the second of a nested model": (3, lambda k, x: _nested(k, x, 1, lambda three, five: [five, three])),
    "one by its name": (5, lambda k, x: _nested(k, x, "b", lambda three, five: {"a": three, "b": five})),
    "the input of the last layer": (8, lambda k, x: (x, k.layers.Conv2D(3, 1)(x))[0]),
}


@pytest.mark.parametrize(("channels", "build"), OUTPUTS.values(), ids=OUTPUTS.keys())
def test_the_output_is_the_tensor_that_comes_back(keras: Any, channels: int, build: Any) -> None:
    inputs = keras.Input((*SIZE, 3))
    x = keras.layers.UpSampling2D()(keras.layers.Conv2D(8, 3, strides=2, padding="same")(inputs))
    model = as_data(keras, inputs, build(keras, x))
    facts = model_inspection.trace(model, list(SIZE))
    image = np.ones((1, *SIZE, 3), dtype="float32")
    assert facts["steps"][-1][2] == model_inspection.predict(model, image, 1).shape[1:] == (*SIZE, channels)
    assert model_inspection.entrance(model, 2 * image) == [(2, 2)]
    assert [kind for kind, _, _ in facts["steps"]][:3] == ["InputLayer", "Conv2D", "UpSampling2D"]
    assert all(place < here for here, (_, places, _) in enumerate(facts["steps"]) for place in places)


def test_each_layer_that_kernels_begin_with_is_looked_at_and_none_behind(keras: Any) -> None:
    inputs = keras.Input((*SIZE, 3))
    half = keras.layers.Rescaling(0.5)(inputs)
    x = keras.layers.Concatenate()([keras.layers.Conv2D(2, 1)(half), keras.layers.MaxPooling2D(1)(inputs)])
    data = as_data(keras, inputs, keras.layers.Conv2D(3, 1)(x) + keras.layers.Conv2D(3, 1)(inputs))
    seen = model_inspection.entrance(data, np.full((1, *SIZE, 3), 4, dtype="float32"))
    assert sorted(seen) == [(2, 2), (4, 4)]


def test_what_does_not_lead_to_the_output_is_no_part_of_it(keras: Any) -> None:
    inner = keras.Input((*SIZE, 3))
    nested = keras.Model(inner, [keras.layers.Conv2D(4, 1)(inner), keras.layers.MaxPooling2D()(inner)])
    inputs = keras.Input((*SIZE, 3))
    facts = model_inspection.trace(as_data(keras, inputs, nested(inputs)[0]), list(SIZE))
    assert [kind for kind, _, _ in facts["steps"]] == ["InputLayer", "Conv2D"]


@pytest.mark.parametrize(("classes", "sums_to_1"), [("softmax", True), ("sigmoid", False), (None, False)])
@pytest.mark.parametrize("number", [2, 3, 5])
def test_only_a_softmax_adds_up_to_1_whatever_the_weights(
    keras: Any, number: int, classes: str | None, sums_to_1: bool
) -> None:
    inputs = keras.Input((*SIZE, 3))
    x = keras.layers.BatchNormalization()(keras.layers.Dropout(0.5)(inputs))
    x = keras.layers.Conv2D(4, 3, padding="same", kernel_initializer="zeros", activation="relu")(x)
    bias = keras.initializers.Constant(1 / number)
    x = keras.layers.Conv2D(number, 1, activation=classes, kernel_initializer="zeros", bias_initializer=bias)(x)
    image = np.random.default_rng(1).uniform(0, 1, (1, *SIZE, 3)).astype("float32")
    sums = model_inspection.predict(as_data(keras, inputs, x), image, 1).sum(axis=-1)
    assert np.allclose(sums, 1, atol=1e-3) == sums_to_1


LOOKING_FAR = {
    "Conv2D(4, 9, padding='same')": 8,
    "Conv2D(4, 8, padding='same', strides=2)": 4,
    "Conv2D(3, 9, padding='same', dilation_rate=3, groups=3)": 8,
    "Conv2D(4, 9)": 4,
    "SeparableConv2D(4, 9, padding='same')": 8,
    "DepthwiseConv2D(9, padding='same')": 8,
    "SpectralNormalization(Conv2D(4, 9, padding='same'))": 8,
    "Conv2DTranspose(4, 9, padding='same')": 8,
    "Conv2DTranspose(4, 9, strides=2, padding='same')": 16,
    "Conv2DTranspose(4, 1, strides=(2, 4), padding='same')": 16,
    "Conv2DTranspose(4, 9, strides=2, padding='same', output_padding=0)": 16,
}


@pytest.mark.parametrize(("layer", "first"), LOOKING_FAR.items(), ids=LOOKING_FAR.keys())
def test_a_kernel_that_looks_far_no_longer_does_and_all_sizes_stay(keras: Any, layer: str, first: int) -> None:
    inputs = keras.Input((*SIZE, 3))
    made = eval(layer, vars(keras.layers))  # noqa: S307
    data = as_data(keras, inputs, made(inputs))
    images = np.random.default_rng(2).uniform(0, 1, (2, *SIZE, 3)).astype("float32")
    images[1, :8] = images[0, :8]
    outputs = model_inspection.narrowed(data, images, 1)
    assert outputs.shape == model_inspection.predict(data, images, 1).shape == made(images).shape
    rows = np.abs(outputs[1] - outputs[0]).max(axis=(1, 2)) > 1e-5
    assert int(rows.argmax()) == first


def test_weights_written_into_an_initialiser_are_drawn_anew(keras: Any) -> None:
    written = np.arange(12, dtype="float32").reshape(1, 1, 3, 4)
    inputs = keras.Input((*SIZE, 3))
    layer = keras.layers.Conv2D(4, 1, kernel_initializer=keras.initializers.Constant(written))
    model = as_data(keras, inputs, layer(inputs))
    assert model.weights == ()
    assert "Constant" in json.loads(model.config)["config"]["layers"][1]["config"]["kernel_initializer"]["class_name"]
    kernel, _ = model_data.rebuild(model, with_weights=False).get_weights()
    assert kernel.shape == written.shape
    assert np.abs(kernel).max() < 2
