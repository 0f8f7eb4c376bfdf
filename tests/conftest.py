"""Spreads the tests over processes file by file, so that what a file's tests share is made once."""

import os

import pytest
import warm_kernels


def pytest_xdist_auto_num_workers():
    """One more than there are CPUs: many tests wait for a process that they have started."""
    return (os.cpu_count() or 1) + 1


@pytest.hookimpl(tryfirst=True)  # before pytest-xdist reads the marks
def pytest_collection_modifyitems(items):
    for item in items:
        if item.get_closest_marker("xdist_group") is None:
            item.add_marker(pytest.mark.xdist_group(str(item.path)))


@pytest.fixture(scope="session", autouse=True)
def _warm_kernels(tmp_path_factory):
    shared = tmp_path_factory.getbasetemp()
    folder = (shared.parent if "PYTEST_XDIST_WORKER" in os.environ else shared) / "jupyter"
    with pytest.MonkeyPatch.context() as environment:
        for name, value in warm_kernels.installed(folder).items():
            environment.setenv(name, value)
        yield
