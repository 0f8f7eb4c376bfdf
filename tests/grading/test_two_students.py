"""Two students who are graded at the same time, both looking for the other wherever processes can meet."""

from __future__ import annotations

import ast
import ctypes
import os
import re
import signal
import time
import uuid
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest

from fcnkit.course import Assignment, Course
from fcnkit.engines.local import LocalEngine
from fcnkit.grading.intake import Cell
from fcnkit.grading.messages import Job
from fcnkit.grading.sandbox.level import Isolation, probe

COURSE = Course.find()
ACCOMPLICE = """
import ctypes, glob, os, signal, socket, time

me, other, key = {me!r}, {other!r}, {key}
libc = ctypes.CDLL(None, use_errno=True)
libc.shmat.restype = ctypes.c_void_p
folders = ["/tmp", "/dev/shm", os.path.dirname(os.getcwd())]
met, told, turn = set(), [], 0
signal.signal(signal.SIGUSR1, lambda *_: told.append("that both have looked"))

def attempt(channel, action):
    try:
        if action():
            met.add(channel)
    except (OSError, ValueError):
        pass

def name_this_process():
    libc.prctl(15, f"{{me}}.{{turn}}".encode(), 0, 0, 0)

def find_process():
    return any(open(path).read().startswith(other) for path in glob.glob("/proc/[0-9]*/comm"))

def share_memory():
    segment = libc.shmget(key, 4096, 0o1666)
    memory = ctypes.cast(libc.shmat(segment, None, 0), ctypes.POINTER(ctypes.c_char * 40)) if segment != -1 else None
    if memory:
        place = 0 if me < other else 20
        memory.contents[place : place + len(me)] = me.encode()
        return other.encode() in bytes(memory.contents)

for folder in folders:
    attempt(folder, lambda: open(os.path.join(folder, me), "x").close())
try:
    server = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    server.bind("\\0" + me)
    server.setblocking(False)
except OSError:
    pass
while not told:
    for folder in folders:
        attempt(folder, lambda: os.path.exists(os.path.join(folder, other)))
    attempt("sockets", lambda: server.sendto(b"hello", "\\0" + other) if "server" in globals() else False)
    attempt("shared memory", share_memory)
    attempt("processes", find_process)
    name_this_process()
    turn += 1
    time.sleep(0.02)
raise RuntimeError("|" + repr(sorted(met)))
"""
PATIENCE = 60
"""Seconds for both to begin, however busy the machine is."""
LIMITS = f"[limits]\ncell_seconds = {PATIENCE}\ncells_seconds = {PATIENCE}\nsleep_seconds = {2 * PATIENCE}\n"
SHARED_FOLDERS = [Path("/tmp"), Path("/dev/shm")]  # noqa: S108


@pytest.fixture(scope="module")
def assignment(tmp_path_factory: pytest.TempPathFactory) -> Assignment:
    """One whose cells may wait for somebody."""
    root = tmp_path_factory.mktemp("course")
    for name in ("autograder", "assignments", "shared", "solutions", "terminology.md"):
        (root / name).symlink_to(COURSE.root / name)
    (root / "course.toml").write_text(LIMITS, encoding="utf-8")
    return Course(root).assignment("05")


def turns(names: Sequence[str]) -> dict[str, tuple[int, int]]:
    """By name, of those students who have looked around once, the process and how often it has done so since."""
    found = ((re.fullmatch(r"(\w+)\.(\d+)", each.info["name"]), each.pid) for each in psutil.process_iter(["name"]))
    return {said[1]: (pid, int(said[2])) for said, pid in found if said is not None and said[1] in names}


def await_turns(names: Sequence[str], more: int) -> dict[str, tuple[int, int]]:
    """Until both are there and each has had so many more turns."""
    until, first = time.monotonic() + PATIENCE, dict[str, tuple[int, int]]()
    while time.monotonic() < until:
        now = turns(names)
        if len(now) == 2:
            first = first or now
            if all(now[name][1] >= first[name][1] + more for name in names):
                return now
        time.sleep(0.02)
    raise TimeoutError(f"of {names} only {turns(names)} look for each other")


def remove_traces(names: Sequence[str], key: int) -> list[Path]:
    """The files that the two have left where everybody may; of their memory nobody else knows the key."""
    left = [folder / name for folder in SHARED_FOLDERS for name in names if (folder / name).exists()]
    for path in left:
        path.unlink()
    libc = ctypes.CDLL(None)
    libc.shmctl(libc.shmget(key, 4096, 0o666), 0, None)
    return left


def where_they_met(assignment: Assignment, level: Isolation) -> list[list[str]]:
    names = [f"pupil{uuid.uuid4().hex[:5]}" for _ in range(2)]
    key = uuid.uuid4().int % (1 << 30)
    try:
        with LocalEngine(assignment, level) as engine, ThreadPoolExecutor(2) as pool:
            under_way = [
                pool.submit(engine.examine, Job(cells=[Cell(1, ACCOMPLICE.format(me=me, other=other, key=key))]))
                for me, other in (names, reversed(names))
            ]
            for pid, _ in await_turns(names, more=2).values():
                os.kill(pid, signal.SIGUSR1)
            examinations = [each.result() for each in under_way]
    finally:
        left = remove_traces(names, key)
    assert level is Isolation.NONE or not left
    return [ast.literal_eval(one.cell_errors[0].message.en.partition("|")[2]) for one in examinations]


@pytest.mark.parametrize("level", [Isolation.STRICT, Isolation.LANDLOCK])
def test_they_never_meet(assignment: Assignment, level: Isolation) -> None:
    found = probe(level)
    if not found.is_available:
        pytest.skip(f"{level} is not available here: {found.finding.en}")
    assert where_they_met(assignment, level) == [[], []]


def test_without_isolation_they_do(assignment: Assignment) -> None:
    for met in where_they_met(assignment, Isolation.NONE):
        assert {"/tmp", "/dev/shm", "sockets", "shared memory", "processes"} <= set(met)  # noqa: S108
