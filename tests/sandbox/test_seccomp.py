"""The filter's program, run step by step as the kernel runs it, against an independent table of system calls."""

from __future__ import annotations

import errno

import pytest
import system_calls

from fcnkit.grading.sandbox import calls as refused_calls
from fcnkit.grading.sandbox import seccomp
from fcnkit.grading.sandbox.seccomp import ARCHITECTURES, Instruction

TABLE = system_calls.syscalls()
NAMES = {"x86_64": "x86_64", "aarch64": "arm64"}
ALLOWED, NOTHING = 0, -1
ITSELF = 4321


def number(name: str, machine: str) -> int | None:
    try:
        return int(TABLE.get(name, NAMES[machine]))
    except (system_calls.NotSupportedSystemCall, system_calls.NoSuchSystemCall):
        return None


def verdict(program: list[Instruction], call: int, *arguments: int, architecture: int) -> int:
    """The error that a call ends with; ALLOWED when it runs, NOTHING when it returns at once as if it had."""
    data = {0: call, 4: architecture} | {16 + 8 * place: value for place, value in enumerate(arguments)}
    accumulator, place = 0, 0
    while True:
        code, yes, no, value = program[place]
        match code:
            case 0x20:
                accumulator = data.get(value, 0)
            case 0x15 | 0x35 | 0x45:
                holds = {0x15: accumulator == value, 0x35: accumulator >= value, 0x45: bool(accumulator & value)}[code]
                place += yes if holds else no
            case 0x06:
                return ALLOWED if value == 0x7FFF0000 else value & 0xFFFF or NOTHING
        place += 1


@pytest.fixture(params=ARCHITECTURES)
def machine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


class Filter:
    def __init__(self, machine: str, itself: int | None = ITSELF) -> None:
        self._machine = machine
        self._architecture = ARCHITECTURES[machine]
        self._program = seccomp.program(self._architecture, itself)

    def __call__(self, name: str, *arguments: int) -> int:
        call = number(name, self._machine)
        assert call is not None
        return verdict(self._program, call, *arguments, architecture=self._architecture.audit)


def test_every_number_is_that_of_its_name(machine: str) -> None:
    index = ARCHITECTURES[machine].index
    tables = (refused_calls.REFUSED, refused_calls.CHANGES_FILES_UNOPENED, refused_calls.PRESENTED_AS_MISSING)
    tables += (refused_calls.TO_ITSELF, refused_calls.ARGUMENTS, refused_calls.WITHOUT_EFFECT)
    tables += (refused_calls.MODES, refused_calls.OPENS)
    ours = {name: entry[index] for table in tables for name, entry in table.items()}
    assert ours == {name: number(name, machine) for name in ours}


@pytest.mark.parametrize("name", refused_calls.REFUSED)
def test_what_is_refused(name: str, machine: str) -> None:
    if number(name, machine) is not None:
        assert Filter(machine)(name) == errno.EPERM


@pytest.mark.parametrize(
    "name",
    ["read", "write", "openat", "mmap", "mprotect", "clone", "wait4", "pipe2", "exit_group", "getrandom",
     "sched_getaffinity", "madvise", "brk", "rt_sigaction", "newfstatat", "statx", "prlimit64", "epoll_create1",
     "eventfd2", "rseq", "set_robust_list", "sched_yield", "fsync", "preadv2", "pread64"],
)  # fmt: skip
def test_what_python_numpy_and_tensorflow_live_on_is_allowed(name: str, machine: str) -> None:
    call = name if number(name, machine) is not None else "fstat"
    assert Filter(machine)(call) == ALLOWED


def test_threads_of_one_process_may_wait_for_each_other_and_processes_may_not(machine: str) -> None:
    calls, wait, wake, wait_bitset, private, by_the_clock = Filter(machine), 0, 1, 9, 0x80, 0x100
    for command in (wait | private, wake | private, wait_bitset | private | by_the_clock, wake):
        assert calls("futex", 0, command) == ALLOWED
    for command in (wait, wait_bitset, wait_bitset | by_the_clock):
        assert calls("futex", 0, command) == errno.EAGAIN
    assert calls("futex_waitv") == errno.ENOSYS


def test_arguments_decide(machine: str) -> None:
    calls = Filter(machine)
    thread_flags = 0x3D0F00
    assert calls("clone", thread_flags) == ALLOWED
    assert calls("clone", thread_flags | 0x10000000) == errno.EPERM
    assert calls("clone3") == errno.ENOSYS
    stream, datagram, close_on_exec = 1, 2, 0o2000000
    assert calls("socketpair", 1, stream | close_on_exec) == ALLOWED
    assert calls("socketpair", 1, datagram | close_on_exec) == errno.EPERM
    assert calls("socketpair", 2, stream) == errno.EPERM
    assert calls("ioctl", 3, 0x5401) == ALLOWED
    assert calls("ioctl", 3, 0x5412) == errno.EPERM
    assert calls("madvise", 0, 4096, 4) == ALLOWED
    assert calls("madvise", 0, 4096, 21) == errno.EPERM
    assert calls("preadv2", 3, 0, 1, 0, 0, 8) == errno.EOPNOTSUPP


def test_nothing_is_said_that_counts_processes_or_mounts_of_all(machine: str) -> None:
    calls = Filter(machine)
    a_fork, with_a_descriptor = 17, 0x1000
    assert calls("clone", a_fork | with_a_descriptor) == errno.EPERM
    assert calls("pidfd_open", 1, 0) == errno.EPERM
    basic_with_time_of_birth, mount, mount_of_all = 0xFFF, 0x1000, 0x4000
    assert calls("statx", 3, 0, 0, basic_with_time_of_birth) == ALLOWED
    for mask in (mount, mount_of_all):
        assert calls("statx", 3, 0, 0, basic_with_time_of_birth | mask) == errno.ENOSYS  # the C library does without


def test_a_files_own_commands_pass_locks_do_nothing_and_all_others_are_refused(machine: str) -> None:
    calls = Filter(machine)
    for command in range(2048):
        allowed = command in refused_calls.FILE_COMMANDS
        expected = ALLOWED if allowed else NOTHING if command in refused_calls.LOCK_COMMANDS else errno.EPERM
        assert calls("fcntl", 3, command) == expected
    assert calls("flock", 3, 2) == NOTHING


def test_a_process_has_a_name_and_no_option_that_a_newer_kernel_brings(machine: str) -> None:
    calls = Filter(machine)
    set_name, die_with_parent, core_of_its_own, places_to_wait = 15, 1, 62, 78
    assert calls("prctl", set_name) == ALLOWED
    for option in (die_with_parent, core_of_its_own, places_to_wait, *range(79, 200)):
        assert calls("prctl", option) == errno.EPERM


def test_no_process_gets_out_of_sight(machine: str) -> None:
    calls = Filter(machine)
    a_fork, in_a_thread, of_its_parent, with_vfork = 17, 0x10000, 0x8000, 0x4000
    assert calls("clone", a_fork) == ALLOWED
    for flags in (in_a_thread, of_its_parent, with_vfork):  # a thread, but with descriptors of its own
        assert calls("clone", a_fork | flags) == errno.EPERM
    assert calls("rt_sigaction", 2) == ALLOWED
    assert calls("rt_sigaction", 17) == errno.EPERM
    assert calls("close_range", 3, 5, 4) == ALLOWED
    assert calls("close_range", 3, 5, 2) == errno.EPERM
    assert calls("setsid") == NOTHING


def test_no_memory_gets_out_of_sight(machine: str) -> None:
    calls = Filter(machine)
    private, shared, anonymous = 2, 1, 0x20
    assert calls("mmap", 0, 1, 3, private | anonymous) == ALLOWED
    assert calls("mmap", 0, 1, 3, shared) == ALLOWED
    assert calls("mmap", 0, 1, 3, shared | anonymous) == errno.EPERM
    architecture = ARCHITECTURES[machine]
    for_a_gpu = seccomp.program(architecture, None, shares_memory=True)
    call = number("mmap", machine)
    assert call is not None
    assert verdict(for_a_gpu, call, 0, 1, 3, shared | anonymous, architecture=architecture.audit) == ALLOWED
    assert calls("fcntl", 3, 1031) == errno.EPERM


def test_no_file_is_made_that_runs_as_its_owner(machine: str) -> None:
    calls = Filter(machine)
    created, unnamed = 0o100, 0o20200000
    assert calls("openat", 3, 0, 2, 0o4755) == ALLOWED  # no new file: the argument is whatever was in its place
    for flags in (created, unnamed):
        assert calls("openat", 3, 0, flags, 0o755) == ALLOWED
        assert calls("openat", 3, 0, flags, 0o4755) == errno.EPERM
    assert calls("mkdirat", 3, 0, 0o777) == ALLOWED
    assert calls("mkdirat", 3, 0, 0o2777) == errno.EPERM
    assert calls("fchmod", 3, 0o644) == ALLOWED
    assert calls("fchmod", 3, 0o4755) == errno.EPERM
    assert calls("openat2") == errno.ENOSYS


@pytest.mark.parametrize("name", refused_calls.TO_ITSELF)
def test_only_itself_may_be_named_where_no_namespace_hides_the_others(name: str, machine: str) -> None:
    calls = Filter(machine)
    assert [calls(name, process) for process in (0, ITSELF, 1, ITSELF + 1)] == [ALLOWED, ALLOWED, 1, 1]
    assert Filter(machine, None)(name, 1) == ALLOWED


@pytest.mark.parametrize("name", refused_calls.CHANGES_FILES_UNOPENED)
def test_files_can_be_kept_from_being_changed_unopened(name: str, machine: str) -> None:
    call = number(name, machine)
    architecture = ARCHITECTURES[machine]
    refused = refused_calls.REFUSED | refused_calls.CHANGES_FILES_UNOPENED
    for table, error in ((refused, errno.EPERM), (refused_calls.REFUSED, ALLOWED)):
        program = seccomp.program(architecture, None, table)
        assert call is None or verdict(program, call, architecture=architecture.audit) == error


def test_what_is_unknown_does_not_exist(machine: str) -> None:
    architecture = ARCHITECTURES[machine]
    program = seccomp.program(architecture, None)
    of_x32 = 0x40000000
    for call in (refused_calls.LAST_KNOWN + 1, 1000, of_x32, of_x32 + 101):
        assert verdict(program, call, architecture=architecture.audit) == errno.ENOSYS
    of_i386 = 0x40000003
    assert verdict(program, 20, architecture=of_i386) == errno.ENOSYS
    assert len(program) < 4096
