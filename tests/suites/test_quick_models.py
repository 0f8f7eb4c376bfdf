"""A model that a function is handed answers as Keras' own does."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest

from fcnkit.grading.protocol import Model
from fcnkit.grading.worker import model_data
from fcnkit.grading.worker.handed_models import quick_model

pytestmark = pytest.mark.xdist_group("keras")

IMAGES = np.random.default_rng(3).integers(0, 256, (40, 6, 4, 3))
BATCHES = {
    "one image": IMAGES[:1].astype("float32"),
    "several of another dtype": IMAGES[:5].astype("uint8"),
    "in double precision": IMAGES[:2].astype("float64"),
    "more than a batch": IMAGES.astype("float32"),
}
WRONG = {
    "no batch": IMAGES[0].astype("float32"),
    "channels first": IMAGES[:1].transpose(0, 3, 1, 2).astype("float32"),
    "none": IMAGES[:0].astype("float32"),
    "text": "images",
}


@pytest.fixture(scope="module")
def pair(keras: Any) -> tuple[Any, Any]:
    """Keras' own, and the one that is handed on: dropout and normalisation tell training from its use."""
    layers = keras.layers
    inner = [layers.Rescaling(1 / 255), layers.Conv2D(4, 3), layers.BatchNormalization(), layers.Dropout(0.5)]
    model = keras.Sequential([keras.Input((None, None, 3)), *inner, layers.Conv2D(2, 1, activation="softmax")])
    return model, quick_model(Model(model_data.as_data(model).config, tuple(model.get_weights())))


@pytest.mark.parametrize("images", BATCHES.values(), ids=BATCHES.keys())
@pytest.mark.parametrize("how", ["predict", "predict_on_batch"])
def test_it_predicts_the_same(pair: tuple[Any, Any], how: str, images: Any) -> None:
    said: Any = {"verbose": 0} if how == "predict" else {}
    right, quick = (getattr(model, how)(images, **said) for model in pair)
    assert (type(quick), quick.dtype) == (type(right), right.dtype)
    np.testing.assert_allclose(quick, right, rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize("images", WRONG.values(), ids=WRONG.keys())
def test_it_fails_where_keras_does_and_in_the_same_way(pair: tuple[Any, Any], images: Any) -> None:
    raised = []
    for model in pair:
        with pytest.raises(Exception) as caught:  # noqa: PT011 - whatever Keras raises
            model.predict(images, verbose=0)
        raised.append(caught.type)
    assert raised[0] is raised[1]


@pytest.mark.parametrize("size", [(None, None), (6, 4)], ids=str)
def test_a_stack_is_built_once_and_is_what_keras_itself_makes_of_it(
    keras: Any, size: tuple[int | None, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    layers, built = keras.layers, []
    inner = keras.Sequential([layers.ReLU(), layers.Conv2D(3, 1)], name="inner")
    model = keras.Sequential([layers.Rescaling(1 / 255), layers.Conv2D(4, 3), inner, layers.Softmax()], name="outer")
    model.build((None, *size, 3))  # without an InputLayer of its own
    data = model_data.as_data(model)
    of_keras = keras.saving.deserialize_keras_object(json.loads(data.config))
    once = keras.Sequential.build
    monkeypatch.setattr(
        keras.Sequential, "build", lambda self, shape=None: built.append(self.name) or once(self, shape)
    )
    ours = model_data.rebuild(data, with_weights=False)
    assert built.count("outer") == 1
    assert ours.get_config() == of_keras.get_config()
    assert [weight.path for weight in ours.weights] == [weight.path for weight in of_keras.weights]
