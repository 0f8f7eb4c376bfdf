"""Processes that end with the command: at Ctrl-C without Python's own traceback, and when it is killed."""

from __future__ import annotations

import errno
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import parent_process, resource_tracker
from multiprocessing.context import BaseContext
from typing import ParamSpec, TypeVar

from fcnkit.errors import CannotGoOn, reason
from fcnkit.text import Text

NO_SEMAPHORES = Text(
    ko="여러 프로세스를 함께 실행하려면 쓸 수 있는 /dev/shm이 있어야 합니다. {reason}. `mount -t tmpfs shm /dev/shm` "
    "등으로 마련한 뒤 다시 실행하세요.",
    en="processes can work together only with a /dev/shm that can be written: {reason}; provide one (such as by `mount "
    "-t tmpfs shm /dev/shm`) and run this again",
)
P = ParamSpec("P")
T = TypeVar("T")
_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class QuietPool(ProcessPoolExecutor):
    """Its processes are started with both signals held back, and end by them as soon as they can without a word."""

    def __init__(self, workers: int | None, context: BaseContext) -> None:
        resource_tracker.ensure_running()  # here, since it lets them through again
        try:
            super().__init__(workers, context, initializer=_end_with_the_command)
        except OSError as error:
            if error.errno in (errno.EMFILE, errno.ENFILE):
                raise
            raise CannotGoOn(NO_SEMAPHORES, reason=reason(error)) from None

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """May start a process, which inherits what is held back."""
        with _held_back():
            return super().submit(fn, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """A second Ctrl-C does not leave alone a process that is still starting, whose traceback would be shown."""
        if (queue := getattr(self, "_call_queue", None)) is not None:
            # Before Python 3.11.5 (CPython's issue 94777) a thread would wait for ever to write work into a full pipe
            # when all processes have ended: this one holds its other end, too.
            queue._reader.close()
        with _held_back():
            super().shutdown(wait, cancel_futures=cancel_futures)


@contextmanager
def _held_back() -> Iterator[None]:
    """Answer both signals at the end only, also where another thread than this one takes them."""
    came: list[int] = []
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
    is_main = threading.current_thread() is threading.main_thread()  # no other one can say how they are answered
    before = {number: signal.signal(number, lambda number, _: came.append(number)) for number in _SIGNALS if is_main}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        for each in came:
            signal.raise_signal(each)


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
    for number in _SIGNALS:
        signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)
