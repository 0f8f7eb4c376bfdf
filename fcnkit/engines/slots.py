"""Sharing GPUs out among graders: which device each sees, how much of it, and what keeps its sums like anybody's.

Marks must not depend on the device. The suites compare at tolerances that float32 keeps on any device, so what could go
beyond them is switched off: TF32, which rounds factors to 10 bits (a relative error of 5e-4 each), and kernels that add
up in another order each time. Seeds are the suites' own, the same for everybody.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fcnkit.engines.nvidia import Gpu, NoGpu

SLOT_MIB = 2048
"""MiB of a GPU for one grader: CUDA's context and libraries take some 500, a small network less than 1,000."""


@dataclass(frozen=True)
class Slot:
    """What one grader has of a GPU."""

    gpu: Gpu
    mib: int
    """Of its memory. JAX keeps to it; TensorFlow and PyTorch take only what they need, and have no such variable."""

    def environment(self) -> dict[str, str]:
        """Variables for the grader's warm parent; each is read when a runtime starts, which is after the fork."""
        return {
            "CUDA_VISIBLE_DEVICES": self.gpu.uuid,
            "NVIDIA_TF32_OVERRIDE": "0",  # cuBLAS and cuDNN obey it whatever the framework asks for
            "TF_FORCE_GPU_ALLOW_GROWTH": "true",
            "TF_DETERMINISTIC_OPS": "1",
            "JAX_PLATFORMS": "cuda",
            "JAX_DEFAULT_MATMUL_PRECISION": "highest",
            "XLA_FLAGS": "--xla_gpu_deterministic_ops=true",
            "XLA_PYTHON_CLIENT_PREALLOCATE": "false",
            "XLA_PYTHON_CLIENT_MEM_FRACTION": f"{self.mib / self.gpu.total_mib:.3f}",
            "CUBLAS_WORKSPACE_CONFIG": ":4096:8",  # without which PyTorch's deterministic sums are refused
        }


def share_out(gpus: Sequence[Gpu], wanted: int | None) -> tuple[Slot, ...]:
    """A slot for each of `wanted` graders, or as many as fit, spread over the devices. Raises NoGpu when none fits."""
    room = {gpu: gpu.free_mib // SLOT_MIB for gpu in gpus}
    if not any(room.values()):
        free = ", ".join(f"{gpu.name} has {gpu.free_mib:,} MiB free" for gpu in gpus)
        raise NoGpu(
            f"no GPU is usable: a grader needs {SLOT_MIB:,} MiB of its memory, and {free}; end what uses it "
            "(`nvidia-smi` lists it), or grade with --device cpu"
        )
    places = [gpu for turn in range(max(room.values())) for gpu in gpus if turn < room[gpu]]
    taken = places[: wanted or len(places)]
    return tuple(Slot(gpu, gpu.free_mib // taken.count(gpu)) for gpu in taken)
