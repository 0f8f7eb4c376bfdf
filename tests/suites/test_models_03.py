"""Submissions of assignment 03 go all the way through sandbox, worker, examiner and suite: what each of them costs."""

from __future__ import annotations

from pathlib import Path

import pytest
from examined import examined
from graders import Graders
from hidden_suite import suite_of
from proof import IS_FULL

from fcnkit.course import Course
from fcnkit.engines.local import LocalEngine
from fcnkit.grading.results import QuestionResult

pytestmark = pytest.mark.xdist_group("graders of 03")

ASSIGNMENT = Course.find(Path(__file__)).assignment("03")
SUITE = suite_of("03")
RIGHT = (ASSIGNMENT.paths.alternatives / "averaged.py").read_text(encoding="utf-8")
"""Of all the right answers, the quickest; its functions do not call each other."""
CHOSEN = {
    "grey-without-channels", "contour-as-zero", "trimap-blended", "down-and-up", "resized-to-fit", "dense-head",
    "size-written-out", "no-softmax", "pixels-alone", "softmax-twice", "scores-for-classes", "least-probable",
    "batch-axis-missing",
}  # fmt: skip
"""One of each kind; all that shows without training is tried in `test_builds_03.py`."""
ANSWERS = {
    question.id: [
        (m.id, function, answer.__module__.rpartition(".")[2], answer.__name__)
        for m in SUITE.misconceptions
        for function, answer in m.answers.items()
        if m.id in CHOSEN and function in question.functions
    ]
    for question in ASSIGNMENT.config.questions
}
"""The wrong answers to each question: misconception, function, and the module and name of what answers."""
ALONE = [{question: answer} for question, answers in ANSWERS.items() for answer in answers]
TOGETHER = [
    {question: answers[place] for question, answers in ANSWERS.items() if place < len(answers)}
    for place in range(max(map(len, ANSWERS.values())))
]
"""Mistakes that one submission makes, of each question one at most."""
MISTAKES = ALONE if IS_FULL else TOGETHER


@pytest.fixture(scope="module")
def engine(graders: Graders) -> LocalEngine:
    return graders("03")


def losing(questions: dict[str, QuestionResult]) -> set[str]:
    return {id for id, question in questions.items() if question.score < question.max_score}


@pytest.mark.parametrize("mistakes", MISTAKES, ids=[", ".join(each[0] for each in one.values()) for one in MISTAKES])
def test_wrong_answers_cost_their_own_questions_alone_and_are_named(
    engine: LocalEngine, mistakes: dict[str, tuple[str, str, str, str]]
) -> None:
    modules = sorted({module for _, _, module, _ in mistakes.values()})
    wrong = [(ASSIGNMENT.paths.suite / f"{module}.py").read_text(encoding="utf-8") for module in modules]
    bound = [f"{function} = {answer}\n" for _, function, _, answer in mistakes.values()]
    questions = examined(engine, RIGHT, "\n\n".join([*wrong, *bound]))
    assert losing(questions) == set(mistakes)
    for asked, (misconception, *_) in mistakes.items():
        assert misconception in [named.id for named in questions[asked].misconceptions]


RIGHT_MODELS = {
    "one size of stride in each direction": "Conv2D(9, 3, strides=(2, 1), padding='same', activation='relu'),"
    "Conv2DTranspose(9, 3, strides=(2, 1), padding='same', activation='relu')",
    "twice down and up": "MaxPooling2D(), Conv2D(16, 3, padding='same', activation='relu'), UpSampling2D(),"
    "Conv2D(16, 3, strides=2, padding='same', activation='relu'), Conv2DTranspose(16, 2, strides=2, activation='relu')",
    "dilated, with noise": "GaussianNoise(0.1), Conv2D(12, 3, dilation_rate=2, padding='same', activation='relu'),"
    "SpatialDropout2D(0.1), AveragePooling2D(4), Conv2D(32, 3, padding='same', activation='mish'), UpSampling2D(4)",
}


@pytest.mark.parametrize("layers", RIGHT_MODELS.values(), ids=RIGHT_MODELS.keys())
def test_honest_models_of_other_kinds_get_full_marks(engine: LocalEngine, layers: str) -> None:
    code = f"""
from keras.layers import *
def build_fcn(img_size, num_classes):
    return keras.Sequential([keras.Input(img_size + (3,)), Rescaling(1 / 255), {layers},
                             Conv2D(num_classes, 1, activation="softmax")])
"""
    questions = examined(engine, RIGHT, code)
    assert losing(questions) == set(), [check.message for check in questions["q3"].checks]


OWN_CLASSES = """
import keras
from keras import layers
def leaky(x):
    return keras.ops.maximum(x, 0.1 * x)
class Down(layers.Layer):
    def __init__(self, filters):
        super().__init__()
        self.conv = layers.Conv2D(filters, 3, strides=2, padding="same", name="conv")
    def call(self, x, training=False):
        return keras.ops.relu(self.conv(x))
class FCN(keras.Model):
    def __init__(self, num_classes):
        super().__init__()
        self.scale = layers.Lambda(lambda x: x / 255)
        self.downs = [Down(16), Down(32)]
        self.ups = keras.Sequential([
            layers.Conv2DTranspose(filters, 3, strides=2, padding="same", activation=leaky) for filters in (32, 16)
        ])
        self.out = layers.Conv2D(num_classes, 3, padding="same", activation=lambda x: keras.ops.softmax(x, axis=-1))
    def call(self, x, training=None):
        x = self.scale(x)
        for down in self.downs:
            x = down(x, training=training)
        return self.out(self.ups(x))
def build_fcn(img_size, num_classes):
    model = FCN(num_classes)
    model(keras.Input(img_size + (3,)))
    return model
"""


def test_a_model_of_own_classes_and_activations_gets_full_marks(engine: LocalEngine) -> None:
    questions = examined(engine, RIGHT, OWN_CLASSES)
    assert losing(questions) == set(), [check.message for check in questions["q3"].checks]


UNEARNED = {
    "weights in an initialiser": (
        "AveragePooling2D(2), UpSampling2D(2), Conv2D(num_classes, 1, activation='softmax', trainable=False,"
        "kernel_initializer=keras.initializers.Constant(60 * np.eye(3, num_classes)[None, None]))",
        0,
        {"test_learns": "no weight to train", "test_strides": "no convolution that looks around"},
    ),
    "weights of 0 and a bias of 1 / C": (
        "AveragePooling2D(2), UpSampling2D(2), Conv2D(num_classes, 1, kernel_initializer='zeros',"
        "bias_initializer=keras.initializers.Constant(1 / num_classes))",
        0,
        {"test_softmax": "add up to 1", "test_learns": "loss was not below", "test_channels": "counts only beside"},
    ),
    "1×1 convolutions alone": (
        "Conv2D(256, 1, activation='relu'), Conv2D(64, 1, strides=2, activation='relu'), UpSampling2D(2),"
        "Conv2D(num_classes, 1, activation='softmax')",
        0,
        {
            "test_size": "counts only beside",
            "test_learns": "loss was not below",
            "test_strides": "no convolution that looks around",
        },
    ),
}


@pytest.mark.parametrize(("layers", "score", "lost"), UNEARNED.values(), ids=UNEARNED.keys())
def test_what_a_model_brings_along_or_has_by_chance_earns_nothing(
    engine: LocalEngine, layers: str, score: float, lost: dict[str, str]
) -> None:
    code = f"""
from keras.layers import *
def build_fcn(img_size, num_classes):
    return keras.Sequential([keras.Input(img_size + (3,)), Rescaling(1 / 255), {layers}])
"""
    questions = examined(engine, RIGHT, code)
    messages = {
        check.name.rpartition("::")[2]: check.message.en
        for check in questions["q3"].checks
        if check.message is not None
    }
    assert questions["q3"].score == score
    assert all(said in messages[name] for name, said in lost.items()), messages


FILTERS = 500_000 if IS_FULL else 17_000
"""Kernels of 2 GB, or of little more than may be."""

BAD = {
    "None": ("    return None if num_classes else ...", "gave nothing back (None)"),
    "a tuple": ("    return keras.Input(img_size + (3,)), num_classes", "has the type `tuple`"),
    "not built": (
        "    return keras.Sequential([keras.layers.Conv2D(num_classes, 3)])",
        "does not know its input's shape",
    ),
    "a Lambda layer of NumPy": (
        "    return keras.Sequential([keras.Input(img_size + (3,)), keras.layers.Lambda(np.asarray)])",
        "could not be followed",
    ),
    "weights of its own": (
        "    class Own(keras.layers.Layer):\n        def build(self, shape): self.w = self.add_weight()\n"
        "        def call(self, x): return x * self.w\n"
        "    return keras.Sequential([keras.Input(img_size + (3,)), Own()])",
        "has weights of its own",
    ),
    "an activation of TensorFlow's": (
        "    import tensorflow as tf\n    return keras.Sequential([keras.Input(img_size + (3,)), keras.layers.Conv2D("
        "num_classes, 3, name=f'size-{img_size[0]}', activation=lambda x: x * tf.sigmoid(x))])",
        "Your own activation function in `Conv2D` could not be followed with a `keras.Input`, since a function of `tf`",
    ),
    "too many weights": (
        "    return keras.Sequential([keras.Input(img_size + (3,)),"
        f" keras.layers.Conv2D({FILTERS}, 18, kernel_initializer='zeros')])",
        "too many parameters",
    ),
    "never ends": ("    import time\n    while True: time.sleep(1)", "did not finish in time"),  # and takes no CPU
}


@pytest.mark.parametrize(("body", "said"), BAD.values(), ids=BAD.keys())
def test_bad_input_gets_a_clear_message_on_its_question_and_the_others_are_graded(
    engine: LocalEngine, body: str, said: str
) -> None:
    questions = examined(engine, RIGHT, f"def build_fcn(img_size, num_classes):\n{body}\n")
    assert losing(questions) == {"q3"}
    assert questions["q3"].score == 0
    messages = {check.message.en for check in questions["q3"].checks if check.message is not None}
    assert any(said in message for message in messages), messages
