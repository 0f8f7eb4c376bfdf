"""Tidies up after code that was stopped at any place, where a library keeps what it is in the middle of for all."""

from __future__ import annotations

import contextlib
import sys


def forget_half_done() -> None:
    """Where Keras was stopped while it gave a model's weights their first values, let it forget that model.

    It has one list of all weights that wait, and empties it at the end alone. Else each later model of a class of the
    student's own raises at the first of them, which has a value already.
    """
    state = sys.modules.get("keras.src.backend.common.global_state")
    if state is not None:
        with contextlib.suppress(Exception):  # an inner module, and the student's process: it may hold anything
            state.set_global_attribute("uninitialized_variables", [])
