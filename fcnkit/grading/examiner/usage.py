"""Memory and CPU use of processes, read from /proc thread by thread."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from fcnkit.grading.kernel_files import content, lines
from fcnkit.grading.sandbox.scratch import descendants

_LISTS_CHILDREN = Path(f"/proc/self/task/{os.getpid()}/children").exists()
"""Whether the kernel says of a process which children it has (CONFIG_PROC_CHILDREN)."""
_TICKS = os.sysconf("SC_CLK_TCK")
_TIMES = slice(11, 15)
"""Where stat(5) has the times of a process and of the children that it has taken leave of, behind its name."""
_THREADS = 17
"""Where it has how many threads there are."""
_MEMORY = ("VmRSS", "VmSwap", "VmPTE", "HugetlbPages")
"""Page tables, too: they can be a thousand times as large as what is resident."""
_AT_WORK = "RD"
"""States of a thread that computes or waits for a CPU, and of one that waits for a disk."""
SOCKET = 256 << 10
"""Bytes that the kernel keeps for a socket at most: they count for no process."""


@dataclass(frozen=True)
class Usage:
    """Sums over some processes; what has ended counts for nothing."""

    memory: int
    """Bytes in memory and swapped out, with page tables; what forks share counts for each of them."""
    seconds: float
    """CPU seconds so far."""
    is_asleep: bool
    """Whether none of their threads has anything to do; waiting for a CPU is not that."""


def usage(processes: Iterable[int]) -> Usage:
    """Look once, without stopping anything."""
    found = [_of(f"/proc/{number}") for number in processes]
    return Usage(
        sum(each.memory for each in found), sum(each.seconds for each in found), all(each.is_asleep for each in found)
    )


def family(process: int) -> list[int]:
    """This process and all that it has started, directly or not."""
    if _LISTS_CHILDREN:
        return [process, *_below(process)]
    return [process, *(int(entry.name) for entry in descendants(process))]


def sockets(process: int) -> int:
    """How many there are in the network namespace of this process; 0 when it has ended."""
    with contextlib.suppress(OSError):
        said = lines(f"/proc/{process}/net/sockstat")
        return next((int(line.split()[2]) for line in said if line.startswith("sockets: used ")), 0)
    return 0


def _of(process: str) -> Usage:
    """What a process uses; nothing where it has just ended."""
    try:
        said = _behind_name(process)
        is_alone = said[_THREADS] == "1"
        tasks = [] if is_alone else list(map(os.fspath, Path(f"{process}/task").iterdir()))
        states = [said[0]] if is_alone else [_behind_name(task)[0] for task in tasks]
    except OSError:
        return Usage(0, 0.0, True)
    # one whose first thread has ended before others shows its memory only with these
    memory = next(filter(None, map(_memory, [process, *tasks])), 0)
    return Usage(memory, sum(map(int, said[_TIMES])) / _TICKS, not any(state in _AT_WORK for state in states))


def _behind_name(task: str) -> list[str]:
    return content(f"{task}/stat").rpartition(")")[2].split()


def _memory(task: str) -> int:
    with contextlib.suppress(OSError):
        return sum(int(line.split()[1]) << 10 for line in lines(f"{task}/status") if line.startswith(_MEMORY))
    return 0


def _below(process: int) -> Iterator[int]:
    waiting = [process]
    while waiting:
        for child in _children(waiting.pop()):
            yield child
            waiting.append(child)


def _children(process: int) -> Iterator[int]:
    """The processes that this one's threads have started."""
    with contextlib.suppress(OSError):  # it has just ended
        for thread in os.listdir(f"/proc/{process}/task"):  # noqa: PTH208  # paths take longer than to read
            yield from map(int, content(f"/proc/{process}/task/{thread}/children").split())
