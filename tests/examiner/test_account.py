"""A submission's own clock and memory: over all of its processes, and still while they wait for a CPU."""

import contextlib
import os
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from fcnkit.allowances import Limits
from fcnkit.grading import cgroups
from fcnkit.grading.examiner import account as module
from fcnkit.grading.examiner.account import GLANCE, Account, ProcessLost
from fcnkit.grading.examiner.usage import Usage
from fcnkit.grading.messages import SLOWEST
from fcnkit.text import Text

DURING = Text(ko="시험하는 동안", en="while testing")
BUSY = "while True: pass"
FORGETS_ITS_CHILDREN = """
import os, signal, time
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
print(flush=True)
input()
for _ in range(5):
    if os.fork() == 0:
        while time.process_time() < 0.1: pass
        os._exit(0)
with __import__("contextlib").suppress(ChildProcessError):
    while True: os.wait()
print(flush=True)
input()
"""


@contextlib.contextmanager
def running(code):
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        try:
            yield process
        finally:
            process.kill()


def member(number):
    return SimpleNamespace(number=number, has_own_network=False)


def of(uses, monkeypatch):
    """An account of processes that use what `uses` says, by number."""
    monkeypatch.setattr(module, "family", lambda number: [number])
    monkeypatch.setattr(module, "usage", lambda numbers: uses[next(iter(numbers))])
    account = Account(Limits(memory_mib=100))
    for number in uses:
        account.enter(member(number))
    return account


def test_its_clock_stands_still_while_it_waits_for_a_cpu():
    """Eight that compute share one CPU: each of them waits most of the time, and sleeps never."""
    cpu = {next(iter(os.sched_getaffinity(0)))}
    with contextlib.ExitStack() as stack:
        busy = [stack.enter_context(running(BUSY)) for _ in range(8)]
        for process in busy:
            os.sched_setaffinity(process.pid, cpu)
        account = Account(Limits())
        account.enter(member(busy[0].pid))
        began = time.monotonic()
        account.look(DURING)
        before = account.seconds
        while time.monotonic() - began < 1:
            time.sleep(GLANCE)
            account.look(DURING, is_waited_for=True)
        took = time.monotonic() - began
        assert account.slept == 0
        assert account.seconds - before < took / 2
        assert account.now() - before < took / 2


def test_it_runs_while_it_sleeps_and_is_waited_for():
    with running("print(flush=True); input()") as process:
        account = Account(Limits())
        account.enter(member(process.pid))
        process.stdout.readline()
        while not module.usage([process.pid]).is_asleep:
            time.sleep(GLANCE)
        account.look(DURING)
        for is_waited_for in (False, True):
            for _ in range(5):
                time.sleep(GLANCE)
                account.look(DURING, is_waited_for=is_waited_for)
            assert (account.slept > 3 * GLANCE) is is_waited_for


def test_only_who_sleeps_for_a_while_is_said_to_sleep(monkeypatch):
    clock, said = iter(range(100)), []
    monkeypatch.setattr(module.time, "monotonic", lambda: next(clock) * GLANCE)
    uses = {1: Usage(0, 0.0, is_asleep=True)}
    account = of(uses, monkeypatch)
    account._on_sleep = said.append
    for is_asleep in (True, False, True, False, *[True] * 6):
        uses[1] = Usage(0, 0.0, is_asleep)
        account.look(DURING, is_waited_for=True)
    assert said == [True]
    account.wake()
    account.wake()
    assert said == [True, False]


def test_nobody_knows_when_it_is_looked_at_next():
    account, after = Account(Limits()), set()
    for _ in range(50):
        account.draw_next_look()
        account.begin_wait()
        after.add(round(account.until_look(), 3))
    assert len(after) > 10
    assert GLANCE / 3 < min(after) < GLANCE < max(after) <= 1.5 * GLANCE


def test_its_clock_does_not_count_what_its_cells_may_sleep():
    account = Account(Limits())
    for slept in (5, 5):
        account._sleep(slept)
        account.excuse(slept)
    assert (account.excused, account.now()) == (account.limits.sleep_seconds, 10 - account.limits.sleep_seconds)


def test_its_clock_counts_many_naps_that_lend_its_grader_to_nobody():
    account = Account(Limits())
    for _ in range(20):
        account._sleep(0.25)
        account.excuse(0.25)
        account.wake()
    assert (account.excused, account.now()) == (module.SHORT_NAPS, 5 - module.SHORT_NAPS)


def test_it_comes_to_an_end_whatever_is_seen(monkeypatch):
    account = of({1: Usage(0, 0.0, is_asleep=False)}, monkeypatch)
    account._began -= SLOWEST * 10
    with pytest.raises(ProcessLost, match="is kept for its other questions"):
        account.look_until(9.9, DURING)
    account._began -= SLOWEST * 10
    with pytest.raises(ProcessLost, match="used up"):
        account.look_until(9.9, DURING)


def test_memory_of_all_processes_counts_together_and_what_they_share_once(monkeypatch):
    uses = {1: Usage(70 << 20, 0.0, is_asleep=True), 2: Usage(60 << 20, 0.0, is_asleep=True)}
    account = of(uses, monkeypatch)
    account.look(DURING)  # the second one has had its 60 MiB from the fork server
    uses[2] = Usage(95 << 20, 0.0, is_asleep=True)
    with pytest.raises(ProcessLost, match="more than 100 MiB"):
        account.look(DURING)
    account.leave(member(1))
    account.look(DURING)


def test_what_has_ended_stays_counted(monkeypatch):
    uses = {1: Usage(0, 3.0, is_asleep=True), 2: Usage(0, 1.0, is_asleep=True)}
    account = of(uses, monkeypatch)
    account.look(DURING)
    uses[1] = Usage(0, 2.0, is_asleep=True)  # a child of its has ended
    account.look(DURING)
    assert account.seconds == 4
    account.leave(member(1))
    assert account.seconds == 4


@pytest.fixture
def tree():
    with cgroups.tree() as made:
        if made is None:
            pytest.skip("no control group can be made here")
        yield made


def test_a_process_that_is_still_ending_counts_once(monkeypatch):
    uses = {1: 2.0, 2: 8.0}
    group = SimpleNamespace(
        add=lambda _: True, seconds=lambda: 10.0, processes=lambda: list(uses), was_out_of_memory=lambda: False
    )
    monkeypatch.setattr(module, "Group", lambda *_: group)
    monkeypatch.setattr(module, "family", lambda number: [number])
    monkeypatch.setattr(module, "usage", lambda numbers: Usage(0, sum(map(uses.get, numbers)), is_asleep=False))
    account, (student, model) = Account(Limits(), Path("/")), map(member, uses)
    for each in (student, model):
        account.enter(each)
    account.look(DURING)
    account.leave(model)
    account.look(DURING)
    assert account.seconds == 10


def test_the_kernel_counts_children_that_nobody_waits_for(tree):
    account = Account(Limits(), tree.folder)
    with running(FORGETS_ITS_CHILDREN) as process:
        process.stdout.readline()
        account.enter(member(process.pid))
        process.stdin.write(b"\n")
        process.stdin.flush()
        process.stdout.readline()
        account.look(DURING)
        assert account.seconds > 0.45
        account.close()
        process.wait(60)  # which ends what is in the group
    assert list(tree.folder.glob("submission-*")) == []
