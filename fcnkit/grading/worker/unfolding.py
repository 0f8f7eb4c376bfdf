"""Opens models and layers with a student's own code: as functional models of the layers of Keras' that they use.

The examiner rebuilds models of Keras' own layers alone. A class of the student's, a Lambda layer or an activation
function that only composes such layers and operations is followed once, in the student's process, with a symbolic
input. Nobody has to believe what comes out: it is sent and rebuilt like any other model.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from fcnkit.grading.worker.own_functions import (
    ENDS_WITH_ACTIVATION,
    Swaps,
    is_of_keras,
    own_activation,
    own_layers,
    set_own_functions_aside,
)

_OF_TENSORFLOW = "A KerasTensor cannot be used as input to a TensorFlow function"


class NotFollowed(Exception):
    """A model whose code cannot be followed with a symbolic input: why, and the kind of Keras' layer that has it."""

    def __init__(self, reason: str, layer: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.layer = layer
        """`""` for code of a class of the student's."""


@contextmanager
def unfolded(model: Any) -> Iterator[Any]:
    """What a built model computes, of Keras' own parts alone: the model as it is, or a functional model.

    It holds while this lasts; afterwards the student's layers are as they were. Raises NotFollowed where it cannot be
    known. What is raised to end the student's code, such as OutOfTime, is no Exception, and passes through.
    """
    with Swaps() as swaps:
        set_own_functions_aside(model._flatten_layers(), swaps)
        yield _followed(model, swaps) if _has_own_code(model) else model


def _followed(model: Any, swaps: Swaps) -> Any:
    keras: Any = sys.modules["keras"]
    try:
        inputs = keras.Input(_input_shape(model)[1:])
        with _Opener(keras, swaps).in_place():
            return keras.Model(inputs, _computed(model, (inputs,), {}))
    except NotFollowed:
        raise
    except Exception as error:  # the student's code runs here, and may raise any
        raise NotFollowed(_reason(error)) from error
    finally:
        _refuse_own_weights(model)  # whatever else came of them


def _refuse_own_weights(model: Any) -> None:
    """They would be mere numbers in the model, which cannot be learned."""
    if any(layer._trainable_variables or layer._non_trainable_variables for layer in own_layers(model)):
        raise NotFollowed("own-weights")


def _reason(error: Exception) -> str:
    return "tf-function" if _OF_TENSORFLOW in str(error) else "not-followed"


def _has_own_code(model: Any) -> bool:
    """Whether code of the student's computes anything in a model, at any depth."""
    return bool(own_layers(model)) or _has_own_activation(model)


def _has_own_activation(model: Any) -> bool:
    return any(own_activation(layer) is not None for layer in model._flatten_layers())


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

    def __init__(self, keras: Any, swaps: Swaps) -> None:
        self._keras = keras
        self._call = keras.Layer.__call__
        self._swaps = swaps
        self._named: dict[str, Any] = {}
        self._activations: dict[int, Any] = {}
        """The student's functions by the ids of the layers that apply them at their end."""

    @contextmanager
    def in_place(self) -> Iterator[None]:
        self._keras.Layer.__call__ = lambda layer, *args, **kwargs: self._called(layer, args, kwargs)
        try:
            yield
        finally:
            self._keras.Layer.__call__ = self._call

    def _called(self, layer: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        if not self._has_tensor((args, kwargs)):
            return self._call(layer, *args, **kwargs)
        kind = type(layer).__name__ if is_of_keras(layer) and not isinstance(layer, self._keras.Model) else ""
        try:
            result = self._opened(layer, args, kwargs)
        except NotFollowed:
            raise
        except Exception as error:
            raise NotFollowed(_reason(error), kind) from error
        if kind and not self._has_tensor(result):
            raise NotFollowed("nothing-returned", kind)
        return result

    def _has_tensor(self, values: Any) -> bool:
        """Whether anything in it depends on the symbolic input."""
        return any(isinstance(each, self._keras.KerasTensor) for each in self._keras.tree.flatten(values))

    def _opened(self, layer: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        function = self._activations.get(id(layer)) or own_activation(layer)
        if function is None and _has_own_code(layer):
            if is_of_keras(layer) and not isinstance(layer, self._keras.Model) and _has_own_activation(layer):
                raise NotFollowed("not-followed", type(layer).__name__)  # it does not call the layer in it, as we do
            return _computed(layer, args, kwargs)
        self._name_apart(layer)
        if function is None:
            return self._call(layer, *args, **kwargs)
        if type(layer).__name__ not in ENDS_WITH_ACTIVATION:
            raise NotFollowed("not-followed", type(layer).__name__)
        self._activations[id(layer)] = function
        self._swaps.put(layer, "activation", self._keras.activations.linear)
        return function(self._call(layer, *args, **kwargs))

    def _name_apart(self, layer: Any) -> None:
        """Two blocks may each have a layer of one name, but one model may not."""
        while self._named.setdefault(layer.name, layer) is not layer:
            layer.name = f"{layer.name}_{len(self._named)}"
