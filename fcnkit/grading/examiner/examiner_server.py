"""The examiner's fork server: has imported pytest and collected one hidden suite, and forks per submission."""

from __future__ import annotations

import os
import socket
from functools import partial
from io import BufferedRWPair
from pathlib import Path

import numpy.random  # noqa: F401  # suites draw cases with it, and NumPy imports it at its first use: in every fork

from fcnkit.course import Assignment
from fcnkit.grading import forkserver
from fcnkit.grading.examiner.account import Account
from fcnkit.grading.examiner.examine import examine
from fcnkit.grading.examiner.own_code_questions import interview
from fcnkit.grading.examiner.pytest_plugin import Suite, with_suite
from fcnkit.grading.examiner.shown_cells import read_beforehand
from fcnkit.grading.examiner.suite_loading import SuiteFault
from fcnkit.grading.messages import ASLEEP, AWAKE, Examination, Job
from fcnkit.grading.protocol import Closed
from fcnkit.grading.sandbox.privileges import set_parent_death_signal


def main(
    assignment: Assignment, requests: socket.socket, workers: socket.socket, groups: Path | None, *, is_cold: bool
) -> None:
    """Run until the engine hangs up, with all that is under way then.

    `groups` is where control groups can be made. `is_cold`: import the suite after each fork.
    """
    parent = os.getpid()

    def serve(suite: Suite | None) -> None:
        def handle(_request: bytes, descriptors: list[int]) -> None:
            set_parent_death_signal(parent)
            with socket.socket(fileno=descriptors[0]) as engine, engine.makefile("rwb") as stream:
                _say(stream, b"%d" % os.getpid())  # the engine watches what it takes
                job = Job.model_validate_json(stream.readline())
                act = examine if job.interview is None else interview

                def result_by(suite: Suite) -> Examination:
                    return act(job, assignment, suite, workers, open_account)

                def on_sleep(is_asleep: bool) -> None:
                    _say(stream, ASLEEP if is_asleep else AWAKE)

                open_account = partial(Account, groups=groups, on_sleep=on_sleep)
                try:
                    result = with_suite(assignment, result_by) if suite is None else result_by(suite)
                except (SuiteFault, OSError, Closed) as fault:
                    result = Examination(fault=f"{type(fault).__name__}: {fault}")
                stream.write(result.model_dump_json().encode())

        read_beforehand(sorted(assignment.paths.handout.glob("*.ipynb")))
        forkserver.serve(requests, handle)

    if is_cold:
        serve(None)
    else:
        with_suite(assignment, serve)


def _say(stream: BufferedRWPair, line: bytes) -> None:
    stream.write(line + b"\n")
    stream.flush()
