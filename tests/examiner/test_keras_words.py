"""Exceptions of Keras' that students meet often are told with what to do, and never in Keras' own words."""

from __future__ import annotations

import pytest

from fcnkit.grading.examiner.no_value import why_no_value
from fcnkit.grading.examiner.replies import Raise
from fcnkit.grading.worker.model_data import _with_scope_names


@pytest.mark.parametrize(
    ("message", "advice"),
    [
        ("A KerasTensor cannot be used as input to a TensorFlow function. A KerasTensor is", "keras.ops.relu"),
        ("A KerasTensor is symbolic: it's a placeholder for a shape an a dtype.", "NumPy's functions"),
        ("You tried to call `count_params` on layer 'conv2d', but the layer isn't built. You can", "layer.build(...)"),
        ("expected axis -1 of input shape to have value 777, but received input with shape (9,)", "make new layers"),
        ("Kernel shape must have the same length as input, but received kernel of shape (777,)", "keras.Input"),
        ("The number of filters must be evenly divisible by the number of groups. Received: groups=777", "`groups`"),
        ("Computed output size would be zero or negative. Received `inputs shape=(None, 777, 9, 8)`", "`padding"),
        ("Input size must be at least 777x777; Received: input_shape=(24, 40, 3)", "input_shape=(None, None, 3)"),
        ("A merge layer should be called on a list of inputs. Received: input_shape=(777,)", "Add()([x, y])"),
        ("Only input tensors may be passed as positional arguments. The following 777", "made and not applied"),
    ],
)
def test_a_common_exception_of_keras_comes_with_advice_and_without_its_numbers(message: str, advice: str) -> None:
    said = why_no_value("build_fcn", Raise("ValueError", f"ValueError: {message}", 1, 1))
    assert advice in said.en
    assert "build_fcn" in said.ko
    assert "ValueError" in said.ko
    assert "777" not in f"{said}"


def test_any_other_exception_is_only_named() -> None:
    assert why_no_value("f", Raise("ValueError", "ValueError: no such thing: 777", 1, 1)).en == "f raised ValueError."


def test_layers_that_tensorflow_cannot_name_have_other_names_wherever_they_are_mentioned() -> None:
    layers = [{"class_name": "ReLU", "config": {"name": name}} for name in ("합성곱", "my layer", "conv_1")]
    config = {"config": {"name": "모델", "layers": layers, "output_layers": [["합성곱", 0, 0]]}}
    renamed = _with_scope_names(config, [config, *layers])
    names = [layer["config"]["name"] for layer in renamed["config"]["layers"]]
    assert all(name.isascii() and " " not in name for name in names)
    assert names[2] == "conv_1"
    assert len(set(names)) == 3
    assert renamed["config"]["output_layers"] == [[names[0], 0, 0]]
