"""Grading on this machine: two warm parents, one inside the sandbox for students' code, one for examiners."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from pydantic import ValidationError

from fcnkit.course import Assignment
from fcnkit.errors import UserError
from fcnkit.grading import forkserver
from fcnkit.grading.intake import Cell
from fcnkit.grading.job import Examination, Job
from fcnkit.grading.profiles import PROFILES
from fcnkit.grading.sandbox.launch import launch
from fcnkit.grading.sandbox.level import Isolation, keep_secret

_SPARE_SECONDS = 120
"""How much longer than a submission's own limit an examiner may take before it counts as broken down."""

_NOT_FOR_STUDENTS = ("autograder", "solutions", "examples", "tests", ".git")
"""Folders of the course that hold hidden tests, solutions or answers that get full marks."""


class EngineError(UserError):
    """Grading cannot start on this machine."""


class LocalEngine:
    """Context manager; `examine` may be called from several threads at once."""

    def __init__(self, assignment: Assignment, isolation: Isolation) -> None:
        self._assignment = assignment
        self._isolation = isolation
        self._close = ExitStack()

    def __enter__(self) -> Self:
        if self._isolation is Isolation.UID:
            keep_secret(self._assignment.root / folder for folder in _NOT_FOR_STUDENTS)
        with self._close:  # whatever has been started is ended again if the rest fails
            folder = Path(self._close.enter_context(tempfile.TemporaryDirectory(prefix="fcnkit-")))
            profile = PROFILES[self._assignment.config.profile]
            ours, workers = self._socket_pair()
            settings = {"requests": ours.fileno(), "preload": profile.preload}
            lab = {"fcnlab": (self._assignment.root / "shared" / "fcnlab").resolve()}
            warm = launch("fcnkit.grading.worker.warm", self._isolation, profile.distributions, lab, folder, **settings)
            worker = self._start(warm.command, [ours], warm.environment | profile.environment, folder / "worker.log")
            theirs, self._requests = self._socket_pair()
            arguments = [self._assignment.root, self._assignment.name, theirs.fileno(), workers.fileno()]
            # -P: nothing is imported from the working folder, where submissions may lie
            command = [sys.executable, "-P", "-m", "fcnkit.grading.examiner", *map(str, arguments)]
            examiner = self._start(command, [theirs, workers], dict(os.environ), folder / "examiner.log")
            for requests, parent in ((workers, worker), (self._requests, examiner)):
                if not forkserver.is_ready(requests):
                    raise EngineError(f"the grader could not start: {parent.last_words()}")
            workers.close()
            self._close = self._close.pop_all()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._close.close()

    def examine(self, cells: Sequence[Cell], variant: str | None = None) -> Examination:
        """Grade one notebook's cells; never raises for what the student wrote."""
        engine, examiner = socket.socketpair()
        engine.settimeout(self._assignment.config.limits.total_seconds + _SPARE_SECONDS)
        try:
            with engine, engine.makefile("rwb") as stream:
                with examiner:
                    forkserver.ask(self._requests, b"examine", [examiner.fileno()])
                stream.write(Job(cells=tuple(cells), variant=variant).model_dump_json().encode() + b"\n")
                stream.flush()
                return Examination.model_validate_json(stream.read())
        except (OSError, ValidationError) as fault:
            return Examination(fault=f"the examiner broke down: {type(fault).__name__}")

    def _socket_pair(self) -> tuple[socket.socket, socket.socket]:
        pair = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        for end in pair:
            self._close.enter_context(end)
        return pair

    def _start(
        self, command: list[str], sockets: list[socket.socket], environment: dict[str, str], log: Path
    ) -> _Parent:
        with log.open("wb") as stream:
            process = subprocess.Popen(  # noqa: S603  # our own interpreter and modules
                command,
                pass_fds=[sock.fileno() for sock in sockets],
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=stream,
            )
        sockets[0].close()  # so that its end is seen at the other end
        self._close.callback(process.wait)
        self._close.callback(process.terminate)
        return _Parent(process, log)


@dataclass(frozen=True)
class _Parent:
    """A warm parent and what it writes to its standard error."""

    process: subprocess.Popen[bytes]
    log: Path

    def last_words(self) -> str:
        """The last line that it wrote before it ended."""
        self.process.wait()
        lines = self.log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
        return lines[-1] if lines else "it ended without a word"
