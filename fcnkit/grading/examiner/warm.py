"""The examiner's warm parent: has imported pytest and one hidden suite, and forks per submission."""

from __future__ import annotations

import os
import socket

from fcnkit.course import Assignment
from fcnkit.grading import forkserver
from fcnkit.grading.examiner.examination import examine
from fcnkit.grading.examiner.plugin import SuitePlugin, run_suite
from fcnkit.grading.examiner.suite import SuiteFault, check_points, load_misconceptions
from fcnkit.grading.job import Examination, Job
from fcnkit.grading.protocol import Closed
from fcnkit.grading.sandbox.privileges import die_with
from fcnkit.misconception import Misconception


def main(assignment: Assignment, requests: socket.socket, workers: socket.socket, *, is_cold: bool) -> None:
    """Run until the engine hangs up, with all that is under way then. `is_cold`: import the suite after each fork."""
    misconceptions = None if is_cold else load(assignment)
    parent = os.getpid()

    def handle(_request: bytes, descriptors: list[int]) -> None:
        die_with(parent)
        with socket.socket(fileno=descriptors[0]) as engine, engine.makefile("rwb") as stream:
            job = Job.model_validate_json(stream.readline())
            try:
                known = load(assignment) if misconceptions is None else misconceptions
                result = examine(job, assignment, known, workers)
            except (SuiteFault, OSError, Closed) as fault:
                result = Examination(fault=f"{type(fault).__name__}: {fault}")
            stream.write(result.model_dump_json().encode())

    forkserver.serve(requests, handle)


def load(assignment: Assignment) -> tuple[Misconception, ...]:
    """Import the suite's modules; whatever is wrong with the suite as a whole shows here. Raises SuiteFault."""
    misconceptions = load_misconceptions(assignment)
    collecting = SuitePlugin()
    run_suite(assignment.suite, collecting, "--collect-only")
    check_points(assignment, collecting.collected)
    return misconceptions
