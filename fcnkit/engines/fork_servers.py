"""The two fork servers of one assignment: one inside the sandbox for students' code, one for examiners.

Each imports once what is slow to import and forks a child for each submission.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import psutil

from fcnkit.course import Assignment
from fcnkit.engines.examiner_client import await_examination
from fcnkit.engines.gpu_slots import Slot
from fcnkit.engines.nvidia import driver_files
from fcnkit.engines.temp_dir import locked_temp_dir
from fcnkit.errors import UserError
from fcnkit.grading import cgroups, forkserver
from fcnkit.grading.messages import Examination, Job, OnSleep
from fcnkit.grading.profiles import PROFILES
from fcnkit.grading.sandbox.launch import launch
from fcnkit.grading.sandbox.level import Isolation
from fcnkit.text import Text

_GRACE = 10
"""Seconds for what still runs to be ended and cleaned up."""
_PATIENCE = 120
"""Seconds for an examiner to begin, however busy the machine is."""
_ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
"""A parent with threads cannot be forked."""

NOT_STARTED = Text(ko="채점기를 시작하지 못했습니다: {why}", en="the grader could not start: {why}")


class EngineError(UserError):
    """Grading cannot start on this machine."""


class ForkServers:
    """Started when created; `close` ends them and all that they forked. Raises EngineError when they cannot start."""

    def __init__(self, assignment: Assignment, isolation: Isolation, slot: Slot | None, *, cold: bool) -> None:
        """`slot` is what students' code has of a GPU; `cold` leaves the imports to each submission's own process."""
        self._assignment = assignment
        self._close = ExitStack()
        try:
            self._start_both(isolation, slot, cold)
        except BaseException:
            self._close.close()
            raise

    def have_threads(self) -> bool:
        """Whether an import has started threads, such as those of a GPU's runtime: forks would not have them."""
        return any(psutil.Process(parent.process.pid).num_threads() > 1 for parent in self._both)

    def are_alive(self) -> bool:
        """False when one was killed, such as by the kernel for want of memory."""
        return all(parent.process.poll() is None for parent in self._both)

    def examine(self, job: Job, on_sleep: OnSleep) -> Examination:
        """Examine one notebook; never raises for what the student wrote."""
        engine, examiner = socket.socketpair()
        engine.settimeout(_PATIENCE)  # to take the job; its answer is waited for
        try:
            with engine:
                with examiner:
                    forkserver.ask(self._requests, b"examine", [examiner.fileno()])
                engine.sendall(job.model_dump_json().encode() + b"\n")
                return await_examination(engine, self._assignment.config, on_sleep)
        except (OSError, ValueError) as fault:
            return Examination(fault=f"the examiner broke down: {type(fault).__name__}")
        finally:
            on_sleep(False)  # one that was ended in its sleep has not said so

    def close(self) -> None:
        """End them; what they have under way comes back as a fault."""
        self._close.close()

    def _start_both(self, isolation: Isolation, slot: Slot | None, cold: bool) -> None:
        folder = self._close.enter_context(locked_temp_dir())
        profile = PROFILES[self._assignment.config.profile]
        ours, workers = self._socket_pair()
        imports = {"preload": () if cold else profile.preload, "lazy_imports": () if cold else profile.lazy_imports}
        settings = {"requests": ours.fileno(), **imports}
        distributions = (*profile.distributions, *(profile.cuda if slot else ()))
        devices = driver_files() if slot else ()
        lab = {"fcnlab": self._assignment.course.fcnlab.resolve()}
        warm = launch("fcnkit.grading.worker.worker_server", isolation, distributions, lab, folder, devices, **settings)
        environment = {**warm.environment, **profile.environment, **(slot.environment() if slot else {})}
        worker = _ForkServer(warm.command, [ours], environment, folder / "worker.log")
        self._close.callback(worker.wait)  # it ends when no examiner is left that could ask it for anything
        theirs, self._requests = self._socket_pair()
        cgroups.remove_abandoned()
        tree = self._close.enter_context(cgroups.tree())
        descriptors = theirs.fileno(), workers.fileno()
        start = "cold" if cold else "warm"
        arguments = [
            self._assignment.paths.root,
            self._assignment.name,
            *descriptors,
            tree.folder if tree else "",
            start,
        ]
        # -P: nothing is imported from the working folder, where submissions may lie
        command = [sys.executable, "-P", "-m", "fcnkit.grading.examiner", *map(str, arguments)]
        examiner = _ForkServer(command, [theirs, workers], os.environ | _ONE_THREAD, folder / "examiner.log")
        self._close.callback(examiner.end)
        self._both = worker, examiner
        for requests, parent in ((workers, worker), (self._requests, examiner)):
            if not forkserver.is_ready(requests):
                raise EngineError(NOT_STARTED, why=parent.last_words())
        workers.close()

    def _socket_pair(self) -> tuple[socket.socket, socket.socket]:
        pair = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        for end in pair:
            self._close.enter_context(end)
        return pair


class _ForkServer:
    """One fork server and what it writes to its standard error."""

    def __init__(
        self, command: list[str], sockets: list[socket.socket], environment: dict[str, str], log: Path
    ) -> None:
        self._log = log
        with log.open("wb") as stream:
            self.process = subprocess.Popen(  # noqa: S603  # our own interpreter and modules
                command,
                pass_fds=[sock.fileno() for sock in sockets],
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=stream,
                start_new_session=True,  # Ctrl-C is for the command that started it
            )
        sockets[0].close()  # so that its end is seen at the other end

    def end(self) -> None:
        self.process.terminate()
        self.process.wait()

    def wait(self) -> None:
        try:
            self.process.wait(_GRACE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def last_words(self) -> str:
        """The last line that it wrote before it ended."""
        self.process.wait()
        lines = self._log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
        return lines[-1] if lines else "it ended without a word"
