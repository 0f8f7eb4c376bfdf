"""Reports the device that a grader would compute on, probed in the sandbox after the fork.

Run by `engines.gpu` in a process of its own. A framework that finds no GPU goes on with the CPU and says nothing.
"""

from __future__ import annotations

import importlib
import json
import os
import resource
import sys
from typing import Any

from fcnkit.grading.sandbox.sandbox import Sandbox, SandboxConfig
from fcnkit.grading.worker.tensorflow_setup import apply_gpu_limit


def main(bounds: SandboxConfig, limits: dict[str, Any], preload: list[str]) -> None:
    """Print, as JSON, the `device` on which Keras has convolved an image and the `mib` that took, or its `trouble`."""
    sandbox = Sandbox(bounds)
    for module in preload:
        importlib.import_module(module)
    supervisor = os.getpid()
    reading, writing = os.pipe()
    if sandbox.supervise() == 0:
        try:
            sandbox.confine(supervisor, limits, keep=[writing])
            said = _compute()
        except Exception as error:  # of many kinds: each framework and driver has its own
            said = {"trouble": f"{type(error).__name__}: {error}"[:500]}
        os.write(writing, json.dumps(said).encode())
        os._exit(0)
    os.close(writing)
    _, status = os.wait()
    sandbox.clean_up()
    ended = {"trouble": f"its process ended with status {os.waitstatus_to_exitcode(status)}"}
    sys.stdout.write(os.read(reading, 4096).decode() or json.dumps(ended))


def _compute() -> dict[str, str | int]:
    """By the layer that submissions are made of, since it needs a library (cuDNN) that others do not."""
    apply_gpu_limit()
    keras: Any = sys.modules["keras"]
    answer = keras.ops.conv(keras.ops.ones((1, 32, 32, 3)), keras.ops.ones((3, 3, 3, 8)), padding="same")
    return {"device": str(answer.device), "mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10}
