"""The two fork servers of one assignment: one inside the sandbox for students' code, one for examiners.

Each imports once what is slow to import and forks a child for each submission.
"""

from __future__ import annotations

import json
import select
import socket
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from fcnkit.assignment_paths import AssignmentPaths
from fcnkit.bounded_file import read_bounded_text
from fcnkit.bounded_toml import toml_in
from fcnkit.course_folder import CourseFolder
from fcnkit.engines.gpu_slots import Slot
from fcnkit.engines.nvidia import driver_files
from fcnkit.engines.server_process import ServerProcess, examiner
from fcnkit.engines.temp_dir import locked_temp_dir
from fcnkit.engines.trial import Trial
from fcnkit.errors import UserError
from fcnkit.grading import cgroups, forkserver
from fcnkit.grading.profiles import ELSEWHERE, PROFILES
from fcnkit.grading.sandbox.launch import Launch, prepare
from fcnkit.grading.sandbox.level import AUTO, FindTrouble, Isolation, trouble_at
from fcnkit.text import Text

if TYPE_CHECKING:  # imported while the two start, with Pydantic, which takes longest
    from fcnkit.course import Assignment
    from fcnkit.grading.messages import Examination, Job, OnSleep

_PATIENCE = 120
"""Seconds for an examiner to begin, however busy the machine is."""

NOT_STARTED = Text(ko="채점기를 시작하지 못했습니다: {why}", en="the grader could not start: {why}")


class EngineError(UserError):
    """Grading cannot start on this machine."""


def trouble_for(assignment: Assignment) -> FindTrouble:
    """What tries a level with all that students' code is to have there."""
    return partial(
        trouble_at,
        distributions=PROFILES[assignment.config.profile].distributions,
        own=_own_modules(assignment.paths),
    )


def _own_modules(paths: AssignmentPaths) -> dict[str, Path]:
    return {"fcnlab": CourseFolder(paths.root).fcnlab.resolve()}


_begun: list[ForkServers] = []
"""Fork servers that have begun before somebody has asked for them."""


@contextmanager
def beginning(number: str) -> Iterator[None]:
    """Begin the fork servers that `begun_for` will be asked for.

    Nothing is said of what keeps them from beginning: that comes up again, and is said, when the assignment is read.
    """
    with ExitStack() as stack:
        with suppress(UserError, OSError, ValueError, LookupError, TypeError, RecursionError):  # no assignment or TOML
            paths = CourseFolder.find().paths(number)
            profile = toml_in(read_bounded_text(paths.config_file, "utf-8-sig"))["profile"]
            servers = stack.enter_context(closing(ForkServers(paths, profile)))
            if servers.workers_import_long:  # else it is the examiner that should have a CPU to itself
                servers.try_workers(AUTO[0])
                servers.wait_for_examiner()  # on two CPUs what the caller imports would take turns with TensorFlow's
            _begun.append(servers)
        try:
            yield
        finally:
            _begun.clear()


def begun_for(assignment: Assignment) -> ForkServers | None:
    """The fork servers that have already begun for this assignment and try what `auto` tries first."""
    return next((servers for servers in _begun if servers.are_for(assignment)), None)


class ForkServers:
    """Creating this starts the examiners' server; `start_workers` starts the other, or `trouble_at` with a trial.

    `close` ends both, also while they start, and all that they forked.
    """

    def __init__(self, paths: AssignmentPaths, profile: str, slot: Slot | None = None, *, cold: bool = False) -> None:
        """`slot` is what students' code has of a GPU; `cold` leaves the imports to each submission's own process."""
        self._paths = paths
        self._profile = PROFILES[profile]
        self._time_factor = ELSEWHERE if cold or slot is not None or self._profile.is_slow else 1
        self._slot = slot
        self._is_cold = cold
        self._worker: ServerProcess | None = None
        self._tried: tuple[Trial, ServerProcess] | None = None
        """A trial whose outcome nobody has asked for yet."""
        self._are_ready = False
        self._close = ExitStack()
        try:
            self._start_examiner()
            self._launch = self._prepare_workers()
        except BaseException:
            self._close.close()
            raise

    def start_workers(self, level: Isolation, trial: Trial | None = None) -> ServerProcess:
        """Start the one for students' code, without waiting for it. Without a trial, the level is known to hold."""
        profile, slot, theirs = self._profile, self._slot, self._to_workers.dup()
        warm = self._launch(
            level,
            requests=theirs.fileno(),
            preload=() if self._is_cold else profile.preload,
            lazy_imports=() if self._is_cold else (*profile.lazy_imports, *profile.unused),
            trial=trial.settings if trial else None,
        )
        environment = {**warm.environment, **profile.environment, **(slot.environment() if slot else {})}
        self._worker = ServerProcess(warm.command, [theirs, *([trial.report] if trial else ())], environment)
        return self._worker

    def try_workers(self, level: Isolation) -> tuple[Trial, ServerProcess]:
        """Start it at a level that it tries before all else; `trouble_at` waits for the outcome."""
        trial = self._close.enter_context(closing(Trial()))
        self._tried = trial, self.start_workers(level, trial)
        return self._tried

    def trouble_at(self, level: Isolation) -> Text | None:
        """Why the level does not hold here; where it does, the one for students' code has been started at it."""
        trial, worker = self._tried or self.try_workers(level)
        self._tried = None
        with closing(trial):
            trouble = trial.trouble(worker)
        if trouble is not None:
            worker.end()
            self._worker = None
        return trouble

    @property
    def workers_import_long(self) -> bool:
        """Whether the server for students' code is ready later than the examiners'."""
        return self._profile.imports_long and not self._is_cold

    def wait_for_examiner(self) -> None:
        """Where the other imports for longer: until the examiners' server is ready or, as `wait` tells, has ended."""
        if self.workers_import_long:
            select.select([self._requests], [], [])

    def are_for(self, assignment: Assignment) -> bool:
        """Whether they are for this assignment, with the profile that it has."""
        return assignment.paths == self._paths and PROFILES[assignment.config.profile] is self._profile

    @property
    def have_workers(self) -> bool:
        """Whether the one for students' code has been started."""
        return self._worker is not None

    def wait(self) -> None:
        """Wait until both are ready. Raises EngineError when one cannot start."""
        self._to_workers.close()  # so that their end is seen at ours
        for requests, parent in zip((self._workers, self._requests), self._both, strict=True):
            if not forkserver.is_ready(requests):
                raise EngineError(NOT_STARTED, why=parent.last_words())
        self._workers.close()
        self._are_ready = True

    def end_start(self) -> None:
        """Make `wait` fail at once in the thread that called it; any other thread may call this."""
        for parent in self._both:
            parent.process.terminate()

    def have_threads(self) -> bool:
        """Whether an import has started threads, such as those of a GPU's runtime: forks would not have them."""
        import psutil  # noqa: PLC0415  # as below

        return any(psutil.Process(parent.process.pid).num_threads() > 1 for parent in self._both)

    def are_alive(self) -> bool:
        """False when one was killed, such as by the kernel for want of memory."""
        return all(parent.process.poll() is None for parent in self._both)

    def examine(self, job: Job, assignment: Assignment, on_sleep: OnSleep) -> Examination:
        """Examine one notebook; never raises for what the student wrote."""
        from fcnkit.engines.examiner_client import await_examination  # noqa: PLC0415  # as above
        from fcnkit.grading.messages import Examination  # noqa: PLC0415

        engine, examiner = socket.socketpair()
        engine.settimeout(_PATIENCE)  # for sending the job; the answer has a deadline of its own
        try:
            with engine:
                with examiner:
                    forkserver.ask(self._requests, b"examine", [examiner.fileno()])
                engine.sendall(job.model_dump_json().encode() + b"\n")
                return await_examination(engine, assignment.with_time(self._time_factor).config, on_sleep)
        except (OSError, ValueError) as fault:
            return Examination(fault=f"the examiner broke down: {type(fault).__name__}")
        finally:
            on_sleep(False)  # one that was ended in its sleep has not said so

    def close(self) -> None:
        """End them; what they have under way comes back as a fault."""
        self._close.close()

    def _start_examiner(self) -> None:
        self._folder = self._close.enter_context(locked_temp_dir())
        pair = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._to_workers, self._workers = (self._close.enter_context(end) for end in pair)
        self._close.callback(self._end_worker)
        cgroups.remove_abandoned()
        tree = self._close.enter_context(cgroups.tree())
        self._examiner, self._requests = examiner()
        self._close.enter_context(self._requests)
        self._close.callback(self._examiner.end)
        settings = {
            "root": str(self._paths.root),
            "name": self._paths.name,
            "folder": str(self._folder),
            "groups": str(tree.folder) if tree else None,
            "is_cold": self._is_cold,
            "time_factor": self._time_factor,
        }
        with suppress(OSError):  # it has ended, which `wait` tells
            forkserver.ask(self._requests, json.dumps(settings).encode(), [self._workers.fileno()])

    def _prepare_workers(self) -> Callable[..., Launch]:
        profile, slot = self._profile, self._slot
        return prepare(
            "fcnkit.grading.worker.worker_server",
            (*profile.distributions, *(profile.cuda if slot else ())),
            _own_modules(self._paths),
            self._folder,
            driver_files() if slot else (),
        )

    @property
    def _both(self) -> Sequence[ServerProcess]:
        if self._worker is None:
            raise RuntimeError("start_workers comes first")
        return self._worker, self._examiner

    def _end_worker(self) -> None:
        if self._worker is not None and self._are_ready:
            self._worker.wait()  # it ends when no examiner is left that could ask it for anything
        elif self._worker is not None:
            self._worker.end()  # it may import for long and has forked nothing
