"""What hostile code can do at each level, without the rest of the worker around it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import sysconfig
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
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


def _prepare(level: Isolation, code: str, folder: Path, names: dict[str, Any]) -> Launch:
    own = {"hostile.py": HOSTILE}
    return launch("hostile", level, (), own, folder, code=PRELUDE + code, names=names, processes=PROCESSES)


@pytest.fixture(scope="module", params=[Isolation.STRICT, Isolation.LANDLOCK])
def level(request: pytest.FixtureRequest) -> Isolation:
    found = probe(request.param)
    if not found.is_available:
        pytest.skip(f"{request.param} is not available here: {found.finding.en}")
    return Isolation(request.param)


@pytest.fixture
def attack(level: Isolation, tmp_path: Path) -> Attack:
    """Run code in the student's place; what it leaves in `found`."""

    def run(code: str, **names: Any) -> Any:
        started = _prepare(level, code, tmp_path / uuid.uuid4().hex, names)
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


def test_an_abstract_socket_outside_cannot_be_reached(attack: Attack) -> None:
    name = f"\0fcnkit-{uuid.uuid4().hex}"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(name)
        server.listen()
        assert attack("found = attempt(socket.socket(socket.AF_UNIX).connect, name)", name=name) != "done"


def test_datagrams_go_nowhere(attack: Attack, level: Isolation) -> None:
    if level is Isolation.LANDLOCK:
        pytest.skip("Landlock governs TCP only")
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server:
        server.bind(("127.0.0.1", 0))
        code = "found = attempt(socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto, b'x', ('127.0.0.1', port))"
        assert attack(code, port=server.getsockname()[1]) == "OSError"


def test_a_named_socket_outside_cannot_be_reached(attack: Attack, level: Isolation) -> None:
    if level is Isolation.LANDLOCK:
        pytest.skip("Landlock does not govern connecting to UNIX sockets that have a path")
    with tempfile.TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX) as server:
        server.bind(f"{folder}/socket")
        server.listen()
        assert attack("found = attempt(socket.socket(socket.AF_UNIX).connect, path)", path=f"{folder}/socket") != "done"


def test_the_grader_cannot_be_traced(attack: Attack) -> None:
    assert attack("PTRACE_SEIZE = 0x4206; found = libc.ptrace(PTRACE_SEIZE, pid, 0, 0)", pid=os.getpid()) == -1


def test_limits_cannot_be_raised(attack: Attack) -> None:
    kinds = ("RLIMIT_NPROC", "RLIMIT_NOFILE", "RLIMIT_FSIZE", "RLIMIT_CORE")
    code = """
    found = [attempt(resource.setrlimit, getattr(resource, kind), (1 << 20, 1 << 40)) for kind in kinds]
    """
    assert set(attack(code.strip(), kinds=kinds)) == {"ValueError"}


def test_no_namespace_gives_capabilities_back(attack: Attack, level: Isolation) -> None:
    if level is Isolation.LANDLOCK:
        pytest.skip("user namespaces can be forbidden only from within one")
    assert attack("CLONE_NEWUSER = 0x10000000; found = libc.unshare(CLONE_NEWUSER)") == -1


def test_the_student_is_nobody(attack: Attack) -> None:
    if os.geteuid() != 0:
        pytest.skip("not run by root: there is no other user to become")
    assert attack("found = [*os.getresuid(), *os.getresgid(), *os.getgroups()]") == [65534] * 6


FORK_BOMB = """
found = 0
try:
    while found < 10 * processes:
        if os.fork() == 0:
            time.sleep(30)
            os._exit(0)
        found += 1
except BlockingIOError:
    pass
"""


def test_a_fork_bomb_is_bounded_and_ends_with_its_submission(attack: Attack) -> None:
    started = time.monotonic()
    assert attack(FORK_BOMB, processes=PROCESSES) < PROCESSES
    assert time.monotonic() - started < 20


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


def test_the_student_ends_with_its_supervisor(level: Isolation, tmp_path: Path) -> None:
    name = f"s{uuid.uuid4().hex[:12]}"
    code = f"libc.prctl({PR_SET_NAME}, name.encode()); time.sleep(60)"
    started = _prepare(level, code, tmp_path / "folder", {"name": name})
    with subprocess.Popen(started.command, env=started.environment, stdout=subprocess.DEVNULL) as supervisor:
        assert _wait_until(lambda: _runs(name))
        supervisor.send_signal(signal.SIGKILL)
    assert _is_gone(name)


def test_scratch_is_gone_afterwards(level: Isolation, tmp_path: Path) -> None:
    started = _prepare(level, "open('left-behind', 'w').write('x')", tmp_path / "folder", {})
    subprocess.run(started.command, env=started.environment, capture_output=True, timeout=60, check=True)
    assert not list(tmp_path.rglob("left-behind"))


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
    deadline = time.monotonic() + 5
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True
