"""Grading on this machine's NVIDIA devices: a local engine for each slot, which sees its device alone."""

from __future__ import annotations

import json
import queue
import subprocess
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from fcnkit.course import Assignment
from fcnkit.engines.gpu_slots import Slot, share_out
from fcnkit.engines.local import LocalEngine
from fcnkit.engines.nvidia import NO_GPU, Gpu, NoGpu, driver_files, find
from fcnkit.grading.last_words import last_words
from fcnkit.grading.messages import Examination, Job, OnSleep
from fcnkit.grading.profiles import PROFILES
from fcnkit.grading.sandbox.launch import launch
from fcnkit.grading.sandbox.level import Isolation
from fcnkit.text import Text, same

_PATIENCE = 180
"""Seconds for the trial: a framework to import, and CUDA's libraries to load."""


class GpuEngine:
    """Context manager; `examine` may be called from several threads at once.

    Raises NoGpu on entry, never later: where a submission would not find the GPU, nothing is graded on the CPU instead.
    `workers` None takes as many as the devices' memory has room for; `visible` keeps to one device, as CUDA names it,
    and `part` to so much of its memory.
    """

    def __init__(
        self,
        assignment: Assignment,
        isolation: Isolation,
        workers: int | None,
        visible: str | None = None,
        part: float = 1,
    ) -> None:
        self._assignment = assignment
        self._isolation = isolation
        self._wanted = workers
        self._visible = visible
        self._part = part
        self._free: queue.Queue[LocalEngine] = queue.Queue()
        self._close = ExitStack()
        self.notes: tuple[Text, ...] = ()

    def __enter__(self) -> Self:
        slots = share_out(_visible(find(), self._visible), self._wanted, self._part)
        _try(self._assignment, self._isolation, slots[0])
        self.workers = len(slots)
        self.device = " + ".join(sorted({f"{slot.gpu.name} (driver {slot.gpu.driver})" for slot in slots}))
        with self._close:  # whatever has been started is ended again if the rest fails
            for slot in slots:
                self._free.put(self._close.enter_context(LocalEngine(self._assignment, self._isolation, slot)))
            self._close = self._close.pop_all()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._close.close()

    @property
    def room(self) -> int:
        """As many submissions as slots: one that sleeps keeps its part of a device."""
        return self.workers

    def examine(self, job: Job, on_sleep: OnSleep = lambda _: None) -> Examination:
        """Grade one notebook in the slot that is free first."""
        engine = self._free.get()
        try:
            return engine.examine(job, on_sleep)
        finally:
            self._free.put(engine)


NUMPY_ONLY = Text(
    ko="{name} 과제는 GPU를 쓰지 않는 NumPy로 계산합니다. --device를 빼세요.",
    en="{name} computes with NumPy, which uses no GPU; leave --device out",
)
NOT_VISIBLE = Text(
    ko="CUDA_VISIBLE_DEVICES={name}에 맞는 GPU가 nvidia-smi에 없습니다.",
    en="nvidia-smi knows none by CUDA_VISIBLE_DEVICES={name}",
)
TOO_SLOW = Text(ko="{seconds}초가 넘게 걸림", en="it took more than {seconds} seconds")
COMPUTED_ON = Text(ko="{device}에서 계산함", en="it computed on {device}")
NOT_USED = Text(
    ko="{gpu:이} 있지만 격리 수준 {isolation}에서는 Keras가 쓰지 못합니다({found}). fcnkit[cuda]를 설치했는지 "
    "살펴보세요. --device cpu로 채점하거나, 믿을 수 있는 코드라면 더 약한 --isolation으로 채점하세요.",
    en="{gpu} is there, but Keras does not use it at isolation {isolation} ({found}); is fcnkit[cuda] installed? Grade "
    "with --device cpu, or with a weaker --isolation if you trust the code",
)
TOO_MUCH_MEMORY = Text(
    ko="{gpu:이} 있지만 Keras가 쓰려면 컴퓨터의 메모리가 {mib:,} MiB 필요하고, 제출물 하나에는 {most:,} MiB까지만 "
    "허용됩니다. 한도(`limits.memory_mib`)를 늘리거나 --device cpu로 채점하세요.",
    en="{gpu} is there, but Keras takes {mib:,} MiB of the machine's memory to use it, and a submission may have "
    "{most:,}; allow more (`limits.memory_mib`), or grade with --device cpu",
)


def refuse_numpy_only(assignment: Assignment) -> None:
    """Raises NoGpu for an assignment that has nothing to compute on one."""
    if PROFILES[assignment.config.profile].numpy_only:
        raise NoGpu(NUMPY_ONLY, name=assignment.name)


def _visible(gpus: Sequence[Gpu], name: str | None) -> Sequence[Gpu]:
    """All, or the one that CUDA_VISIBLE_DEVICES would mean by this number or UUID."""
    if name is None:
        return gpus
    chosen = [gpu for number, gpu in enumerate(gpus) if name in (str(number), gpu.uuid)]
    if not chosen:
        raise NoGpu(NO_GPU, why=NOT_VISIBLE.format(name=name))
    return chosen


def _try(assignment: Assignment, isolation: Isolation, slot: Slot) -> None:
    """Compute something as a submission would. Raises NoGpu when that does not happen on the GPU."""
    profile, limits = PROFILES[assignment.config.profile], assignment.config.limits
    with tempfile.TemporaryDirectory(prefix="fcnkit-") as folder:
        trial = launch(
            "fcnkit.grading.worker.gpu_probe_child",
            isolation,
            (*profile.distributions, *profile.cuda),
            {},
            Path(folder),
            driver_files(),
            limits=limits.model_dump(),
            preload=[module for module in profile.preload if module != "fcnlab"],
        )
        environment = trial.environment | profile.environment | slot.environment()
        try:
            done = subprocess.run(  # noqa: S603  # our own interpreter and module
                trial.command, env=environment, capture_output=True, text=True, timeout=_PATIENCE, check=False
            )
        except subprocess.TimeoutExpired:
            found = TOO_SLOW.format(seconds=_PATIENCE)
            raise NoGpu(NOT_USED, gpu=slot.gpu.name, isolation=isolation, found=found) from None
    try:
        said = json.loads(done.stdout)
    except ValueError:
        raise NoGpu(NOT_USED, gpu=slot.gpu.name, isolation=isolation, found=last_words(done.stderr)) from None
    if not any(word in said.get("device", "").lower() for word in ("gpu", "cuda")):
        found = same(said["trouble"]) if said.get("trouble") else COMPUTED_ON.format(device=said["device"])
        raise NoGpu(NOT_USED, gpu=slot.gpu.name, isolation=isolation, found=found)
    if said["mib"] > limits.memory_mib:
        raise NoGpu(TOO_MUCH_MEMORY, gpu=slot.gpu.name, mib=said["mib"], most=limits.memory_mib)
