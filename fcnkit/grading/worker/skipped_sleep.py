"""Lets `time.sleep` return at once where there is no time left to wait: it is for somebody who looks on."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import wraps
from typing import SupportsIndex

_really_sleep = time.sleep
_is_skipped = False


@wraps(_really_sleep)
def _sleep(seconds: float | SupportsIndex, /) -> None:
    if not _is_skipped:
        _really_sleep(seconds)


def let_sleep_be_skipped() -> None:
    """Patches `time.sleep`, so that `without_sleep` also holds for who has imported it from `time` before."""
    time.sleep = _sleep


@contextmanager
def without_sleep() -> Iterator[None]:
    """Inside, `time.sleep` returns at once."""
    global _is_skipped
    before = time.sleep, _is_skipped
    time.sleep, _is_skipped = _sleep, True
    try:
        yield
    finally:
        time.sleep, _is_skipped = before
