"""Inspects a rebuilt Keras model for the examiner: graph, shapes, predictions, training losses.

This runs in a process of its own, forked from the fork server like a student's, but in which no student's code has run:
so its reports can be believed, and a model that exhausts memory or never ends affects no other submission.
"""

from __future__ import annotations

import inspect
import math
import sys
from collections.abc import Callable
from typing import Any

import numpy as np

from fcnkit.grading.protocol import Model
from fcnkit.grading.worker.channel_slices import channels_taken
from fcnkit.grading.worker.model_data import NotAccepted, rebuild
from fcnkit.grading.worker.random_weights import draw, narrow, with_small_kernels
from fcnkit.grading.worker.replay import Replay
from fcnkit.grading.worker.train import train

SETTINGS = ("kernel_size", "pool_size", "strides", "padding", "groups", "activation", "axis", "data_format")
"""What `trace` records of an operation."""
NUMBERS = ("rate", "epsilon", "max_value", "threshold")
"""Settings that are numbers: NaN where the operation has something else there."""

HANDS_THROUGH = ("ConvertToTensor",)
"""Operations that are no steps: Keras itself puts them where the `call` of a functional model is called."""

Step = tuple[str, tuple[int, ...], tuple[int | None, ...]]
"""(class, places of the steps that it takes, shape without the batch)."""

_built: dict[str, Any] = {}
"""The model that was rebuilt last, by its configuration, for one more inspection: to rebuild it takes longer."""

_INSIDE = object()
"""Stands for a tensor behind a layer with kernels."""
ACROSS_POSITIONS = ("Softmax", "GroupNormalization", "LayerNormalization")
"""Operations that may look at all positions, by right or judged elsewhere."""

HARDLY = 1e-3
"""Part of the largest value in an output that does not count as a difference."""


def trace(model: Model, size: list[int]) -> dict[str, Any]:
    """The model's graph, nested models opened, with the shape of everything in it for inputs of `size` (H, W).

    `inputs` and `outputs` are shapes as the model declares them, without the batch; each of `steps` is an operation
    (class, steps that it takes, shape without the batch) in an order in which they can be computed, the input first and
    the output last; what does not lead to the output is left out.
    `layers` has class and activation of each layer at any depth; `settings` has, for each of the steps, those of
    `SETTINGS` that its operation has, with their names, and `channels` as `channels_taken` finds them, and `operations`
    the number of its operation: a layer that is used at several steps has one number.
    """
    keras: Any = sys.modules["keras"]
    with keras.StatelessScope(
        initialize_variables=False
    ):  # weights are not made: JAX would compile how to, for seconds
        return _trace(keras, rebuild(model, with_weights=False), size)


def _trace(keras: Any, built: Any, size: list[int]) -> dict[str, Any]:
    if len(built.inputs) != 1 or len(built.outputs) != 1:
        raise NotAccepted("several-inputs" if len(built.inputs) != 1 else "several-outputs")
    declared = tuple(built.inputs[0].shape[1:])
    shape = (*size, declared[-1]) if len(declared) == 3 else declared
    recorder = _Recorder(keras)
    recorder.run(built, keras.KerasTensor((None, *shape)))
    steps, settings, operations = recorder.leading_to_the_output()
    return {
        "inputs": declared,
        "outputs": tuple(built.outputs[0].shape[1:]),
        "layers": [
            (type(layer).__name__, _settings(layer).get("activation", ""))
            for layer in built._flatten_layers()
            if layer is not built
        ],
        "steps": steps,
        "settings": [list(each.items()) for each in settings],  # a message may have few keys, a model many steps
        "operations": operations,
    }


def _settings(operation: Any) -> dict[str, Any]:
    """Those of `SETTINGS` and `NUMBERS` that an operation has, an activation by its name."""
    names = (*SETTINGS, *NUMBERS)
    found = {name: getattr(operation, name) for name in names if getattr(operation, name, None) is not None}
    for name in found.keys() & NUMBERS:
        found[name] = float(found[name]) if isinstance(found[name], int | float) else math.nan
    if "axis" in found:
        found["axis"] = [int(axis) for axis in np.atleast_1d(found["axis"])]
    if "activation" in found:
        found["activation"] = str(getattr(found["activation"], "__name__", ""))
    return found


def follow(model: Any, inputs: Any, step: Callable[..., Any]) -> Any:
    """The model's output, each operation of its graph computed by `step(operation, *args)`, nested models opened."""
    keras: Any = sys.modules["keras"]

    def call(operation: Any, *args: Any, **kwargs: Any) -> Any:
        is_model = isinstance(operation, keras.Model)
        return follow(operation, args[0], step) if is_model else step(operation, *args, **kwargs)

    graph = getattr(model, "_functional", None) or model  # a Sequential has its graph inside
    return graph._run_through_graph(inputs, call_fn=call)


class _Recorder:
    """Follows a tensor's shape through a graph without computing anything."""

    def __init__(self, keras: Any) -> None:
        self._keras = keras
        self._places: dict[int, int] = {}
        self._kept: list[Any] = []
        """Tensors seen: kept, since their places are known by their ids."""
        self._steps: list[Step] = []
        self._settings: list[dict[str, Any]] = []
        self._numbers: dict[int, int] = {}
        """Operations, by their ids: the model keeps them."""
        self.with_kernels: dict[int, Any] = {}
        """Layers by these numbers, where they have a kernel."""
        self._operations: list[int] = []
        self._output = 0

    def run(self, model: Any, tensor: Any) -> None:
        self._note("InputLayer", [], tensor, {}, model)
        (output,) = self._keras.tree.flatten(follow(model, tensor, self._step))
        self._output = self._places[id(output)]

    def leading_to_the_output(self) -> tuple[list[Step], list[dict[str, Any]], list[int]]:
        """The steps that the output depends on, and the settings and the number of the operation of each.

        The input is the first, the output the last.
        """
        needed = {0, self._output}
        for place in range(self._output, 0, -1):
            if place in needed:
                needed.update(self._steps[place][1])
        kept = sorted(needed)
        now = {place: number for number, place in enumerate(kept)}
        steps = [
            (kind, tuple(now[i] for i in inputs), shape) for kind, inputs, shape in map(self._steps.__getitem__, kept)
        ]
        return steps, [self._settings[place] for place in kept], [self._operations[place] for place in kept]

    def _step(self, operation: Any, *args: Any, **kwargs: Any) -> Any:
        if type(operation).__name__ in HANDS_THROUGH:
            return args[0]
        result = self._keras.tree.map_structure(self._anew, operation.compute_output_spec(*args, **kwargs))
        if isinstance(operation, self._keras.layers.Wrapper):
            operation = operation.layer  # such as a convolution in SpectralNormalization
        inputs = self._keras.tree.flatten((args, kwargs))
        for number, tensor in enumerate(self._keras.tree.flatten(result)):
            settings = _settings(operation) | channels_taken(operation, args, number)
            self._note(type(operation).__name__, inputs, tensor, settings, operation)
        return result

    def _anew(self, tensor: Any) -> Any:
        """A tensor that an operation hands through is another one after it, so that its place is not overwritten."""
        return self._keras.KerasTensor(tensor.shape, dtype=tensor.dtype) if id(tensor) in self._places else tensor

    def _note(self, kind: str, inputs: list[Any], tensor: Any, settings: dict[str, Any], operation: Any) -> None:
        places = tuple(self._places[id(x)] for x in inputs if id(x) in self._places)
        self._places[id(tensor)] = len(self._steps)
        self._kept.append(tensor)
        self._steps.append((kind, places, tuple(tensor.shape[1:])))
        self._settings.append(settings)
        number = self._numbers.setdefault(id(operation), len(self._numbers))
        self._operations.append(number)
        if "kernel_size" in settings:
            self.with_kernels[number] = operation


def _with_small_kernels(model: Model) -> Any:
    """The rebuilt model for what does not depend on how far its kernels look: it takes much less time."""
    return rebuild(model, with_weights=False, change=with_small_kernels)


def entrance(model: Model, images: Any) -> list[tuple[float, float]]:
    """The least and the greatest value that reaches each layer with kernels that comes before any other such layer.

    In training mode, where normalisation goes by the batch.
    """
    keras: Any = sys.modules["keras"]
    built = _with_small_kernels(model)
    _built.clear()
    _built[model.config] = built
    doorkeeper = _Doorkeeper(keras)
    follow(built, keras.ops.convert_to_tensor(images), doorkeeper.step)
    return doorkeeper.seen


class _Doorkeeper:
    """Notes what the first layers with kernels are given; what comes out of them is not computed."""

    def __init__(self, keras: Any) -> None:
        self._keras = keras
        self.seen: list[tuple[float, float]] = []

    def step(self, operation: Any, *args: Any, **kwargs: Any) -> Any:
        given = self._keras.tree.flatten((args, kwargs))
        if any(each is _INSIDE for each in given):
            return _nothing_of(operation)
        if any(len(weight.shape) > 1 for weight in getattr(operation, "weights", ())):
            values = self._keras.ops.convert_to_numpy(given[0])
            self.seen.append((float(values.min()), float(values.max())))
            return _nothing_of(operation)
        if "training" in inspect.signature(operation.call).parameters:
            kwargs["training"] = True
        return operation(*args, **kwargs)


def _nothing_of(operation: Any) -> list[object]:
    """Stands for the outputs of an operation behind a layer with kernels."""
    return [_INSIDE] * len(operation._inbound_nodes[0].outputs)


def predict(model: Model, images: Any, seed: int) -> Any:
    """The output for a batch, as an array, in inference mode, of the model with large random weights in small kernels.

    What holds of it then does not hold by chance, or by weights that were chosen for it.
    """
    keras: Any = sys.modules["keras"]
    built = _built.pop(model.config, None) or _with_small_kernels(model)  # all its weights are drawn here
    draw(built, np.random.default_rng(seed))
    return keras.ops.convert_to_numpy(built(keras.ops.convert_to_tensor(images), training=False))


def narrowed(model: Model, images: Any, seed: int) -> Any:
    """As `predict`, with nothing left of each kernel but its middle, and nothing done by `ACROSS_POSITIONS`.

    However large its receptive field, a convolutional model then hardly looks around: where images differ from each
    other, so do its outputs, and a few cells from there they do not.
    """
    keras: Any = sys.modules["keras"]
    built = _with_small_kernels(model)
    draw(built, np.random.default_rng(seed))
    for layer in built._flatten_layers():
        narrow(layer)

    def step(operation: Any, *args: Any, **kwargs: Any) -> Any:
        return args[0] if type(operation).__name__ in ACROSS_POSITIONS else operation(*args, **kwargs)

    (output,) = keras.tree.flatten(follow(built, keras.ops.convert_to_tensor(images), step))
    return keras.ops.convert_to_numpy(output)


def idle(model: Model, images: Any, seed: int) -> list[int]:
    """Which layers with a kernel, by their numbers in `trace`, might have any weights: the output is hardly another.

    That is tried on a batch with large random weights.
    """
    keras: Any = sys.modules["keras"]
    built, others = rebuild(model, with_weights=False), np.random.default_rng(seed + 1)
    recorder = _Recorder(keras)
    recorder.run(built, keras.KerasTensor((None, *images.shape[1:])))
    draw(built, np.random.default_rng(seed))
    replay, tensor = Replay(keras), keras.ops.convert_to_tensor(images)

    def output(other: Any = None) -> Any:
        (found,) = keras.tree.flatten(follow(built, tensor, replay.step(other)))
        return np.nan_to_num(keras.ops.convert_to_numpy(found).astype(float))

    usual, found = output(), []
    for number, layer in recorder.with_kernels.items():
        weights = layer.get_weights()
        draw(layer, others)
        if np.abs(output(layer) - usual).max() <= HARDLY * np.abs(usual).max():
            found.append(number)
        layer.set_weights(weights)
    return found


INSPECTIONS: dict[str, Callable[..., Any]] = {
    "trace": trace,
    "entrance": entrance,
    "predict": predict,
    "narrowed": narrowed,
    "idle": idle,
    "train": train,
}
