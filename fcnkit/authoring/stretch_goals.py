"""Stretch goals: exercises of a notebook that are checked publicly, worth no points and never in the hidden suite.

In a master they are questions by the names stretch1, stretch2 …, of which `assignment.toml` knows nothing.
"""

from __future__ import annotations

import re

_NAME = re.compile(r"stretch\d+")


def is_stretch_goal(name: str) -> bool:
    return _NAME.fullmatch(name) is not None


def expected_names(count: int) -> list[str]:
    """What so many of a notebook are called, in order."""
    return [f"stretch{number}" for number in range(1, count + 1)]
