"""Blocks of assignment 06, traced as the worker does: what each hidden check says of honest and of wrong ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from hidden_suite import Suite, suite_of
from without_values import without_values

from fcnkit.grading.examiner.check import Case, Function
from fcnkit.grading.examiner.model_runner import read_trace
from fcnkit.grading.protocol import Input, Model, RefusedValue
from fcnkit.grading.worker import model_data, model_inspection

pytestmark = pytest.mark.xdist_group("keras")

SUITE = suite_of("06")
DEPTHWISE, RESIDUAL = "depthwise_separable_block", "residual_block"
WRONG = [(m.id, name) for m in SUITE.misconceptions for name in m.signs if name not in m.raises]


class Rebuilt:
    """A block that a student's function has built, looked at in this process."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._traces: dict[tuple[int, int], dict[str, Any]] = {}
        self._idle: dict[tuple[bytes, int], list[int]] = {}

    def trace(self, size: tuple[int, int]) -> dict[str, Any]:
        if size not in self._traces:  # checks share models, as they do where a submission is graded
            self._traces[size] = read_trace(model_inspection.trace(self._model, list(size)))
        return self._traces[size]

    def idle(self, images: Any, seed: int) -> list[int]:
        asked = images.tobytes(), seed
        if asked not in self._idle:
            self._idle[asked] = model_inspection.idle(self._model, images, seed)
        return self._idle[asked]


def facts_of(block: Callable[..., Any], function: Function, case: Case) -> Any:
    """What a check finds out about the block that a student's function builds."""
    return _measured(_built_by(block, case), function, case)


def _measured(built: Rebuilt, function: Function, case: Case) -> Any:
    assert function.look is not None
    return function.look.measure(built, case)


def _built_by(block: Callable[..., Any], case: Case) -> Rebuilt:
    x, filters = case.args
    with without_values():
        output = inputs = model_data.input_of(x)
        for _ in range(x.times):
            output = block(output, filters)
        built = model_data.part_as_data(inputs, output)
    assert isinstance(built, Model), built
    return Rebuilt(Model(built.config, ()))


def failed(suite: Suite, name: str, block: Callable[..., Any]) -> dict[str, list[str]]:
    """Each hidden check that a block fails, with the misconceptions that explain all that is wrong there."""
    found, built = {}, {}
    for check in suite.checks_of(name):
        for _, case in check.agreements:
            if repr(case.args) not in built:
                built[repr(case.args)] = _built_by(block, case)
        facts = [(asked, case, _measured(built[repr(case.args)], asked, case)) for asked, case in check.agreements]
        wrong = [(case, each) for asked, case, each in facts if asked.difference(case, each) is not None]
        if wrong:
            found[check.name] = [
                m.id
                for m in suite.misconceptions
                if name in m.signs and all(m.signs[name](each, *case.args) for case, each in wrong)
            ]
    return found


ALSO_TRUE = {
    ("halved", RESIDUAL): ["always-projected"],  # it halves the shortcut by a 1×1 convolution
    ("never-projected", RESIDUAL): ["no-shortcut"],  # where the channels differ, there is none, in either
    ("no-shortcut", RESIDUAL): ["never-projected"],
    ("depthwise-alone", DEPTHWISE): ["channels-kept"],  # a depthwise convolution keeps them
}
"""Names that are true of what another answer does in one check, and not told: its own one explains more."""


@pytest.mark.parametrize(("id", "name"), WRONG)
def test_a_wrong_block_loses_marks_and_is_the_one_named(keras: Any, id: str, name: str) -> None:  # noqa: ARG001
    (answer,) = [m.answers[name] for m in SUITE.misconceptions if m.id == id]
    explanations = failed(SUITE, name, answer)
    assert explanations
    assert len(explanations) < len(SUITE.checks_of(name)), "costs all marks of its question"
    votes = Counter(each for ids in explanations.values() for each in ids)
    assert {max(ids, key=votes.__getitem__) for ids in explanations.values() if ids} == {id}
    assert {each for ids in explanations.values() for each in ids} <= {id, *ALSO_TRUE.get((id, name), ())}


def _same(layers: Any, x: Any, filters: int) -> Any:
    return x if x.shape[-1] == filters else layers.Conv2D(filters, 1)(x)


def _convolved(layers: Any, x: Any, filters: int, **more: Any) -> Any:
    return layers.Conv2D(filters, 3, padding="same", **more)(x)


def _projected_first(k: Any, x: Any, n: int) -> Any:
    x = _same(k.layers, x, n)
    return k.ops.add(x, _convolved(k.layers, k.activations.gelu(x), n))


def _nested(k: Any, x: Any, n: int) -> Any:
    inner = k.Input(x.shape[1:])
    return k.Model(inner, _convolved(k.layers, inner, n) + _same(k.layers, inner, n))(x)


def _shortcut_inside(k: Any, x: Any, n: int) -> Any:
    y = _convolved(k.layers, x, n)
    return _same(k.layers, x, n) + (y + _convolved(k.layers, y, n))


def _zero_to_learn(k: Any, x: Any, n: int) -> Any:
    y = _convolved(k.layers, x, n, kernel_initializer="zeros")
    return _same(k.layers, x, n) + k.layers.BatchNormalization(gamma_initializer="zeros")(y)


def _own_activation(function: Callable[[Any, Any], Any]) -> Callable[..., Any]:
    """A block that applies a function of the student's before, between and after its convolutions."""

    def block(k: Any, x: Any, n: int) -> Any:
        def own(x: Any) -> Any:
            return function(k.ops, x)

        y = _convolved(k.layers, k.layers.Activation(own)(x), n, activation=own)
        return k.layers.Activation(own)(_convolved(k.layers, y, n) + _same(k.layers, x, n))

    return block


HONEST_RESIDUAL: dict[str, Callable[..., Any]] = {
    "padded first": lambda k, x, n: (
        k.layers.Conv2D(n, 3)(k.layers.Conv2D(n, 3)(k.layers.ZeroPadding2D(2)(x))) + _same(k.layers, x, n)
    ),
    "padded twice by ops": lambda k, x, n: (
        k.layers.Conv2D(n, 3)(k.ops.pad(_convolved(k.layers, x, n), ((0, 0), (1, 1), (1, 1), (0, 0))))
        + _same(k.layers, x, n)
    ),
    "Dense for the 1×1": lambda k, x, n: _convolved(k.layers, x, n) + (x if x.shape[-1] == n else k.layers.Dense(n)(x)),
    "an own swish": _own_activation(lambda ops, x: x * ops.sigmoid(x)),
    "an own leaky ReLU": _own_activation(lambda ops, x: ops.maximum(x, 0.1 * x)),
    "an own leaky ReLU by cases": _own_activation(lambda ops, x: ops.where(x > 0, x, 0.1 * x)),
    "an own hard swish": _own_activation(lambda ops, x: x * ops.clip(x + 3, 0, 6) / 6),
    "an own hard sigmoid": _own_activation(lambda ops, x: ops.clip(0.2 * x + 0.5, 0, 1)),
    "an own sum of two": _own_activation(lambda ops, x: ops.relu(x) + 0.1 * ops.tanh(x)),
    "begun at 0": _zero_to_learn,
    "a tenth of it": lambda k, x, n: _same(k.layers, x, n) + 0.1 * _convolved(k.layers, x, n),
    "dropped before the sum": lambda k, x, n: (
        _same(k.layers, x, n) + k.layers.SpatialDropout2D(0.5)(_convolved(k.layers, x, n))
    ),
    "squeezed by what is around": lambda k, x, n: (
        _same(k.layers, x, n)
        + k.layers.Multiply()(
            [
                y := _convolved(k.layers, x, n),
                k.layers.Dense(n, "sigmoid")(k.layers.GlobalMaxPooling2D(keepdims=True)(y)),
            ]
        )
    ),
    "beside one that does nothing": lambda k, x, n: (
        _same(k.layers, x, n) + _convolved(k.layers, x, n) + 0 * _convolved(k.layers, x, n)
    ),
    "stacked and summed": lambda k, x, n: k.ops.sum(
        k.ops.stack([_convolved(k.layers, x, n), _same(k.layers, x, n)], axis=-1), axis=4
    ),
    "stacked and summed, before the batch": lambda k, x, n: k.ops.relu(
        k.ops.sum(k.ops.stack([_same(k.layers, x, n), _convolved(k.layers, x, n), _convolved(k.layers, x, n)]), axis=0)
    ),
    "one convolution": lambda k, x, n: _convolved(k.layers, x, n) + _same(k.layers, x, n),
    "two branches of two": lambda k, x, n: k.layers.Add()(
        [_same(k.layers, x, n), *[_convolved(k.layers, _convolved(k.layers, x, 32), n) for _ in range(2)]]
    ),
    "dilated": lambda k, x, n: k.layers.add([_convolved(k.layers, x, n, dilation_rate=3), _same(k.layers, x, n)]),
    "separable": lambda k, x, n: k.layers.SeparableConv2D(n, 3, padding="same")(x) + _same(k.layers, x, n),
    "projected before everything": _projected_first,
    "widened after the sum": lambda k, x, n: _same(k.layers, x + _convolved(k.layers, x, x.shape[-1]), n),
    "with a shortcut inside": _shortcut_inside,
    "normalised by its weights": lambda k, x, n: (
        k.layers.SpectralNormalization(k.layers.Conv2D(n, 3, padding="same"))(x) + _same(k.layers, x, n)
    ),
    "in a model of its own": _nested,
    "dropped after the sum": lambda k, x, n: k.layers.Dropout(0.1)(_convolved(k.layers, x, n) + _same(k.layers, x, n)),
    "one of two outputs": lambda k, x, n: k.ops.split(
        k.ops.concatenate([_convolved(k.layers, x, n) + _same(k.layers, x, n), x], axis=-1), [n], axis=-1
    )[0],
}


@pytest.mark.parametrize("block", HONEST_RESIDUAL.values(), ids=HONEST_RESIDUAL.keys())
def test_honest_residual_blocks_pass(keras: Any, block: Callable[..., Any]) -> None:
    assert failed(SUITE, RESIDUAL, lambda x, filters: block(keras, x, filters)) == {}


OTHERWISE_WRONG: dict[str, tuple[str, Callable[..., Any]]] = {
    "nothing at all": (RESIDUAL, lambda _, x, __: x),
    "a sum with itself": (RESIDUAL, lambda _, x, __: x + x),
    "multiplied": (RESIDUAL, lambda k, x, n: _convolved(k.layers, x, n) * _same(k.layers, x, n)),
    "5 × 5": (RESIDUAL, lambda k, x, n: k.layers.Conv2D(n, 5, padding="same")(x) + _same(k.layers, x, n)),
    "dropped": (
        RESIDUAL,
        lambda k, x, n: _convolved(k.layers, x, n) + k.layers.SpatialDropout2D(0.1)(_same(k.layers, x, n)),
    ),
    "noise added": (
        RESIDUAL,
        lambda k, x, n: _convolved(k.layers, x, n) + k.layers.GaussianNoise(1)(_same(k.layers, x, n)),
    ),
    "averaged channels": (RESIDUAL, lambda k, x, n: _convolved(k.layers, x, n) + k.ops.mean(x, -1, keepdims=True)),
    "two groups": (DEPTHWISE, lambda k, x, n: k.layers.Conv2D(n, 1)(_convolved(k.layers, x, 32, groups=2))),
    "1 × 1 alone": (DEPTHWISE, lambda k, x, n: k.layers.Conv2D(n, 1)(x)),
    "a kernel of 5": (DEPTHWISE, lambda k, x, n: k.layers.SeparableConv2D(n, 5, padding="same")(x)),
    "resized": (DEPTHWISE, lambda k, x, n: k.ops.image.resize(k.layers.SeparableConv2D(n, 3)(x), x.shape[1:3])),
    "twice": (DEPTHWISE, lambda k, x, n: k.layers.SeparableConv2D(n, 3)(k.layers.SeparableConv2D(n, 3)(x))),
    "halved where the channels differ": (
        DEPTHWISE,
        lambda k, x, n: k.layers.SeparableConv2D(n, 3, 1 if x.shape[-1] == n else 2, padding="same")(x),
    ),
    "pooled": (DEPTHWISE, lambda k, x, n: k.layers.MaxPooling2D()(k.layers.SeparableConv2D(n, 3)(x))),
}


@pytest.mark.parametrize(("name", "block"), OTHERWISE_WRONG.values(), ids=OTHERWISE_WRONG.keys())
def test_blocks_that_are_wrong_in_other_ways_fail(keras: Any, name: str, block: Callable[..., Any]) -> None:
    assert failed(SUITE, name, lambda x, filters: block(keras, x, filters))


def _branch(layers: Any, x: Any, n: int, **more: Any) -> Any:
    return _convolved(layers, _convolved(layers, x, n), n, **more)


def _doubled(k: Any, x: Any, n: int) -> Any:
    x = _branch(k.layers, x, n)
    return x + x


def _itself(k: Any, x: Any, n: int) -> Any:
    shortcut, x = x, _branch(k.layers, x, n)
    shortcut = shortcut if shortcut.shape[-1] == n else k.layers.Conv2D(n, 1)(shortcut)
    return k.layers.Add()([x, x])


def _widened_by_half(k: Any, x: Any, n: int) -> Any:
    stride = 1 if x.shape[-1] == n else 2
    shortcut = x if stride == 1 else k.layers.Conv2D(n, 1, strides=2)(x)
    return _convolved(k.layers, _convolved(k.layers, x, n, strides=stride), n) + shortcut


def _kept_behind_two(k: Any, x: Any, n: int) -> Any:
    x = _branch(k.layers, k.layers.BatchNormalization()(x), n)
    return k.layers.Add()([_branch(k.layers, x, n), x])


NAMED: dict[str, tuple[str, Callable[[Any, Any, int], Any]]] = {
    "halved where the channels differ, as ResNet does": ("halved", _widened_by_half),
    "kept behind two convolutions": ("shortcut-kept-late", _kept_behind_two),
    "1×1 after the sum": (
        "convolved-after-the-sum",
        lambda k, x, n: k.layers.Conv2D(n, 1)(_branch(k.layers, x, n) + _same(k.layers, x, n)),
    ),
    "the sum in between": (
        "convolved-after-the-sum",
        lambda k, x, n: _convolved(k.layers, _convolved(k.layers, x, n) + _same(k.layers, x, n), n),
    ),
    "x + x": ("added-to-itself", _doubled),
    "Add()([x, x])": ("added-to-itself", _itself),
    "the larger one": (
        "shortcut-not-added",
        lambda k, x, n: k.layers.Maximum()([_branch(k.layers, x, n), _same(k.layers, x, n)]),
    ),
    "the difference": (
        "shortcut-not-added",
        lambda k, x, n: k.layers.Subtract()([_branch(k.layers, x, n), _same(k.layers, x, n)]),
    ),
    "3×3 on every shortcut": (
        "projected-by-three-by-three",
        lambda k, x, n: _branch(k.layers, x, n) + k.layers.BatchNormalization()(_convolved(k.layers, x, n)),
    ),
    "3×3 beside another one": (
        "projected-by-three-by-three",
        lambda k, x, n: (
            _convolved(k.layers, x, n) + (x if x.shape[-1] == n else _convolved(k.layers, x, n, use_bias=False))
        ),
    ),
    "two branches and no shortcut": ("", lambda k, x, n: _branch(k.layers, x, n) + _branch(k.layers, x, n)),
    "stacked and averaged": (
        "shortcut-not-added",
        lambda k, x, n: k.ops.mean(k.ops.stack([_branch(k.layers, x, n), _same(k.layers, x, n)]), axis=0),
    ),
    "stacked with itself and summed": (
        "added-to-itself",
        lambda k, x, n: k.ops.sum(k.ops.stack([_branch(k.layers, x, n)] * 2), axis=0),
    ),
    "summed along another axis": (
        "shortcut-not-added",
        lambda k, x, n: k.ops.sum(k.ops.stack([_branch(k.layers, x, n), _same(k.layers, x, n)] * (n // 2), 4), axis=3),
    ),
    "minus": ("shortcut-not-added", lambda k, x, n: _branch(k.layers, x, n) - _same(k.layers, x, n)),
    "a slice": (
        "shortcut-cropped",
        lambda k, x, n: k.layers.Conv2D(n, 3)(k.layers.Conv2D(n, 3)(x)) + _same(k.layers, x, n)[:, 2:-2, 2:-2],
    ),
    "noise on the shortcut": (
        "shortcut-dropped",
        lambda k, x, n: _branch(k.layers, x, n) + k.layers.GaussianNoise(0.1)(_same(k.layers, x, n)),
    ),
    "separable on the shortcut": (
        "projected-by-three-by-three",
        lambda k, x, n: (
            _branch(k.layers, x, n) + (x if x.shape[-1] == n else k.layers.SeparableConv2D(n, 3, padding="same")(x))
        ),
    ),
    "cropped to very little": (
        "shortcut-cropped",
        lambda k, x, n: k.layers.Conv2D(n, 3)(k.layers.Conv2D(n, 3)(x)) + k.layers.Cropping2D(2)(_same(k.layers, x, n)),
    ),
    "zeros around what is smaller": (
        "border-filled",
        lambda k, x, n: k.layers.ZeroPadding2D()(k.layers.Conv2D(n, 3)(x)) + _same(k.layers, x, n),
    ),
    "a pooled shortcut": (
        "",
        lambda k, x, n: _branch(k.layers, x, n) + k.layers.MaxPooling2D(3, 1, padding="same")(_same(k.layers, x, n)),
    ),
    "half of the shortcut": ("", lambda k, x, n: _branch(k.layers, x, n) + 0.5 * _same(k.layers, x, n)),
    "the shortcut twice": ("", lambda k, x, n: k.layers.Add()([_same(k.layers, x, n)] * 2)),
    "pooled after the sum": (
        "",
        lambda k, x, n: k.layers.MaxPooling2D()(_branch(k.layers, x, n) + _same(k.layers, x, n)),
    ),
    "5×5": (
        "",
        lambda k, x, n: k.layers.Conv2D(n, 5, padding="same")(x) + _same(k.layers, x, n),
    ),
    "a 1×1 beside the shortcut": ("", lambda k, x, n: k.layers.Conv2D(n, 1)(x) + _same(k.layers, x, n)),
    "two 1×1 on the shortcut": (
        "",
        lambda k, x, n: (
            _branch(k.layers, x, n) + (x if x.shape[-1] == n else k.layers.Conv2D(n, 1)(k.layers.Conv2D(n, 1)(x)))
        ),
    ),
}
"""Wrong blocks that once had a name that was not theirs, and the one that is, if any."""


@pytest.mark.parametrize(("id", "block"), NAMED.values(), ids=NAMED.keys())
def test_a_wrong_block_has_no_name_but_its_own(keras: Any, id: str, block: Callable[..., Any]) -> None:
    explanations = failed(SUITE, RESIDUAL, lambda x, filters: block(keras, x, filters))
    assert explanations
    assert {each for ids in explanations.values() for each in ids} == ({id} if id else set())


def test_what_is_no_tensor_from_the_input_is_refused(keras: Any) -> None:
    layers, inputs = keras.layers, model_data.input_of(Input((8, 8, 4)))

    class Own(layers.Layer):
        def build(self, input_shape: Any) -> None:
            self.scale = self.add_weight(shape=(input_shape[-1],))
            super().build(input_shape)

        def call(self, x: Any) -> Any:
            return x * self.scale

    twice = layers.Conv2D(4, 1, name="one")(layers.Conv2D(4, 1, name="one")(inputs))
    for output, reason in [
        (keras.Model(inputs, layers.ReLU()(inputs)), "whole-model"),
        (model_data.input_of(Input((8, 8, 4))), "unconnected"),
        (twice, "one-name"),
        (Own()(inputs), "own-weights"),
    ]:
        assert model_data.part_as_data(inputs, output) == RefusedValue(reason)
    assert model_data.part_as_data(inputs, [inputs]) == [inputs]


def test_ways_are_read_off_the_graph_and_written_for_people() -> None:
    """A block of one 3×3 convolution with a 1×1 shortcut that is normalised, and an activation after the sum."""
    ways, looks = SUITE.modules["graph_paths"], SUITE.modules["model_facts"]
    shape = (8, 8, 4)
    facts = {
        "steps": [
            ("InputLayer", (), shape),
            ("Conv2D", (0,), shape),
            ("Conv2D", (0,), shape),
            ("BatchNormalization", (2,), shape),
            ("Add", (1, 3), shape),
            ("ReLU", (4,), shape),
        ],
        "settings": [{}, {"kernel_size": (3, 3)}, {"kernel_size": (1, 1), "groups": 1}, {}, {}, {}],
    }
    found = ways.ways(facts)
    assert found == {("3×3", "+", "ReLU"), ("1×1", "BatchNormalization", "+", "ReLU")}
    assert repr(looks.Ways(found)) == "x → 1×1 → BatchNormalization → + → ReLU | x → 3×3 → +"
    assert ways.shortcuts(found) == [("1×1", "BatchNormalization", "+", "ReLU")]


def test_ways_of_one_length_stand_in_one_order() -> None:
    looks = SUITE.modules["model_facts"]
    for places in (range(9), range(8, -1, -1)):  # a set keeps no order, and texts are hashed anew in each process
        written = repr(looks.Ways((f"Layer{place}",) for place in places))
        assert written == " | ".join(f"x → Layer{place}" for place in range(9))


def test_a_block_of_endless_ways_is_looked_through_in_part() -> None:
    ways = SUITE.modules["graph_paths"]
    steps = [("Add", tuple(range(place)), (8, 8, 4)) for place in range(110)]
    found = ways.ways({"steps": steps, "settings": [{}] * 110})
    assert len(found) <= ways.MAX_WAYS
    assert max(map(len, found)) <= ways.MAX_LENGTH


def test_what_is_added_is_not_said_to_be_missing_beside_a_convolved_shortcut() -> None:
    judge, looks = SUITE.modules["compare_blocks"], SUITE.modules["model_facts"]
    (told, missing) = (
        judge.projection(looks.Ways(ways), None) for ways in ([("3×3", "+"), ("3×3", "3×3", "+")], [("3×3", "3×3")])
    )
    assert "Every way to the sum" in told.en
    assert "no shortcut" in missing.en
