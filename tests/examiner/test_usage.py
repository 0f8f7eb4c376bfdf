"""What a process and its descendants use, whoever of them has started whom."""

import subprocess
import sys
import time

import psutil
import pytest

from fcnkit.grading.examiner import usage as module
from fcnkit.grading.examiner.usage import usage

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
    for _ in range(100):  # they may still be on their way to sleep
        found = usage(psutil.Process(family.pid))
        if found.is_asleep:
            break
        time.sleep(0.1)
    assert 100 << 20 < found.memory < 200 << 20
    assert found.is_asleep
    assert found.seconds > 0


def test_what_has_ended_uses_nothing():
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        ended = psutil.Process(process.pid)
    assert usage(ended) == module.Usage(memory=0, seconds=0.0, is_asleep=True)
