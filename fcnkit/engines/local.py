"""Grading on this machine: two warm parents, one inside the sandbox for students' code, one for examiners."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from pydantic import ValidationError

from fcnkit.course import Assignment
from fcnkit.grading import forkserver
from fcnkit.grading.intake import Cell
from fcnkit.grading.job import Examination, Job
from fcnkit.grading.profiles import PROFILES
from fcnkit.grading.isolation.launch import launch
from fcnkit.grading.isolation.level import Isolation

_SPARE_SECONDS = 120
"""How much longer than a submission's own limit an examiner may take before it counts as broken down."""


class LocalEngine:
    """Context manager; `examine` may be called from several threads at once."""

    def __init__(self, assignment: Assignment, isolation: Isolation) -> None:
        self._assignment = assignment
        self._isolation = isolation
        self._close = ExitStack()

    def __enter__(self) -> Self:
        folder = Path(self._close.enter_context(tempfile.TemporaryDirectory(prefix="fcnkit-")))
        ours, self._requests = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        theirs, workers = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._close.enter_context(self._requests)
        with ours, theirs, workers:
            profile = PROFILES[self._assignment.config.profile]
            lab = {"fcnlab": self._assignment.root / "shared" / "fcnlab"}
            settings = {"requests": theirs.fileno(), "preload": profile.preload}
            warm = launch("fcnkit.grading.worker.warm", self._isolation, profile.distributions, lab, folder, **settings)
            self._start(warm.command, [theirs], warm.environment)
            course = os.fspath(self._assignment.root), self._assignment.name
            command = [
                sys.executable,
                "-m",
                "fcnkit.grading.examiner",
                *course,
                str(ours.fileno()),
                str(workers.fileno()),
            ]
            self._start(command, [ours, workers], dict(os.environ))
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._close.close()

    def examine(self, cells: Sequence[Cell]) -> Examination:
        """Grade one notebook's cells; never raises for what the student wrote."""
        engine, examiner = socket.socketpair()
        engine.settimeout(self._assignment.config.limits.total_seconds + _SPARE_SECONDS)
        try:
            with engine, engine.makefile("rwb") as stream:
                with examiner:
                    forkserver.ask(self._requests, b"examine", [examiner.fileno()])
                stream.write(Job(cells=tuple(cells)).model_dump_json().encode() + b"\n")
                stream.flush()
                return Examination.model_validate_json(stream.read())
        except (OSError, ValidationError) as fault:
            return Examination(fault=f"the examiner broke down: {type(fault).__name__}")

    def _start(self, command: list[str], sockets: list[socket.socket], environment: dict[str, str]) -> None:
        process = subprocess.Popen(  # noqa: S603  # our own interpreter and modules
            command,
            pass_fds=[sock.fileno() for sock in sockets],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
        self._close.callback(process.wait)  # it ends by itself when the sockets close
        self._close.callback(process.terminate)
