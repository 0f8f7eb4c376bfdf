"""Control groups: where a grader makes its own, what it bounds there, and that none of them stays."""

import subprocess
import sys

import pytest

from fcnkit.course import Limits
from fcnkit.grading import cgroups

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
        process.wait(5)
    assert not group.add(process.pid)
    assert [path for path in tree.folder.iterdir() if path.is_dir()] == []


def test_an_abandoned_tree_is_removed_and_one_that_is_held_stays(tree):
    abandoned = cgroups._best()
    assert abandoned is not None
    cgroups.remove_abandoned()
    assert not abandoned.folder.exists()
    assert tree.folder.exists()
