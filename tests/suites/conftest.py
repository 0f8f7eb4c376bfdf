"""The hidden suite of 01, and Keras to hold oracles against."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest
from hidden_suite import Suite, suite_of


@pytest.fixture(scope="session")
def suite() -> Suite:
    """The hidden suite of assignment 01."""
    return suite_of("01")


@pytest.fixture(scope="module")
def spec(suite: Suite) -> ModuleType:
    """The oracles of the suite that a file is about."""
    return suite.modules["spec"]


@pytest.fixture(scope="module")
def keras() -> Iterator[Any]:
    """Keras on TensorFlow, on the CPU. Imported here, since it takes some ten seconds."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("KERAS_BACKEND", "tensorflow")
        environment.setenv("TF_CPP_MIN_LOG_LEVEL", "2")
        environment.setenv("CUDA_VISIBLE_DEVICES", "")
        yield importlib.import_module("keras")
