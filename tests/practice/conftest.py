"""A practice set for the writers to write."""

from __future__ import annotations

import pytest

from fcnkit.practice.blueprint import read_blueprint
from fcnkit.practice.compose import Ticket, compose
from fcnkit.practice.document import PracticeSet


@pytest.fixture(scope="session")
def practice_set() -> PracticeSet:
    """A set as the default blueprint has it."""
    return default_set("1/0")


def default_set(draw: str, student: str | None = None) -> PracticeSet:
    """The default blueprint's set that is drawn with this."""
    blueprint, _ = read_blueprint(None)
    return compose(blueprint, 2026, Ticket("set-01", student, draw))
