"""Lets `time.sleep` return at once where there is no time left to wait: it is for somebody who looks on."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import wraps
from typing import SupportsIndex

_really_sleep = time.sleep
_skipping: list[None] = []
"""As long as how often `without_sleep` holds."""


@wraps(_really_sleep)
def _sleep(seconds: float | SupportsIndex, /) -> None:
    if not _skipping:
        _really_sleep(seconds)


def let_sleep_be_skipped() -> None:
    """Patches `time.sleep`, under whatever name it is imported, for `without_sleep`."""
    time.sleep = _sleep


@contextmanager
def without_sleep() -> Iterator[None]:
    """Inside, `time.sleep` returns at once, but for what students' code puts in its place, which stays there."""
    _skipping.append(None)
    try:
        yield
    finally:
        _skipping.pop()
