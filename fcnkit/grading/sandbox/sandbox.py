"""Enters a level of isolation in three steps: fork server, supervisor of a submission, student's process.

Standard library only: these run inside the sandbox's view.
"""

from __future__ import annotations

import contextlib
import errno
import os
import signal
import stat
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from fcnkit.grading.sandbox import landlock, privileges, scratch, seccomp, syscalls, trees
from fcnkit.grading.sandbox.namespaces import PROC_CPUINFO, Namespaces, mount_scratch
from fcnkit.grading.sandbox.privileges import OwnUser
from fcnkit.grading.sandbox.syscalls import prctl

_SCRATCH_MIB = 64
"""Size of the fork server's own; a submission's is as large as its limits say."""
_FOR_EVERYBODY = ("/tmp", "/var/tmp", "/dev/shm")  # noqa: S108  # looked into, not used


Exceeded = Literal["disk", "folders", "memory"]
"""Limits that a supervisor watches, since nobody else can."""


@dataclass(frozen=True)
class SandboxConfig:
    """What the student's process may read, as in `VisibleFiles`, and where scratch folders go at weaker levels."""

    level: str
    readable: tuple[Path, ...]
    listed: tuple[Path, ...]
    devices: tuple[Path, ...]
    """A GPU's, to be read, written and controlled (ioctl), and folders of its driver in /proc, to be read."""
    temporary: Path

    @classmethod
    def parse(cls, data: dict[str, Any]) -> SandboxConfig:
        """From plain data, as it comes on a command line."""
        readable, listed, devices = (tuple(map(Path, data[name])) for name in ("readable", "listed", "devices"))
        return cls(data["level"], readable, listed, devices, Path(data["temporary"]))


class Sandbox:
    """Created in the fork server before it starts any thread; forked with it."""

    def __init__(self, bounds: SandboxConfig) -> None:
        """Raises OSError where the level cannot be had."""
        os.umask(0o022)  # the user that root becomes must be able to enter the folders that root makes here
        self._bounds = bounds
        self._namespaces = Namespaces(bounds.readable, bounds.devices) if bounds.level == "strict" else None
        if self._namespaces is not None and (closed := _closed(bounds.readable)) is not None:
            raise _only_root_reads(closed)
        if self._namespaces is not None:  # elsewhere it names the process
            seccomp.compiled(itself=None, only_opened_files=False, shares_memory=bool(bounds.devices))
        self._scratch: Path | None = None
        self._user: OwnUser | None = None
        self._mapped: frozenset[int] = frozenset()
        """What has been removed and is mapped already, such as a library that was replaced meanwhile."""
        if bounds.level == "uid" and os.geteuid() != 0:
            raise PermissionError(errno.EPERM, "needs root, who alone can run code as another user")
        if bounds.level == "landlock" and landlock.version() < landlock.GOVERNS_TRUNCATION:
            raise OSError(errno.ENOSYS, "Landlock is too old here to keep files from being emptied")
        if self._leaves_root():
            bounds.temporary.chmod(0o711)  # to be passed through, not listed, by whom the child becomes
        _use_as_home(self._new_scratch())  # libraries want a home when they are imported

    def supervise(self) -> int:
        """In the supervisor: prepare and fork. Returns the child's process number, and 0 in the child."""
        if self._namespaces is not None:
            self._namespaces.unshare()
        else:
            prctl(syscalls.PR_SET_CHILD_SUBREAPER, 1)  # what the child leaves behind comes to us, to be ended
            self._scratch = self._new_scratch()
            if self._leaves_root():
                self._user = OwnUser()
                os.chown(self._scratch, -1, self._user.number)  # writable as its user, and by who opens files as root
                self._scratch.chmod(0o770)
            self._mapped = frozenset(scratch.held_by([Path("/proc/self")], os.geteuid()).mapped)
        return os.fork()

    def confine(self, supervisor: int, limits: dict[str, Any], keep: Sequence[int]) -> None:
        """In the child: give up everything that the student's code must not have."""
        os.setsid()
        level = self._bounds.level
        own = self._scratch or self._new_scratch(limits["disk_mib"])
        _use_as_home(own)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)  # who ignores it is not told what its children have used
        privileges.close_all_but(keep)
        privileges.limit(limits, shares_user=self._namespaces is None and self._user is None)
        reads_as_root = self._user is not None and self._become(self._user, own)
        privileges.drop(is_watched=level in ("landlock", "uid"), reads_as_root=reads_as_root)
        privileges.set_parent_death_signal(supervisor)  # after the change of user, which would undo it
        prctl(syscalls.PR_SET_CHILD_SUBREAPER, 1)  # what it leaves behind stays in sight of who watches its memory
        if level == "strict" and landlock.is_available():
            landlock.restrict([Path("/")], (), self._writable(own))  # there is nothing in it but the view
        if level == "landlock":
            besides = Path("/dev/urandom"), Path("/proc/self/cmdline"), PROC_CPUINFO  # frameworks need these
            for path in besides[-2:]:
                os.open(path, os.O_PATH)  # stays open: a rule holds for the inode, of which /proc makes new ones
            readable = *self._bounds.readable, *besides, *self._bounds.devices
            landlock.restrict(readable, self._bounds.listed, self._writable(own))
        if level != "none":
            seccomp.restrict(
                only_itself=self._namespaces is None,
                only_opened_files=level == "landlock",
                shares_memory=bool(self._bounds.devices),
            )

    def _writable(self, own: Path) -> list[Path]:
        return [own, Path(os.devnull), *filter(Path.is_char_device, self._bounds.devices)]

    @property
    def has_own_network(self) -> bool:
        """Whether a submission's sockets are alone in its network namespace, to be counted from outside."""
        return self._namespaces is not None

    def exceeded(self, mib: int) -> Exceeded | None:
        """In the supervisor: which of its limits the submission has passed, if any."""
        if self._scratch is None:
            return None
        user = self._user.number if self._user else os.geteuid()
        with self._user.as_user() if self._user else contextlib.nullcontext():
            held = scratch.held_by(scratch.descendants(os.getpid()), user, self._mapped)
        if len(held.sockets) > scratch.SOCKETS or (held.shares_memory and not self._bounds.devices):
            return "memory"
        try:
            return "disk" if scratch.is_full(self._written(self._scratch), held, mib) else None
        except trees.TooDeep:
            return "folders"

    def _written(self, own: Path) -> Iterator[os.stat_result]:
        yield from trees.entries(own)
        if self._user is not None and self._bounds.level == "uid":
            for path, status in _files_of(self._user.number):
                yield status
                yield from trees.entries(path) if path.is_dir() else ()

    def _leaves_root(self) -> bool:
        return self._bounds.level in ("landlock", "uid") and os.geteuid() == 0

    def _become(self, user: OwnUser, own: Path) -> bool:
        """Whether it must read files as root can, such as a Python below /root."""
        user.become()
        closed = _closed((*self._bounds.readable, own))
        if closed is not None and (self._bounds.level != "landlock" or not privileges.keep_root_file_access()):
            raise _only_root_reads(closed)
        return closed is not None

    def clean_up(self) -> None:
        """In the supervisor, after the child's end: nothing that it started or wrote stays."""
        if self._user is not None:
            self._user.end_processes()
        if self._scratch is not None:
            _end_children()
            trees.remove(self._scratch)
        if self._user is not None and self._bounds.level == "uid":
            _remove_files_of(self._user.number)

    def _new_scratch(self, mib: int = _SCRATCH_MIB) -> Path:
        if self._namespaces is not None:
            return mount_scratch(mib)
        return Path(tempfile.mkdtemp(dir=self._bounds.temporary, prefix="scratch-"))


def _closed(paths: Iterable[Path]) -> Path | None:
    """The first that this process' user cannot read; what Python has compiled is not needed."""
    needed = (path for path in paths if path.name != "__pycache__" and path.suffix != ".pyc")
    return next((path for path in needed if not os.access(path, os.R_OK)), None)


def _only_root_reads(path: Path) -> PermissionError:
    return PermissionError(errno.EACCES, f"no user but root can read {path}, which students' code needs")


def _use_as_home(home: Path) -> None:
    os.chdir(home)
    os.environ.update(HOME=str(home), TMPDIR=str(home))
    tempfile.tempdir = None  # looked up anew: a module imported in the fork server may have asked for it there


def _end_children() -> None:
    """Kill all that this process has started until nothing is left: orphans become its children in turn."""
    with contextlib.suppress(ChildProcessError):
        while True:
            os.waitpid(-1, os.WNOHANG)  # most leave nothing behind, and need not be looked for among all processes
            for entry in scratch.descendants(os.getpid()):
                with contextlib.suppress(ProcessLookupError):
                    os.kill(int(entry.name), signal.SIGKILL)
            os.waitpid(-1, 0)


def _files_of(user: int) -> Iterator[tuple[Path, os.stat_result]]:
    """What its code has put where everybody may write."""
    for folder in filter(Path.is_dir, map(Path, _FOR_EVERYBODY)):
        for path in folder.iterdir():
            with contextlib.suppress(FileNotFoundError):  # there the files of others come and go
                status = path.lstat()
                if status.st_uid == user:
                    yield path, status


def _remove_files_of(user: int) -> None:
    """Remove what this user has left, once no code of theirs runs."""
    for path, status in _files_of(user):
        if stat.S_ISDIR(status.st_mode):
            trees.remove(path)
        else:
            path.unlink(missing_ok=True)
