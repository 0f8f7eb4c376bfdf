"""Grading on a Ray cluster: a warm grader in each slot, one job at a time for each.

The driver alone writes results down. A job whose grader is lost, with its node or by itself, is given to another, and
the lost one is not listened to any more. So nothing is lost and nothing is there twice.
"""

from __future__ import annotations

import contextlib
import logging
import os
import queue
import socket
import threading
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, wait
from types import TracebackType
from typing import Any, Literal, Self

os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
os.environ.setdefault("RAY_NUM_REDIS_GET_RETRIES", "1")  # of attempts to connect, each of most of a minute

import ray  # reads the variables above when it is imported
from ray.exceptions import RayError

from fcnkit.bundles.grading_bundle import grading_bundle
from fcnkit.course import Assignment
from fcnkit.engines import ray_actor, temp_dir
from fcnkit.engines.fork_servers import EngineError
from fcnkit.engines.ray_texts import (
    A_CPU,
    CANNOT_GRADE,
    CPU_AND_GPU,
    DIFFERS,
    LACKS,
    NO_ADDRESS,
    NO_ANSWER,
    NO_ROOM,
    NOT_JOINED,
    NOT_READY,
    OTHER_DEVICE,
    OTHER_VERSION,
    REFUSES,
    REMEDY,
)
from fcnkit.grading.fingerprint import grader_version
from fcnkit.grading.messages import SLOWEST, Examination, Job, OnSleep
from fcnkit.grading.profiles import ELSEWHERE
from fcnkit.text import Text

_REACH_SECONDS = 10
_START_SECONDS = 180
"""For all graders to become warm: a busy node takes half a minute to import TensorFlow. Who is late joins later."""
_SPARE_SECONDS = 240
"""How much longer than a submission's own limit a grader may take; its local engine gives up well before."""
_WAIT_SECONDS = 60
"""How long a job waits for a grader to come back once none is left."""
_PAUSE_SECONDS = 2
_TRIES = 3
"""Graders that may be lost over one job before it counts as ours to look into."""
_GPU_PART = 0.25
"""Part of a device for one grader: four share one, as long as its memory has room for them."""
_VARIABLES = ("KERAS_BACKEND",)
"""What decides a mark and is told by a variable of the driver."""


class RayEngine:
    """Context manager; `examine` may be called from several threads at once.

    `address` is HOST:PORT of the cluster's head; None takes RAY_ADDRESS, else the cluster that this machine is part
    of. `workers` None takes every slot. Raises EngineError on entry, before anything is graded.
    """

    def __init__(
        self,
        assignment: Assignment,
        isolation: str,
        address: str | None,
        workers: int | None,
        device: Literal["cpu", "gpu", "auto"] = "cpu",
    ) -> None:
        self._assignment = assignment
        self._isolation = isolation
        self._address = address or os.environ.get("RAY_ADDRESS") or "auto"
        self._wanted = workers
        self._gpu_part = _GPU_PART if device == "gpu" else 0
        self.device = ""
        """What the graders compute on: those that are hired later must have it, too."""
        self.workers = 0
        """Graders, and so jobs at the same time."""
        self.lost = 0
        """Graders that were lost, each with at most one job, which another then did."""
        self._warm: queue.Queue[Any] = queue.Queue()
        """Graders that are ready and have nothing to do."""
        self._lock = threading.Lock()
        self._alive: set[Any] = set()
        """Graders that are ready, busy or not."""
        self._devices: set[str] = set()
        self._is_deserted = False
        self._is_closed = False
        self._refusals: list[Text] = []
        self._close = contextlib.ExitStack()

    def __enter__(self) -> Self:
        with self._close:  # leaves the cluster again if the rest fails
            _connect(self._address)
            self._close.callback(self._leave)
            memory = self._assignment.config.limits.memory_mib << 20
            need = {"CPU": 1.0, "memory": float(memory)} | ({"GPU": self._gpu_part} if self._gpu_part else {})
            slots = _slots(need)
            if slots == 0:
                cpu = CPU_AND_GPU.format(part=self._gpu_part) if self._gpu_part else A_CPU
                raise EngineError(NO_ROOM, address=self._address, cpu=cpu, mib=memory >> 20)
            self.workers = min(self._wanted or slots, slots)
            self._grader = _actor(need)
            course = {place: path.read_bytes() for place, path in grading_bundle(self._assignment)}
            self._course = ray.put(course)  # each node fetches it once, for all its graders
            self._wait_for([self._start_actor() for _ in range(self.workers)], need)
            if self._refusals or not self._alive:
                why = self._refusals[0] if self._refusals else NOT_READY.format(seconds=_START_SECONDS)
                raise EngineError(CANNOT_GRADE, address=self._address, why=why)
            self.device = " + ".join(sorted(self._devices))
            self._close = self._close.pop_all()
        return self

    def _wait_for(self, starts: Sequence[Future[None]], need: Mapping[str, float]) -> None:
        """Until each grader has come in or has refused, or has no slot any more, since a node has died meanwhile."""
        until = time.monotonic() + _START_SECONDS
        while wait(starts, timeout=_PAUSE_SECONDS).not_done and time.monotonic() < until:
            if 0 < _slots(need) <= len(self._alive) + len(self._refusals):
                return

    def _leave(self) -> None:
        self._is_closed = True
        ray.shutdown()

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._is_closed = True
        with self._close, contextlib.suppress(RayError):
            idle = [self._warm.get_nowait() for _ in range(self._warm.qsize())]
            for busy in self._alive.difference(idle):
                ray.kill(busy)  # whoever waits for its answer gets an error
            ray.get([each.close.remote() for each in idle], timeout=_WAIT_SECONDS)

    @property
    def room(self) -> int:
        """As many submissions as graders: one that sleeps keeps its own."""
        return self.workers

    def examine(self, job: Job, _on_sleep: OnSleep = lambda _: None) -> Examination:
        """Grade one notebook on the grader that is free first; never raises for what the student wrote."""
        wanted = job.model_dump_json()
        patience = SLOWEST * ELSEWHERE * self._assignment.config.limits.total_seconds + _SPARE_SECONDS
        for _ in range(_TRIES):
            mine = self._take()
            if mine is None:
                return Examination(
                    fault="; ".join(
                        ["no grader of the cluster is left", *(refusal.en for refusal in self._refusals[:1])]
                    )
                )
            try:
                answer = ray.get(mine.examine.remote(wanted), timeout=patience)
            except RayError:
                if self._is_closed:
                    return Examination(fault="grading was stopped")
                self._replace(mine)
                continue
            self._warm.put(mine)
            return Examination.model_validate_json(answer)
        return Examination(fault=f"{_TRIES} graders of the cluster were lost over it")

    def _take(self) -> Any | None:
        """A free grader, as soon as there is one; None when all are lost and none comes back."""
        while True:
            try:
                return self._warm.get(timeout=0 if self._is_deserted else _WAIT_SECONDS)
            except queue.Empty:
                with self._lock:
                    self._is_deserted = not self._alive
                if self._is_deserted:
                    return None

    def _replace(self, lost: Any) -> None:
        """Another grader wherever there is room, which may be when a node comes back."""
        with self._lock:
            self._alive.discard(lost)
            self.lost += 1
        ray.kill(lost)
        self._start_actor()

    def _start_actor(self, done: Future[None] | None = None) -> Future[None]:
        """Start a grader, again and again if need be; done when it has come in, or has refused."""
        done = done or Future()
        if self._is_closed:
            return done
        mine = self._grader.remote()
        variables = {name: os.environ[name] for name in _VARIABLES if name in os.environ}
        starting = mine.start.remote(self._course, variables, self._assignment.name, self._isolation, self._gpu_part)

        def come_in(answer: Future[dict[str, str]]) -> None:
            try:
                said = answer.result()
            except RayError:  # such as on a node whose end the cluster has not noticed yet
                again = threading.Timer(_PAUSE_SECONDS, self._start_actor, [done])
                again.daemon = True
                again.start()
                return
            with self._lock:
                refusal = self._refusal(said)
                if refusal is None:
                    self._devices.add(said["device"])
                    self._alive.add(mine)
                    self._is_deserted = False
                    self._warm.put(mine)
                else:
                    self._refusals.append(refusal)
            done.set_result(None)

        starting.future().add_done_callback(come_in)
        return done

    def _refusal(self, said: Mapping[str, str]) -> Text | None:
        """Why a grader's marks might not be what the gradebook will say: a sentence with the remedy."""
        ours = grader_version(self._assignment)
        if "refusal" in said:
            return REFUSES.format(node=said["node"], why=Text(ko=said["refusal_ko"], en=said["refusal"]))
        if "lack" in said:
            return LACKS.format(node=said["node"], lack=said["lack"], remedy=REMEDY)
        if said["environment"] != ours:
            return DIFFERS.format(node=said["node"], theirs=said["environment"], ours=ours, remedy=REMEDY)
        if self.device and said["device"] not in self._devices:
            return OTHER_DEVICE.format(node=said["node"], device=said["device"], ours=self.device)
        return None


def _slots(need: Mapping[str, float]) -> int:
    """Graders that the nodes which are alive have room for."""
    nodes: list[dict[str, Any]] = ray.nodes()  # type: ignore[no-untyped-call]
    alive = [node["Resources"] for node in nodes if node["Alive"]]
    return sum(int(min(has.get(name, 0) // each for name, each in need.items())) for has in alive)


def _actor(need: Mapping[str, float]) -> Any:
    for sent in (ray_actor, temp_dir):  # a node need not have them
        ray.cloudpickle.register_pickle_by_value(sent)  # type: ignore[no-untyped-call]
    remote: Any = ray.remote(
        num_cpus=need["CPU"], num_gpus=need.get("GPU", 0), memory=need["memory"], scheduling_strategy="SPREAD"
    )
    return remote(ray_actor.RayGrader)


def _connect(address: str) -> None:
    """Join the cluster as a driver. Raises EngineError with what to do."""
    if address != "auto":
        _check_reachable(address)
    try:
        with contextlib.chdir("/"):  # Ray's workers import from the driver's folder, where submissions may lie
            ray.init(address=address, log_to_driver=False, logging_level=logging.ERROR)
    except Exception as error:  # of many kinds, each with a message
        said = " ".join(str(error).split())
        if "Version mismatch" in said:
            raise EngineError(OTHER_VERSION, address=address, said=said, remedy=REMEDY) from error
        raise EngineError(NOT_JOINED, address=address, said=said) from error


def _check_reachable(address: str) -> None:
    """Checks that the address answers; Ray itself would retry for minutes."""
    host, _, port = address.rpartition(":")
    if not host or "/" in host or not port.isdecimal():  # ray:// is for Ray's client, which is no driver
        raise EngineError(NO_ADDRESS, address=address)
    try:
        socket.create_connection((host, int(port)), timeout=_REACH_SECONDS).close()
    except (OSError, OverflowError) as error:
        raise EngineError(NO_ANSWER, address=address, error=error) from error
