"""Models and layers of a student's own classes are what Keras' layers in them compute, or are refused with a reason."""

from __future__ import annotations

import functools
import gc
from types import SimpleNamespace
from typing import Any

import pytest

from fcnkit.grading.protocol import Model, RefusedValue
from fcnkit.grading.worker import model_data, model_inspection
from fcnkit.grading.worker.time_limit import OutOfTime, cpu_limit

pytestmark = pytest.mark.xdist_group("keras")

SIZE = (8, 12)
SHAPE = (*SIZE, 3)
BATCH = (None, *SHAPE)


@pytest.fixture(scope="module")
def own(keras: Any) -> SimpleNamespace:
    """Classes as a notebook defines them."""

    class Block(keras.layers.Layer):  # type: ignore[misc]  # Keras has no types
        def __init__(self, filters: int) -> None:
            super().__init__()
            self.conv = keras.layers.Conv2D(filters, 3, padding="same", name="conv")
            self.norm = keras.layers.BatchNormalization(name="norm")

        def call(self, x: Any, training: bool = False) -> Any:
            return keras.ops.relu(self.norm(self.conv(x), training=training))

    class Late(keras.layers.Layer):  # type: ignore[misc]
        def build(self, input_shape: Any) -> None:
            self.conv = keras.layers.Conv2D(input_shape[-1], 1)
            super().build(input_shape)

        def call(self, inputs: Any) -> Any:
            return inputs + self.conv(inputs)

    class Rectified(keras.layers.Layer):  # type: ignore[misc]
        def call(self, x: Any) -> Any:
            return keras.ops.relu(x)

    class Scaled(keras.layers.Layer):  # type: ignore[misc]
        def build(self, input_shape: Any) -> None:
            self.scale = self.add_weight(shape=(input_shape[-1],))
            super().build(input_shape)

        def call(self, x: Any) -> Any:
            return x * self.scale

    class Net(keras.Model):  # type: ignore[misc]
        goes_on = False

        def __init__(self) -> None:
            super().__init__()
            self.inner = [Block(4), keras.Sequential([Block(4), Late()])]

        def call(self, x: Any) -> Any:
            for layer in self.inner:
                x = layer(x)
            return self.call(x) if self.goes_on else x

    class Endless(Net):
        def call(self, x: Any) -> Any:
            while self.goes_on:
                x = x + 0
            return super().call(x)

    class Choosy(Net):
        def call(self, x: Any) -> Any:
            return super().call(x / 255 if keras.ops.max(x) > 1 else x)

    class Halved(keras.Model):  # type: ignore[misc]
        def __init__(self) -> None:
            image = keras.Input(SHAPE)
            super().__init__(image, Block(4)(image))

        def call(self, inputs: Any, training: Any = None) -> Any:
            return super().call(inputs / 2, training=training)

    return SimpleNamespace(**locals())


def _called(keras: Any, kind: Any) -> Any:
    net = kind()
    net(keras.Input(SHAPE))
    return net


BLOCK = ["Conv2D", "BatchNormalization", "Relu"]


def traced(model: Any) -> list[str]:
    """The operations, or why the model is refused."""
    data = model_data.as_data(model)
    if isinstance(data, RefusedValue):
        return [data.reason]
    assert isinstance(data, Model)
    return [kind for kind, _, _ in model_inspection.trace(data, list(SIZE))["steps"][1:]]


@pytest.mark.filterwarnings("ignore:`build..` was called")  # Keras would rather have it called
def test_a_model_of_an_own_class_is_the_layers_that_it_calls(keras: Any, own: Any) -> None:
    built, called, compiled = own.Net(), own.Net(), _called(keras, own.Net)
    built.build(BATCH)
    called(keras.ops.zeros((1, *SHAPE)))
    compiled.compile("adam", "mse")
    for net in (built, called, compiled):
        assert traced(net) == [*BLOCK, *BLOCK, "Conv2D", "Add"]


def test_own_layers_are_opened_wherever_they_stand_and_names_that_recur_are_told_apart(keras: Any, own: Any) -> None:
    image = keras.Input(SHAPE)
    nested = keras.Model(image, own.Block(4)(own.Block(4)(image)))
    assert traced(nested) == [*BLOCK, *BLOCK]
    assert traced(keras.Sequential([keras.Input(SHAPE), nested, own.Late()])) == [*BLOCK, *BLOCK, "Conv2D", "Add"]
    assert traced(keras.Model(image, own.Net()(image))) == [*BLOCK, *BLOCK, "Conv2D", "Add"]
    assert traced(own.Halved()) == ["TrueDivide", *BLOCK]
    assert traced(keras.Model(image, keras.layers.Lambda(lambda x: x / 255)(image))) == ["TrueDivide"]


def test_a_layer_that_is_used_twice_is_one_layer_in_the_model(keras: Any, own: Any) -> None:
    image, block = keras.Input(SHAPE), own.Block(3)
    data = model_data.as_data(keras.Model(image, block(block(image))))
    assert isinstance(data, Model)
    facts = model_inspection.trace(data, list(SIZE))
    convolutions = [
        number for number, (kind, *_) in zip(facts["operations"], facts["steps"], strict=True) if kind == "Conv2D"
    ]
    assert len(convolutions) == 2
    assert len(set(convolutions)) == 1


def _conv(keras: Any, function: Any, **more: Any) -> Any:
    """A model of one convolution with this activation, or of the layer `kind`."""
    kind = more.pop("kind", keras.layers.Conv2D)
    return keras.Sequential([keras.Input(SHAPE), kind(4, 3, activation=function, **more)])


def test_an_own_activation_is_the_operations_that_it_calls_after_its_layer(keras: Any, own: Any) -> None:
    ops, layers = keras.ops, keras.layers

    def relu(x: Any) -> Any:  # called as one of Keras'
        return ops.maximum(x, 0.1 * x)

    class Curve:
        def __call__(self, x: Any) -> Any:
            return ops.tanh(x)

    leaky = functools.partial(keras.activations.leaky_relu, negative_slope=0.1)
    assert traced(_conv(keras, lambda x: x * ops.sigmoid(x))) == ["Conv2D", "Sigmoid", "Multiply"]
    assert traced(_conv(keras, relu)) == ["Conv2D", "Multiply", "Maximum"]
    assert traced(_conv(keras, leaky)) == ["Conv2D", "LeakyRelu"]
    assert traced(_conv(keras, ops.sin)) == ["Conv2D", "Sin"]
    assert traced(_conv(keras, Curve(), kind=layers.Conv2DTranspose)) == ["Conv2DTranspose", "Tanh"]
    assert traced(_conv(keras, own.Rectified(), kind=layers.SeparableConv2D)) == ["SeparableConv2D", "Relu"]
    assert traced(_conv(keras, layers.Lambda(ops.relu))) == ["Conv2D", "Relu"]
    assert traced(_conv(keras, layers.LeakyReLU())) == ["Conv2D"]
    image = keras.Input(SHAPE)
    assert traced(keras.Model(image, _conv(keras, relu)(layers.Activation(relu)(image)))) == [
        "Activation", "Multiply", "Maximum", "Conv2D", "Multiply", "Maximum",
    ]  # fmt: skip


def test_a_layer_with_an_own_activation_stays_as_it_was_and_can_be_used_twice(keras: Any) -> None:
    image, calls = keras.Input(SHAPE), []

    def counted(x: Any) -> Any:
        calls.append(x)
        return keras.ops.relu(x)

    layer = keras.layers.Conv2D(3, 1, activation=counted)
    model = keras.Model(image, layer(layer(image)))
    for _ in range(2):
        assert traced(model) == ["Conv2D", "Relu", "Conv2D", "Relu"]
    assert layer.activation is counted
    before = len(calls)
    model(keras.ops.ones((1, *SHAPE)))
    assert len(calls) == before + 2


@pytest.mark.parametrize("ending", [OutOfTime, SystemExit, RecursionError, ZeroDivisionError])
def test_a_layer_whose_activation_does_not_return_stays_as_it_was(keras: Any, ending: type[BaseException]) -> None:
    before, is_followed = keras.Layer.__call__, []

    def ends(x: Any) -> Any:
        if is_followed:
            raise ending
        return keras.ops.relu(x)

    model = _conv(keras, ends, kernel_initializer=lambda shape, dtype=None: keras.ops.ones(shape, dtype))
    layer = model.layers[0]
    initializer = layer.kernel_initializer
    is_followed.append(True)
    if issubclass(ending, Exception):
        assert model_data.as_data(model) == RefusedValue("not-followed", "Conv2D")
    else:
        with pytest.raises(ending):
            model_data.as_data(model)
    assert layer.activation is ends
    assert layer.kernel_initializer is initializer
    assert keras.Layer.__call__ is before


def test_own_initialisers_regularisers_and_constraints_are_no_part_of_the_model(keras: Any) -> None:
    ops = keras.ops

    class Ones(keras.initializers.Initializer):  # type: ignore[misc]
        def __call__(self, shape: Any, dtype: Any = None) -> Any:
            return ops.ones(shape, dtype)

    class Sum(keras.regularizers.Regularizer):  # type: ignore[misc]
        def __call__(self, x: Any) -> Any:
            return ops.sum(x)

    class Positive(keras.constraints.Constraint):  # type: ignore[misc]
        def __call__(self, w: Any) -> Any:
            return ops.maximum(w, 0)

    own = {"kernel_initializer": Ones(), "kernel_regularizer": Sum(), "kernel_constraint": Positive()}
    functions = {
        "kernel_initializer": lambda shape, dtype=None: ops.ones(shape, dtype),
        "bias_regularizer": ops.sum,
        "kernel_constraint": lambda w: w,
    }
    for more in (own, functions):
        model = _conv(keras, "relu", **more)
        assert traced(model) == ["Conv2D"]
        assert all(getattr(model.layers[0], name) is value for name, value in more.items())


def test_of_what_is_not_followed_the_layer_and_the_reason_are_said(keras: Any, own: Any) -> None:
    tf, layers = pytest.importorskip("tensorflow"), keras.layers
    for model, refused in [
        (_conv(keras, lambda x: x * tf.sigmoid(x)), RefusedValue("tf-function", "Conv2D")),
        (_conv(keras, lambda x: x if keras.ops.max(x) > 0 else -x), RefusedValue("not-followed", "Conv2D")),
        (_conv(keras, lambda _: None), RefusedValue("nothing-returned", "Conv2D")),
        (
            keras.Sequential([keras.Input((4, 3)), layers.LSTM(4, activation=lambda x: x)]),
            RefusedValue("not-followed", "LSTM"),
        ),
        (_conv(keras, own.Scaled()), RefusedValue("own-weights")),
        (
            keras.Sequential([keras.Input(SHAPE), layers.TimeDistributed(layers.Dense(4, activation=lambda x: x))]),
            RefusedValue("not-followed", "TimeDistributed"),
        ),
        (
            keras.Sequential([keras.Input(SHAPE), layers.Lambda(tf.image.flip_up_down)]),
            RefusedValue("tf-function", "Lambda"),
        ),
    ]:
        assert model_data.as_data(model) == refused


def test_what_cannot_be_followed_is_refused_with_its_reason(keras: Any, own: Any) -> None:
    image = keras.Input(SHAPE)
    assert traced(own.Net()) == ["unbuilt"]
    assert traced(keras.Model(image, own.Scaled()(image))) == ["own-weights"]
    choosy = own.Choosy()
    choosy(keras.ops.ones((1, *SHAPE)))
    assert traced(choosy) == ["not-followed"]
    net = _called(keras, own.Net)
    net.goes_on = True
    assert traced(net) == ["not-followed"]  # RecursionError


def test_code_without_end_is_ended_and_keras_is_as_before(keras: Any, own: Any) -> None:
    before = keras.Layer.__call__
    endless = _called(keras, own.Endless)
    endless.goes_on = True
    gc.disable()  # Hypothesis counts collections, and what is raised while it does would be lost
    try:
        with pytest.raises(OutOfTime), cpu_limit(0.5):
            traced(endless)
    finally:
        gc.enable()
    assert keras.Layer.__call__ is before
