"""Models whose graph alone is looked at, built without drawing their weights, which is a third of the work."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_values() -> Iterator[None]:
    """Weights that are made here have a shape and no value, as in `model_inspection.trace`; nor do they get one later.

    Keras itself would draw them when the next model is built.
    """
    state = importlib.import_module("keras.src.backend.common.global_state")
    with importlib.import_module("keras").StatelessScope(initialize_variables=False):
        yield
    state.set_global_attribute("uninitialized_variables", [])
