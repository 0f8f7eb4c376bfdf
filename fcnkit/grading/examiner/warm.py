"""The examiner's warm parent: has imported pytest and collected one hidden suite, and forks per submission."""

from __future__ import annotations

import os
import socket

import numpy.random  # noqa: F401  # suites draw cases with it, and NumPy imports it at its first use: in every fork

from fcnkit.course import Assignment
from fcnkit.grading import forkserver
from fcnkit.grading.examiner.examination import examine
from fcnkit.grading.examiner.plugin import Suite, with_suite
from fcnkit.grading.examiner.suite import SuiteFault
from fcnkit.grading.job import Examination, Job
from fcnkit.grading.protocol import Closed
from fcnkit.grading.sandbox.privileges import die_with


def main(assignment: Assignment, requests: socket.socket, workers: socket.socket, *, is_cold: bool) -> None:
    """Run until the engine hangs up, with all that is under way then. `is_cold`: import the suite after each fork."""
    parent = os.getpid()

    def serve(suite: Suite | None) -> None:
        def handle(_request: bytes, descriptors: list[int]) -> None:
            die_with(parent)
            with socket.socket(fileno=descriptors[0]) as engine, engine.makefile("rwb") as stream:
                stream.write(b"%d\n" % os.getpid())  # the engine watches what it takes
                stream.flush()
                job = Job.model_validate_json(stream.readline())
                try:
                    if suite is not None:
                        result = examine(job, assignment, suite, workers)
                    else:
                        result = with_suite(assignment, lambda fresh: examine(job, assignment, fresh, workers))
                except (SuiteFault, OSError, Closed) as fault:
                    result = Examination(fault=f"{type(fault).__name__}: {fault}")
                stream.write(result.model_dump_json().encode())

        forkserver.serve(requests, handle)

    if is_cold:
        serve(None)
    else:
        with_suite(assignment, serve)
