"""Grades a notebook on a Ray node that looks for secrets in all that the node has to do with Ray; prints what it finds.

    python tests/cluster/spy.py LEVEL...

At `none`, one grader is enough to show that the spy finds things; elsewhere another one grades a neighbour meanwhile.
At `uid` first with Ray's folder as Ray makes it, open to everybody; then with the folder that it lies in closed. A
process of its own, since level `uid` needs a Python that every user can read.
"""

from __future__ import annotations

import json
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from ray.cluster_utils import Cluster

from fcnkit.course import Course
from fcnkit.engines.ray import RayEngine
from fcnkit.errors import UserError
from fcnkit.grading.intake import Cell
from fcnkit.grading.messages import Job

ASSIGNMENT = Course(Path(__file__).resolve().parents[2]).assignment("01").with_time(10)
"""It reads all that any process of the machine has opened, and browsers have opened much."""
NEIGHBOUR = "what another student has handed in"
SUITE = (ASSIGNMENT.paths.suite / "spec.py").read_text(encoding="utf-8")[:100]
LARGE = 300_000
"""Characters: more than Ray sends along with a call, so that it goes through the memory that processes share."""
LOOK = """
import os

secrets = {name: bytes.fromhex(word) for name, word in SECRETS.items()}  # not to be found in this very notebook
found, files, writable, sockets, seen = set(), 0, set(), [], set()

def read(path):
    global files
    try:
        with open(path, "rb") as file:
            status = os.fstat(file.fileno())
            which = status.st_dev, status.st_ino
            if which in seen:  # opened by many processes
                return
            content = file.read(50_000_000)
    except OSError:
        return
    seen.add(which)
    files += 1
    found.update(name for name, word in secrets.items() if word in content)

for start in (FOLDER, "/dev/shm", "/tmp"):
    for folder, folders, names in os.walk(start):
        if start == "/tmp":
            folders[:] = [name for name in folders if folder != start or name.startswith("fcnkit-grader-")]
        if folder.startswith(FOLDER) and os.access(folder, os.W_OK):
            writable.add("Ray's folder")
        for name in names:
            read(os.path.join(folder, name))
for number in range(1, 1 << 16):
    try:
        os.stat(f"/proc/{number}")
    except FileNotFoundError:
        continue
    except OSError:
        pass
    for name in ("cmdline", "environ"):
        read(f"/proc/{number}/{name}")
    try:
        opened = [int(name) for name in os.listdir(f"/proc/{number}/fd")] if number != os.getpid() else []
    except OSError:
        continue
    for descriptor in opened:
        if os.path.isfile(f"/proc/{number}/fd/{descriptor}"):
            read(f"/proc/{number}/fd/{descriptor}")
import socket
for kind in (socket.AF_UNIX, socket.AF_INET):
    try:
        sockets.append(socket.socket(kind))
    except OSError:
        pass
found |= writable | ({"sockets"} if sockets else set())
raise RuntimeError(f"{files} files; found: {', '.join(sorted(found)) or 'nothing'}")
"""


def main(levels: list[str]) -> dict[str, str]:
    with tempfile.TemporaryDirectory(prefix="ray-") as place:
        above, folder = Path(place), f"{place}/ray"
        above.chmod(0o755)
        head = {"num_cpus": 2, "include_dashboard": False, "temp_dir": folder}
        cluster = Cluster(initialize_head=True, head_node_args=head)
        try:
            said = {"uid, open": _look(cluster, "uid", folder, 1)} if "uid" in levels else {}
            above.chmod(0o700)
            return said | {level: _look(cluster, level, folder, 1 if level == "none" else 2) for level in levels}
        finally:
            cluster.shutdown()


def _look(cluster: Cluster, level: str, folder: str, workers: int = 2) -> str:
    secrets = {"suite": SUITE.encode().hex(), "neighbour": NEIGHBOUR.encode().hex()}
    spy = [Cell(1, f"SECRETS, FOLDER = {secrets!r}, {folder!r}"), Cell(2, LOOK)]
    try:
        with RayEngine(ASSIGNMENT, level, cluster.address, workers) as engine, ThreadPoolExecutor() as pool:
            neighbour = [Cell(1, f"# {NEIGHBOUR} {'x' * LARGE}"), Cell(2, "import time; time.sleep(2)")]
            under_way = pool.submit(engine.examine, Job(cells=neighbour))
            (error,) = engine.examine(Job(cells=spy)).cell_errors
            assert under_way.result().fault is None
            return error.message.en
    except UserError as refusal:
        return str(refusal)


if __name__ == "__main__":
    json.dump(main(sys.argv[1:]), sys.stdout, indent=1)
