"""The examiner's warm parent: has imported pytest and one hidden suite, and forks per submission."""

from __future__ import annotations

import socket

from fcnkit.course import Assignment
from fcnkit.grading import forkserver
from fcnkit.grading.examiner.examination import examine
from fcnkit.grading.examiner.plugin import SuitePlugin, run_suite
from fcnkit.grading.examiner.suite import SuiteFault, check_points, load_misconceptions
from fcnkit.grading.job import Examination, Job
from fcnkit.grading.protocol import Closed


def main(assignment: Assignment, requests: socket.socket, workers: socket.socket) -> None:
    """Run until the engine hangs up."""
    misconceptions = load_misconceptions(assignment)
    collecting = SuitePlugin()
    run_suite(assignment.suite, collecting, "--collect-only")  # imports the test modules, once for all
    check_points(assignment, collecting.collected)

    def handle(_request: bytes, descriptors: list[int]) -> None:
        with socket.socket(fileno=descriptors[0]) as engine, engine.makefile("rwb") as stream:
            job = Job.model_validate_json(stream.readline())
            try:
                result = examine(job, assignment, misconceptions, workers)
            except (SuiteFault, OSError, Closed) as fault:
                result = Examination(fault=f"{type(fault).__name__}: {fault}")
            stream.write(result.model_dump_json().encode())

    forkserver.serve(requests, handle)
