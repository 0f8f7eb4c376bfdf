"""The small course, and its handout built once for all tests here."""

from __future__ import annotations

import pytest
from small_course import HERE, course_with

from fcnkit.authoring.build_assignment import build
from fcnkit.course import Assignment


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Assignment:
    return course_with(HERE / "sample" / "master.txt", tmp_path_factory.mktemp("course"))


@pytest.fixture(scope="session")
def built(sample: Assignment) -> Assignment:
    """The sample with its handout; tests must leave the handout as it is."""
    build(sample)
    return sample
