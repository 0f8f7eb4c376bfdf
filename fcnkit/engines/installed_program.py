"""Asks a program that a machine may have, such as `nvidia-smi` or `docker`."""

from __future__ import annotations

import shutil
import subprocess

_PATIENCE = 20
"""Seconds: a driver that has to be loaded first takes some."""


def ask_program(name: str, *arguments: str) -> subprocess.CompletedProcess[str] | None:
    """What it says; None where it is not installed. A program that hangs or does not start counts as failed."""
    program = shutil.which(name)
    if program is None:
        return None
    command = [program, *arguments]
    try:
        return subprocess.run(  # noqa: S603  # fixed arguments
            command, capture_output=True, text=True, errors="replace", timeout=_PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return subprocess.CompletedProcess(command, 1, "", str(error))
