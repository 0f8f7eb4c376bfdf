"""What a process and all that it started use, seen from outside."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil

_LISTS_CHILDREN = Path(f"/proc/self/task/{os.getpid()}/children").exists()
"""Whether the kernel says of a process which children it has (CONFIG_PROC_CHILDREN)."""
_AT_WORK = (psutil.STATUS_RUNNING, psutil.STATUS_DISK_SLEEP)


@dataclass(frozen=True)
class Usage:
    """Sums over the process and everything below it; what has ended counts for nothing."""

    memory: int
    """Bytes of resident memory; what forks share counts for each of them."""
    seconds: float
    """Of CPU, so far."""
    is_asleep: bool
    """Whether none of them has anything to do; waiting for a CPU is not that."""


def usage(process: psutil.Process) -> Usage:
    """Look once, without stopping anything."""
    memory, seconds, is_asleep = 0, 0.0, True
    for each in _family(process):
        try:
            with each.oneshot():
                memory += each.memory_info().rss
                seconds += sum(each.cpu_times()[:4])  # its own, and those of the children that it has taken leave of
                is_asleep = is_asleep and each.status() not in _AT_WORK
        except psutil.NoSuchProcess:
            continue
    return Usage(memory, seconds, is_asleep)


def _family(process: psutil.Process) -> list[psutil.Process]:
    try:
        # psutil looks through all processes of the machine, which takes the longer the more of them there are
        return [process, *(_below(process) if _LISTS_CHILDREN else process.children(recursive=True))]
    except psutil.NoSuchProcess:
        return []


def _below(process: psutil.Process) -> Iterator[psutil.Process]:
    for number in _children(process.pid):
        with contextlib.suppress(psutil.NoSuchProcess):  # it has just ended
            child = psutil.Process(number)
            yield child
            yield from _below(child)


def _children(number: int) -> Iterator[int]:
    """Those that each of its threads has started."""
    with contextlib.suppress(OSError):  # it has just ended
        for thread in Path(f"/proc/{number}/task").iterdir():
            yield from map(int, (thread / "children").read_text(encoding="ascii").split())
