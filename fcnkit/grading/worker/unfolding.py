"""Opens models and layers of a student's own classes: as functional models of the layers of Keras' that they use.

The examiner rebuilds models of Keras' own layers alone. A class of the student's that only composes such layers is
followed once, in the student's process, with a symbolic input. Nobody has to believe what comes out: it is sent and
rebuilt like any other model.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


class NotFollowed(Exception):
    """A model whose code cannot be followed with a symbolic input."""


class OwnWeights(NotFollowed):
    """A model with weights that belong to none of Keras' layers."""


def has_own_code(model: Any) -> bool:
    """Whether the student's code computes anything in a model: a class of theirs or a Lambda layer, at any depth."""
    return bool(_own_layers(model))


def unfolded(model: Any) -> Any:
    """The functional model that a built model computes. Raises NotFollowed where that cannot be known.

    What is raised to end the student's code, such as OutOfTime, is no Exception, and passes through.
    """
    keras: Any = sys.modules["keras"]
    try:
        inputs = keras.Input(_input_shape(model)[1:])
        with _Opener(keras).in_place():
            found = keras.Model(inputs, _computed(model, (inputs,), {}))
    except Exception as error:  # the student's code runs here, and may raise any
        raise NotFollowed from error
    if any(layer._trainable_variables or layer._non_trainable_variables for layer in _own_layers(model)):
        raise OwnWeights  # they would be mere numbers in the model, which cannot be learned
    return found


def _own_layers(model: Any) -> list[Any]:
    return [
        layer
        for layer in model._flatten_layers()
        if not type(layer).__module__.startswith("keras.") or type(layer).__name__ == "Lambda"
    ]


def _input_shape(model: Any) -> Any:
    """The shape of what a built model takes, the batch included."""
    shape = getattr(model, "input_shape", None)
    return shape if shape is not None else model.get_build_config()["input_shape"]


def _computed(layer: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    """What a layer's own code makes of symbolic tensors, each layer in it called for itself."""
    keras: Any = sys.modules["keras"]
    if not layer.built and type(layer).build is not keras.Layer.build:
        layer.build(keras.tree.map_structure(lambda tensor: tensor.shape, args[0]))
    if "training" in inspect.signature(layer.call).parameters:
        kwargs = {"training": None} | kwargs  # so that each layer goes by whether the model is trained
    return layer.call(*args, **kwargs)


class _Opener:
    """Stands in for `keras.Layer.__call__`: opens what has the student's code, and lets Keras call anything else."""

    def __init__(self, keras: Any) -> None:
        self._keras = keras
        self._call = keras.Layer.__call__
        self._named: dict[str, Any] = {}

    @contextmanager
    def in_place(self) -> Iterator[None]:
        self._keras.Layer.__call__ = lambda layer, *args, **kwargs: self._called(layer, args, kwargs)
        try:
            yield
        finally:
            self._keras.Layer.__call__ = self._call

    def _called(self, layer: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        is_symbolic = any(
            isinstance(each, self._keras.KerasTensor) for each in self._keras.tree.flatten((args, kwargs))
        )
        if is_symbolic and has_own_code(layer):
            return _computed(layer, args, kwargs)
        if is_symbolic:
            self._name_apart(layer)
        return self._call(layer, *args, **kwargs)

    def _name_apart(self, layer: Any) -> None:
        """Two blocks may each have a layer of one name, but one model may not."""
        while self._named.setdefault(layer.name, layer) is not layer:
            layer.name = f"{layer.name}_{len(self._named)}"
