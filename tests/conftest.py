"""Spreads the tests over processes file by file, so that what a file's tests share is made once."""

import os

import pytest


def pytest_xdist_auto_num_workers():
    """One more than there are CPUs: many tests wait for a process that they have started."""
    return (os.cpu_count() or 1) + 1


@pytest.hookimpl(tryfirst=True)  # before pytest-xdist reads the marks
def pytest_collection_modifyitems(items):
    for item in items:
        if item.get_closest_marker("xdist_group") is None:
            item.add_marker(pytest.mark.xdist_group(str(item.path)))
