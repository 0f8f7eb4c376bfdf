"""Fixtures of more than one test file here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from one_student import hand_in

from fcnkit.gradebook import Gradebook


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Gradebook]:
    """A gradebook in which kim has handed in once."""
    with Gradebook(tmp_path / "gradebook.sqlite") as book:
        hand_in(book, "one")
        yield book
