"""The public check of 03's stretch goal knows a U-Net, however it is built, from what is none."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from fcnkit.authoring import master_blocks
from fcnkit.authoring.places import read_master
from fcnkit.course import Course
from fcnkit.text import LANGS, Lang

pytestmark = pytest.mark.xdist_group("keras")

Build = Callable[[tuple[int, int], int], Any]


@cache
def _notebook(lang: Lang) -> dict[str, Any]:
    """What the solution and the check define."""
    import keras  # noqa: PLC0415 - slow

    cells = [*read_master(Course.find(Path(__file__)).assignment("03")).cells_in(lang)]
    goal = [cell.source for cell in cells if "build_unet(" in cell.source and "def " in cell.source]
    names: dict[str, Any] = {"np": np, "keras": keras}
    exec("\n".join([*master_blocks.solutions(cells), *goal]), names)  # noqa: S102 - our own master
    return names


def _told(build: object, lang: Lang = "en") -> str | None:
    """What the check says; None where it has nothing to say."""
    names = _notebook(lang)
    try:
        names["test_build_unet"](lang, names["np"], names["keras"], build)
    except Exception as error:
        return str(error)
    return None


def _net(
    join: Callable[[Any, Any], Any], at: tuple[int, ...] = (0, 1, 2), *, last: str = "softmax", more: int = 0
) -> Build:
    """A network that `join`s the two ways where `at` says, counted from the full size."""
    layers = _notebook("en")["keras"].layers

    def build(img_size: tuple[int, int], num_classes: int) -> Any:
        keras = _notebook("en")["keras"]
        inputs = x = keras.Input((*img_size, 3))
        before = []
        for _ in range(3):
            x = layers.Conv2D(4, 3, padding="same")(x)
            before.append(x)
            x = layers.MaxPooling2D(2)(x)
        shortcut = layers.Conv2D(4, 1, strides=1)(x)
        x = layers.Add()([layers.Conv2D(4, 3, padding="same")(x), shortcut])
        for place in (2, 1, 0):
            x = layers.UpSampling2D(2)(x)
            x = join(x, before[place]) if place in at else layers.Add()([x, layers.Conv2D(4, 1)(x)])
            x = layers.Conv2D(4, 3, padding="same")(x)
        return keras.Model(inputs, layers.Conv2D(num_classes + more, 1, activation=last)(x))

    return build


def _concatenated(x: Any, skip: Any) -> Any:
    return _notebook("en")["keras"].layers.Concatenate()([x, skip])


def _added(x: Any, skip: Any) -> Any:
    return x + skip


def _by_an_operation(x: Any, skip: Any) -> Any:
    return _notebook("en")["keras"].ops.concatenate([skip, x], axis=-1)


def _through_a_layer_of_its_own(x: Any, skip: Any) -> Any:
    """As ResNet's projection: the layer on the way across belongs to neither way."""
    layers = _notebook("en")["keras"].layers
    return layers.Concatenate()([layers.Conv2D(2, 1)(skip), x])


@pytest.mark.parametrize("join", [_concatenated, _added, _by_an_operation, _through_a_layer_of_its_own])
def test_two_ways_that_meet_at_two_resolutions_are_a_u_net(join: Callable[[Any, Any], Any]) -> None:
    assert _told(_net(join)) is None
    assert _told(_net(join, at=(0, 2))) is None


@pytest.mark.parametrize("lang", LANGS)
def test_the_solution_is_one_and_the_fcn_is_none(lang: Lang) -> None:
    assert _told(_notebook(lang)["build_unet"], lang) is None
    assert "0" in str(_told(_notebook(lang)["build_fcn"], lang))


def test_what_is_missing_is_said() -> None:
    assert "meet the way up at 1 resolution" in str(_told(_net(_concatenated, at=(1,))))
    assert "meet the way up at 0 resolution" in str(_told(_net(_concatenated, at=())))
    assert "add up to 1" in str(_told(_net(_concatenated, last="sigmoid")))
    assert "should be (32, 48, 4)" in str(_told(_net(_concatenated, more=1)))
    assert "return a Keras model" in str(_told(lambda *sizes: sizes))
    assert "None" in str(_told(lambda *_: None))
