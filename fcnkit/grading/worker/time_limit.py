"""Bounds the time of code that may never end, in the process that runs it."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn, SupportsIndex

PATIENCE = 6
"""Seconds by the clock for each second of CPU, where both are bounded: for busy graders."""


class OutOfTime(BaseException):
    """Code took longer than it may. No `except Exception` of a student's holds it."""


@contextmanager
def cpu_limit(seconds: float) -> Iterator[None]:
    """Raise OutOfTime in what runs inside when it has used up so many seconds of CPU, and again if it goes on."""
    with _timer(signal.ITIMER_PROF, signal.SIGPROF, seconds, seconds):
        yield


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Likewise, also by the clock."""
    with cpu_limit(seconds), _timer(signal.ITIMER_REAL, signal.SIGALRM, seconds * PATIENCE, seconds):
        yield


@contextmanager
def a_moment(seconds: float) -> Iterator[None]:
    """Likewise for what has been stopped before: `time.sleep` returns at once."""
    sleep = time.sleep
    time.sleep = _not_at_all
    try:
        with time_limit(seconds):
            yield
    finally:
        time.sleep = sleep


@contextmanager
def _timer(timer: int, number: int, seconds: float, again: float) -> Iterator[None]:
    handler = signal.signal(number, _interrupt)
    outer = signal.setitimer(timer, seconds, again)
    try:
        yield
    finally:
        signal.setitimer(timer, *outer)
        signal.signal(number, handler)


def _interrupt(*_: object) -> NoReturn:
    raise OutOfTime


def _not_at_all(_seconds: float | SupportsIndex, /) -> None:
    """Sleep."""
