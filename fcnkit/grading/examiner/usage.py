"""What a process and all that it started use, seen from outside."""

from __future__ import annotations

import psutil


def usage(process: psutil.Process) -> tuple[int, float]:
    """Bytes of resident memory and CPU seconds so far, of the process and everything below it; 0 of what has ended.

    What forks share counts for each of them.
    """
    memory, seconds = 0, 0.0
    for each in _family(process):
        try:
            with each.oneshot():
                memory += each.memory_info().rss
                seconds += sum(each.cpu_times()[:4])  # its own, and those of the children that it has taken leave of
        except psutil.NoSuchProcess:
            continue
    return memory, seconds


def _family(process: psutil.Process) -> list[psutil.Process]:
    try:
        return [process, *process.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []
