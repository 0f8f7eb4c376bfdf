"""Control groups: where a grader makes its own, what it bounds there, and that none of them stays."""

import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from fcnkit.allowances import Limits
from fcnkit.grading import cgroups
from fcnkit.grading.examiner.account import Account, ProcessLost
from fcnkit.text import Text

DURING = Text(ko="시험하는 동안", en="while testing")
FILES = ("cgroup.procs", "cgroup.subtree_control", "memory.max", "memory.swap.max", "pids.max", "cpu.weight")


@pytest.fixture
def kernel(tmp_path, monkeypatch):
    """Folders in the place of the kernel's: this process is in `/job/step`."""
    for place in (tmp_path, tmp_path / "job", tmp_path / "job" / "step"):
        place.mkdir(exist_ok=True)
        (place / "cgroup.procs").touch()
        (place / "cgroup.subtree_control").write_text("cpu memory pids\n")
    monkeypatch.setattr(cgroups, "_mount", lambda: tmp_path)
    monkeypatch.setattr(cgroups, "_own", lambda: "/job/step")
    return tmp_path


def test_what_others_have_bounded_is_not_left(kernel):
    step = kernel / "job" / "step"
    assert cgroups._places() == [step, kernel / "job", kernel]
    (kernel / "job" / "memory.max").write_text("1000000\n")
    assert cgroups._places() == [step, kernel / "job"]
    (step / "cpu.max").write_text("max 100000\n")
    assert cgroups._places() == [step, kernel / "job"]
    (step / "cpu.max").write_text("50000 100000\n")
    assert cgroups._places() == [step]


def test_the_place_with_most_controllers_is_taken_and_the_others_are_left_as_they_were(kernel, monkeypatch):
    gives = {"step": "", "job": "cpu memory pids", kernel.name: "cpu"}

    def made(place):
        folder = place / "fcnkit-0"
        folder.mkdir()
        return cgroups.Tree(folder, tuple(gives[place.name].split()))

    monkeypatch.setattr(cgroups, "_made", made)
    with cgroups.tree() as tree:
        assert tree.folder == kernel / "job" / "fcnkit-0"
        assert list(kernel.rglob("fcnkit-*")) == [tree.folder]
    assert list(kernel.rglob("fcnkit-*")) == []


def test_there_is_none_where_the_kernel_has_no_groups(monkeypatch):
    monkeypatch.setattr(cgroups, "_mount", lambda: None)
    with cgroups.tree() as tree:
        assert tree is None
    cgroups.remove_abandoned()


def test_a_group_is_bounded_as_the_limits_say(tmp_path, monkeypatch):
    """Of files that are there: a tree need not have all controllers."""
    writes = {}
    monkeypatch.setattr(cgroups, "_write", lambda path, text: writes.__setitem__(path.name, text))
    group = cgroups.Group(tmp_path, Limits(memory_mib=100, processes=8))
    assert writes == {"memory.max": str(100 << 20), "memory.swap.max": "0", "pids.max": "32", "cpu.weight": "100"}
    (folder,) = tmp_path.glob("submission-*")
    (folder / "cpu.stat").write_text("usage_usec 1500000\nuser_usec 1000000\n")
    (folder / "memory.events").write_text("low 0\noom 1\noom_kill 1\n")
    assert group.seconds() == 1.5
    assert [group.was_out_of_memory(), group.was_out_of_memory()] == [True, False]  # each time is told once


@pytest.fixture
def delegated(kernel, monkeypatch):
    """The same, where the kernel gives its files to each new group, those of the controllers that its parent has on."""
    mkdir, write = Path.mkdir, cgroups._write
    writes = []

    def made(folder, *args, **kwargs):
        mkdir(folder, *args, **kwargs)
        if folder.is_relative_to(kernel):
            enabled = (folder.parent / "cgroup.subtree_control").read_text().split()
            for name in ("cgroup.procs", "cgroup.subtree_control", "cgroup.kill", "cpu.stat"):
                (folder / name).touch()
            for name in FILES[2:]:
                if name.partition(".")[0] in enabled:
                    (folder / name).touch()

    def written(path, text):
        """As the kernel takes it: `+name` adds to what is on, if the group itself has it; a process is moved."""
        writes.append((path.parent.name.partition("-")[0], path.name, text))
        if path.name == "cgroup.subtree_control":
            has_it = any(path.parent.glob(f"{text[1:]}.*")) or path.parent == kernel
            text = " ".join({*path.read_text().split(), *([text[1:]] if has_it else [])})
        write(path, "")
        path.write_text(text)

    monkeypatch.setattr(Path, "mkdir", made)
    monkeypatch.setattr(Path, "rmdir", shutil.rmtree)
    monkeypatch.setattr(cgroups, "_write", written)
    for name in ("cpu.weight", "memory.max", "pids.max"):
        for place in ("", "job", "job/step"):
            (kernel / place / name).write_text("max")
    return SimpleNamespace(root=kernel, writes=writes)


@pytest.fixture
def sleeper():
    """The number of a small process that waits until the test is over."""
    with subprocess.Popen([sys.executable, "-S", "-c", "input()"], stdin=subprocess.PIPE) as process:
        yield process.pid
        process.communicate(b"\n")


def test_where_all_is_delegated_the_kernel_bounds_a_submission_from_its_first_process_to_its_end(delegated, sleeper):
    with cgroups.tree() as tree:
        assert tree.controllers == cgroups.CONTROLLERS
        assert tree.folder.parent == delegated.root / "job" / "step"
        account = Account(Limits(memory_mib=2048, processes=8), tree.folder)
        (group,) = tree.folder.glob("submission-*")
        bounds = {name: (group / name).read_text() for name in FILES[2:]}
        assert bounds == {"memory.max": str(2 << 30), "memory.swap.max": "0", "pids.max": "32", "cpu.weight": "100"}
        account.enter(SimpleNamespace(number=sleeper, has_own_network=False))
        assert (group / "cgroup.procs").read_text() == str(sleeper)
        (group / "cpu.stat").write_text("usage_usec 2500000\n")
        (group / "memory.events").write_text("oom_kill 0\n")
        account.look(DURING)
        assert account.seconds >= 2.5
        (group / "memory.events").write_text("oom_kill 1\n")
        with pytest.raises(ProcessLost, match="2 GiB of memory"):
            account.look(DURING)
        account.close()
        assert delegated.writes[-1] == ("submission", "cgroup.kill", "1")
        assert not group.exists()
    assert list(delegated.root.rglob("fcnkit-*")) == []


def test_where_one_controller_is_missing_the_others_are_used(delegated):
    for place in ("", "job", "job/step"):
        (delegated.root / place / "cgroup.subtree_control").write_text("cpu memory\n")
        (delegated.root / place / "pids.max").unlink()
    (delegated.root / "job" / "cpu.max").write_text("1000 100000\n")  # so that nobody looks further up
    with cgroups.tree() as tree:
        assert tree.controllers == ("cpu", "memory")
        group = cgroups.Group(tree.folder, Limits())
        assert {path.name for path in group._folder.iterdir() if path.read_text()} >= {"cpu.weight", "memory.max"}
        assert not (group._folder / "pids.max").exists()


@pytest.fixture
def tree():
    with cgroups.tree() as made:
        if made is None:
            pytest.skip("no control group can be made here")
        yield made


def test_nothing_stays_of_a_group_in_the_kernel(tree):
    group = cgroups.Group(tree.folder, Limits())
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        assert group.add(process.pid)
        assert group.processes() == [process.pid]
        group.close()
        process.wait(60)
    assert not group.add(process.pid)
    assert [path for path in tree.folder.iterdir() if path.is_dir()] == []


def test_an_abandoned_tree_is_removed_and_one_that_is_held_stays(tree):
    abandoned = cgroups._best()
    assert abandoned is not None
    cgroups.remove_abandoned()
    assert not abandoned.folder.exists()
    assert tree.folder.exists()
