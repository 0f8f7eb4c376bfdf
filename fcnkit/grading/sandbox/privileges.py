"""What a process gives up before it runs a student's code: rights, descriptors, and more than its share."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import resource
import signal
import socket
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from fcnkit.grading.sandbox import syscalls
from fcnkit.grading.sandbox.syscalls import call, prctl

_PROC = "/proc"
_TIMERS = 1024
"""Timers and queued signals, which the kernel keeps for a user without counting the memory."""
_CAPABILITY_VERSION_3 = 0x20080522
_LAST_CAPABILITY = 63
_CAP_DAC_READ_SEARCH = 2
_MIB = 1 << 20
NOBODY = 65534
_FREE_USERS = range(61184, 65520)
"""No user of a machine has these: systemd keeps them for services that need one for a while, as we do."""


def set_parent_death_signal(parent: int) -> None:
    """Have the kernel kill this process when its parent ends; also if it already has."""
    prctl(syscalls.PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() not in (parent, 0):  # 0: the parent is outside this process namespace
        os._exit(1)


def drop(*, is_watched: bool, reads_as_root: bool) -> None:
    """Give up every capability, and the way to gain one by starting a program.

    `is_watched`: processes of its user may look at its descriptors in /proc, to see what it has written; else only
    root may.
    `reads_as_root`: one capability stays, to read files of any user; Landlock then says which.
    """
    prctl(syscalls.PR_SET_NO_NEW_PRIVS, 1)
    prctl(syscalls.PR_SET_DUMPABLE, int(is_watched))
    for capability in range(_LAST_CAPABILITY + 1):
        try:
            prctl(syscalls.PR_CAPBSET_DROP, capability)
        except OSError:
            break  # no such capability, or no right to give any up: there is none to lose then
    prctl(syscalls.PR_CAP_AMBIENT, syscalls.PR_CAP_AMBIENT_CLEAR_ALL)
    _set_capabilities(1 << _CAP_DAC_READ_SEARCH if reads_as_root else 0)


def become_nobody() -> None:
    """Root gives up its user for good: the kernel exempts root from the limit on the number of processes."""
    os.setgroups([])
    os.setresgid(NOBODY, NOBODY, NOBODY)
    os.setresuid(NOBODY, NOBODY, NOBODY)


class OwnUser:
    """A user id reserved while this object lives, so that concurrent submissions cannot touch each other."""

    def __init__(self) -> None:
        """Needs root. The claim is a socket's abstract name, which the kernel frees when the process ends."""
        for number in _FREE_USERS:
            self._claim = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
            try:
                self._claim.bind(f"\0fcnkit-user-{number}")
            except OSError:
                self._claim.close()
                continue
            self.number = number
            return
        raise OSError(errno.EAGAIN, f"all {len(_FREE_USERS)} users for submissions are taken")

    def become(self) -> None:
        """Leave root for good, but for the capability that `keep_root_file_access` is about."""
        prctl(syscalls.PR_SET_KEEPCAPS, 1)
        os.setgroups([])
        os.setresgid(self.number, self.number, self.number)
        os.setresuid(self.number, self.number, self.number)

    @contextlib.contextmanager
    def as_user(self) -> Iterator[None]:
        """Look at /proc as this user: to read its descriptors, root needs CAP_SYS_PTRACE, which Docker's root lacks."""
        call("setfsgid", self.number)
        call("setfsuid", self.number)
        try:
            yield
        finally:
            call("setfsuid", 0)
            call("setfsgid", 0)

    def end_processes(self) -> None:
        """Kill all of this user's processes at once: one after another, those that fork in time would get away."""
        child = os.fork()
        if child == 0:
            try:
                os.setresuid(self.number, self.number, self.number)
                os.kill(-1, signal.SIGKILL)
            finally:
                os._exit(0)
        os.waitpid(child, 0)


def keep_root_file_access() -> bool:
    """After `become`: keep the capability to read any file. False where root itself lacked it, as Docker's root does.

    It allows no writing, and what this user makes is its own.
    """
    try:
        _set_capabilities(1 << _CAP_DAC_READ_SEARCH)
    except OSError:
        return False
    return True


def _set_capabilities(bits: int) -> None:
    header = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION_3, 0)
    call("capset", header, (ctypes.c_uint32 * 6)(bits, bits))


def limit(limits: dict[str, Any], *, shares_user: bool) -> None:
    """Limits that the kernel enforces; memory is watched from outside, since libraries reserve more than they use.

    `shares_user`: the kernel counts the processes of a user, and this one has others.
    """
    others = _tasks_of(os.getuid()) - 1 if shares_user else 0  # all but this process, which is the submission's
    for kind, most in (
        (resource.RLIMIT_NPROC, others + limits["processes"]),
        (resource.RLIMIT_NOFILE, limits["open_files"]),
        (resource.RLIMIT_FSIZE, limits["disk_mib"] * _MIB),
        (resource.RLIMIT_MEMLOCK, 0),
        (resource.RLIMIT_MSGQUEUE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_SIGPENDING, _TIMERS),
    ):
        _, hard = resource.getrlimit(kind)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (allowed, allowed))


def _tasks_of(user: int) -> int:
    """Processes and threads that run as this user."""
    count = 0
    for number in filter(str.isdigit, os.listdir(_PROC)):  # noqa: PTH208  # paths take longer than to read
        try:
            status = Path(f"{_PROC}/{number}/status").read_bytes()
        except OSError:
            continue  # it has just ended
        if int(_field(status, b"Uid")) == user:
            count += int(_field(status, b"Threads"))
    return count


def _field(status: bytes, name: bytes) -> bytes:
    """The first number of a line of the kernel's."""
    return status.partition(b"\n" + name + b":\t")[2].split(maxsplit=1)[0]


def close_all_but(keep: Sequence[int]) -> None:
    """Close every descriptor that is not needed; standard input and output become /dev/null."""
    null = os.open(os.devnull, os.O_RDWR)
    for standard in range(3):
        os.dup2(null, standard)
    low = 3
    for descriptor in sorted(keep):
        os.closerange(low, descriptor)
        low = descriptor + 1
    os.closerange(low, resource.getrlimit(resource.RLIMIT_NOFILE)[0])
