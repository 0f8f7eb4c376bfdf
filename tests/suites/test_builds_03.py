"""Models of assignment 03, looked at as the worker does: what each check says of them but for the training."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hidden_suite import Suite, load_suite, suite_of
from proof import IS_FULL
from without_values import without_values

from fcnkit.course import Course
from fcnkit.grading.examiner.model_runner import read_trace
from fcnkit.grading.protocol import Model
from fcnkit.grading.worker import model_data, model_inspection

pytestmark = pytest.mark.xdist_group("keras")

ASSIGNMENT = Course.find(Path(__file__)).assignment("03")
SUITE = suite_of("03")
SECRETS = [f"secret {number}" for number in range(5 if IS_FULL else 1)]
BUILD = "build_fcn"
AT_ONCE = "all-positions-at-once"
BY_TRAINING = {"pixels-alone", "softmax-twice", "softmax-inside"}
"""Misconceptions that show in nothing else."""
MISCONCEPTIONS = {
    m.id: m.answers[BUILD]
    for m in SUITE.misconceptions
    if BUILD in m.signs and BUILD not in m.raises and m.id not in BY_TRAINING
}

Build = Callable[[tuple[int, int], int], Any]


class Returned:
    """Stands where a look expects a `ReturnedModel`."""

    def __init__(self, built: Any, *, is_narrowed: bool = IS_FULL) -> None:
        self._is_narrowed = is_narrowed
        data = model_data.as_data(built)
        assert isinstance(data, Model), data
        self._model = data
        self._traces: dict[tuple[int, int], Any] = {}

    def trace(self, size: tuple[int, int]) -> Any:
        if size not in self._traces:
            self._traces[size] = read_trace(model_inspection.trace(self._model, list(size)))
        return self._traces[size]

    def entrance(self, images: Any) -> Any:
        return model_inspection.entrance(self._model, images)

    def predict(self, images: Any, seed: int) -> Any:
        try:
            return model_inspection.predict(self._model, images, seed)
        except ValueError:
            return np.full((1, 1, 1, 1), np.nan)  # a model of another size

    def narrowed(self, images: Any, seed: int) -> Any:
        """All alike where it is not about that: it takes as long as all else."""
        try:
            return model_inspection.narrowed(self._model, images, seed) if self._is_narrowed else np.zeros_like(images)
        except ValueError:
            return np.zeros_like(images)  # a model of another size: other checks say so

    def train(self, *_: Any, **__: Any) -> list[float]:
        return [1.1, 0.4]


def failed(build: Build, suite: Suite = SUITE, *, is_narrowed: bool = IS_FULL) -> dict[str, list[str]]:
    """Each check that a model fails, with the misconceptions that explain all that is wrong there."""
    made: dict[str, Returned] = {}
    found = {}
    for check in suite.checks_of(BUILD):
        wrong = []
        for asked, case in check.agreements:
            key = repr(case.args)
            if key not in made:
                with without_values():
                    made[key] = Returned(build(*case.args), is_narrowed=is_narrowed)
            assert asked.look is not None
            facts = asked.look.measure(made[key], case)  # type: ignore[arg-type]
            if asked.difference(case, facts) is not None:
                wrong.append((case, facts))
        if wrong:
            found[check.name.rpartition("::")[2]] = [
                m.id
                for m in suite.misconceptions
                if BUILD in m.signs and all(m.signs[BUILD](facts, *case.args) for case, facts in wrong)
            ]
    return found


@pytest.mark.parametrize("id", MISCONCEPTIONS)
@pytest.mark.parametrize("secret", ["", *SECRETS])
def test_a_wrong_model_loses_marks_and_is_the_one_named(keras: Any, secret: str, id: str) -> None:  # noqa: ARG001
    suite = load_suite(ASSIGNMENT, secret) if secret else SUITE
    explanations = failed(MISCONCEPTIONS[id], suite, is_narrowed=IS_FULL or id == AT_ONCE)
    votes = Counter(each for ids in explanations.values() for each in ids)
    assert {max(ids, key=votes.__getitem__) for ids in explanations.values() if ids} == {id}
    assert {each for ids in explanations.values() for each in ids} == {id}, "another name, only hidden by the votes"


DOWN = "Conv2D(8, 3, strides=2, padding='same', activation='relu')"
UP = "Conv2DTranspose(8, 3, strides=2, padding='same', activation='relu')"
LAST = "Conv2D(num_classes, 3, padding='same', activation='softmax')"
ONE = "Rescaling(1 / 255)"
FAR = {"test_convolutional": AT_ONCE}
LAYERS: dict[str, tuple[str, dict[str, str]]] = {
    "-1 to 1": (f"Rescaling(1 / 127.5, offset=-1), {DOWN}, {UP}, {LAST}", {}),
    "normalised by the batch": (f"BatchNormalization(), {DOWN}, {UP}, {LAST}", {}),
    "rescaled after a convolution": (f"{DOWN}, {ONE}, {UP}, {LAST}", {"test_rescaled": "not-rescaled"}),
    "sigmoids that are made to sum up": (
        f"{ONE}, {DOWN}, {UP}, {LAST.replace('softmax', 'sigmoid')}, UnitNormalization()",
        {"test_softmax": "sigmoid-for-softmax"},
    ),
    "one sigmoid for all classes": (
        f"{ONE}, {DOWN}, {UP}, Conv2D(1, 3, padding='same', activation='sigmoid')",
        {"test_channels": "", "test_softmax": ""},
    ),
    "a sigmoid behind the softmax": (
        f"{ONE}, {DOWN}, {UP}, {LAST}, Activation('sigmoid')",
        {"test_softmax": ""},
    ),
    "resized in the place of a step up": (
        f"{ONE}, {DOWN}, Resizing(*img_size), {LAST}",
        {"test_strides": "resized-to-fit"},
    ),
    "no padding, resized": (
        f"{ONE}, Conv2D(8, 3, strides=2), Conv2DTranspose(8, 3, strides=2), Resizing(*img_size), {LAST}",
        {"test_strides": "resized-to-fit"},
    ),
    "thirds": (
        f"{ONE}, {DOWN.replace('strides=2', 'strides=3')}, {UP.replace('strides=2', 'strides=3')}, {LAST}",
        {"test_size": "", "test_strides": ""},
    ),
    "pooled and repeated alone": (
        f"{ONE}, MaxPooling2D(), UpSampling2D(), {LAST}",
        {"test_strides": "", "test_learns": ""},
    ),
    "never shrunk": (
        f"{ONE}, {DOWN.replace('strides=2, ', '')}, {LAST}",
        {"test_strides": "never-shrunk", "test_learns": "never-shrunk"},
    ),
    "padded by hand, never shrunk": (
        f"{ONE}, ZeroPadding2D(), Conv2D(8, 3), {LAST}",
        {"test_strides": "never-shrunk", "test_learns": "never-shrunk"},
    ),
    "shrunk in height, enlarged in width": (
        f"{ONE}, {DOWN.replace('=2', '=(2, 1)')}, {UP.replace('=2', '=(1, 2)')}, {LAST}",
        {"test_size": "", "test_strides": ""},
    ),
    "Dense in the middle": (f"{ONE}, {DOWN}, Dense(8), {UP}, {LAST}", {"test_convolutional": ""}),
    "turned round": (f"{ONE}, {DOWN}, Lambda(lambda x: ops.flip(x, 2)), {UP}, {LAST}", FAR),
    "rows mixed by a matrix": (
        f"{ONE}, {DOWN}, Lambda(lambda x: ops.einsum('bhwc,hk->bkwc', x, ops.ones((x.shape[1],) * 2))), {UP}, {LAST}",
        FAR,
    ),
    "rows taken for a signal": (
        f"{ONE}, {DOWN}, Reshape((img_size[0] // 2, img_size[1] * 4)), Conv1D(img_size[1] * 4, 3, padding='same'), "
        f"Reshape((img_size[0] // 2, img_size[1] // 2, 8)), {UP}, {LAST}",
        FAR,
    ),
    "without its mean": (
        f"{ONE}, {DOWN}, Lambda(lambda x: x - ops.mean(x, (1, 2), keepdims=True)), {UP}, {LAST}",
        FAR | {"test_strides": AT_ONCE},
    ),
    "weighed along rows": (
        f"{ONE}, {DOWN}, Lambda(lambda x: x * ops.softmax(x, axis=1)), {UP}, {LAST}",
        FAR,
    ),
    "enlarged by Lanczos at once": (
        f"{ONE}, {DOWN.replace('strides=2', 'strides=8').replace('8, 3', '8, 9')}, "
        f"UpSampling2D(8, interpolation='lanczos5'), {LAST}",
        {},
    ),
    "reflected at the border": (
        f"{ONE}, Lambda(lambda x: ops.pad(x, ((0, 0), (1, 1), (1, 1), (0, 0)), 'reflect')), "
        f"Conv2D(8, 4, strides=2, activation='relu'), {UP}, {LAST}",
        {},
    ),
    "softmax over its channels inside": (
        f"{ONE}, {DOWN}, Lambda(lambda x: x * ops.softmax(x, axis=3)), {UP}, {LAST}",
        {},
    ),
    "normalised over positions": (
        f"{ONE}, {DOWN}, GroupNormalization(4), LayerNormalization((1, 2, 3)), {UP}, {LAST}",
        {},
    ),
    "spread by pooling and enlarging": (
        f"{ONE}, {DOWN}, {DOWN}, {DOWN}, MaxPooling2D(3, strides=1, padding='same'), "
        f"Conv2D(8, 3, dilation_rate=6, padding='same'), AveragePooling2D(3, strides=1, padding='same'), "
        f"*(UpSampling2D(interpolation=each) for each in ('bilinear', 'bilinear', 'bicubic')), {LAST}",
        {},
    ),
    "stamps of single pixels": (
        f"{ONE}, Conv2D(8, 1, strides=2), Conv2DTranspose(8, 2, strides=2), Conv2D(num_classes, 1), Softmax()",
        {"test_strides": "pixels-alone", "test_learns": "pixels-alone"},
    ),
    "mixed by 1×1 where small": (
        f"{ONE}, Conv2D(8, 3, padding='same'), MaxPooling2D(), Conv2D(num_classes, 1), UpSampling2D(), Softmax()",
        {"test_strides": "", "test_learns": ""},
    ),
    "enlarged alone": (f"{ONE}, {UP}, {LAST}", {"test_size": "", "test_strides": ""}),
    "one class too many": (
        f"{ONE}, {DOWN}, {UP}, {LAST.replace('num_classes', 'num_classes + 1')}",
        {"test_channels": ""},
    ),
}
if IS_FULL:
    LAYERS |= {
        "summed up on the way": (f"{ONE}, {DOWN}, Lambda(lambda x: ops.cumsum(x, 1) / 99), {UP}, {LAST}", FAR),
        "moved by half of it": (f"{ONE}, {DOWN}, Lambda(lambda x: ops.roll(x, x.shape[1] // 2, 1)), {UP}, {LAST}", FAR),
        "multiplied by its largest": (
            f"{ONE}, {DOWN}, Lambda(lambda x: x * ops.max(x, (1, 2), keepdims=True)), {UP}, {LAST}",
            FAR | {"test_strides": AT_ONCE},
        ),
        "large kernels": (
            f"{ONE}, Conv2D(8, 15, strides=8, padding='same'), SeparableConv2D(8, 7, padding='same'), "
            f"Conv2DTranspose(8, 24, strides=8, padding='same'), {LAST}",
            {},
        ),
    }
NARROWED = ("ops.", "lanczos", "Conv1D", "GroupNormalization", "bilinear")
"""What stands in models that are looked at with narrowed kernels."""


@pytest.mark.parametrize(("layers", "lost"), LAYERS.values(), ids=LAYERS.keys())
def test_a_model_loses_what_it_lacks_and_has_no_name_but_its_own(keras: Any, layers: str, lost: dict[str, str]) -> None:
    def build(img_size: tuple[int, int], num_classes: int) -> Any:
        given = vars(keras.layers) | {"ops": keras.ops, "img_size": img_size, "num_classes": num_classes}
        return keras.Sequential([keras.Input((*img_size, 3)), *eval(f"[{layers}]", given)])  # noqa: S307

    is_narrowed = IS_FULL or any(each in layers for each in NARROWED)
    assert failed(build, is_narrowed=is_narrowed) == {check: [id] if id else [] for check, id in lost.items()}


def test_a_model_that_is_made_once_is_told_to_be_of_another_size(keras: Any) -> None:
    made: list[Any] = []

    def build(img_size: tuple[int, int], num_classes: int) -> Any:
        if not made:
            layers = vars(keras.layers) | {"num_classes": num_classes}
            made.append(
                keras.Sequential([keras.Input((*img_size, 3)), *eval(f"[{ONE}, {DOWN}, {UP}, {LAST}]", layers)])  # noqa: S307
            )
        return made[0]

    build((16, 32), 4)
    explanations = failed(build)
    assert explanations["test_size"] == ["size-written-out"]
    assert explanations["test_channels"] == ["size-written-out"]


def _with_a_skip(keras: Any, merge: Callable[..., Any], img_size: tuple[int, int]) -> Any:
    """Merges what was shrunk once with what is enlarged again, which have different sizes."""
    convolve = {"strides": 2, "padding": "same"}
    small = keras.layers.Conv2D(8, 3, **convolve)(keras.Input((*img_size, 3)))
    return merge(small, keras.layers.Conv2DTranspose(8, 3, **convolve)(small))


MERGES: dict[str, Callable[[Any], Callable[..., Any]]] = {
    "Add": lambda k: lambda *maps: k.layers.Add()(list(maps)),
    "+": lambda _: lambda one, other: one + other,
    "Concatenate": lambda k: lambda *maps: k.layers.Concatenate()(list(maps)),
    "ops": lambda k: lambda *maps: k.ops.concatenate(list(maps), axis=-1),
}


@pytest.mark.parametrize("merge", MERGES.values(), ids=MERGES.keys())
def test_maps_of_different_sizes_are_named_however_they_are_merged(keras: Any, merge: Callable[..., Any]) -> None:
    (named,) = [m for m in SUITE.misconceptions if m.id == "sizes-do-not-fit"]
    with pytest.raises(ValueError) as raised, without_values():  # noqa: PT011 - what is said is judged below
        _with_a_skip(keras, merge(keras), (16, 24))
    assert named.raises[BUILD]("ValueError", str(raised.value))


@pytest.mark.parametrize(("build", "is_again"), [("softmax_twice", True), ("softmax_inside", False)])
def test_a_softmax_with_a_convolution_after_it_is_not_applied_twice(build: str, is_again: bool) -> None:
    facts = Returned(getattr(SUITE.modules["wrong_answers_models"], build)((16, 16), 3)).trace((16, 16))
    assert SUITE.modules["detectors"].softmaxes(facts) > 1
    assert SUITE.modules["detectors"].softmax_again(facts) is is_again
