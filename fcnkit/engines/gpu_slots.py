"""Divides GPUs among graders: the device and memory share of each, and settings that keep sums reproducible.

Marks must not depend on the device. The suites compare at tolerances that float32 keeps on any device, so what could go
beyond them is switched off: TF32, which rounds factors to 10 bits (a relative error of 5e-4 each), and kernels that add
up in another order each time. Seeds are the suites' own, the same for everybody.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fcnkit.engines.nvidia import NO_GPU, Gpu, NoGpu
from fcnkit.grading.worker.tensorflow_setup import GPU_LIMIT_VARIABLE
from fcnkit.text import Text, joined

SLOT_MIB = 2048
"""MiB of a GPU for one grader, at least: a small network takes less than 1,000, and CUDA some more."""
CUDA_MIB = 512
"""The part of it that CUDA's context and libraries take, which no framework counts."""


FREE = Text(ko="{gpu}에 남은 메모리는 {mib:,} MiB", en="{gpu} has {mib:,} MiB free")
TOO_LITTLE = Text(
    ko="채점기 하나에 GPU 메모리 {need:,} MiB가 필요한데, {found}입니다. GPU를 쓰는 프로그램을 끝내세요(`nvidia-smi`로 "
    "볼 수 있습니다).",
    en="a grader needs {need:,} MiB of its memory, and {found}; end what uses it (`nvidia-smi` lists it)",
)


@dataclass(frozen=True)
class Slot:
    """What one grader has of a GPU."""

    gpu: Gpu
    mib: int
    """GPU memory for this grader."""

    def environment(self) -> dict[str, str]:
        """Variables for the grader's fork server; each is read when a runtime starts, which is after the fork."""
        share = self.mib - CUDA_MIB
        part = f"{share / self.gpu.total_mib:.3f}"
        return {
            "CUDA_VISIBLE_DEVICES": self.gpu.uuid,
            "NVIDIA_TF32_OVERRIDE": "0",  # cuBLAS and cuDNN obey it whatever the framework asks for
            "TF_FORCE_GPU_ALLOW_GROWTH": "true",
            "TF_DETERMINISTIC_OPS": "1",
            "JAX_PLATFORMS": "cuda",
            "JAX_DEFAULT_MATMUL_PRECISION": "highest",
            "XLA_FLAGS": "--xla_gpu_deterministic_ops=true",
            "XLA_PYTHON_CLIENT_PREALLOCATE": "false",
            "XLA_PYTHON_CLIENT_MEM_FRACTION": part,
            "PYTORCH_ALLOC_CONF": f"per_process_memory_fraction:{part}",  # from PyTorch 2.10 on
            GPU_LIMIT_VARIABLE: str(share),
            "CUBLAS_WORKSPACE_CONFIG": ":4096:8",  # without which PyTorch's deterministic sums are refused
        }


def share_out(gpus: Sequence[Gpu], wanted: int | None, part: float = 1) -> tuple[Slot, ...]:
    """A slot for each of `wanted` graders, or as many as fit, spread over the devices. Raises NoGpu when none fits.

    `part` is how much of each device there is to share out, where others have been promised the rest.
    """
    free = {gpu: min(gpu.free_mib, int(gpu.total_mib * part)) for gpu in gpus}
    room = {gpu: mib // SLOT_MIB for gpu, mib in free.items()}
    if not any(room.values()):
        found = joined([FREE.format(gpu=gpu.name, mib=mib) for gpu, mib in free.items()], ", ")
        raise NoGpu(NO_GPU, why=TOO_LITTLE.format(need=SLOT_MIB, found=found))
    places = [gpu for turn in range(max(room.values())) for gpu in gpus if turn < room[gpu]]
    taken = places[: wanted or len(places)]
    return tuple(Slot(gpu, free[gpu] // taken.count(gpu)) for gpu in taken)
