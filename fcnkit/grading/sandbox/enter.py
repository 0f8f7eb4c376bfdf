"""Entering a level of isolation, in three steps: the warm parent, a submission's supervisor, the student's process.

Standard library only: these run inside the sandbox's view.
"""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fcnkit.grading.sandbox import landlock, privileges, syscalls
from fcnkit.grading.sandbox.namespaces import Namespaces, mount_scratch
from fcnkit.grading.sandbox.syscalls import prctl


@dataclass(frozen=True)
class Bounds:
    """What the student's process may read, as `view.View` has it, and where scratch folders go at weaker levels."""

    level: str
    readable: tuple[Path, ...]
    listed: tuple[Path, ...]
    temporary: Path

    @classmethod
    def parse(cls, data: dict[str, Any]) -> Bounds:
        """From plain data, as it comes on a command line."""
        readable, listed = (tuple(map(Path, data[name])) for name in ("readable", "listed"))
        return cls(data["level"], readable, listed, Path(data["temporary"]))


class Sandbox:
    """Created in the warm parent before it starts any thread; forked with it."""

    def __init__(self, bounds: Bounds) -> None:
        self._bounds = bounds
        self._namespaces = Namespaces(bounds.readable) if bounds.level == "strict" else None
        self._scratch: Path | None = None
        if self._leaves_root():
            bounds.temporary.chmod(0o711)  # to be passed through, not listed, by whom the child becomes
        _settle(self._new_scratch())  # libraries want a home when they are imported

    def supervise(self) -> int:
        """In the supervisor: prepare and fork. Returns the child's process number, and 0 in the child."""
        if self._namespaces is not None:
            self._namespaces.unshare()
        else:
            prctl(syscalls.PR_SET_CHILD_SUBREAPER, 1)  # what the child leaves behind comes to us, to be ended
            self._scratch = self._new_scratch()
            if self._leaves_root():
                os.chown(self._scratch, -1, privileges.NOBODY)  # writable as nobody, and by who opens files as root
                self._scratch.chmod(0o770)
        return os.fork()

    def confine(self, supervisor: int, limits: dict[str, Any], keep: Sequence[int]) -> None:
        """In the child: give up everything that the student's code must not have."""
        os.setsid()
        scratch = self._scratch or self._new_scratch()
        _settle(scratch)
        privileges.close_all_but(keep)
        privileges.limit(limits)
        if self._leaves_root():
            privileges.become_nobody_reading((*self._bounds.readable, scratch))
        privileges.drop()
        privileges.die_with(supervisor)  # after the change of user, which would undo it
        prctl(syscalls.PR_SET_CHILD_SUBREAPER, 1)  # what it leaves behind stays in sight of who watches its memory
        if self._bounds.level == "landlock" or (self._namespaces and landlock.is_available()):
            devices = Path("/dev/urandom"), Path("/dev/zero")
            landlock.restrict((*self._bounds.readable, *devices), self._bounds.listed, (scratch, Path(os.devnull)))

    def _leaves_root(self) -> bool:
        return self._bounds.level == "landlock" and os.geteuid() == 0

    def clean_up(self) -> None:
        """In the supervisor, after the child's end: nothing that it started or wrote stays."""
        if self._scratch is not None:
            _end_children()
            shutil.rmtree(self._scratch, ignore_errors=True)

    def _new_scratch(self) -> Path:
        if self._namespaces is not None:
            return mount_scratch()
        return Path(tempfile.mkdtemp(dir=self._bounds.temporary, prefix="scratch-"))


def _settle(home: Path) -> None:
    os.chdir(home)
    os.environ.update(HOME=str(home), TMPDIR=str(home))


def _end_children() -> None:
    """Kill this process' children until there are none: what they leave behind becomes its child in turn."""
    while True:
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit() and _parent(entry) == os.getpid():
                os.kill(int(entry.name), signal.SIGKILL)
        try:
            os.waitpid(-1, 0)
        except ChildProcessError:
            return


def _parent(process: Path) -> int | None:
    try:
        status = (process / "stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None  # it has just ended
    return int(status.rpartition(")")[2].split()[1])
