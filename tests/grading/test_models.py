"""Keras models go to and fro as data, and whatever is handed in as one costs only its own question."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from proof import IS_FULL

from fcnkit.course import Course
from fcnkit.engines.local import LocalEngine
from fcnkit.grading.intake import Cell
from fcnkit.grading.messages import Examination, Job
from fcnkit.grading.sandbox.level import choose

OTHERS = """
import keras, numpy as np
def apply(model, image): return np.asarray(model(image[None]))[0]
def count_bytes(path): return len(open(path, "rb").read())
"""
BUILD = """
import keras
from keras import layers
def build():
    inputs = keras.Input((16, 24, 3))
    x = layers.Conv2D(4, 3, strides=2, padding="same", activation="relu")(inputs)
    {more}
    return keras.Model(inputs, layers.Conv2DTranspose(2, 3, strides=2, padding="same", activation="softmax")(x))
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalEngine]:
    root = tmp_path_factory.mktemp("course") / "keras_course"
    shutil.copytree(Path(__file__).with_name("keras_course"), root)
    (root / "shared").mkdir(exist_ok=True)
    (root / "shared" / "fcnlab").symlink_to(Course.find(Path(__file__)).root / "shared" / "fcnlab")
    with LocalEngine(Course(root).assignment("09"), choose("auto")) as engine:
        yield engine


def examine(engine: LocalEngine, build: str) -> Examination:
    examination = engine.examine(Job(cells=[Cell(1, OTHERS), Cell(2, build)]))
    assert examination.fault is None
    assert examination.cell_errors == ()
    others = {question.id: question.score for question in examination.questions[1:]}
    assert others == {"q2": 1, "q3": 1}
    return examination


def test_a_model_of_built_in_layers_is_rebuilt_traced_run_and_trained(engine: LocalEngine) -> None:
    question = examine(engine, BUILD.format(more="")).questions[0]
    assert question.score == 6, [check.message for check in question.checks]


def test_a_model_of_very_many_layers_is_judged_like_any_other(engine: LocalEngine) -> None:
    layer = "Conv2D(4, 1, padding='same')" if IS_FULL else "ReLU()"  # which is trained in a fourth of the time
    deep = BUILD.format(more=f"for _ in range(200): x = layers.{layer}(x)")
    checks = examine(engine, deep).questions[0].checks  # no fault: what is told of 200 layers fits into a message
    outcomes = {check.name.partition("::")[2]: check.outcome.value for check in checks}
    assert outcomes["test_shapes"] == outcomes["test_graph"] == "failed"


def test_keras_draws_with_the_matplotlib_that_was_put_off_when_it_was_imported(engine: LocalEngine) -> None:
    draw = "import keras, numpy\nkeras.visualization.plot_image_gallery(numpy.zeros((1, 8, 8, 3)), value_range=(0, 1))"
    assert examine(engine, draw + BUILD.format(more="")).questions[0].score == 6


def test_keras_only_says_that_it_cannot_plot_a_model_as_it_does_in_a_notebook(engine: LocalEngine) -> None:
    question = examine(engine, BUILD.format(more="keras.utils.plot_model(keras.Model(inputs, x))")).questions[0]
    assert question.score == 6, [check.message for check in question.checks]


STOPPED = """
import keras
class Stopped(keras.initializers.Initializer):
    def __call__(self, shape, dtype=None): raise KeyboardInterrupt
class Net(keras.Model):
    def __init__(self, last):
        super().__init__()
        self.down = keras.layers.Conv2D(4, 3, strides=2, padding="same", activation="relu")
        self.up = keras.layers.Conv2DTranspose(2, 3, 2, "same", activation="softmax", kernel_initializer=last)
    def call(self, x): return self.up(self.down(x))
def build(last="glorot_uniform"):
    model = Net(last)
    model(keras.Input((16, 24, 3)))
    return model
build(Stopped())
"""


def test_keras_stopped_while_it_makes_weights_does_not_break_later_models(engine: LocalEngine) -> None:
    """As it is where a cell that trains runs out of time: at any place of Keras'."""
    examination = engine.examine(Job(cells=[Cell(1, OTHERS), Cell(2, STOPPED)]))
    question = examination.questions[0]
    assert question.score == 6, [check.message for check in question.checks]


@pytest.mark.parametrize(
    ("build", "said"),
    [
        ("def build(): model = None; return model", "gave nothing back (None)"),
        (BUILD.replace("return keras", "return inputs, keras").format(more=""), "the value has the type `tuple`"),
        (BUILD.replace("keras.Model(inputs, ", "(").format(more=""), "the value has the type `Tensor`"),
        ("def build(): return keras.Sequential([keras.layers.Conv2D(2, 3)])", "does not know its input's shape"),
        (
            BUILD.format(more="x = layers.Activation(lambda v: tf.abs(v))(x)") + "import tensorflow as tf",
            "Your own activation function in `Activation` could not be followed",
        ),
        (
            BUILD.format(more="x = Own()(x)")
            + "class Own(layers.Layer):\n    def build(self, shape): self.w = self.add_weight()\n"
            "    def call(self, x): return x * self.w",
            "has weights of its own",
        ),
        (
            "class Net(keras.Model):\n    def call(self, x): return self.call(x) if self.built else x\n"
            "def build():\n    net = Net()\n    net.build((None, 4, 4, 3))\n    return net",
            "could not be followed",
        ),
        (
            BUILD.format(more="x = layers.Conv2D(40_000, 12, padding='same', kernel_initializer='zeros')(x)"),
            "too many parameters",
        ),
        (BUILD.format(more="x = layers.UpSampling2D(40_000)(x)"), "ValueError when it was run"),
        (BUILD.format(more="while True: x = layers.ReLU()(x)"), "did not finish within 2 seconds"),
        (BUILD.format(more="return keras.Model(inputs, keras.ops.sum(x))"), "an array of real numbers for each image"),
        (BUILD.format(more="return keras.Model(inputs, x[:, :0])"), "an array of real numbers for each image"),
        (
            "from fcnkit.grading.protocol import Model\n"
            """def build(): return Model('{"module": "os", "class_name": "system", "config": {}}', ())""",
            "Use what Keras has",
        ),
    ],
)
def test_anything_else_gets_a_message_that_says_what_it_is(engine: LocalEngine, build: str, said: str) -> None:
    question = examine(engine, build).questions[0]
    messages = [check.message.en for check in question.checks if check.message is not None]
    assert question.score < 6
    assert any(said in message for message in messages), messages
