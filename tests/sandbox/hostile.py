"""Runs inside the sandbox's view: enters a level as the worker does, then runs hostile code in the student's place."""

from __future__ import annotations

import json
import os
import sys
import time
from typing import Any

from fcnkit.grading.sandbox.sandbox import Sandbox, SandboxConfig


def main(bounds: SandboxConfig, code: str, names: dict[str, Any], processes: int) -> None:
    """Print, as JSON, what `code` leaves in `found`, how its process ended, and seconds spent on entering."""
    started = time.perf_counter()
    sandbox = Sandbox(bounds)
    entered = time.perf_counter()
    supervisor = os.getpid()
    reading, writing = os.pipe()
    child = sandbox.supervise()
    if child == 0:
        sandbox.confine(supervisor, {"processes": processes, "open_files": 256, "disk_mib": 64}, keep=[writing])
        inside = {"seconds": [entered - started, time.perf_counter() - entered]}
        variables: dict[str, Any] = dict(names)
        exec(code, variables)  # noqa: S102  # the very thing that the sandbox is for
        os.write(writing, json.dumps({**inside, "found": variables.get("found")}).encode())
        os._exit(0)
    os.close(writing)
    _, status = os.waitpid(child, 0)
    sandbox.clean_up()
    said = os.read(reading, 1 << 16).decode()
    sys.stdout.write(json.dumps({**json.loads(said or "{}"), "ended": os.waitstatus_to_exitcode(status)}))
