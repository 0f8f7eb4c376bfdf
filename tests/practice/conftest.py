"""A practice set for the writers to write."""

from __future__ import annotations

import pytest
from this_course import default_set

from fcnkit.practice.document import PracticeSet


@pytest.fixture(scope="session")
def practice_set() -> PracticeSet:
    """A set as the default blueprint has it."""
    return default_set("1/0")
