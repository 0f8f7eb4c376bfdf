"""What networks cost: counted by hand for one, and measured where somebody looks."""

from __future__ import annotations

from typing import Any

import fcnlab
import pytest
from fcnlab.costs import Cost, by_layer, network_costs
from words_in import words

pytestmark = [pytest.mark.xdist_group("keras"), pytest.mark.usefixtures("keras")]


@pytest.fixture(scope="module")
def keras() -> Any:
    return pytest.importorskip("keras")


def test_lenet_costs_what_its_paper_says() -> None:
    """61,706 parameters; the first layer: 6 filters of 5×5 at 28×28 places."""
    model = fcnlab.lenet5()
    assert model.count_params() == 61_706
    shown = words(fcnlab.layer_costs(model, lang="en"))
    assert shown == words(fcnlab.layer_costs(fcnlab.lenet5, lang="en"))
    first = 28 * 28 * 6
    assert {"28 × 28 × 6", "156 ", f"{first * 25 / 1000:.3g} k", f"{first * 4 / 1000:.3g} kB"} <= set(shown)
    assert [kind for kind in shown if kind in ("Conv2D", "Dense", "AveragePooling2D")] == ["Conv2D"] * 2 + ["Dense"] * 3


def test_most_parameters_of_alexnet_are_dense_and_most_multiply_adds_are_not() -> None:
    layers = by_layer(fcnlab.alexnet())
    dense = [layer for layer in layers if layer.name == "Dense"]
    assert sum(layer.parameters for layer in dense) / sum(layer.parameters for layer in layers) == pytest.approx(
        0.94, abs=5e-3
    )
    share = sum(layer.multiply_adds for layer in dense) / sum(layer.multiply_adds for layer in layers)
    assert 1 - share == pytest.approx(0.95, abs=5e-3)


def test_kinds_of_convolutions_are_counted_as_ones_add_up(keras: Any) -> None:
    """A transposed convolution uses its kernel once for each number of the input, a separable one has two."""
    layers = keras.layers
    inputs = keras.Input((6, 8, 3))
    x = layers.SeparableConv2D(4, 3, padding="same")(inputs)
    x = layers.Conv2DTranspose(5, 3, strides=2, padding="same")(x)
    counted = by_layer(keras.Model(inputs, layers.Conv2D(5, 3, groups=5, padding="same")(x)))
    assert [layer.multiply_adds for layer in counted] == [48 * (27 + 12), 48 * 9 * 4 * 5, 4 * 48 * 9 * 5]
    assert counted[1] == Cost("Conv2DTranspose", 185, 48 * 180, 4 * 12 * 16 * 5, (12, 16, 5))


def test_networks_are_made_and_measured_only_when_somebody_looks(keras: Any) -> None:
    made = []

    def small(weights: None = None) -> Any:
        made.append(weights)
        return keras.Sequential([keras.Input((4, 4, 1)), keras.layers.Conv2D(2, 3)])

    picture = network_costs(
        {"one": small, "nested": lambda weights: keras.Sequential([keras.Input((4, 4, 1)), small(weights)])}, lang="ko"
    )
    assert not made
    shown = words(picture)
    assert made == [None, None]
    assert shown.count("20 ") == 2
    assert sum(text.endswith(" ms") for text in shown) == 2


def test_what_cannot_be_counted_is_said(keras: Any) -> None:
    for model in (None, keras.Sequential([keras.Input((4, 4, 1)), keras.layers.Flatten()])):
        assert "층" in repr(fcnlab.layer_costs(model, lang="ko"))
