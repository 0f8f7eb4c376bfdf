"""What students' code can find on a node of all that Ray keeps there: logs, sockets, memory that processes share."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
from importlib.util import find_spec
from pathlib import Path

import pytest

from fcnkit.grading.sandbox.level import Isolation, probe

if find_spec("ray") is None:
    pytest.skip("the extra fcnkit[cluster] is not installed", allow_module_level=True)
pytestmark = pytest.mark.xdist_group("cluster")

ROOT = Path(__file__).resolve().parents[2]
EVERYBODYS = f"/usr/bin/python{sys.version_info.major}.{sys.version_info.minor}"
CONFINED = (Isolation.STRICT, Isolation.LANDLOCK, Isolation.UID)


def spy(*levels: str, python: str) -> dict[str, str]:
    path = [ROOT, ROOT / "shared", Path(sysconfig.get_path("purelib"))]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, path)), "RAY_worker_niceness": "0"}
    command = [python, "-B", Path(__file__).with_name("spy.py"), *levels]
    done = subprocess.run(command, env=environment, cwd="/", capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)


def test_they_find_nothing_and_where_they_could_change_rays_own_files_the_node_is_refused():
    """At `uid` the interpreter must be one that every user may read, which ours may not be."""
    python = EVERYBODYS if os.geteuid() == 0 and Path(EVERYBODYS).exists() else sys.executable
    levels = [level for level in CONFINED if probe(level).is_available or (level == "uid" and python == EVERYBODYS)]
    said = spy(Isolation.NONE, *levels, python=python)
    assert "suite" in said.pop("none")
    if Isolation.UID in levels:
        assert "which Ray opens to everybody; start the node with `ray start --temp-dir=" in said.pop("uid, open")
    assert said
    assert {answer.rpartition("; ")[2] for answer in said.values()} == {"found: nothing"}
