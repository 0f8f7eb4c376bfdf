"""Spreads the tests over processes file by file, since a file's tests share what takes long; the longest ones first."""

import os
from pathlib import Path

import pytest
import warm_kernels

LONG = ("otter", "suites/test_models", "hostile", "docs/test_worked_example", "packaging", "cluster", "authoring",
        "end_to_end", "practice/test_export", "reviews", "examples", "quiz")  # fmt: skip
"""What takes minutes begins first, so that no process is left alone with it at the end."""


def _place(item):
    path = item.path.relative_to(Path(__file__).parent).as_posix()
    return next((place for place, start in enumerate(LONG) if path.startswith(start)), len(LONG))


def pytest_xdist_auto_num_workers():
    """One more than there are CPUs: many tests wait for a process that they have started."""
    return (os.cpu_count() or 1) + 1


@pytest.hookimpl(tryfirst=True)  # before pytest-xdist reads the marks
def pytest_collection_modifyitems(config, items):
    if hasattr(config, "workerinput"):
        items.sort(key=_place)
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
