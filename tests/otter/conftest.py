"""The autograder's zip, and an Otter that is kept warm, for the tests of the group "otter"."""

import pytest
from otter_runs import ROOT, WarmOtter

from fcnkit.bundles.autograder_zip import autograder_zip
from fcnkit.course import Course


@pytest.fixture(scope="session")
def assignment():
    return Course(ROOT).assignment("01")


@pytest.fixture(scope="session")
def autograder(assignment, tmp_path_factory):
    return autograder_zip(assignment, tmp_path_factory.mktemp("package"))


@pytest.fixture(scope="session")
def otter():
    with WarmOtter() as warm:
        yield warm
