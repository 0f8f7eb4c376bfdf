"""A module that is run as `python -P -m` runs it, by a fork: what is imported here need not be imported once more."""

from __future__ import annotations

import os
import runpy
import select
import signal
import subprocess
import sys
import traceback
from collections.abc import Mapping, Sequence
from contextlib import suppress
from threading import Lock
from typing import NoReturn

import psutil

_SET_UP_BEFORE_IMPORT = {"numpy", "pytest"}
"""The module says what they go by, such as the number of threads, and imports them then."""
_ANSWERED = (signal.SIGINT, signal.SIGTERM)
"""What the command answers in a way of its own."""


def can_fork() -> bool:
    """Whether this process has nothing that a fork must not have: another thread, or a library that is set up.

    Nor may a standard descriptor have been closed: its number may be that of one to keep.
    """
    is_whole = None not in (sys.__stdin__, sys.__stdout__, sys.__stderr__)
    return is_whole and psutil.Process().num_threads() == 1 and not _SET_UP_BEFORE_IMPORT & sys.modules.keys()


class Forked:
    """What a fork server needs of `subprocess.Popen`. Create it only where `can_fork`."""

    def __init__(self, command: Sequence[str], keep: Sequence[int], environment: Mapping[str, str], log: int) -> None:
        """`command` is `python -P -m MODULE ARGUMENT …`. It gets the descriptors to `keep`, and `log` as its standard
        error."""
        self.returncode: int | None = None
        self._reaping = Lock()  # several threads may ask whether it has ended
        before = signal.pthread_sigmask(signal.SIG_BLOCK, _ANSWERED)  # until the fork answers them itself
        try:
            self.pid = os.fork()
            if self.pid == 0:
                _run(command[3], command[4:], keep, environment, log)
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)

    def poll(self) -> int | None:
        """Its exit status, None while it runs."""
        with self._reaping:
            if self.returncode is None:
                try:
                    pid, status = os.waitpid(self.pid, os.WNOHANG)
                except ChildProcessError:  # somebody else was told how it ended, or nobody wants to be
                    pid, status = self.pid, 0
                self.returncode = os.waitstatus_to_exitcode(status) if pid else None
            return self.returncode

    def wait(self, timeout: float | None = None) -> int | None:
        """Its exit status, when it has ended. Raises subprocess.TimeoutExpired."""
        if self.poll() is None:
            with suppress(ProcessLookupError):  # it has just ended
                self._await(timeout)
        return self.poll()

    def _await(self, timeout: float | None) -> None:
        descriptor = os.pidfd_open(self.pid)
        try:
            if not select.select([descriptor], [], [], timeout)[0]:
                raise subprocess.TimeoutExpired("", timeout or 0)
        finally:
            os.close(descriptor)

    def terminate(self) -> None:
        self._send(signal.SIGTERM)

    def kill(self) -> None:
        self._send(signal.SIGKILL)

    def _send(self, number: signal.Signals) -> None:
        if self.poll() is None:  # else its number may be another process' by now
            with suppress(ProcessLookupError):  # as above
                os.kill(self.pid, number)


def _run(
    module: str, arguments: Sequence[str], keep: Sequence[int], environment: Mapping[str, str], log: int
) -> NoReturn:
    code = 1
    try:
        from fcnkit.grading.sandbox.privileges import close_all_but  # noqa: PLC0415  # nothing for the command itself

        os.setsid()  # Ctrl-C is for the command
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)  # the command answers it between two steps
        close_all_but([*keep, log])
        os.dup2(log, 2)
        os.close(log)
        sys.stderr = sys.__stderr__  # its parent may have sent its own elsewhere
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ANSWERED)  # a Ctrl-C of just now is told in the log
        os.environ.update(environment)
        if not sys.flags.safe_path:
            del sys.path[0]  # the folder of the command's script, or the working folder, where submissions may lie
        sys.argv = [module, *arguments]
        runpy.run_module(module, run_name="__main__", alter_sys=True)
        code = 0
    except SystemExit as end:
        print(end.code, file=sys.stderr, flush=True)  # the reason, as Python itself would write it
    except BaseException:  # a fork must never go on with what its parent does
        traceback.print_exc()
    finally:
        os._exit(code)
