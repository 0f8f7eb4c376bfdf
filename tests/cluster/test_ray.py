"""A real Ray cluster of several nodes on this machine: the marks of the local engine, also when nodes die."""

from __future__ import annotations

import json
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest
from command_line import run
from course_copy import copy_of_course

from fcnkit.class_grading.run import Grading
from fcnkit.course import Course
from fcnkit.gradebook import Gradebook
from fcnkit.grading.case_secret import new_secret
from fcnkit.grading.intake import Cell, find
from fcnkit.grading.messages import Job
from fcnkit.grading.results import Status

if find_spec("ray") is None:
    pytest.skip("the extra fcnkit[cluster] is not installed", allow_module_level=True)
if TYPE_CHECKING:
    from ray.cluster_utils import Cluster

    from fcnkit.engines.ray import RayEngine

pytestmark = pytest.mark.xdist_group("cluster")

ROOT = Path(__file__).resolve().parents[2]
ASSIGNMENT = Course(ROOT).assignment("01")
EXAMPLES = ROOT / "examples" / ASSIGNMENT.name
FCNKIT = Path(sys.executable).with_name("fcnkit")
KERAS_COURSE = ROOT / "tests" / "grading" / "keras_course"
MEMORY = ASSIGNMENT.config.limits.memory_mib << 20
UNWATCHED = {"include_dashboard": False, "include_log_monitor": False, "no_monitor": True}
"""A head without what scales clusters and shows people what they do: seconds of CPU, and no part of grading."""

NOTICES_SOON = {
    "RAY_health_check_initial_delay_ms": "500",
    "RAY_health_check_period_ms": "500",
    "RAY_health_check_failure_threshold": "2",
}
"""A node that has died is noticed within a second or two, not fifteen; one that is merely busy has its time as ever."""


def engine_at(address: str | None) -> RayEngine:
    from fcnkit.engines.ray import RayEngine  # noqa: PLC0415 - imports Ray, which no other test process needs

    return RayEngine(ASSIGNMENT, "auto", address, None)


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    """Its head has no CPU: what it grades, it grades on the nodes that tests add, each with room for one grader."""
    from ray.cluster_utils import Cluster  # noqa: PLC0415 - likewise

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RAY_worker_niceness", "0")
        patch.setenv("RAY_USAGE_STATS_ENABLED", "0")
        for name, value in NOTICES_SOON.items():
            patch.setenv(name, value)
        patch.delenv("CUDA_VISIBLE_DEVICES", raising=False)  # another test may have hidden GPUs from its own process
        made = Cluster(initialize_head=True, head_node_args={"num_cpus": 0, **UNWATCHED})
        yield made
        made.shutdown()


class Nodes:
    """What a cluster has beside its head.

    Each node has an address of its own, as in life. Else the driver, which joins a node with its address, might pick
    one that is to die.
    """

    def __init__(self, cluster):
        self._cluster = cluster
        self._addresses = (f"127.0.0.{number}" for number in range(2, 255))
        self._plain = []

    def add(self, **options):
        """One more, until it is removed."""
        return self._cluster.add_node(num_cpus=1, memory=MEMORY, node_ip_address=next(self._addresses), **options)

    def remove(self, node):
        if node in self._cluster.worker_nodes:
            self._cluster.remove_node(node)

    def have(self, count):
        """Exactly so many, without anything special: a node takes a second of CPU to start, so those there are stay."""
        self._plain = [node for node in self._plain if node in self._cluster.worker_nodes]
        while len(self._plain) > count:
            self.remove(self._plain.pop())
        while len(self._plain) < count:
            self._plain.append(self.add())
        return self._plain


@pytest.fixture(scope="module")
def all_nodes(cluster):
    return Nodes(cluster)


@pytest.fixture
def nodes(cluster, all_nodes):
    """After the cluster has noticed which nodes earlier tests have ended: for those a driver would wait minutes."""
    cluster.wait_for_nodes()
    return all_nodes


@pytest.fixture(scope="class")
def of_one_grader(cluster, all_nodes):
    """An engine, and the course that its only grader has unpacked."""
    cluster.wait_for_nodes()
    all_nodes.have(1)
    before = courses()  # those of killed graders that have not been followed by another one yet
    with engine_at(cluster.address) as engine:
        (course,) = courses() - before
        yield engine, course


def courses():
    return {suites.parent for suites in Path(tempfile.gettempdir()).glob("fcnkit-grader-*/autograder")}


@pytest.fixture(scope="class")
def special_packages(all_nodes, tmp_path_factory):
    """Where a node finds packages first that, as Ray believes, has a GPU; the node is there as long."""
    folder = tmp_path_factory.mktemp("packages")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(folder))
        node = all_nodes.add(num_gpus=1)
    yield folder
    all_nodes.remove(node)


def grade(path, out, cluster):
    """In this process, which has imported Ray."""
    words = ("grade", "01", path, "--out", out, "--engine", "ray", "--address", cluster, "--lang", "en")
    return run(*words, cwd=ROOT)


def grade_where_submissions_lie(folder, out, cluster):
    """By a process within the class, which lies in a course."""
    paths = ASSIGNMENT.paths
    copy_of_course(folder.parent, paths.suite, paths.config_file.parent, paths.handout, "shared")
    command = [FCNKIT, "grade", "01", folder, "--out", out, "--engine", "ray", "--address", cluster]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def write_slow_class(folder: Path, size: int) -> None:
    """Good notebooks that sleep: there is time to end a node while they run."""
    folder.mkdir()
    good = json.loads((EXAMPLES / "Emily Carter.ipynb").read_text(encoding="utf-8"))
    sleep = {"cell_type": "code", "id": "sleep", "metadata": {}, "outputs": [], "execution_count": None}
    for number in range(size):
        cells = [*good["cells"], {**sleep, "source": f"import time; time.sleep(3)  # {number}"}]
        (folder / f"student{number}.ipynb").write_text(json.dumps({**good, "cells": cells}), encoding="utf-8")


def test_a_class_gets_the_same_marks_as_on_this_machine(cluster, nodes, graded_examples, tmp_path):
    nodes.have(2)
    folder = tmp_path / "class"
    folder.mkdir()
    for name in ("Emily Carter", "choijiwoo", "서민재", "임채원"):
        for path in EXAMPLES.glob(f"{name}*"):
            shutil.copy(path, folder)
    (folder / "numpy.py").write_text("raise SystemExit('code of a student was imported')")
    done = grade_where_submissions_lie(folder, tmp_path / "ray", cluster.address)
    assert done.returncode == 1, done.stderr
    assert "Graders on the Ray cluster: 2" in done.stderr
    rows = (tmp_path / "ray" / "grades.csv").read_bytes().splitlines()
    marks = [row for row in rows if not row.startswith(b"numpy,")]
    assert (len(rows), len(marks)) == (6, 5)
    here = (graded_examples(ASSIGNMENT.name).out / "grades.csv").read_bytes().splitlines()
    assert marks == [row for row in here if row in marks]


def test_a_node_that_dies_loses_no_result_doubles_none_and_only_its_job_is_run_again(cluster, nodes, tmp_path):
    _, doomed = nodes.have(2)
    write_slow_class(tmp_path / "class", 5)
    found = find([tmp_path / "class"])
    with (
        engine_at(cluster.address) as engine,
        Gradebook(tmp_path / "gradebook.sqlite") as gradebook,
    ):
        results = []
        for graded in Grading(ASSIGNMENT, gradebook, new_secret()).run(found, engine, engine.workers):
            results.append(graded.result)
            if len(results) == 1:
                cluster.remove_node(doomed, allow_graceful=False)
        assert engine.lost == 1
    assert sorted(result.student for result in results) == [f"student{number}" for number in range(5)]
    assert {(result.status, result.score) for result in results} == {(Status.GRADED, 100)}
    with sqlite3.connect(tmp_path / "gradebook.sqlite") as journal:
        assert journal.execute("SELECT count(*), count(DISTINCT student) FROM result").fetchone() == (5, 5)


def test_a_class_that_starts_as_a_node_dies_goes_on_with_those_that_are_left(cluster, nodes, monkeypatch):
    from fcnkit.engines import ray as ray_engine  # noqa: PLC0415  # takes long to import, as do the others

    _, doomed = nodes.have(2)
    prepare = ray_engine._actor

    def dies_now(need):
        cluster.remove_node(doomed, allow_graceful=False)
        return prepare(need)

    monkeypatch.setattr(ray_engine, "_actor", dies_now)
    monkeypatch.setattr(ray_engine, "_START_SECONDS", 600)
    started = time.monotonic()
    with engine_at(cluster.address) as engine:
        assert time.monotonic() - started < ray_engine._START_SECONDS / 2
        assert engine.workers == 2
        assert engine.examine(Job(cells=[Cell(1, "")])).fault is None


class TestOneGrader:
    """Ended by itself, then with its node; to start an engine for each takes seconds of CPU."""

    def test_the_course_that_it_leaves_on_its_node_when_killed_is_removed_by_the_next_one_there(self, of_one_grader):
        engine, left = of_one_grader
        os.utime(left, (0, 0))  # not as new as one that its grader has not taken hold of yet
        (grader,) = (each for each in psutil.process_iter(["name"]) if each.info["name"] == "ray::RayGrader")
        grader.kill()
        assert engine.examine(Job(cells=[Cell(1, "")])).fault is None
        assert engine.lost == 1
        assert not left.exists()

    def test_with_no_node_left_nothing_is_graded_until_one_comes_back(self, of_one_grader, cluster, nodes, monkeypatch):
        engine, _ = of_one_grader
        monkeypatch.setattr("fcnkit.engines.ray._WAIT_SECONDS", 2)
        (only,) = nodes.have(1)
        cells = [Cell(1, "import time; time.sleep(3)")]
        assert engine.examine(Job(cells=cells)).fault is None
        cluster.remove_node(only, allow_graceful=False)
        assert "no grader of the cluster is left" in (engine.examine(Job(cells=cells)).fault or "")
        nodes.have(1)
        until = time.monotonic() + 120
        while engine.examine(Job(cells=cells)).fault is not None and time.monotonic() < until:
            time.sleep(0.5)
        assert engine.examine(Job(cells=cells)).fault is None


class TestOneSpecialNode:
    """First Ray believes that it has a GPU, then it lacks a package; to start one for each takes a second of CPU."""

    def test_gpus_are_shared_by_parts_and_a_node_without_a_driver_is_refused(self, cluster, nodes, tmp_path, request):
        def gpu():
            words = ("grade", "09", EXAMPLES / "Emily Carter.ipynb", "--out", tmp_path, "--device", "gpu")
            return run(*words, "--engine", "ray", "--address", cluster.address, cwd=KERAS_COURSE)

        nodes.have(1)
        assert "has a CPU, 0.25 of a GPU and" in gpu().stderr
        request.getfixturevalue("special_packages")
        done = gpu()
        assert done.returncode == 2
        assert f"node {socket.gethostname()}: no GPU is usable: nvidia-smi is not there" in done.stderr

    def test_a_node_that_lacks_a_package_is_refused_before_anything_is_graded(
        self, cluster, special_packages, tmp_path
    ):
        lack = "raise ModuleNotFoundError('No module named pydantic', name='pydantic')"
        (special_packages / "pydantic.py").write_text(lack)
        done = grade(EXAMPLES, tmp_path / "out", cluster.address)
        assert done.returncode == 2
        assert f"node {socket.gethostname()} has no pydantic; give every node" in done.stderr


def test_a_node_with_other_versions_is_refused_in_a_sentence():
    engine = engine_at(None)
    said = {"node": "n7", "environment": "fcnkit 0.1.0, numpy 1.26.4", "device": "CPU x86_64"}
    refusal = engine._refusal(said)
    assert refusal is not None
    assert "node n7 has fcnkit 0.1.0, numpy 1.26.4, but this machine fcnkit" in refusal.en


def test_a_cluster_without_room_for_a_grader_says_so(cluster, nodes, tmp_path):
    nodes.have(0)
    done = grade(EXAMPLES, tmp_path / "out", cluster.address)
    assert done.returncode == 2
    assert "has a CPU and 2,048 MiB of memory" in done.stderr


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("127.0.0.1:1", "no Ray cluster answers at 127.0.0.1:1"),
        ("head", "--address head: write HOST:PORT"),
        ("ray://head:10001", "--address ray://head:10001: write HOST:PORT"),
    ],
)
def test_an_address_that_does_not_answer_is_said_in_a_sentence(address, said, tmp_path):
    done = grade(EXAMPLES, tmp_path / "out", address)
    assert done.returncode == 2
    assert said in done.stderr
