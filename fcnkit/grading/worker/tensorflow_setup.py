"""Configures TensorFlow around the fork without starting its runtime, whose threads a fork would not copy."""

from __future__ import annotations

import contextlib
import importlib
import os
import sys
from typing import Any

GPU_LIMIT_VARIABLE = "FCNKIT_GPU_MIB"
"""The variable with the MiB of the GPU's memory; JAX and PyTorch have variables of their own for that."""
WARM_UP_CALLS = (
    ("tensorflow.python.framework.op_def_registry", "get", "Fcnkit"),  # unknown: it copies the list of those it knows
    ("tensorflow.python.framework.kernels", "get_registered_kernels_for_op", "NoOp"),
    ("tensorflow.python.util.pywrap_xla_ops", "get_cpu_kernel_names"),  # for this one it registers XLA's kernels, too
)
"""Questions at which TensorFlow fills its lists of operations and kernels, as it else does after each fork."""


def fill_registries() -> None:
    """Before the fork: have TensorFlow fill the lists that it fills once in each process."""
    if "tensorflow" not in sys.modules:
        return
    for module, function, *args in WARM_UP_CALLS:
        with contextlib.suppress(ImportError, AttributeError):  # inner modules, which another version may not have
            getattr(importlib.import_module(module), function)(*args)


def apply_gpu_limit() -> None:
    """After the fork: give TensorFlow its limit of a GPU that several graders share, where there is one."""
    if GPU_LIMIT_VARIABLE not in os.environ or os.environ["KERAS_BACKEND"] != "tensorflow":
        return
    config: Any = importlib.import_module("tensorflow").config
    limit = config.LogicalDeviceConfiguration(memory_limit=int(os.environ[GPU_LIMIT_VARIABLE]))
    for gpu in config.list_physical_devices("GPU"):  # the slot's own: no other is visible
        config.set_logical_device_configuration(gpu, [limit])
