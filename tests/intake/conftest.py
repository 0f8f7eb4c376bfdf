"""Fixtures of more than one test file here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from fcnkit.gradebook import Gradebook


@pytest.fixture
def gradebook() -> Iterator[Gradebook]:
    with Gradebook(Path(":memory:")) as book:
        yield book
