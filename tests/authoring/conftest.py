"""A course with one small assignment, and its handout built once for all tests here."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from fcnkit.authoring.build import build
from fcnkit.course import Assignment, Course

HERE = Path(__file__).parent


def course_with(master: Path, root: Path) -> Assignment:
    """The assignment `01-sample` with `master` as its master, in a course at `root`."""
    folder = root / "solutions" / "01-sample"
    folder.mkdir(parents=True)
    (root / "autograder" / "suites").mkdir(parents=True)
    shutil.copy(HERE / "sample" / "assignment.toml", folder)
    shutil.copy(master, folder / "master.py")
    return Course(root).assignment("01")


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Assignment:
    return course_with(HERE / "sample" / "master.txt", tmp_path_factory.mktemp("course"))


@pytest.fixture(scope="session")
def built(sample: Assignment) -> Assignment:
    """The sample with its handout; tests must leave the handout as it is."""
    build(sample)
    return sample
