"""Converts Keras models to data and back, with built-in layers only.

Keras is looked up, never imported: a profile without it has none in its process, and none of this is used there.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator
from typing import Any

from fcnkit.grading.protocol import MAX_CONFIG, Input, Model, RefusedValue
from fcnkit.grading.worker.own_functions import KERAS_NAMES
from fcnkit.grading.worker.unfolding import NotFollowed, unfolded

MAX_PARAMETERS = 16_000_000
"""64 MiB in float32, more than five times the textbook's model."""
MAX_LAYERS = 1_000
MAX_NESTING = 60

_FOREIGN = frozenset(
    (
        "Lambda",
        "TFSMLayer",
        "TorchModuleWrapper",
        "JaxLayer",
        "FlaxLayer",
        "StringLookup",
        "IntegerLookup",
        "TextVectorization",
    )
)
"""Built-in layers that run somebody else's code or read files."""
_DATA = frozenset(("__keras_tensor__", "__numpy__", "__tensor__", "__slice__", "__ellipsis__", "__bytes__"))
"""How Keras writes down values that are no objects of its own."""
_MODELS = (("keras.src.models.functional", "Functional"), ("keras", "Sequential"), ("keras", "DTypePolicy"))
_SCOPE = re.compile(r"[A-Za-z0-9.][A-Za-z0-9_.\\/>-]*")
"""Names under which TensorFlow can train: none in Korean, and none with a space."""
_OPERATIONS = ("keras.src.ops.", "keras.src.activations.activations")
"""What `x + skip`, `keras.ops.add(x, skip)` and `keras.activations.relu(x)` leave in a graph."""
_ARRAYS = frozenset(("Constant", "ConstantInitializer"))
"""Initialisers that can bring weights along, ready-made."""
_FRESH = {"module": "keras.initializers", "class_name": "GlorotUniform", "config": {"seed": None}}
_PARTS_OF_LAYERS = ("keras.initializers", "keras.regularizers", "keras.constraints", "keras.dtype_policies")


class NotAccepted(Exception):
    """A model that is not rebuilt; `refused` says why."""

    def __init__(self, reason: str, layer: str = "") -> None:
        super().__init__(reason)
        self.refused = RefusedValue(reason, layer)


def as_data(value: Any) -> Any:
    """A Keras model as `Model`, or as `RefusedValue` where it cannot be one; any other value as it is."""
    keras: Any = sys.modules.get("keras")
    if keras is None or not isinstance(value, keras.Model):
        return value
    if not value.built:
        return RefusedValue("unbuilt")
    try:
        with unfolded(value) as plain:
            return _described(plain, keras)
    except NotFollowed as error:
        return RefusedValue(error.reason, error.layer)


def _described(model: Any, keras: Any) -> Model | RefusedValue:
    if model.count_params() > MAX_PARAMETERS:
        return RefusedValue("too-large")
    try:
        config = json.dumps(keras.saving.serialize_keras_object(model))
    except Exception:  # something that cannot be written down, in a layer that computes in another way
        return RefusedValue("custom")
    if len(config) > MAX_CONFIG:
        return RefusedValue("too-many-layers")
    return Model(config, ())  # its weights are never asked for: what is judged is what it can learn


def input_of(value: Input) -> Any:
    """The Keras tensor that a part of a model begins with."""
    keras: Any = sys.modules["keras"]
    return keras.Input(shape=value.shape)


def part_as_data(inputs: Any, output: Any) -> Any:
    """What lies between two Keras tensors, as `as_data` has a model; an output that is no tensor as it is."""
    keras: Any = sys.modules["keras"]
    if isinstance(output, keras.Model):
        return RefusedValue("whole-model")
    if not isinstance(output, keras.KerasTensor):
        return output
    try:
        return as_data(keras.Model(inputs, output))
    except ValueError as error:  # the output does not come from the input, or two layers have one name
        return RefusedValue("one-name" if "unique" in str(error) else "unconnected")


def rebuild(
    model: Model,
    *,
    with_weights: bool = True,
    change: Callable[[dict[str, Any]], dict[str, Any]] | None = None,
) -> Any:
    """The Keras model that the data describes, with its weights or with fresh ones.

    `change` may change each object of the configuration, the inner ones first.

    Raises NotAccepted for anything but built-in layers within the bounds above. Nothing in the data is ever run:
    each class that it names is looked up among Keras' own, before Keras is given any of it.
    """
    keras: Any = sys.modules["keras"]
    try:
        config = json.loads(model.config, object_hook=change)
    except (ValueError, RecursionError):
        raise NotAccepted("broken") from None
    if not isinstance(config, dict):
        raise NotAccepted("broken")
    objects = list(_objects(config, keras))
    if not with_weights:
        _forget_arrays(objects)
    if sum("inbound_nodes" in entry or entry.get("module") == "keras.layers" for entry in objects) > MAX_LAYERS:
        raise NotAccepted("too-many-layers")
    if config.get("class_name") not in ("Functional", "Sequential"):
        raise NotAccepted("custom")
    config = _with_scope_names(config, objects)
    built = _stacked(config["config"], keras) if config["class_name"] == "Sequential" else _made(config, keras)
    if not built.built:
        raise NotAccepted("unbuilt")
    if built.count_params() > MAX_PARAMETERS:
        raise NotAccepted("too-large")
    if with_weights:
        built.set_weights(model.weights)
    return built


def _with_scope_names(config: dict[str, Any], objects: list[dict[str, Any]]) -> dict[str, Any]:
    """The configuration with other names for layers and models whose own TensorFlow could not train under."""
    given = [entry["config"].get("name") for entry in objects if isinstance(entry.get("config"), dict)]
    odd = sorted({name for name in given if isinstance(name, str) and not _SCOPE.fullmatch(name)})
    renamed: dict[str, Any] = _renamed(config, {name: f"renamed.{place}" for place, name in enumerate(odd)})
    return renamed


def _renamed(tree: Any, names: dict[str, str]) -> Any:
    if isinstance(tree, dict):
        return {key: _renamed(entry, names) for key, entry in tree.items()}
    if isinstance(tree, list):
        return [_renamed(entry, names) for entry in tree]
    return names.get(tree, tree) if isinstance(tree, str) else tree


def _made(config: dict[str, Any], keras: Any) -> Any:
    return keras.saving.deserialize_keras_object(config, safe_mode=True)


def _stacked(config: dict[str, Any], keras: Any) -> Any:
    """A Sequential of all its layers at once: Keras itself adds one after another, and builds it anew at each."""
    stack = keras.Sequential([_made(layer, keras) for layer in config["layers"]], name=config["name"])
    if not stack.built and config.get("build_input_shape"):
        stack.build(config["build_input_shape"])
    return stack


def _forget_arrays(objects: list[dict[str, Any]]) -> None:
    """Let fresh weights be drawn where an initialiser brings an array of its own: they are to be learned."""
    for entry in objects:
        if entry.get("module") == "keras.initializers" and entry["class_name"] in _ARRAYS:
            value = (entry.get("config") or {}).get("value")
            if isinstance(value, dict | list):
                entry.update(_FRESH, registered_name=None)


def _objects(tree: Any, keras: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Every object in a configuration, each found to be one of Keras' own. Raises NotAccepted for any other."""
    if depth > MAX_NESTING:
        raise NotAccepted("too-many-layers")
    if isinstance(tree, list):
        for entry in tree:
            yield from _objects(entry, keras, depth + 1)
    if isinstance(tree, dict):
        if isinstance(tree.get("activation"), dict) and "class_name" not in tree["activation"]:
            raise NotAccepted("custom")  # what Keras writes down of `activation=lambda x: ...`
        if "class_name" in tree:
            tree.pop("compile_config", None)  # how it was trained is no part of the model
            _check(tree, keras)
            yield tree
        for entry in tree.values():
            yield from _objects(entry, keras, depth + 1)


def _check(entry: dict[str, Any], keras: Any) -> None:
    name, module = str(entry["class_name"]), str(entry.get("module"))
    if name == "function":
        function = str(entry.get("config"))
        entry["config"] = KERAS_NAMES.get(function, function)
        if module != "builtins" or not hasattr(keras.activations, entry["config"]):
            raise NotAccepted("custom")
    elif name not in _DATA and not (entry.get("registered_name") in (None, name) and _is_own(module, name, keras)):
        raise NotAccepted("foreign-layer" if name in _FOREIGN else "custom", name)


def _is_own(module: str, name: str, keras: Any) -> bool:
    """Whether this is one of Keras' own classes that may stand in a model's configuration."""
    if (module, name) in _MODELS:
        return True
    if module == "keras.layers":
        found = getattr(keras.layers, name, None)
        return isinstance(found, type) and issubclass(found, keras.Layer) and name not in _FOREIGN
    if module in _PARTS_OF_LAYERS:
        return isinstance(getattr(getattr(keras, module.removeprefix("keras.")), name, None), type)
    if module.startswith(_OPERATIONS):
        found = getattr(sys.modules.get(module), name, None)
        return isinstance(found, type) and issubclass(found, keras.Operation) and not issubclass(found, keras.Layer)
    return False
