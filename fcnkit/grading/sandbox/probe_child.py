"""Enters a level and reports what can still be done there: in a process of its own, or in workers' fork server."""

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
    enter(bounds, sys.stdout.fileno(), secret, port)
    os._exit(0)  # without taking the interpreter to pieces first, a tenth of the trial


def enter(bounds: SandboxConfig, report: int, secret: str, port: int) -> Sandbox | None:
    """Enter the level, if that can be had, and write to the descriptor `report` what `main` prints."""
    try:
        sandbox = Sandbox(bounds)
    except OSError as error:
        os.write(report, _complaint(error))
        return None
    supervisor = os.fork()
    if supervisor == 0:
        try:
            os.write(report, _breaches(sandbox, secret, port))
        except OSError as error:
            os.write(report, _complaint(error))
        finally:
            os._exit(0)
    os.waitpid(supervisor, 0)
    return sandbox


def _breaches(sandbox: Sandbox, secret: str, port: int) -> bytes:
    """In a supervisor: what of the forbidden things worked for a child that is confined as a student's process is."""
    supervisor = os.getpid()
    reading, writing = os.pipe()
    if sandbox.supervise() == 0:
        try:
            sandbox.confine(supervisor, LIMITS, keep=[writing])
        except OSError as error:
            os.write(writing, _complaint(error))
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
    return os.read(reading, 4096)


def _complaint(error: OSError) -> bytes:
    return json.dumps({error.strerror or str(error): True}).encode()


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
