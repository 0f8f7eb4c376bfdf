"""Variants of a student's model, and what is drawn of them; trainings themselves are tried with the notebook."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from fcnlab import compared, counted, drawn_pets, pretrained_encoder, regions, side_by_side, transferred, two_pets
from fcnlab.encoder import WEIGHTS
from fcnlab.trial_pictures import Trial, curves, table
from fcnlab.variants import on_encoder, with_dilation, with_max_pooling, with_skip

pytestmark = pytest.mark.xdist_group("keras")


def _fcn(img_size: tuple[int, int], num_classes: int, filters: tuple[int, ...] = (2, 3, 4)) -> Any:
    keras = pytest.importorskip("keras")
    inputs = keras.Input((*img_size, 3))
    x = keras.layers.Rescaling(1 / 255)(inputs)
    for channels in filters:
        x = keras.layers.Conv2D(channels, 3, strides=2, padding="same", activation="relu")(x)
    for channels in reversed(filters):
        x = keras.layers.Conv2DTranspose(channels, 3, strides=2, padding="same", activation="relu")(x)
    return keras.Model(inputs, keras.layers.Conv2D(num_classes, 3, padding="same", activation="softmax")(x))


def _kinds(model: Any) -> list[str]:
    return [type(layer).__name__ for layer in model.layers]


def test_each_variant_differs_in_one_respect_and_keeps_the_sizes() -> None:
    model = _fcn((16, 24), 3)
    pooled, dilated, skipping = with_max_pooling(model), with_dilation(model), with_skip(model)
    assert all(each.output_shape == model.output_shape for each in (pooled, dilated, skipping))
    assert _kinds(pooled).count("MaxPooling2D") == 3
    assert pooled.count_params() == dilated.count_params() == model.count_params()
    assert [getattr(layer, "dilation_rate", (1, 1))[0] for layer in dilated.layers[2:]] == [1, 1, 2, 4, 2, 1, 1]
    assert min(layer.output.shape[1] for layer in dilated.layers) == 8
    assert _kinds(skipping).count("Concatenate") == 1
    assert _kinds(model).count("Concatenate") == 0, "the model itself stays as it was"


def test_the_way_up_stands_on_a_frozen_encoder() -> None:
    model = on_encoder(_fcn((16, 16), 3), pretrained_encoder((16, 16)))
    assert model.output_shape == (None, 16, 16, 3)
    assert len(model.trainable_weights) == 8
    assert len(model.non_trainable_weights) == 6
    shallow = on_encoder(_fcn((16, 16), 3, filters=(2, 3)), pretrained_encoder((16, 16)))
    assert shallow.output_shape == (None, 16, 16, 3)


def test_a_model_of_another_form_gives_a_note() -> None:
    keras = pytest.importorskip("keras")

    def pools(img_size: tuple[int, int], num_classes: int) -> Any:
        layers = keras.layers
        up, last = layers.UpSampling2D(2), layers.Conv2D(num_classes, 1, activation="softmax")
        return keras.Sequential([keras.Input((*img_size, 3)), layers.MaxPooling2D(2), up, last])

    assert "no convolution with a stride" in repr(compared(pools, lang="en"))
    for lang in ("ko", "en"):
        assert "None" not in repr(compared(lambda *_: None, lang=lang))
        assert repr(transferred(lambda *_: None, lang=lang)) == repr(side_by_side({"": lambda *_: None}, lang=lang))


def test_nothing_is_trained_before_somebody_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fcnlab.trials.drawn_pets", lambda *_: pytest.fail("somebody trains"))
    assert "IoU" in repr(compared(_fcn, lang="ko"))
    assert "few" in repr(transferred(_fcn, lang="en"))


def test_the_weights_are_small_and_nothing_in_them_is_pickled() -> None:
    assert WEIGHTS.stat().st_size < 300_000
    with np.load(WEIGHTS, allow_pickle=False) as file:
        assert sorted(file.files) == ["bias_0", "bias_1", "bias_2", "kernel_0", "kernel_1", "kernel_2"]
        assert all(np.isfinite(file[name]).all() for name in file.files)


@pytest.mark.parametrize("seed", range(5))
def test_two_animals_that_touch_are_one_region_and_two_instances(seed: int) -> None:
    photo, mask, instances = two_pets((64, 64), seed)
    assert photo.shape == (64, 64, 3)
    assert regions(mask != 1).max() == 1
    assert [regions(instances == label).max() for label in (1, 2)] == [1, 1]


def test_regions_are_counted_by_edges_not_by_corners() -> None:
    assert regions([[1, 0, 1], [0, 1, 1], [0, 0, 0]]).tolist() == [[1, 0, 2], [0, 2, 2], [0, 0, 0]]
    assert regions(np.zeros((2, 3))).max() == 0


def test_drawn_pets_are_the_same_for_the_same_seed() -> None:
    images, masks = drawn_pets(3, (16, 24), 5)
    assert (images.shape, masks.shape) == ((3, 16, 24, 3), (3, 16, 24, 1))
    assert set(np.unique(masks)) <= {0, 1, 2}
    assert (drawn_pets(3, (16, 24), 5)[0] == images).all()
    assert (drawn_pets(3, (16, 24), 6)[0] != images).any()


def test_results_are_drawn_in_both_languages() -> None:
    trials = [Trial("하나", [0.9, 0.95, 0.4], [0.2, 0.75]), Trial("둘", [0.9, 0.95, 0.42], [0.3, 0.757])]
    for lang in ("ko", "en"):
        assert "0.420" in {getattr(mark, "text", "") for mark in table(trials, lang).marks}
        assert any("0.757" in getattr(mark, "text", "") for mark in curves(trials, 2, lang).marks)
    photo, mask, _ = two_pets((16, 16))
    assert "regions" not in repr(counted(photo, {"mask": [mask != 1], "nothing yet": None}, lang="en"))
    assert "크기" in repr(counted(photo, {"mask": [np.ones((3, 3))]}, lang="ko"))
