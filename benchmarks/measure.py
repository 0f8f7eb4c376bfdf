"""What a command costs: seconds by the clock, CPU seconds of it and all that it started, and memory at its peak."""

from __future__ import annotations

import os
import resource
import subprocess
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import psutil

_SAMPLE_SECONDS = 0.25
_SHARE = 0.05
"""Part of one CPU for looking at memory: a look costs more with more processes, which may need all CPUs."""
MIB = 1 << 20
_ENV = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Modules are compiled once, as they are for everybody who has not asked otherwise: other tools' are when installed."""


@dataclass(frozen=True)
class Cost:
    """What one command takes."""

    wall: float
    cpu: float
    peak_mib: float
    """Proportional (PSS): what forks share is counted once."""


class CommandFailed(Exception):
    """A command that was to be measured ended otherwise than it should."""


def measured(command: Sequence[str | Path], cwd: Path) -> Cost:
    """Run a command to its end. Raises CommandFailed with what it said when it fails."""
    started = perf_counter()
    with subprocess.Popen(command, cwd=cwd, env=_ENV, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        sampler = _Sampler(process.pid)
        sampler.start()
        said = process.stdout.read() if process.stdout else b""
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = perf_counter() - started
    sampler.is_done.set()
    sampler.join()
    if process.returncode:
        raise CommandFailed(f"{' '.join(map(str, command))}: status {process.returncode}\n{said.decode()[-3000:]}")
    return Cost(wall, used.ru_utime + used.ru_stime, sampler.peak / MIB)


def cpu_of_children() -> float:
    """CPU seconds of all processes that this one has started and that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class _Sampler(threading.Thread):
    """Looks at the memory of a process and all below it, again and again."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._process = psutil.Process(pid)
        self.is_done = threading.Event()
        self.peak = 0

    def run(self) -> None:
        pause = _SAMPLE_SECONDS
        while not self.is_done.wait(pause):
            started = perf_counter()
            try:
                family = [self._process, *self._process.children(recursive=True)]
            except psutil.NoSuchProcess:
                return
            self.peak = max(self.peak, sum(map(proportional_bytes, family)))
            pause = max(_SAMPLE_SECONDS, (perf_counter() - started) / _SHARE)


def proportional_bytes(process: psutil.Process) -> int:
    """Proportional memory; resident memory where the kernel does not tell it, 0 of a process that has just ended."""
    try:
        return int(process.memory_full_info().pss)
    except psutil.AccessDenied:
        return int(process.memory_info().rss)
    except psutil.NoSuchProcess:
        return 0
