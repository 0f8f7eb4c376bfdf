"""Processes that end with the command: at Ctrl-C without Python's own traceback, and when it is killed."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import parent_process, resource_tracker
from multiprocessing.context import BaseContext
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
_INTERRUPT = {signal.SIGINT}


class QuietPool(ProcessPoolExecutor):
    """Its processes are started with Ctrl-C held back, and end by it as soon as they can do so without a word."""

    def __init__(self, workers: int | None, context: BaseContext) -> None:
        resource_tracker.ensure_running()  # here, since it lets the signal through again
        super().__init__(workers, context, initializer=_end_with_the_command)

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """May start a process, which inherits what is held back."""
        before = signal.pthread_sigmask(signal.SIG_BLOCK, _INTERRUPT)
        try:
            return super().submit(fn, *args, **kwargs)
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_with_the_command() -> None:
    end_at_interrupt()
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A process of a pool waits for work as long as another one does, whether or not any can come."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def end_at_interrupt() -> None:
    """Take the system's own way of ending, for this process and those that it forks."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _INTERRUPT)
