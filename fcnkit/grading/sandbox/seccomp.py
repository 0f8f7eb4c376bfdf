"""A seccomp filter: the system calls that `calls` names are refused.

Written as the kernel takes it, in classic BPF: https://docs.kernel.org/userspace-api/seccomp_filter.html. Calls that
`calls` does not know because they are newer than it do not exist behind the filter.
"""

from __future__ import annotations

import ctypes
import errno
import itertools
import os
import socket
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from fcnkit.grading.sandbox import calls, syscalls
from fcnkit.grading.sandbox.syscalls import prctl

_CLONE, _SOCKETPAIR, _MMAP, _CLOSE_RANGE, _FCNTL, _PRCTL = (
    (56, 220),
    (53, 199),
    (9, 222),
    (436, 436),
    (72, 25),
    (157, 167),
)
_READ_WITH_FLAGS = ((327, 286), (328, 287))
"""preadv2, pwritev2: with a flag they tell whether a page is in memory."""
_UNSHARE_DESCRIPTORS = 2
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


_INSTRUCTION = "HBBI"
"""How the kernel takes one, 8 bytes long."""


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_uint16), ("instructions", ctypes.c_char_p))


def restrict(*, only_itself: bool, only_opened_files: bool, shares_memory: bool) -> None:
    """Filter this process' system calls, and those of all that it starts, from now on.

    `only_itself`: refuse to signal other processes, where no namespace hides them. `only_opened_files`: refuse calls
    that change a file without opening it, where nothing else prevents them. `shares_memory`: allow memory that is
    shared with children, and waiting on it, which a GPU's driver needs; once unmapped it counts for no process.
    Needs no-new-privileges. Raises OSError for an architecture without a filter and for a kernel without seccomp.
    """
    itself = os.getpid() if only_itself else None
    instructions = compiled(itself=itself, only_opened_files=only_opened_files, shares_memory=shares_memory)
    filtering = _Program(len(instructions) // struct.calcsize(_INSTRUCTION), instructions)
    prctl(syscalls.PR_SET_SECCOMP, _MODE_FILTER, ctypes.addressof(filtering))


@cache
def compiled(*, itself: int | None, only_opened_files: bool, shares_memory: bool) -> bytes:
    """The filter as the kernel takes it. Once a fork server has asked for it, its children have it. Raises OSError."""
    machine = os.uname().machine
    if machine not in ARCHITECTURES:
        raise OSError(errno.ENOSYS, f"seccomp: no filter for {machine}; there is one for {' and '.join(ARCHITECTURES)}")
    refused = calls.REFUSED | calls.CHANGES_FILES_UNOPENED if only_opened_files else calls.REFUSED
    code = program(ARCHITECTURES[machine], itself, refused, shares_memory=shares_memory)
    return struct.pack(f"={_INSTRUCTION * len(code)}", *itertools.chain.from_iterable(code))


def program(
    architecture: Architecture,
    itself: int | None,
    refused: Mapping[str, tuple[int | None, int | None]] = calls.REFUSED,
    *,
    shares_memory: bool = False,
) -> list[Instruction]:
    """The filter; `itself` is the only process that calls about processes may name, None for no such rule."""
    index = architecture.index
    code = [
        (_LOAD, 0, 0, _ARCHITECTURE_AT),
        *_unless(_EQUAL, architecture.audit, errno.ENOSYS),  # another one's calls, such as those of 32 bits
        (_LOAD, 0, 0, _NUMBER_AT),
        *_if(_AT_LEAST, calls.LAST_KNOWN + 1, errno.ENOSYS),
    ]
    for number in (pair[index] for pair in refused.values()):
        code += [] if number is None else _if(_EQUAL, number, errno.EPERM)
    for pair in calls.PRESENTED_AS_MISSING.values():
        code += _if(_EQUAL, pair[index], errno.ENOSYS)
    for pair in calls.WITHOUT_EFFECT.values():
        code += _if(_EQUAL, pair[index], _DO_NOTHING)
    code += _by_arguments(index, shares_memory=shares_memory)
    if itself is not None:
        other = [(_EQUAL, 2, 0, 0), (_EQUAL, 1, 0, itself), (_RETURN, 0, 0, _ERRNO | errno.EPERM)]
        for pair in calls.TO_ITSELF.values():
            code += _argument_rule(pair[index], 0, other)
    return [*code, (_RETURN, 0, 0, _ALLOW)]


def _by_arguments(index: int, *, shares_memory: bool) -> list[Instruction]:
    """The rules for calls that are refused for some arguments only."""
    code = _argument_rule(_CLONE[index], 0, _if(_ANY_BIT, calls.REFUSED_FLAGS, errno.EPERM))
    code += _argument_rule(_CLONE[index], 0, _if_without(calls.CLONE_THREAD, calls.CLONE_FILES))
    code += _argument_rule(_CLOSE_RANGE[index], 2, _if(_ANY_BIT, _UNSHARE_DESCRIPTORS, errno.EPERM))
    if not shares_memory:
        code += _argument_rule(_MMAP[index], 3, _if_both(calls.MAP_SHARED, calls.MAP_ANONYMOUS))
        waits = [step for command in calls.SHARED_WAITS for step in _if(_EQUAL, command, errno.EAGAIN)]
        code += _argument_rule(calls.FUTEX[index], 1, waits)  # as if it had been woken: who waits looks again
    code += _modes(index)
    code += _argument_rule(_SOCKETPAIR[index], 0, _unless(_EQUAL, socket.AF_UNIX, errno.EPERM))
    code += _argument_rule(_SOCKETPAIR[index], 1, _if(_ANY_BIT, socket.SOCK_DGRAM, errno.EPERM))  # could address others
    locks = [step for command in calls.LOCK_COMMANDS for step in _if(_EQUAL, command, _DO_NOTHING)]
    code += _argument_rule(_FCNTL[index], 1, [*locks, *_unless_any(calls.FILE_COMMANDS, errno.EPERM)])
    code += _argument_rule(_PRCTL[index], 0, _unless_any(calls.PROCESS_OPTIONS, errno.EPERM))
    code += _argument_rule(calls.STATX[index], 3, _if(_ANY_BIT, calls.NUMBERS_OF_MOUNTS, errno.ENOSYS))
    for pair in _READ_WITH_FLAGS:
        code += _argument_rule(pair[index], 5, _unless(_EQUAL, 0, errno.EOPNOTSUPP))
    for x86, arm, place, values in calls.ARGUMENTS.values():
        code += _argument_rule(
            (x86, arm)[index], place, [step for value in values for step in _if(_EQUAL, value, errno.EPERM)]
        )
    return code


def _modes(index: int) -> list[Instruction]:
    """No file may be made to run as its owner."""
    code: list[Instruction] = []
    for x86, arm, place in calls.MODES.values():
        if (number := (x86, arm)[index]) is not None:
            code += _argument_rule(number, place, _if(_ANY_BIT, calls.RUN_AS_OWNER, errno.EPERM))
    for x86, arm, place in calls.OPENS.values():
        if (number := (x86, arm)[index]) is not None:
            mode = [(_LOAD, 0, 0, _argument(place + 1)), *_if(_ANY_BIT, calls.RUN_AS_OWNER, errno.EPERM)]
            code += _argument_rule(number, place, [(_ANY_BIT, 0, len(mode), calls.MAKES_A_FILE), *mode])
    return code


def _if_both(one: int, other: int) -> list[Instruction]:
    return [(_ANY_BIT, 0, 2, one), *_if(_ANY_BIT, other, errno.EPERM)]


def _if_without(one: int, other: int) -> list[Instruction]:
    return [(_ANY_BIT, 0, 2, one), *_unless(_ANY_BIT, other, errno.EPERM)]


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
    body = [(_LOAD, 0, 0, _argument(place)), *rules, (_LOAD, 0, 0, _NUMBER_AT)]
    return [(_EQUAL, 0, len(body), number), *body]


def _argument(place: int) -> int:
    return _ARGUMENTS_AT + 8 * place
