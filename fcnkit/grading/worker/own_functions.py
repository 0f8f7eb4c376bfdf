"""Finds what a student gave Keras' layers of their own: activation functions, initialisers and the like."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from types import TracebackType
from typing import Any, Self

KERAS_NAMES = {"softmax_v2": "softmax", "swish": "silu", "hard_swish": "hard_silu"}
"""What `activation=tf.nn.softmax` leaves in a configuration, and other names of Keras' for its functions."""
_LIBRARIES = ("keras.", "tensorflow.", "jax.", "jax_", "torch.")
"""Whose functions of Keras' names do the same."""
ENDS_WITH_ACTIVATION = frozenset(
    {"Activation", "Dense", "EinsumDense", "Conv1D", "Conv2D", "Conv3D", "Conv1DTranspose", "Conv2DTranspose"}
    | {"Conv3DTranspose", "DepthwiseConv1D", "DepthwiseConv2D", "SeparableConv1D", "SeparableConv2D"}
)
"""Layers of Keras' that apply their activation last, and once."""
_MISSING = object()


def is_of_keras(value: Any) -> bool:
    """Whether this is an object of one of Keras' own classes."""
    return type(value).__module__.startswith("keras.")


def own_layers(model: Any) -> list[Any]:
    """The layers in a model or layer that run the student's code: of a class of theirs, or Lambda layers."""
    return [layer for layer in model._flatten_layers() if not is_of_keras(layer) or type(layer).__name__ == "Lambda"]


def own_activation(layer: Any) -> Any:
    """What a layer of Keras' applies at its end that a configuration cannot name, or None."""
    keras: Any = sys.modules["keras"]
    function = getattr(layer, "activation", None) if is_of_keras(layer) else None
    if isinstance(function, keras.Layer):
        return function if own_layers(function) else None
    if function is None:
        return None
    name = str(getattr(function, "__name__", ""))
    is_named = str(getattr(function, "__module__", "")).startswith(_LIBRARIES)
    return None if is_named and hasattr(keras.activations, KERAS_NAMES.get(name, name)) else function


class Swaps:
    """Attributes of a student's layers that are others for a while, and as they were at the end."""

    def __init__(self) -> None:
        self._before: list[tuple[dict[str, Any], str, Any]] = []

    def put(self, layer: Any, name: str, value: Any) -> None:
        """Set the attribute, past whatever Keras does where one is set."""
        attributes = vars(layer)
        self._before.append((attributes, name, attributes.get(name, _MISSING)))
        attributes[name] = value

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for attributes, name, value in reversed(self._before):
            if value is _MISSING:
                del attributes[name]
            else:
                attributes[name] = value


def set_own_functions_aside(layers: Iterable[Any], swaps: Swaps) -> None:
    """Leave out the student's own initialisers, regularisers and constraints: none is part of what a model computes.

    Weights are drawn afresh to see whether they can be learned, as they are where an initialiser brings an array.
    """
    keras: Any = sys.modules["keras"]
    for layer in filter(is_of_keras, layers):
        for name, value in list(vars(layer).items()):
            if value is None or is_of_keras(value):
                continue
            if name.endswith("_initializer"):
                swaps.put(layer, name, keras.initializers.GlorotUniform())
            elif name.endswith(("_regularizer", "_constraint")):
                swaps.put(layer, name, None)
