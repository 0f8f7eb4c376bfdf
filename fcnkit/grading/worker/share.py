"""A GPU that several graders share: what TensorFlow has to be told, after the fork, to keep to its part."""

from __future__ import annotations

import importlib
import os
from typing import Any

LIMIT = "FCNKIT_GPU_MIB"
"""The variable with the MiB of the GPU's memory; JAX and PyTorch have variables of their own for that."""


def keep_to_share() -> None:
    """Give TensorFlow its limit, where there is one. Lists devices only: no runtime starts before an operation."""
    if LIMIT not in os.environ or os.environ["KERAS_BACKEND"] != "tensorflow":
        return
    config: Any = importlib.import_module("tensorflow").config
    limit = config.LogicalDeviceConfiguration(memory_limit=int(os.environ[LIMIT]))
    for gpu in config.list_physical_devices("GPU"):  # the slot's own: no other is visible
        config.set_logical_device_configuration(gpu, [limit])
