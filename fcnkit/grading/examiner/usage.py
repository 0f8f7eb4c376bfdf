"""What a process and all that it started use, seen from outside."""

from __future__ import annotations

from dataclasses import dataclass

import psutil

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
        return [process, *process.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []
