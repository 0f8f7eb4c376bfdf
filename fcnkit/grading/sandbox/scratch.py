"""How much a submission has written, where no file system of its own bounds that."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

FILES = 4096
"""Files and folders of one submission."""
SOCKETS = 256
"""As many as that can hold 64 MiB for which no process counts."""
_REMOVED = b" (deleted)"
_SHARED_ZEROES = b"/dev/zero (deleted)"
"""How the kernel shows memory that is shared without a file."""


@dataclass
class Held:
    """What some processes hold of what no listing shows."""

    removed: list[os.stat_result] = field(default_factory=list)
    """Files without a name that are open."""
    mapped: set[int] = field(default_factory=set)
    """Inodes of files without a name that are mapped. How large they are cannot be seen."""
    sockets: set[int] = field(default_factory=set)
    shares_memory: bool = False
    """They share memory, of which none needs to be mapped any more to be there."""


def is_full(files: Iterable[os.stat_result], held: Held, mib: int) -> bool:
    """Whether these files, and those `held` without a name, hold more than `mib` or are more than FILES.

    One that is mapped, removed and closed counts as large as any file may be.
    """
    sizes: dict[tuple[int, int], int] = {}
    for status in (*files, *held.removed):
        sizes[status.st_dev, status.st_ino] = status.st_blocks * 512
        if len(sizes) > FILES:
            return True
    unseen = held.mapped - {inode for _, inode in sizes}
    return sum(sizes.values()) + len(unseen) * (mib << 20) > mib << 20


def held_by(processes: Iterable[Path], user: int, known: frozenset[int] = frozenset()) -> Held:
    """What these processes, given by their folders in /proc, hold of this user's; but for mapped inodes `known`."""
    held = Held()
    for process in processes:
        with contextlib.suppress(OSError):  # it has just ended
            _look_at_descriptors(process, user, held)
        with contextlib.suppress(OSError):
            _look_at_maps(process, held)
    held.mapped -= known
    return held


def _look_at_descriptors(process: Path, user: int, held: Held) -> None:
    for descriptor in next(filter(None, (list((task / "fd").iterdir()) for task in _tasks(process))), ()):
        with contextlib.suppress(OSError):
            status = descriptor.stat()  # of what it leads to
            if stat.S_ISSOCK(status.st_mode):
                held.sockets.add(status.st_ino)
            elif status.st_nlink == 0 and status.st_uid == user and stat.S_ISREG(status.st_mode):
                held.removed.append(status)


def _look_at_maps(process: Path, held: Held) -> None:
    maps = next(filter(None, ((task / "maps").read_bytes() for task in _tasks(process))), b"")
    if _REMOVED not in maps:
        return
    for line in maps.split(b"\n"):  # a file's name may hold any other break
        if line.endswith(_SHARED_ZEROES):
            held.shares_memory = True
        elif line.endswith(_REMOVED):
            held.mapped.add(int(line.split(maxsplit=5)[4]))


def _tasks(process: Path) -> Iterator[Path]:
    """A process shows what its first thread has, which is nothing when that has ended before others."""
    yield process
    yield from (process / "task").iterdir()


def descendants(of: int) -> Iterator[Path]:
    """The /proc folders of all processes that this one has started, directly or not."""
    parents = {int(entry.name): parent for entry in Path("/proc").glob("[0-9]*") if (parent := parent_of(entry))}
    below = {of}
    while more := {child for child, parent in parents.items() if parent in below} - below:
        below |= more
    yield from (Path("/proc") / str(number) for number in below - {of})


def parent_of(process: Path) -> int | None:
    """The number of the parent of the process with this folder in /proc; None when it has just ended."""
    try:
        status = (process / "stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    return int(status.rpartition(")")[2].split()[1])
