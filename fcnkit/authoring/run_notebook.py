"""Runs a notebook of the course's own in a kernel of its own."""

from __future__ import annotations

import asyncio
import atexit
import os
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from nbclient import NotebookClient

from fcnkit.authoring.open_files import allow_open_files

_QUIET = {"TF_CPP_MIN_LOG_LEVEL": "3", "PYTHONUTF8": "1"}
_START_SECONDS = 300
"""A kernel's start takes a second, but machines can be busy."""


class _Loop(asyncio.SelectorEventLoop):
    """Leaves signals to the command: nbclient answers them with a RuntimeError, and takes their handlers away."""

    def add_signal_handler(self, *_: object) -> None:
        raise RuntimeError  # as in a thread, which nbclient expects


def run_notebook(notebook: Any, fcnlab: Path, after_cell: Callable[[], object]) -> None:
    """Run all code cells in an empty folder, where the package `fcnlab` can be imported; outputs go into `notebook`.

    Raises nbclient's CellExecutionError, RuntimeError where the kernel ends or does not begin, and OSError where too
    few files may be open. The kernel ends also at Ctrl-C and SIGTERM.
    """
    allow_open_files()
    path = os.pathsep.join(filter(None, [str(fcnlab.parent), os.environ.get("PYTHONPATH")]))
    with tempfile.TemporaryDirectory() as scratch, asyncio.Runner(loop_factory=_Loop) as runner:
        client = NotebookClient(
            notebook,
            timeout=None,
            startup_timeout=_START_SECONDS,
            kernel_name="python3",
            record_timing=False,
            coalesce_streams=True,
            on_cell_executed=lambda **_: after_cell(),
            resources={"metadata": {"path": scratch}},
        )
        environment = {**os.environ, **_QUIET, "PYTHONPATH": path}
        loop = runner.get_loop()
        loop.set_exception_handler(lambda *_: None)  # what cells say that a signal cuts off, nobody has to read
        # not `runner.run`, which makes of Ctrl-C what nbclient takes for the death of the kernel
        try:
            loop.run_until_complete(client.async_execute(env=environment, stderr=subprocess.DEVNULL))
        finally:
            runner.close()
            if client.km is None:  # where a signal cuts its end off, nbclient would end the kernel once more
                atexit.unregister(client._cleanup_kernel)
