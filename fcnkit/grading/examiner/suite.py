"""Loads from a hidden suite what is not a test: its misconceptions."""

from __future__ import annotations

import importlib
import os
import sys

from fcnkit.course import Assignment
from fcnkit.misconception import Misconception


def load_misconceptions(assignment: Assignment) -> tuple[Misconception, ...]:
    """The suite's `misconceptions.MISCONCEPTIONS`; the suite's folder joins the import path, as pytest has it."""
    for module in assignment.suite.glob("*.py"):
        sys.modules.pop(module.stem, None)  # another assignment's suite has modules of the same names
    sys.path.insert(0, os.fspath(assignment.suite))
    found: tuple[Misconception, ...] = importlib.import_module("misconceptions").MISCONCEPTIONS
    return found
