"""A segmentation model with one thing changed, so that two trainings differ by that alone.

The models are the students' own: what shrinks the map is told by the shapes along the graph, so that depth, filters and
activations stay as they are. Every function returns a new model with new random weights, and raises ValueError where
the change does not fit the model.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

Call = Callable[..., Any]


def with_max_pooling(model: Any) -> Any:
    """Each convolution with a stride moves by one pixel, and max pooling of that stride follows it."""
    import keras  # noqa: PLC0415 - slow, and only who trains a model needs it

    strided = [layer for layer in _shrinking(model) if _is_convolution(layer)]
    _require(strided, "no convolution with a stride")
    strides = {layer.name: layer.strides for layer in strided}

    def call(layer: Any, *args: Any, **kwargs: Any) -> Any:
        outputs = layer(*args, **kwargs)
        if layer.name not in strides:
            return outputs
        return keras.layers.MaxPooling2D(strides[layer.name], padding="same")(outputs)

    return _rebuilt(model, {name: {"strides": 1} for name in strides}, call)


def with_dilation(model: Any) -> Any:
    """Only the first convolution shrinks; those after it have gaps in their kernels that let them see as far as before.

    This is atrous convolution as in DeepLab: where a stride is taken out, later kernels are dilated by it. On the way
    up the strides are taken out again, last in first out, so that the output has the size of the input.
    """
    import keras  # noqa: PLC0415 - as above

    down, up = _shrinking(model), _growing(model)
    _require(len(down) == len(up) >= 2, "fewer than two steps down, or not as many up")
    _require(all(map(_is_convolution, down)) and all(map(_is_transposed, up)), "steps that are no convolutions")
    rates, changes = [1], {}
    for layer in _convolutions(model):
        if layer in down[1:]:
            changes[layer.name] = {"strides": 1, "dilation_rate": rates[-1]}
            rates.append(rates[-1] * layer.strides[0])
        elif layer in up[:-1]:
            changes[layer.name] = {"dilation_rate": rates.pop()}
        elif rates[-1] > 1:
            changes[layer.name] = {"dilation_rate": rates[-1]}

    def replaced(layer: Any) -> Any:
        change = changes.get(layer.name)
        if change is None:
            return layer.__class__.from_config(layer.get_config())
        if not _is_transposed(layer):
            return layer.__class__.from_config(layer.get_config() | change)
        # with stride 1 it is a convolution, and TensorFlow has no dilated transposed one for CPUs
        return keras.layers.Conv2D(
            layer.filters, layer.kernel_size, padding="same", activation=layer.activation, name=layer.name, **change
        )

    return keras.models.clone_model(_functional(model), clone_function=replaced)


def with_skip(model: Any) -> Any:
    """The map from before the second step down is concatenated with that of the same size on the way up."""
    import keras  # noqa: PLC0415 - as above

    down, up = _shrinking(model), _growing(model)
    _require(len(down) >= 2 and len(up) >= 2, "fewer than two steps down or up")
    source, target = down[1], up[-1]
    _require(_size(source.input) == _size(target.input), "another size on the way up than on the way down")
    kept: list[Any] = []

    def call(layer: Any, *args: Any, **kwargs: Any) -> Any:
        if layer.name == source.name:
            kept.append(args[0])
        if layer.name == target.name:
            args = (keras.layers.Concatenate()([args[0], kept[0]]), *args[1:])
        return layer(*args, **kwargs)

    return _rebuilt(model, {}, call)


def on_encoder(model: Any, encoder: Any) -> Any:
    """The way up of a model, with new random weights, on another way down.

    `encoder` is a model for images of the same size. It may shrink further than the model does: its map of the size
    that the model's way up begins with is taken.
    """
    import keras  # noqa: PLC0415 - as above

    up = _growing(model)
    _require(up, "no step up")
    begin = up[0].input
    maps = [layer.output for layer in encoder.layers if _size(layer.output) == _size(begin)]
    _require(maps, f"the encoder has no map of {_size(begin)}")
    try:
        way_up = keras.Model(begin, model.output)
    except ValueError as error:
        raise ValueError("connections lead around the smallest map") from error
    features = keras.Model(encoder.inputs[0], maps[-1], name="encoder")
    features.trainable = encoder.trainable
    inputs = keras.Input(encoder.input_shape[1:])
    copied = keras.models.clone_model(way_up, input_tensors=keras.Input(features.output_shape[1:]))
    return keras.Model(inputs, copied(features(inputs)))


def _rebuilt(model: Any, changes: dict[str, dict[str, Any]], call: Call) -> Any:
    """The model's graph again, with other settings for the layers that are named, each layer called by `call`."""
    import keras  # noqa: PLC0415 - as above

    def replaced(layer: Any) -> Any:
        return layer.__class__.from_config(layer.get_config() | changes.get(layer.name, {}))

    return keras.models.clone_model(_functional(model), clone_function=replaced, call_function=call)


def _functional(model: Any) -> Any:
    """A Sequential, too, as a functional model."""
    import keras  # noqa: PLC0415 - as above

    return keras.Model(model.inputs, model.outputs)


def _shrinking(model: Any) -> list[Any]:
    return [layer for layer in _layers(model) if _size(layer.output) < _size(layer.input)]


def _growing(model: Any) -> list[Any]:
    return [layer for layer in _layers(model) if _size(layer.output) > _size(layer.input)]


def _convolutions(model: Any) -> list[Any]:
    return [layer for layer in _layers(model) if _is_convolution(layer) or _is_transposed(layer)]


def _layers(model: Any) -> list[Any]:
    """The layers from one map to one map, in the order of the graph."""
    return [layer for layer in model.layers if hasattr(layer.input, "shape") and len(layer.output.shape) == 4]


def _size(tensor: Any) -> tuple[int, ...]:
    return tuple(int(side or 0) for side in getattr(tensor, "shape", ())[1:3])


def _is_convolution(layer: Any) -> bool:
    return "Conv" in type(layer).__name__ and not _is_transposed(layer)


def _is_transposed(layer: Any) -> bool:
    return type(layer).__name__ == "Conv2DTranspose"


def _require(condition: bool | Sequence[Any], otherwise: str) -> None:
    if not condition:
        raise ValueError(otherwise)
