"""Enters a level and reports what can still be done there. Run by `level.probe` in a process of its own."""

from __future__ import annotations

import json
import os
import socket
import sys
from collections.abc import Callable

from fcnkit.grading.sandbox.sandbox import Sandbox, SandboxConfig

LIMITS = {"processes": 64, "open_files": 256, "disk_mib": 1}


def main(bounds: SandboxConfig, secret: str, port: int) -> None:
    """Print, as JSON, which of the forbidden things worked, or that the level could not be entered."""
    try:
        sandbox = Sandbox(bounds)
    except OSError as error:
        sys.stdout.write(json.dumps({_sentence(error): True}))
        return
    supervisor = os.getpid()
    reading, writing = os.pipe()
    if sandbox.supervise() == 0:
        try:
            sandbox.confine(supervisor, LIMITS, keep=[writing])
        except OSError as error:
            os.write(writing, json.dumps({_sentence(error): True}).encode())
            os._exit(1)
        breaches = {
            "reads files": _works(lambda: _read(secret)),
            "uses the network": _works(lambda: _connect(port)),
            "signals other processes": _works(lambda: os.kill(supervisor, 0)),
            "starts programs": _works(lambda: os.execv(sys.executable, [sys.executable, "-c", ""])),  # noqa: S606
        }
        os.write(writing, json.dumps(breaches).encode())
        os._exit(0)
    os.close(writing)
    os.wait()
    sandbox.clean_up()
    os.write(sys.stdout.fileno(), os.read(reading, 4096))
    os._exit(0)  # without taking the interpreter to pieces first, a tenth of the trial


def _sentence(error: OSError) -> str:
    return error.strerror or str(error)


def _works(attempt: Callable[[], object]) -> bool:
    try:
        attempt()
    except OSError:
        return False
    return True


def _read(path: str) -> None:
    with open(path, "rb") as file:  # noqa: PTH123  # pathlib would be one import more in the sandbox
        file.read()


def _connect(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=1):
        pass
