"""What a process and its descendants use, whoever of them has started whom."""

import subprocess
import sys

import psutil
import pytest

from fcnkit.grading.examiner import usage as module
from fcnkit.grading.examiner.usage import usage

FAMILY = """
import subprocess, sys, threading
holds = "import sys; keep = b'x' * (50 << 20); print(flush=True); sys.stdin.read()"
start = lambda: subprocess.Popen([sys.executable, "-c", holds], stdout=subprocess.PIPE).stdout.readline()
started = threading.Thread(target=start)
started.start()
start()
started.join()
print("all are there", flush=True)
sys.stdin.read()
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
    found = usage(psutil.Process(family.pid))
    assert 100 << 20 < found.memory < 200 << 20
    assert found.is_asleep
    assert found.seconds > 0


def test_what_has_ended_uses_nothing():
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        ended = psutil.Process(process.pid)
    assert usage(ended) == module.Usage(memory=0, seconds=0.0, is_asleep=True)
