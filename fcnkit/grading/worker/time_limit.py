"""Bounds the time of code that may never end, in the process that runs it."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

PATIENCE = 6
"""Seconds by the clock for each second of CPU: for code that sleeps, and for busy graders."""


class OutOfTime(BaseException):
    """Code took longer than it may. No `except Exception` of a student's holds it."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise OutOfTime in what runs inside when it has used up so many seconds of CPU, and again if it goes on."""
    previous = {number: signal.signal(number, _interrupt) for number in (signal.SIGPROF, signal.SIGALRM)}
    signal.setitimer(signal.ITIMER_PROF, seconds, seconds)
    signal.setitimer(signal.ITIMER_REAL, seconds * PATIENCE, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
        for number, handler in previous.items():
            signal.signal(number, handler)


def _interrupt(*_: object) -> NoReturn:
    raise OutOfTime
