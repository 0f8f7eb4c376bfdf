"""How much a submission has written, where no file system of its own bounds that."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

FILES = 4096
"""Files and folders of one submission."""


def is_full(scratch: Path, mib: int, removed: Iterable[os.stat_result]) -> bool:
    """Whether the folder, and `removed` files that are still open, hold more than `mib` or than FILES."""
    sizes = {}
    device = scratch.stat().st_dev
    for status in (*_in(scratch), *removed):
        if status.st_dev == device:
            sizes[status.st_ino] = status.st_blocks * 512
        if len(sizes) > FILES:
            return True
    return sum(sizes.values()) > mib << 20


def _in(folder: Path) -> Iterator[os.stat_result]:
    for place, folders, files in os.walk(folder):
        for name in (*folders, *files):
            with contextlib.suppress(OSError):  # it has just been removed
                yield os.lstat(f"{place}/{name}")


def open_but_removed(processes: Iterable[Path]) -> Iterator[os.stat_result]:
    """Files without a name that these processes, given by their folders in /proc, keep open."""
    for process in processes:
        with contextlib.suppress(OSError):  # it has just ended
            for descriptor in (process / "fd").iterdir():
                with contextlib.suppress(OSError):
                    status = descriptor.stat()  # of what it leads to
                    if status.st_nlink == 0:
                        yield status


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
