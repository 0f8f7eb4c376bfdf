"""What TensorFlow is told around the fork. Nothing here starts its runtime, whose threads a fork would not have."""

from __future__ import annotations

import contextlib
import importlib
import os
import sys
from typing import Any

LIMIT = "FCNKIT_GPU_MIB"
"""The variable with the MiB of the GPU's memory; JAX and PyTorch have variables of their own for that."""


def copy_operations() -> None:
    """Before the fork: ask for an operation that there is not, at which TensorFlow copies the list of all that are.

    It does so once in each process, at the first name that is none of its own, such as a function's.
    """
    if "tensorflow" in sys.modules:
        with contextlib.suppress(ImportError, AttributeError):  # an inner module, which another version may not have
            importlib.import_module("tensorflow.python.framework.op_def_registry").get("Fcnkit")


def keep_to_share() -> None:
    """After the fork: give TensorFlow its limit of a GPU that several graders share, where there is one."""
    if LIMIT not in os.environ or os.environ["KERAS_BACKEND"] != "tensorflow":
        return
    config: Any = importlib.import_module("tensorflow").config
    limit = config.LogicalDeviceConfiguration(memory_limit=int(os.environ[LIMIT]))
    for gpu in config.list_physical_devices("GPU"):  # the slot's own: no other is visible
        config.set_logical_device_configuration(gpu, [limit])
