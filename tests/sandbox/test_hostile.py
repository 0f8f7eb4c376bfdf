"""What hostile code can do at each level, without the rest of the worker around it."""

from __future__ import annotations

import errno
import json
import os
import shutil
import signal
import subprocess
import sys
import sysconfig
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import psutil
import pytest

from fcnkit.grading.sandbox.launch import Launch, launch
from fcnkit.grading.sandbox.level import Isolation, probe

ROOT = Path(__file__).resolve().parents[2]
HOSTILE = Path(__file__).with_name("hostile.py")
PROCESSES = 20
PR_SET_NAME = 15
PRELUDE = """
import ctypes, os, resource, socket, time
libc = ctypes.CDLL(None, use_errno=True)
def attempt(function, *arguments):
    try: function(*arguments)
    except (OSError, ValueError) as error: return type(error).__name__
    return "done"
"""
Attack = Callable[..., Any]


def _prepare(level: Isolation, code: str, folder: Path, names: dict[str, Any], devices: Sequence[Path] = ()) -> Launch:
    own = {"hostile.py": HOSTILE}
    return launch("hostile", level, (), own, folder, devices, code=PRELUDE + code, names=names, processes=PROCESSES)


@pytest.fixture(scope="module", params=[Isolation.STRICT, Isolation.LANDLOCK, Isolation.UID])
def level(request: pytest.FixtureRequest) -> Isolation:
    found = probe(request.param)
    if not found.is_available:
        pytest.skip(f"{request.param} is not available here: {found.finding.en}")
    return Isolation(request.param)


@pytest.fixture
def folder() -> Iterator[Path]:
    """Where the grader's temporary folders are: pytest's own let no other user pass."""
    with tempfile.TemporaryDirectory(prefix="fcnkit-") as folder:
        Path(folder).chmod(0o711)
        yield Path(folder)


@pytest.fixture
def attack(level: Isolation, folder: Path) -> Attack:
    """Run code in the student's place; what it leaves in `found`."""

    def run(code: str, devices: Sequence[Path] = (), **names: Any) -> Any:
        started = _prepare(level, code, folder / uuid.uuid4().hex, names, devices)
        done = subprocess.run(
            started.command, env=started.environment, capture_output=True, text=True, timeout=60, check=True
        )
        report = json.loads(done.stdout)
        assert report["ended"] == 0
        return report["found"]

    return run


@pytest.fixture
def secrets() -> Iterator[list[str]]:
    """A file with a secret in each place where a grader keeps some."""
    files = [
        tempfile.NamedTemporaryFile(dir=folder, prefix="secret-", suffix=".txt")  # noqa: SIM115  # closed below
        for folder in (tempfile.gettempdir(), Path.home(), ROOT / "autograder")
    ]
    yield [file.name for file in files]
    for file in files:
        file.close()


def test_secrets_of_the_grader_cannot_be_read(attack: Attack, secrets: list[str]) -> None:
    found = attack("found = [attempt(open, path) for path in paths]", paths=secrets)
    assert set(found) <= {"FileNotFoundError", "PermissionError"}


def test_nothing_outside_scratch_can_be_written(attack: Attack, secrets: list[str]) -> None:
    found = attack("found = [attempt(open, path, mode) for path in paths for mode in ('a', 'w')]", paths=secrets)
    assert "done" not in found
    assert attack("found = attempt(open, 'own', 'w')") == "done"


FAMILIES = {"AF_UNIX": 1, "AF_INET": 2, "AF_INET6": 10, "AF_NETLINK": 16, "AF_PACKET": 17, "AF_ALG": 38, "AF_VSOCK": 40}


def test_there_are_no_sockets_but_pairs(attack: Attack) -> None:
    code = "found = [attempt(lambda: socket.socket(family, 2)) for family in families]"
    assert set(attack(code, families=list(FAMILIES.values()))) == {"PermissionError"}
    assert attack("left, right = socket.socketpair(); left.send(b'x'); found = right.recv(1).decode()") == "x"


def test_a_device_is_there_only_for_who_is_given_it(level: Isolation, attack: Attack) -> None:
    """Such as a GPU's. This one answers that the process has no terminal; facts about it can be read, not written."""
    given = (Path("/dev/tty"), Path("/proc/sys/kernel"))
    code = """
def errno_of(path, flags):
    try: os.close(os.open(path, flags))
    except OSError as error: return error.errno
found = [errno_of('/dev/tty', os.O_RDWR)]
found += [errno_of('/proc/sys/kernel/ostype', flags) for flags in (os.O_RDONLY, os.O_WRONLY)]
"""
    terminal, reading, writing = attack(code, given)
    assert (terminal, reading) == (errno.ENXIO, None)
    assert writing in (errno.EACCES, errno.EROFS)
    if level is not Isolation.UID:  # where files are as any user sees them
        assert set(attack(code)) <= {errno.ENOENT, errno.EACCES}


def test_programs_cannot_be_started(attack: Attack) -> None:
    code = "found = [attempt(os.execv, path, [path]) for path in ('/bin/true', '/lib64/ld-linux-x86-64.so.2')]"
    assert set(attack(code)) == {"PermissionError"}


def test_other_processes_cannot_be_signalled_or_limited(attack: Attack) -> None:
    code = """
    found = [attempt(os.kill, pid, 0), attempt(resource.prlimit, pid, resource.RLIMIT_CPU, (1, 1))]
    """
    assert set(attack(code.strip(), pid=os.getpid())) <= {"PermissionError", "ProcessLookupError"}
    assert attack("found = attempt(os.kill, os.getpid(), 0)") == "done"


def test_threads_processes_and_callbacks_from_c_still_work(attack: Attack) -> None:
    code = """
import threading
found = []
thread = threading.Thread(target=found.append, args=(1,)); thread.start(); thread.join()
child = os.fork()
if child == 0: os._exit(2)
found.append(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
found.append(ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int)(lambda number: number + 1)(2))
"""
    assert attack(code) == [1, 2, 3]


def test_the_grader_cannot_be_traced(attack: Attack) -> None:
    assert attack("PTRACE_SEIZE = 0x4206; found = libc.ptrace(PTRACE_SEIZE, pid, 0, 0)", pid=os.getpid()) == -1


def test_limits_cannot_be_raised(attack: Attack) -> None:
    kinds = ("RLIMIT_NPROC", "RLIMIT_NOFILE", "RLIMIT_FSIZE", "RLIMIT_CORE")
    code = """
    found = [attempt(resource.setrlimit, getattr(resource, kind), (1 << 20, 1 << 40)) for kind in kinds]
    """
    assert set(attack(code.strip(), kinds=kinds)) == {"ValueError"}


@pytest.mark.parametrize("flag", [0x10000000, 0x00020000], ids=["CLONE_NEWUSER", "CLONE_NEWNS"])
def test_no_namespace_can_be_made(attack: Attack, flag: int) -> None:
    assert attack("found = libc.unshare(flag)", flag=flag) == -1
    assert attack("found = libc.syscall(56 if os.uname().machine == 'x86_64' else 220, flag | 17, 0)", flag=flag) == -1


def test_the_student_is_nobody(attack: Attack, level: Isolation) -> None:
    if os.geteuid() != 0:
        pytest.skip("not run by root: there is no other user to become")
    users = attack("found = [*os.getresuid(), *os.getresgid(), *os.getgroups()]")
    assert len(set(users)) == 1
    assert users[0] == 65534 if level is Isolation.STRICT else users[0] in range(61184, 65520)


FORK_BOMB = """
found = 0
try:
    while found < 10 * processes:
        if os.fork() == 0:
            time.sleep(600)
            os._exit(0)
        found += 1
except BlockingIOError:
    pass
"""


def test_a_fork_bomb_is_bounded_and_ends_with_its_submission(attack: Attack) -> None:
    """`attack` waits for a minute, and what the bomb starts would sleep for ten."""
    assert attack(FORK_BOMB, processes=PROCESSES) < PROCESSES


LEAVE_A_DAEMON = f"""
reading, writing = os.pipe()
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        libc.prctl({PR_SET_NAME}, name.encode())
        os.write(writing, b"x")
        time.sleep(60)
    os._exit(0)
found = os.read(reading, 1).decode()
"""


def test_a_daemon_ends_with_its_submission(attack: Attack) -> None:
    name = f"d{uuid.uuid4().hex[:12]}"
    assert attack(LEAVE_A_DAEMON, name=name) == "x"
    assert _is_gone(name)


def test_the_student_ends_with_its_supervisor(level: Isolation, folder: Path) -> None:
    name = f"s{uuid.uuid4().hex[:12]}"
    code = f"libc.prctl({PR_SET_NAME}, name.encode()); time.sleep(60)"
    started = _prepare(level, code, folder, {"name": name})
    with subprocess.Popen(started.command, env=started.environment, stdout=subprocess.DEVNULL) as supervisor:
        assert _wait_until(lambda: _runs(name))
        supervisor.send_signal(signal.SIGKILL)
    assert _is_gone(name)


def test_scratch_is_gone_afterwards(level: Isolation, folder: Path) -> None:
    started = _prepare(level, "open('left-behind', 'w').write('x')", folder, {})
    subprocess.run(started.command, env=started.environment, capture_output=True, timeout=60, check=True)
    assert not list(folder.rglob("left-behind"))


def test_strict_holds_for_who_is_not_root() -> None:
    """The grader of a machine's ordinary user: what tests run by root never see."""
    python = _python_for_everybody()
    program = (
        "from fcnkit.grading.sandbox.level import Isolation, probe; found = probe(Isolation.STRICT); "
        "print(found.is_available, found.finding.en)"
    )
    path = f"{ROOT}:{ROOT / 'shared'}:{sysconfig.get_path('purelib')}"
    done = subprocess.run(
        ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", python, "-B", "-c", program],
        env={"PYTHONPATH": path},
        cwd="/",
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout.startswith("True"), done.stdout + done.stderr


def _python_for_everybody() -> str:
    """An interpreter like ours that any user may start."""
    if os.geteuid() != 0:
        pytest.skip("not run by root: the other tests are the ordinary user's already")
    if shutil.which("setpriv") is None:
        pytest.skip("needs setpriv")
    python = f"/usr/bin/python{sys.version_info.major}.{sys.version_info.minor}"
    if not Path(python).exists():
        pytest.skip(f"needs {python}, which any user may start")
    if any(not folder.stat().st_mode & 0o001 for folder in ROOT.parents):
        pytest.skip(f"{ROOT} cannot be read by every user")
    return python


def _runs(name: str) -> bool:
    return any(process.info["name"] == name for process in psutil.process_iter(["name"]))


def _is_gone(name: str) -> bool:
    return _wait_until(lambda: not _runs(name))


def _wait_until(condition: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + 30  # less than the 60 seconds after which what is to be gone would end by itself
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True
