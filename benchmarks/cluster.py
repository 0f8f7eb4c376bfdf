"""What a Ray cluster costs against this machine alone, graders being the same in number: `make bench`.

Both grade the same class with as many graders as there are CPUs, on this machine, Ray's own processes included.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle, islice

from checkout import ROOT

os.environ.setdefault("RAY_worker_niceness", "0")

from ray.cluster_utils import Cluster

from fcnkit.class_grading.run import Engine
from fcnkit.course import Course
from fcnkit.engines.local import LocalEngine
from fcnkit.engines.ray import RayEngine
from fcnkit.grading.intake import Submission, find, read
from fcnkit.grading.messages import Job
from fcnkit.grading.sandbox.level import choose


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--assignment", default="01", help="(default: %(default)s)")
    parser.add_argument("--workers", type=int, default=len(os.sched_getaffinity(0)), help="(default: %(default)s)")
    parser.add_argument("--size", type=int, default=60, help="of the class (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=2, help="of each engine, by turns (default: %(default)s)")
    options = parser.parse_args()
    assignment = Course(ROOT).assignment(options.assignment)
    examples = [each for each in map(read, find([ROOT / "examples" / assignment.name])) if each.problem is None]
    submissions = list(islice(cycle(examples), options.size))
    cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": options.workers, "include_dashboard": False})
    try:
        with (
            LocalEngine(assignment, choose("auto")) as local,
            RayEngine(assignment, "auto", cluster.address, options.workers) as ray,
        ):
            for _ in range(options.rounds):
                for name, engine in (("local", local), ("ray", ray)):
                    seconds = _run(engine, submissions, options.workers)
                    print(f"{name:6} {options.size / seconds:6.2f} submissions a second ({seconds:.1f} s)", flush=True)
    finally:
        cluster.shutdown()


def _run(engine: Engine, submissions: Sequence[Submission], workers: int) -> float:
    started = time.perf_counter()
    with ThreadPoolExecutor(workers) as pool:
        jobs = [Job(cells=each.cells, variant=each.variant) for each in submissions]
        faults = [each.fault for each in pool.map(engine.examine, jobs)]
    assert not any(faults), faults
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
