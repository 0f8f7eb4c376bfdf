"""What a process and its descendants use, whoever of them has started whom."""

import ctypes
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from fcnkit.grading.examiner import usage as module
from fcnkit.grading.examiner.usage import usage
from fcnkit.grading.sandbox.privileges import _tasks_of

_PR_SET_NAME = 15
FAMILY = """
import subprocess, sys, threading
holds = "import sys; keep = b'x' * (50 << 20); print(flush=True); sys.stdin.read()"
there = threading.Barrier(2)

def start():
    child = subprocess.Popen([sys.executable, "-c", holds], stdout=subprocess.PIPE)
    child.stdout.readline()
    there.wait()
    child.wait()  # the thread stays: children of one that has ended become another's

threading.Thread(target=start).start()
child = subprocess.Popen([sys.executable, "-c", holds], stdout=subprocess.PIPE)
child.stdout.readline()
there.wait()
print("all are there", flush=True)
child.wait()
"""


@pytest.fixture
def family():
    """A process of some MiB and two children with 50 MiB each, one of them started by its second thread."""
    with subprocess.Popen([sys.executable, "-c", FAMILY], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        process.stdout.readline()
        yield process
        process.stdin.close()


@pytest.mark.parametrize("lists_children", [True, False], ids=["as the kernel lists them", "among all processes"])
def test_children_count(family, lists_children, monkeypatch):
    if lists_children and not module._LISTS_CHILDREN:
        pytest.skip("this kernel does not list a process' children (CONFIG_PROC_CHILDREN)")
    monkeypatch.setattr(module, "_LISTS_CHILDREN", lists_children)
    for _ in range(600):  # they may still be on their way to sleep
        found = usage(module.family(family.pid))
        if found.is_asleep:
            break
        time.sleep(0.1)
    assert 100 << 20 < found.memory < 200 << 20
    assert found.is_asleep
    assert found.seconds > 0


@pytest.mark.parametrize("name", [b"\vVmRSS: -99999", b"\rVmRSS:"])
def test_what_a_process_calls_itself_is_no_figure(name):
    libc, before = ctypes.CDLL(None), Path("/proc/self/comm").read_bytes().rstrip(b"\n")
    usual, tasks = usage([os.getpid()]).memory, _tasks_of(os.getuid())
    libc.prctl(_PR_SET_NAME, name)
    try:
        assert abs(usage([os.getpid()]).memory - usual) < 8 << 20
        assert _tasks_of(os.getuid()) > tasks / 2
    finally:
        libc.prctl(_PR_SET_NAME, before)


def test_what_has_ended_uses_nothing():
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        pass
    assert usage([process.pid]) == module.Usage(memory=0, seconds=0.0, is_asleep=True)
    assert module.family(process.pid) == [process.pid]
    assert module.sockets(process.pid) == 0


WITHOUT_ITS_FIRST_THREAD = """
import ctypes, os, threading, time
def fill():
    keep = bytearray(b"x") * (100 << 20)
    print(flush=True)
    while True: pass
threading.Thread(target=fill).start()
ctypes.CDLL(None).syscall(60 if os.uname().machine == "x86_64" else 93, 0)
"""


def test_a_process_shows_what_it_has_also_when_its_first_thread_has_ended():
    with subprocess.Popen([sys.executable, "-c", WITHOUT_ITS_FIRST_THREAD], stdout=subprocess.PIPE) as process:
        process.stdout.readline()
        found = usage([process.pid])
        process.kill()
    assert found.memory > 100 << 20
    assert not found.is_asleep


PAGE_TABLES = """
import ctypes
import numpy as np
libc = ctypes.CDLL(None)
libc.mmap.restype, size = ctypes.c_void_p, 1 << 35
start = libc.mmap(None, ctypes.c_size_t(size), 1, 0x4022, -1, ctypes.c_long(0))
np.frombuffer((ctypes.c_uint8 * size).from_address(start), np.uint8)[:: 2 << 20].sum()
print(flush=True)
input()
"""


def test_page_tables_are_memory():
    with subprocess.Popen(
        [sys.executable, "-c", PAGE_TABLES], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        process.stdout.readline()
        found = usage([process.pid]).memory
        process.stdin.close()
    assert found > (1 << 35) // (2 << 20) * 4096


def test_sockets_of_a_network_namespace_are_counted():
    pair = socket.socketpair()
    before = module.sockets(os.getpid())
    more = [socket.socketpair() for _ in range(50)]
    assert module.sockets(os.getpid()) - before > 80  # others on this machine come and go
    for each in (pair, *more):
        each[0].close()
        each[1].close()
