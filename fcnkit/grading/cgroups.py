"""Control groups (version 2): the kernel itself counts and bounds all that a submission uses.

What ends before anybody looks counts, too, and so does the kernel's own memory for it. A grader has a folder of its own
in the kernel's tree, and each submission a group in it. Where none can be had, processes are watched as they are.
See https://docs.kernel.org/admin-guide/cgroup-v2.html for the files.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from fcnkit.grading.folder_lock import locked_folder
from fcnkit.grading.kernel_files import content

if TYPE_CHECKING:  # Pydantic takes longer than all else with which graders start
    from fcnkit.allowances import Limits

CONTROLLERS = ("cpu", "memory", "pids")
_PREFIX = "fcnkit-"
_SHARE = 100
"""Weight for CPU time, the same for each submission, however many processes it has."""
_PROCESSES = 4
"""A submission can have so many of students' processes at a time, each with its limit of further ones."""
_SECONDS_TO_END = 2
_BOUNDS_OTHERS = ("memory.max", "memory.high", "cpu.max")
"""Who has set one of these for a group means what is in it to stay there."""


@dataclass(frozen=True)
class Tree:
    """Where a grader's groups are, and which of CONTROLLERS they have."""

    folder: Path
    controllers: tuple[str, ...]


class Group:
    """One submission's processes, once they have been added. Close it: it ends all that is still in it."""

    def __init__(self, folder: Path, limits: Limits) -> None:
        """Raises OSError where the kernel will not have it."""
        self._folder = folder / f"submission-{secrets.token_hex(8)}"
        self._folder.mkdir()
        self._ended = 0
        for name, value in (
            ("memory.max", limits.memory_mib << 20),
            ("memory.swap.max", 0),
            ("pids.max", _PROCESSES * limits.processes),
            ("cpu.weight", _SHARE),
        ):
            with contextlib.suppress(OSError):  # a controller that this tree has not
                _write(self._folder / name, str(value))

    def add(self, process: int) -> bool:
        """Whether the process, which must not have started any other, is counted from now on."""
        try:
            _write(self._folder / "cgroup.procs", str(process))
        except OSError:
            return False
        return True

    def processes(self) -> list[int]:
        """All that live in it."""
        return [int(line) for line in self._read("cgroup.procs").split()]

    def seconds(self) -> float:
        """CPU seconds of all that have ever been in it."""
        return _entry(self._read("cpu.stat"), "usage_usec") / 1e6

    def was_out_of_memory(self) -> bool:
        """Whether the kernel has ended a process for that, since this was last asked."""
        before, self._ended = self._ended, _entry(self._read("memory.events"), "oom_kill")
        return self._ended > before

    def close(self) -> None:
        """End what is in it, and remove it."""
        _remove(self._folder)

    def _read(self, name: str) -> str:
        with contextlib.suppress(OSError):
            return content(f"{self._folder}/{name}")
        return ""


@contextlib.contextmanager
def tree() -> Iterator[Tree | None]:
    """A grader's folder for groups, with as many of CONTROLLERS as can be had; None where no group can be made."""
    with contextlib.ExitStack() as held:
        made = _best()
        if made is not None:
            held.callback(_end, made.folder)
            try:
                held.enter_context(locked_folder(made.folder))
            except OSError:  # another grader took it for abandoned, in the moment when nobody held it
                made = None
        yield made


def remove_abandoned() -> None:
    """Removes groups whose grader has died, found by their released locks."""
    for place in _places():
        for folder in place.glob(f"{_PREFIX}*"):
            with contextlib.suppress(OSError), locked_folder(folder):
                _end(folder)


def _best() -> Tree | None:
    best: Tree | None = None
    for place in _places():
        made = _made(place)
        if made is None:
            continue
        worse, best = (made, best) if best and len(best.controllers) >= len(made.controllers) else (best, made)
        if worse is not None:
            _end(worse.folder)
        if len(best.controllers) == len(CONTROLLERS):
            break
    return best


def _places() -> list[Path]:
    """The group of this process and those above it, up to the first with bounds that somebody has set."""
    mount, own = _mount(), _own()
    if mount is None or own is None:
        return []
    here = mount / own.lstrip("/")
    places = []
    for place in (here, *here.parents):
        if os.access(place / "cgroup.procs", os.W_OK):  # to be allowed to move processes below it
            places.append(place)
        bounds = (_text(place / name) for name in _BOUNDS_OTHERS)
        if place == mount or any(bound and not bound.startswith("max") for bound in bounds):
            break
    return places


def _made(place: Path) -> Tree | None:
    folder = place / f"{_PREFIX}{secrets.token_hex(8)}"
    _enable(place)
    try:
        folder.mkdir()
    except OSError:
        return None
    _enable(folder)
    enabled = _text(folder / "cgroup.subtree_control").split()
    return Tree(folder, tuple(name for name in CONTROLLERS if name in enabled))


def _enable(place: Path) -> None:
    """Give groups in this one the controllers, those that they lack; not all can be had everywhere."""
    enabled = _text(place / "cgroup.subtree_control").split()
    for name in CONTROLLERS:
        if name not in enabled:
            with contextlib.suppress(OSError):
                _write(place / "cgroup.subtree_control", f"+{name}")


def _end(folder: Path) -> None:
    for group in folder.glob("submission-*"):
        _remove(group)
    _remove(folder)


def _remove(group: Path) -> None:
    stop = time.monotonic() + _SECONDS_TO_END
    with contextlib.suppress(OSError):  # from Linux 5.14 on
        _write(group / "cgroup.kill", "1")
    while time.monotonic() < stop:
        try:
            group.rmdir()
        except FileNotFoundError:
            return
        except OSError:  # what was killed has not ended yet
            time.sleep(0.005)
        else:
            return


def _mount() -> Path | None:
    """Where the whole tree is mounted to which the names of this process' groups are relative."""
    for line in _text(Path("/proc/self/mountinfo")).splitlines():
        fields, _, kind = line.partition(" - ")
        root, place = fields.split()[3:5]
        if kind.startswith("cgroup2 ") and root == "/":
            return Path(place)
    return None


def _own() -> str | None:
    lines = _text(Path("/proc/self/cgroup")).splitlines()
    return next((line.removeprefix("0::") for line in lines if line.startswith("0::")), None)


def _entry(text: str, name: str) -> int:
    return next((int(line.split()[1]) for line in text.splitlines() if line.startswith(f"{name} ")), 0)


def _text(path: Path) -> str:
    with contextlib.suppress(OSError):
        return path.read_text(encoding="utf-8", errors="replace")
    return ""


def _write(path: Path, text: str) -> None:
    descriptor = os.open(path, os.O_WRONLY)
    try:
        os.write(descriptor, text.encode())
    finally:
        os.close(descriptor)
