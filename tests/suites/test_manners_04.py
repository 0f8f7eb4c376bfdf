"""What the text of 04 asks for beside right values: arrays that are new, can be filled, come back; names that stay."""

from __future__ import annotations

from pathlib import Path

import pytest
from graders import Graders

from fcnkit.course import Course
from fcnkit.engines.local import LocalEngine
from fcnkit.grading.intake import Cell
from fcnkit.grading.messages import Job
from fcnkit.grading.results import CheckResult

pytestmark = pytest.mark.xdist_group("graders of 04")

ASSIGNMENT = Course.find(Path(__file__)).assignment("04")
RIGHT = (ASSIGNMENT.paths.alternatives / "loops.py").read_text(encoding="utf-8")
FILL = "def fill_batch(images, samples):\n    {before}\n    images[:len(samples)] = samples\n    return {returned}"
ALLOCATE = "def allocate_images(num_images, img_size):\n    return "
BROADCAST = "np.broadcast_to(np.float32(0), (num_images, *img_size, 3))"
ZEROS = 'np.zeros((num_images, *img_size, 3), "float32")'

WRONG = {
    "a part comes back": (
        FILL.format(before="", returned="images[:len(samples)]"),
        "test_returns",
        "another shape or type",
    ),
    "a copy comes back": (FILL.format(before="", returned="images.copy()"), "test_returns", "a part or a copy"),
    "what was there comes back": (
        FILL.format(before="old = images.copy()", returned="old"),
        "test_returns",
        "a part or a copy",
    ),
    "one zero for all cells": (ALLOCATE + BROADCAST, "test_images_zero", "several cells share their memory"),
    "cells that share memory and can be written to": (
        ALLOCATE
        + BROADCAST.replace("broadcast_to(", "lib.stride_tricks.as_strided(").replace(
            "np.float32(0), (", "np.zeros(1, 'float32'), strides=(0,) * 4, shape=("
        ),
        "test_images_zero",
        "several cells share their memory",
    ),
    "read-only": (
        f"{ALLOCATE}made\n".replace("return", f"made = {ZEROS}\n    made.flags.writeable = False\n    return"),
        "test_images_zero",
        "read-only",
    ),
    "always a part of the same": (
        "all_there_is = np.zeros(200_000, 'float32')\n"
        "def allocate_images(num_images, img_size):\n"
        "    shape = num_images, *img_size, 3\n"
        "    return all_there_is[: np.prod(shape)].reshape(shape)",
        "test_images_zero",
        "returned before",
    ),
    "arguments of other names": (
        "def image_batch_shape(n, size, channels):\n    return (n, *size, channels)",
        "test_count",
        "Keep the names",
    ),
}
RIGHT_TOO = {
    "all of it under another name": FILL.format(before="", returned="images[:]"),
    "nothing": FILL.format(before="", returned="None"),
    "a part of something larger": ALLOCATE + ZEROS.replace("num_images,", "num_images + 1,") + "[1:]",
}


@pytest.fixture(scope="module")
def engine(graders: Graders) -> LocalEngine:
    return graders("04")


def _lost(engine: LocalEngine, source: str) -> list[CheckResult]:
    questions = engine.examine(Job(cells=[Cell(1, RIGHT), Cell(2, source)])).questions
    return [check for question in questions for check in question.checks if check.outcome != "passed"]


@pytest.mark.parametrize("what", WRONG)
def test_it_costs_one_check_and_is_told(engine: LocalEngine, what: str) -> None:
    source, name, told = WRONG[what]
    (check,) = _lost(engine, source)
    assert check.name.endswith(f"::{name}")
    assert check.message is not None
    assert told in check.message.en


@pytest.mark.parametrize("what", RIGHT_TOO)
def test_honest_ways_are_taken(engine: LocalEngine, what: str) -> None:
    assert _lost(engine, RIGHT_TOO[what]) == []


@pytest.mark.parametrize(
    ("source", "id"),
    [
        ("return (num_images) + img_size + (channels)", "comma-forgotten"),
        ("return (num_images,) + img_size + (channels)", "last-comma-forgotten"),
        ("return num_images + channels + list(img_size)", None),
    ],
)
def test_an_exception_is_named_by_what_python_says(engine: LocalEngine, source: str, id: str | None) -> None:
    lost = _lost(engine, f"def image_batch_shape(num_images, img_size, channels):\n    {source}")
    assert {check.outcome for check in lost} == {"error"}
    assert {check.misconception for check in lost} == {id}
