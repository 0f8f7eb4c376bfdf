"""Processes that Ctrl-C ends at once: Python's own handler would have each of them print a traceback."""

from __future__ import annotations

import signal
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import resource_tracker
from multiprocessing.context import BaseContext
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
_INTERRUPT = {signal.SIGINT}


class QuietPool(ProcessPoolExecutor):
    """Its processes are started with Ctrl-C held back, and end by it as soon as they can do so without a word."""

    def __init__(self, workers: int | None, context: BaseContext) -> None:
        resource_tracker.ensure_running()  # here, since it lets the signal through again
        super().__init__(workers, context, initializer=end_at_interrupt)

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """May start a process, which inherits what is held back."""
        before = signal.pthread_sigmask(signal.SIG_BLOCK, _INTERRUPT)
        try:
            return super().submit(fn, *args, **kwargs)
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


def end_at_interrupt() -> None:
    """Take the system's own way of ending, for this process and those that it forks."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _INTERRUPT)
