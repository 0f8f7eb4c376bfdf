from __future__ import annotations

from pathlib import Path

import pytest
from hidden_suite import Suite, load_suite

from fcnkit.course import Course


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "check(question, points, title): a hidden check, as the examiner knows it")


@pytest.fixture(scope="session")
def suite() -> Suite:
    """The hidden suite of assignment 01."""
    return load_suite(Course.find(Path(__file__)).assignment("01"))
