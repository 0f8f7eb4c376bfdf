"""What a process gives up before it runs a student's code: rights, descriptors, and more than its share."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from fcnkit.grading.sandbox import syscalls
from fcnkit.grading.sandbox.syscalls import call, prctl

_CAPABILITY_VERSION_3 = 0x20080522
_LAST_CAPABILITY = 63
_CAP_SETUID = 7
_MIB = 1 << 20
NOBODY = 65534


def die_with(parent: int) -> None:
    """Have the kernel kill this process when its parent ends; also if it already has."""
    prctl(syscalls.PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() not in (parent, 0):  # 0: the parent is outside this process namespace
        os._exit(1)


def drop() -> None:
    """Give up every capability, and the way to gain one by starting a program."""
    prctl(syscalls.PR_SET_NO_NEW_PRIVS, 1)
    prctl(syscalls.PR_SET_DUMPABLE, 0)
    for capability in range(_LAST_CAPABILITY + 1):
        try:
            prctl(syscalls.PR_CAPBSET_DROP, capability)
        except OSError:
            break  # no such capability, or no right to give any up: there is none to lose then
    prctl(syscalls.PR_CAP_AMBIENT, syscalls.PR_CAP_AMBIENT_CLEAR_ALL)
    _set_capabilities(0)


def become_nobody() -> None:
    """Root gives up its user for good: the kernel exempts root from the limit on the number of processes."""
    os.setgroups([])
    os.setresgid(NOBODY, NOBODY, NOBODY)
    os.setresuid(NOBODY, NOBODY, NOBODY)


def become_nobody_reading(needed: Iterable[Path]) -> None:
    """Likewise, where no namespace makes all of `needed` reachable.

    Where nobody cannot read some of it (a Python below /root), files alone are still opened as root. There is
    no way back to root from that: setuid(2) looks at the other three user ids.
    """
    prctl(syscalls.PR_SET_KEEPCAPS, 1)
    become_nobody()
    if not all(os.access(path, os.R_OK) for path in needed):
        _set_capabilities(1 << _CAP_SETUID)
        call("setfsuid", 0)


def _set_capabilities(bits: int) -> None:
    header = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION_3, 0)
    call("capset", header, (ctypes.c_uint32 * 6)(bits, bits))


def limit(limits: dict[str, Any]) -> None:
    """Limits that the kernel enforces; memory is watched from outside, since libraries reserve more than they use."""
    for kind, most in (
        (resource.RLIMIT_NPROC, limits["processes"]),
        (resource.RLIMIT_NOFILE, 256),
        (resource.RLIMIT_FSIZE, 64 * _MIB),
        (resource.RLIMIT_MEMLOCK, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(kind)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (allowed, allowed))


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
