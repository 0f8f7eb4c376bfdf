"""Grading on this machine."""

from __future__ import annotations

import platform
import sys
from contextlib import suppress
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Self

import psutil

from fcnkit.course import Assignment
from fcnkit.engines.fork_servers import EngineError, ForkServers
from fcnkit.engines.gpu_slots import Slot
from fcnkit.grading.messages import Examination, Job, OnSleep
from fcnkit.grading.sandbox.level import Isolation, require_private
from fcnkit.text import Text

_NOT_FOR_STUDENTS = ("autograder", "solutions", "examples", "tests", ".git")
"""Folders of the course that hold hidden tests, solutions or answers that get full marks."""
DEVICE = f"CPU {platform.machine()}"
"""What students' code runs on where it has no slot of a GPU."""
COLD = Text(
    ko="불러오는 모듈이 스레드를 시작하므로 미리 불러와 둘 수 없습니다. 제출물마다 새로 불러오느라 채점이 느려집니다.",
    en="An import starts threads, so nothing can be imported beforehand: each submission imports it by itself, "
    "which takes longer.",
)

STOPPED = Text(ko="채점을 그만두었습니다.", en="grading was stopped")
NO_LINUX = Text(
    ko="채점은 학생의 코드를 리눅스의 기능으로 격리하는데, 이 컴퓨터는 {platform}입니다. 리눅스 컨테이너나, "
    "윈도우에서는 WSL 2를 쓰세요.",
    en="grading confines students' code with what Linux has, and this is {platform}; use a Linux container or, on "
    "Windows, WSL 2",
)


class LocalEngine:
    """Context manager; `examine` may be called from several threads at once."""

    device = DEVICE

    def __init__(
        self,
        assignment: Assignment,
        isolation: Isolation,
        slot: Slot | None = None,
        begun: ForkServers | None = None,
        *,
        when_asked: bool = False,
    ) -> None:
        """`slot` is what students' code has of a GPU; `begun` are fork servers that are starting already.

        `when_asked` starts them with the first job, whose `examine` then raises EngineError when they cannot start.
        """
        self._assignment = assignment
        self._isolation = isolation
        self._slot = slot
        self._begun = begun
        self._waits = when_asked
        self._parents: ForkServers | None = None
        self._awaited: ForkServers | None = None
        """The fork servers whose start was, or still is, waited for."""
        self._is_cold = False
        self._is_closed = False
        self._starting = Lock()

    @property
    def room(self) -> int:
        """How many submissions may use all the memory that each may have, at the same time."""
        return min(_memory(), psutil.virtual_memory().available) // (self._assignment.config.limits.memory_mib << 20)

    @property
    def notes(self) -> tuple[Text, ...]:
        """What the instructor should know of how grading runs here."""
        return (COLD,) if self._is_cold else ()

    def __enter__(self) -> Self:
        if sys.platform != "linux":
            raise EngineError(NO_LINUX, platform=sys.platform)
        if self._isolation is Isolation.UID:
            require_private(self._assignment.paths.root / folder for folder in _NOT_FOR_STUDENTS)
        if not self._waits:
            self._parents = self._start()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._is_closed = True
        if self._parents is None and self._awaited is not None:
            self._awaited.end_start()  # the thread that waits for them holds the lock
        with self._starting:
            if self._parents is not None:
                self._parents.close()

    def examine(self, job: Job, on_sleep: OnSleep = lambda _: None) -> Examination:
        """Grade one notebook; never raises for what the student wrote."""
        parents = self._parents or self._replaced(None)
        examination = parents.examine(job, self._assignment, on_sleep)
        if examination.fault is None or parents.are_alive() or self._is_closed:
            return examination
        try:
            return self._replaced(parents).examine(job, self._assignment, on_sleep)
        except EngineError:
            return examination

    def _start(self) -> ForkServers:
        parents = self._ready()
        if self._is_cold or not parents.have_threads():
            return parents
        parents.close()
        self._is_cold = True
        return self._start()

    def _ready(self) -> ForkServers:
        """The servers that were begun already, or new ones, ready to use. Raises EngineError if one cannot start."""
        paths, profile = self._assignment.paths, self._assignment.config.profile
        parents = self._begun or ForkServers(paths, profile, self._slot, cold=self._is_cold)
        self._begun = None
        try:
            if not parents.have_workers:
                parents.start_workers(self._isolation)
            self._awaited = parents
            parents.wait()
        except BaseException:
            parents.close()
            raise
        return parents

    def _replaced(self, dead: ForkServers | None) -> ForkServers:
        """Replaces dead fork servers, or none. Idempotent: a second caller gets the same replacement.

        Raises EngineError when they cannot start, or are no longer wanted.
        """
        with self._starting:
            if self._parents is dead and not self._is_closed:
                if dead is not None:
                    dead.close()
                self._parents = self._start()
            if self._parents is None:
                raise EngineError(STOPPED)
            return self._parents


def _memory() -> int:
    """Memory limit in bytes of the container that this runs in, if there is one."""
    with suppress(OSError, ValueError):  # there is none, or it may have all
        return int(Path("/sys/fs/cgroup/memory.max").read_text(encoding="ascii"))
    return sys.maxsize
