"""The short training: what Keras itself would give, whichever way the steps are computed."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from fcnkit.grading.protocol import Model
from fcnkit.grading.worker import model_data, train

pytestmark = pytest.mark.xdist_group("keras")

SEED, STEPS = 7, 4
NEVER = -1.0
"""A loss that none is below."""
RNG = np.random.default_rng(SEED)
IMAGES, LABELS = RNG.uniform(0, 255, (2, 8, 8, 3)).astype("float32"), RNG.integers(0, 3, (2, 8, 8, 1), dtype="uint8")


def model_of(keras: Any, *layers: Any) -> Model:
    last = keras.layers.Conv2D(3, 1, activation="softmax")
    built = keras.Sequential([keras.Input((8, 8, 3)), keras.layers.Rescaling(1 / 255), *layers, last])
    data = model_data.as_data(built)
    assert isinstance(data, Model)
    return data


@pytest.mark.parametrize(
    "kind",
    ["convolution", "normalised", "dropped out", "regularised", "penalised activity", "in half precision", "bounded"],
)
def test_the_losses_are_those_of_keras_own_steps(keras: Any, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    layers = keras.layers
    given = {
        "convolution": lambda: [layers.Conv2D(4, 3, padding="same", activation="relu")],
        "normalised": lambda: [layers.SeparableConv2D(4, 3, padding="same"), layers.BatchNormalization()],
        "dropped out": lambda: [layers.Conv2D(8, 3, padding="same"), layers.SpatialDropout2D(0.5)],
        "regularised": lambda: [layers.Conv2D(4, 3, padding="same", kernel_regularizer="l2", bias_regularizer="l1")],
        "penalised activity": lambda: [layers.Conv2D(4, 3, padding="same"), layers.ActivityRegularization(0.01)],
        "in half precision": lambda: [layers.Conv2D(4, 3, padding="same", dtype="mixed_float16")],
        "bounded": lambda: [layers.Conv2D(4, 3, padding="same", kernel_constraint="unit_norm")],
    }[kind]
    model = model_of(keras, *given())
    ours = train.train(model, IMAGES, LABELS, STEPS, NEVER, SEED)
    monkeypatch.setattr(train, "_is_plain", lambda *_: False)
    np.testing.assert_allclose(ours, train.train(model, IMAGES, LABELS, STEPS, NEVER, SEED), rtol=1e-3)
    assert len(set(ours)) == STEPS


def test_what_is_no_part_of_the_loss_is_left_alone_and_a_loss_without_weights_is_an_error(keras: Any) -> None:
    x = inputs = keras.Input((8, 8, 3))
    output = keras.layers.Softmax()(x)
    dead = keras.layers.Conv2D(3, 1)(inputs)
    still = Model(model_data.as_data(keras.Model(inputs, keras.ops.where(dead > 0, output, output * 0.5))).config, ())
    with pytest.raises(ValueError, match="part in the loss"):
        train.train(still, IMAGES, LABELS, STEPS, NEVER, SEED)
