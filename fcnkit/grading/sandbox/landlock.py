"""Landlock: the kernel refuses everything that a ruleset does not allow, to this process and all it starts.

See https://docs.kernel.org/userspace-api/landlock.html for the bits.
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterable
from pathlib import Path

from fcnkit.grading.sandbox import syscalls
from fcnkit.grading.sandbox.syscalls import syscall

_VERSION_FLAG = 1
_PATH_BENEATH = 1
_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR, _TRUNCATE, _IOCTL_DEV = 1, 1 << 1, 1 << 2, 1 << 3, 1 << 14, 1 << 15
_FILE_RIGHTS = _EXECUTE | _WRITE_FILE | _READ_FILE | _TRUNCATE | _IOCTL_DEV
_FS_BITS = {1: 13, 2: 14, 3: 15, 4: 15}
"""How many file-system rights each version of the interface knows; from 5 on, 16."""
GOVERNS_TRUNCATION = 3
"""From this version on, a file that may not be written cannot be emptied either."""
_TCP = 0b11
"""Binding and connecting; from version 4 on."""
_SCOPES = 0b11
"""Abstract UNIX sockets and signals stay within the sandbox; from version 6 on."""


class _Ruleset(ctypes.Structure):
    _fields_ = (("fs", ctypes.c_uint64), ("net", ctypes.c_uint64), ("scoped", ctypes.c_uint64))


class _PathBeneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed", ctypes.c_uint64), ("parent", ctypes.c_int32))


def version() -> int:
    """The kernel's Landlock version. Raises OSError where it has none, or none that is switched on."""
    return syscall("landlock_create_ruleset", syscalls.LANDLOCK_CREATE_RULESET, None, ctypes.c_size_t(0), _VERSION_FLAG)


def is_available() -> bool:
    """Whether the kernel has Landlock and it is switched on."""
    try:
        return version() > 0
    except OSError:
        return False


def restrict(readable: Iterable[Path], listed: Iterable[Path], writable: Iterable[Path]) -> None:
    """Allow reading, listing and writing below these paths, and nothing else, from now on.

    Needs no-new-privileges. Raises OSError where the kernel has no Landlock.
    """
    known = version()
    everything = (1 << _FS_BITS.get(known, 16)) - 1
    rules = _Ruleset(everything, _TCP if known >= 4 else 0, _SCOPES if known >= 6 else 0)
    size = ctypes.c_size_t(8 if known < 4 else 16 if known < 6 else 24)
    ruleset = syscall("landlock_create_ruleset", syscalls.LANDLOCK_CREATE_RULESET, ctypes.byref(rules), size, 0)
    try:
        for paths, rights in (
            (readable, _READ_FILE | _READ_DIR | _EXECUTE),
            (listed, _READ_DIR),
            (writable, everything),
        ):
            for path in paths:
                _allow(ruleset, path, rights)
        syscall("landlock_restrict_self", syscalls.LANDLOCK_RESTRICT_SELF, ruleset, 0)
    finally:
        os.close(ruleset)


def _allow(ruleset: int, path: Path, rights: int) -> None:
    descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        allowed = rights if path.is_dir() else rights & _FILE_RIGHTS
        rule = _PathBeneath(allowed, descriptor)
        syscall("landlock_add_rule", syscalls.LANDLOCK_ADD_RULE, ruleset, _PATH_BENEATH, ctypes.byref(rule), 0)
    finally:
        os.close(descriptor)
