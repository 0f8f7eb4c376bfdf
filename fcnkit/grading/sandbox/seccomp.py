"""A seccomp filter: system calls that no assignment needs and that attacks are made of are refused.

Written as the kernel takes it, in classic BPF: https://docs.kernel.org/userspace-api/seccomp_filter.html. Calls that
this file does not know because they are newer than it do not exist behind the filter.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import socket
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fcnkit.grading.sandbox import syscalls
from fcnkit.grading.sandbox.syscalls import prctl

REFUSED: dict[str, tuple[int | None, int | None]] = {
    # the network, and servers of this machine; a socketpair of streams stays
    "socket": (41, 198),
    # other programs: there is nothing that a notebook has to start
    "execve": (59, 221),
    "execveat": (322, 281),
    # other processes' memory, descriptors and shares
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "process_madvise": (440, 440),
    "process_mrelease": (448, 448),
    "pidfd_getfd": (438, 438),
    "pidfd_send_signal": (424, 424),
    "kcmp": (312, 272),
    "setpriority": (141, 140),
    "ioprio_set": (251, 30),
    "sched_setscheduler": (144, 119),
    "sched_setparam": (142, 118),
    "sched_setattr": (314, 274),
    "move_pages": (279, 239),
    "migrate_pages": (256, 238),
    # other views of the file system
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "open_tree": (428, 428),
    "move_mount": (429, 429),
    "fsopen": (430, 430),
    "fsconfig": (431, 431),
    "fsmount": (432, 432),
    "fspick": (433, 433),
    "mount_setattr": (442, 442),
    "statmount": (457, 457),
    "listmount": (458, 458),
    "unshare": (272, 97),
    "setns": (308, 268),
    "open_by_handle_at": (304, 265),
    "name_to_handle_at": (303, 264),
    "fanotify_init": (300, 262),
    "fanotify_mark": (301, 263),
    "quotactl": (179, 60),
    "quotactl_fd": (443, 443),
    # memory that counts for no process, or outlives all of them
    "memfd_create": (319, 279),
    "memfd_secret": (447, 447),
    "shmget": (29, 194),
    "shmat": (30, 196),
    "shmctl": (31, 195),
    "semget": (64, 190),
    "semctl": (66, 191),
    "msgget": (68, 186),
    "msgctl": (71, 187),
    "mq_open": (240, 180),
    "mq_unlink": (241, 181),
    # what one submission would tell the next by: which pages are in memory, what others read, how busy disks are
    "fadvise64": (221, 223),
    "readahead": (187, 213),
    "cachestat": (451, 451),
    "mincore": (27, 232),
    "inotify_init": (253, None),
    "inotify_init1": (294, 26),
    "inotify_add_watch": (254, 27),
    "io_setup": (206, 0),
    "sync": (162, 81),
    "syncfs": (306, 267),
    "set_mempolicy": (238, 237),
    "set_mempolicy_home_node": (450, 450),
    "mbind": (237, 235),
    "membarrier": (324, 283),
    "sysinfo": (99, 179),
    # the parts of the kernel that most exploits began with
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "keyctl": (250, 219),
    "personality": (135, 92),
    "modify_ldt": (154, None),
    "vmsplice": (278, 75),
    "lookup_dcookie": (212, 18),
    # the machine itself
    "init_module": (175, 105),
    "finit_module": (313, 273),
    "delete_module": (176, 106),
    "kexec_load": (246, 104),
    "kexec_file_load": (320, 294),
    "reboot": (169, 142),
    "acct": (163, 89),
    "swapon": (167, 224),
    "swapoff": (168, 225),
    "syslog": (103, 116),
    "sysfs": (139, None),
    "ustat": (136, None),
    "iopl": (172, None),
    "ioperm": (173, None),
    "vhangup": (153, 58),
    "sethostname": (170, 161),
    "setdomainname": (171, 162),
    "settimeofday": (164, 170),
    "clock_settime": (227, 112),
    "clock_adjtime": (305, 266),
    "adjtimex": (159, 171),
}
"""Number on x86_64 and on aarch64; None where the architecture has no such call."""

CHANGES_FILES_UNOPENED: dict[str, tuple[int | None, int | None]] = {
    "chmod": (90, None),
    "fchmod": (91, 52),
    "fchmodat": (268, 53),
    "fchmodat2": (452, 452),
    "chown": (92, None),
    "fchown": (93, 55),
    "lchown": (94, None),
    "fchownat": (260, 54),
    "utime": (132, None),
    "utimes": (235, None),
    "futimesat": (261, None),
    "utimensat": (280, 88),
    "setxattr": (188, 5),
    "lsetxattr": (189, 6),
    "fsetxattr": (190, 7),
    "removexattr": (197, 14),
    "lremovexattr": (198, 15),
    "fremovexattr": (199, 16),
}
"""What an owner may do to a file without opening it: Landlock lets that pass, whosever the file is."""

PRESENTED_AS_MISSING = {"clone3": (435, 435)}
"""Its flags lie in memory, where a filter cannot look; the C library falls back to clone."""

NAMESPACE_FLAGS = 0x7E020000
"""All of clone's CLONE_NEW…."""
ARGUMENTS: Mapping[str, tuple[int, int, int, tuple[int, ...]]] = {
    "madvise": (28, 233, 2, (1, 3, 9, 12, 20, 21, 22, 23, 25)),  # what reaches the pages of files, and pages of others
    "ioctl": (
        16,
        29,
        1,
        (0x5412, 0x541C, 0x8901, 0x8902),
    ),  # TIOCSTI, TIOCLINUX: typing for others; FIOSETOWN, SIOCSPGRP
    "prctl": (157, 167, 0, (syscalls.PR_SET_PDEATHSIG, syscalls.PR_SET_DUMPABLE, syscalls.PR_SET_CHILD_SUBREAPER)),
}
"""Calls of which some are refused: the two numbers, which argument decides, its refused values."""
FILE_COMMANDS = (
    *(fcntl.F_DUPFD, fcntl.F_DUPFD_CLOEXEC, fcntl.F_GETFD, fcntl.F_SETFD, fcntl.F_GETFL, fcntl.F_SETFL),
    *(1032, 1034),  # F_GETPIPE_SZ, F_GET_SEALS
    *(fcntl.F_GETLK, 36),  # 36: F_OFD_GETLK; there is no lock that it could tell of
)
"""Of fcntl. Others lock, lease and watch files that all submissions see, leave hints on them, or have signals sent."""
LOCK_COMMANDS = (fcntl.F_SETLK, fcntl.F_SETLKW, 37, 38)
"""Of fcntl, the last two F_OFD_…: SQLite wants its lock. It succeeds without one, and so does `flock`."""
TO_ITSELF: Mapping[str, tuple[int, int]] = {
    "kill": (62, 129),
    "tgkill": (234, 131),
    "tkill": (200, 130),
    "rt_sigqueueinfo": (129, 138),
    "rt_tgsigqueueinfo": (297, 240),
    "prlimit64": (302, 261),
    "sched_setaffinity": (203, 122),
}
"""Calls about a process by its number; 0 stands for the caller (for kill, its process group)."""
LAST_KNOWN = 462

_CLONE, _SOCKETPAIR = (56, 220), (53, 199)
_FCNTL, _FLOCK = (72, 25), (73, 32)
_READ_WITH_FLAGS = ((327, 286), (328, 287))
"""preadv2, pwritev2: with a flag they tell whether a page is in memory."""
_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_ALLOW, _ERRNO = 0x7FFF0000, 0x00050000
_DO_NOTHING = 0
"""The error of a call that returns at once, as if it had succeeded."""
_NUMBER_AT, _ARCHITECTURE_AT, _ARGUMENTS_AT = 0, 4, 16
_MODE_FILTER = 2


@dataclass(frozen=True)
class Architecture:
    """How the kernel names it to a filter (AUDIT_ARCH_…), and its place in the pairs of numbers above."""

    audit: int
    index: int


ARCHITECTURES = {"x86_64": Architecture(0xC000003E, 0), "aarch64": Architecture(0xC00000B7, 1)}

Instruction = tuple[int, int, int, int]
"""Code, how far to jump when true, when false, operand."""


class _Instruction(ctypes.Structure):
    _fields_ = (("code", ctypes.c_uint16), ("yes", ctypes.c_uint8), ("no", ctypes.c_uint8), ("value", ctypes.c_uint32))


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_uint16), ("instructions", ctypes.POINTER(_Instruction)))


def restrict(*, only_itself: bool, only_opened_files: bool) -> None:
    """Filter this process' system calls, and those of all that it starts, from now on.

    `only_itself`: it may signal no other process, where no namespace hides them. `only_opened_files`: it may change
    no file but by writing into it, where nothing else sees to that. Needs no-new-privileges. Raises OSError for an
    architecture without a filter and for a kernel without seccomp.
    """
    machine = os.uname().machine
    if machine not in ARCHITECTURES:
        raise OSError(errno.ENOSYS, f"seccomp: no filter for {machine}; there is one for {' and '.join(ARCHITECTURES)}")
    refused = REFUSED | CHANGES_FILES_UNOPENED if only_opened_files else REFUSED
    code = program(ARCHITECTURES[machine], os.getpid() if only_itself else None, refused)
    instructions = (_Instruction * len(code))(*(_Instruction(*step) for step in code))
    compiled = _Program(len(code), instructions)
    prctl(syscalls.PR_SET_SECCOMP, _MODE_FILTER, ctypes.addressof(compiled))


def program(
    architecture: Architecture, itself: int | None, refused: Mapping[str, tuple[int | None, int | None]] = REFUSED
) -> list[Instruction]:
    """The filter; `itself` is the only process that calls about processes may name, None for no such rule."""
    index = architecture.index
    code = [
        (_LOAD, 0, 0, _ARCHITECTURE_AT),
        *_unless(
            _EQUAL, architecture.audit, errno.ENOSYS
        ),  # another one's calls, such as a 64-bit machine's 32-bit ones
        (_LOAD, 0, 0, _NUMBER_AT),
        *_if(_AT_LEAST, LAST_KNOWN + 1, errno.ENOSYS),
    ]
    for number in (pair[index] for pair in refused.values()):
        code += [] if number is None else _if(_EQUAL, number, errno.EPERM)
    for pair in PRESENTED_AS_MISSING.values():
        code += _if(_EQUAL, pair[index], errno.ENOSYS)
    code += _argument_rule(_CLONE[index], 0, _if(_ANY_BIT, NAMESPACE_FLAGS, errno.EPERM))
    code += _argument_rule(_SOCKETPAIR[index], 0, _unless(_EQUAL, socket.AF_UNIX, errno.EPERM))
    code += _argument_rule(_SOCKETPAIR[index], 1, _if(_ANY_BIT, socket.SOCK_DGRAM, errno.EPERM))  # could address others
    code += _if(_EQUAL, _FLOCK[index], _DO_NOTHING)
    locks = [step for command in LOCK_COMMANDS for step in _if(_EQUAL, command, _DO_NOTHING)]
    code += _argument_rule(_FCNTL[index], 1, [*locks, *_unless_any(FILE_COMMANDS, errno.EPERM)])
    for pair in _READ_WITH_FLAGS:
        code += _argument_rule(pair[index], 5, _unless(_EQUAL, 0, errno.EOPNOTSUPP))
    for x86, arm, place, values in ARGUMENTS.values():
        code += _argument_rule(
            (x86, arm)[index], place, [step for value in values for step in _if(_EQUAL, value, errno.EPERM)]
        )
    if itself is not None:
        other = [(_EQUAL, 2, 0, 0), (_EQUAL, 1, 0, itself), (_RETURN, 0, 0, _ERRNO | errno.EPERM)]
        for pair in TO_ITSELF.values():
            code += _argument_rule(pair[index], 0, other)
    return [*code, (_RETURN, 0, 0, _ALLOW)]


def _if(test: int, value: int, error: int) -> list[Instruction]:
    return [(test, 0, 1, value), (_RETURN, 0, 0, _ERRNO | error)]


def _unless(test: int, value: int, error: int) -> list[Instruction]:
    return [(test, 1, 0, value), (_RETURN, 0, 0, _ERRNO | error)]


def _unless_any(values: Sequence[int], error: int) -> list[Instruction]:
    count = len(values)
    tests = [(_EQUAL, count - place, 0, value) for place, value in enumerate(values)]  # jumps over what is left
    return [*tests, (_RETURN, 0, 0, _ERRNO | error)]


def _argument_rule(number: int, place: int, rules: Sequence[Instruction]) -> list[Instruction]:
    """Rules about the low half of one of a call's arguments: all of these are ints to the kernel."""
    argument = _ARGUMENTS_AT + 8 * place
    body = [(_LOAD, 0, 0, argument), *rules, (_LOAD, 0, 0, _NUMBER_AT)]
    return [(_EQUAL, 0, len(body), number), *body]
