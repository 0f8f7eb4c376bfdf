"""Bounds the time of code that may never end, in the process that runs it."""

from __future__ import annotations

import _signal  # type: ignore[import-not-found]  # what `signal` makes enums around, which take 20 times as long
import signal
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any, NoReturn, Self

MANY = 3600.0
"""Seconds for what has no bound of its own."""
PATIENCE = 6
"""Seconds by the clock for each second of CPU, where both are bounded: for busy graders."""
HARDLY_ANY = 0.01
"""Of the time that a limit gives, by the clock."""


class OutOfTime(BaseException):
    """Code took longer than it may. No `except Exception` of a student's holds it."""


def let_none_come_late() -> None:
    """Have a process not be ended by a signal of its time's end that comes when nothing is bounded any more."""
    _signal.signal(signal.SIGPROF, _signal.SIG_IGN)


def cpu_limit(seconds: float) -> _Timer:
    """Raise OutOfTime in what runs inside when it has used up so many seconds of CPU, and again if it goes on.

    Likewise whenever the examiner sends the same signal, which does so where something has slept for too long.
    """
    return _Timer(signal.ITIMER_PROF, signal.SIGPROF, seconds, seconds)


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise OutOfTime as `cpu_limit` does, and also once `PATIENCE` times as many seconds have passed by the clock."""
    with cpu_limit(seconds), _Timer(signal.ITIMER_REAL, signal.SIGALRM, seconds * PATIENCE, seconds):
        yield


class _Timer(AbstractContextManager["_Timer"]):
    """A generator would take longer than most calls of students' functions."""

    def __init__(self, timer: int, number: int, seconds: float, again: float) -> None:
        self._timer = timer
        self._number = number
        self._times = seconds, again
        self._is_set = False
        self._begun = 0.0

    def __enter__(self) -> Self:
        self._handler = _handle(self._number, _interrupt)
        self._begun = time.monotonic()
        self._is_set, self._outer = True, signal.setitimer(self._timer, *self._times)
        return self

    def renew(self) -> None:
        """Give what comes next the whole time, or little less where hardly any has passed: that spares system calls."""
        if (now := time.monotonic()) - self._begun > HARDLY_ANY * self._times[0]:
            self._begun = now
            signal.setitimer(self._timer, *self._times)

    def __exit__(self, *_: object) -> None:
        signal.setitimer(self._timer, *self._outer)
        _handle(self._number, self._handler)
        self._is_set = False

    def __del__(self) -> None:
        """Where time has run out on the way out, before anything was put back."""
        if self._is_set:
            self.__exit__()


def _handle(number: int, handler: Any) -> Any:
    """As `signal.signal`, without a system call where it is handled so already: inside another limit it is."""
    before = _signal.getsignal(number)
    if before is not handler:
        _signal.signal(number, handler)
    return before


def _interrupt(*_: object) -> NoReturn:
    raise OutOfTime
