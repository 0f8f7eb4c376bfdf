"""The engine that the options of `fcnkit grade` ask for: this machine or a cluster."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from fcnkit.commands.terminal_lang import detect_lang
from fcnkit.course import Assignment
from fcnkit.engines.fork_servers import ForkServers, begun_for, trouble_for
from fcnkit.engines.nvidia import NoGpu
from fcnkit.errors import UserError
from fcnkit.grading.sandbox.level import Isolation, choose
from fcnkit.text import Text

if TYPE_CHECKING:  # an engine is started before all that a class takes is imported
    from fcnkit.class_grading.run import Engine
    from fcnkit.engines.local import LocalEngine

TOOK_GPU = Text(
    ko="GPU에서 채점합니다: {device}, 동시에 {workers}개", en="Grading on GPUs: {device}, {workers} at a time"
)
TOOK_CPU = Text(ko="`--device auto`: CPU에서 채점합니다({why}).", en="`--device auto` took the CPU: {why}")
ASK_FOR_GPUS = Text(
    ko="클러스터의 GPU는 `--device gpu`로만 씁니다", en="GPUs of a cluster are used with `--device gpu` only"
)
NO_RAY = Text(
    ko="--engine ray에 필요한 {name:이} 설치되어 있지 않습니다. `make`로 저장소를 준비하거나 fcnkit[cluster]를 "
    "설치하세요.",
    en="--engine ray needs {name}, which is not installed; set the checkout up with `make`, or install fcnkit[cluster]",
)
NO_CLUSTER = Text(
    ko="--address는 Ray 클러스터의 주소입니다. --engine ray를 함께 쓰거나 빼세요.",
    en="--address names a Ray cluster: add --engine ray, or leave it out",
)
JOINING = Text(ko="Ray 클러스터에 연결하고 있습니다.", en="Joining the Ray cluster.")
JOINED = Text(ko="Ray 클러스터의 채점 자리: {workers}개", en="Graders on the Ray cluster: {workers}")
LOST = Text(
    ko="채점하던 자리 {lost}개가 사라져, 하던 제출물을 다른 자리에서 다시 채점했습니다. 노드를 살펴봐 주세요"
    "(`ray status`).",
    en="Graders lost on the way: {lost}. What they were at was graded by others; look after the nodes (`ray status`).",
)


@dataclass(frozen=True)
class EngineOptions:
    """The options that say where, and how many at the same time; None leaves it to the cluster's size."""

    engine: Literal["local", "ray"]
    isolation: str
    workers: int | None
    address: str | None = None
    device: Literal["cpu", "gpu", "auto"] = "cpu"

    def __post_init__(self) -> None:
        if self.address is not None and self.engine != "ray":
            raise UserError(NO_CLUSTER)


class Begun:
    """An engine whose start is under way."""

    def __init__(
        self, options: EngineOptions, assignment: Assignment, isolation: Isolation | None, servers: ForkServers | None
    ) -> None:
        self.isolation = isolation
        """How students' code is confined on this machine; None where none of it runs here."""
        self._options = options
        self._assignment = assignment
        self._servers = servers

    @contextmanager
    def open(self) -> Iterator[tuple[Engine, int]]:
        """The engine when it is ready, and how many submissions it takes at the same time."""
        options, level, assignment = self._options, self.isolation, self._assignment
        with ExitStack() as stack:
            if level is None:
                yield stack.enter_context(_ray(options, assignment))
            else:
                yield _gpus(options, level, assignment, stack) or self._cpus(level, stack)

    def _cpus(self, level: Isolation, stack: ExitStack) -> tuple[Engine, int]:
        from fcnkit.engines.local import LocalEngine  # noqa: PLC0415  # as above

        engine = LocalEngine(self._assignment, level, begun=self._servers, when_asked=self._servers is None)
        stack.enter_context(engine)
        if self._servers is None:
            stack.callback(_say_notes, engine)  # which has none before it starts
        else:
            _say_notes(engine)
        return engine, self._options.workers or 1


def _say_notes(engine: LocalEngine) -> None:
    for note in engine.notes:
        _say(note, "yellow")


def _say(text: Text, style: str = "") -> None:
    from fcnkit.commands.console import warn  # noqa: PLC0415  # graders start without

    warn(text[detect_lang()], style)


@contextmanager
def begin(options: EngineOptions, assignment: Assignment, *, when_asked: bool = False) -> Iterator[Begun]:
    """Have an engine on this machine's CPUs start while the caller reads and checks what it is to grade.

    Or `when_asked`: only with the first submission that has to be examined. Raises IsolationUnavailable.
    """
    with ExitStack() as stack:
        servers, level = None, None
        if options.engine == "local" and options.device == "cpu" and sys.platform == "linux":
            servers = begun_for(assignment) if options.isolation == "auto" else None
            if servers is None and not when_asked:
                servers = stack.enter_context(closing(ForkServers(assignment.paths, assignment.config.profile)))
        if options.engine == "local":  # else each node finds its own
            level = choose(options.isolation, trouble_for(assignment) if servers is None else servers.trouble_at)
            if servers is not None and not servers.have_workers:  # `none` is not tried
                servers.start_workers(level)
        if servers is not None:  # on two CPUs what the caller imports would take turns with TensorFlow's import
            servers.wait_for_examiner()
        if options.isolation == Isolation.NONE:
            from fcnkit.commands.console import warn_if_unprotected  # noqa: PLC0415  # graders start without

            warn_if_unprotected(Isolation.NONE)
        yield Begun(options, assignment, level, servers)


def _gpus(
    options: EngineOptions, level: Isolation, assignment: Assignment, stack: ExitStack
) -> tuple[Engine, int] | None:
    """An engine on this machine's GPUs, where the options ask for one. Raises NoGpu rather than fall back unasked."""
    if options.device == "cpu":
        return None
    from fcnkit.engines.gpu import GpuEngine, refuse_numpy_only  # noqa: PLC0415  # as above

    engine = GpuEngine(assignment, level, options.workers)
    try:
        refuse_numpy_only(assignment)
        stack.enter_context(engine)
    except NoGpu as why:
        if options.device == "gpu":
            raise
        _say(TOOK_CPU.format(why=why.text))
        return None
    _say(TOOK_GPU.format(device=engine.device, workers=engine.workers))
    return engine, engine.workers


@contextmanager
def _ray(options: EngineOptions, assignment: Assignment) -> Iterator[tuple[Engine, int]]:
    try:
        from fcnkit.engines.ray import RayEngine  # noqa: PLC0415  # an extra, and slow to import
    except ModuleNotFoundError as lack:
        raise UserError(NO_RAY, name=lack.name) from lack
    if options.device == "gpu":
        from fcnkit.engines.gpu import refuse_numpy_only  # noqa: PLC0415  # as above

        refuse_numpy_only(assignment)
    if options.device == "auto":
        _say(TOOK_CPU.format(why=ASK_FOR_GPUS))
    _say(JOINING)
    with RayEngine(assignment, options.isolation, options.address, options.workers, options.device) as engine:
        _say(JOINED.format(workers=engine.workers))
        yield engine, engine.workers
        if engine.lost:
            _say(LOST.format(lost=engine.lost), "yellow")
