"""The student side's warm parent: enters the sandbox, imports what submissions import, forks per submission."""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import select
import signal
import socket
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fcnkit.grading import forkserver
from fcnkit.grading.sandbox import enter


@dataclass(frozen=True)
class Settings:
    """What the engine tells the warm parent at its start."""

    requests: int
    """Descriptor of the socket over which examiners ask for workers."""
    level: str
    readable: list[str]
    preload: list[str]


def main(text: str) -> None:
    """Run until every examiner has gone; `text` is the settings as JSON."""
    settings = Settings(**json.loads(text))
    # The view is entered before NumPy is imported: a namespace can be entered only by a process of one thread.
    enter.enter_parent(settings.level, [Path(path) for path in settings.readable])
    for module in settings.preload:
        importlib.import_module(module)
    from fcnkit.grading.worker.notebook import Notebook, hide_otter  # noqa: PLC0415  # only inside the view

    hide_otter()
    notebook = Notebook()

    def handle(request: bytes, descriptors: list[int]) -> None:
        supervise(json.loads(request), descriptors, notebook, settings)

    forkserver.serve(socket.socket(fileno=settings.requests), handle)


def supervise(limits: dict[str, Any], descriptors: list[int], notebook: Any, settings: Settings) -> None:
    """Fork the student's process, tell the examiner its number and, at the end, how it ended.

    The examiner has it ended by closing its end of the control socket.
    """
    wire, control = (socket.socket(fileno=descriptor) for descriptor in descriptors)
    enter.enter_supervisor(settings.level)
    child = os.fork()
    if child == 0:
        control.close()
        enter.enter_child(settings.level, limits, keep=[wire.fileno()])
        from fcnkit.grading.worker.answer import answer  # noqa: PLC0415  # only inside the view

        answer(wire, notebook)
        os._exit(0)
    wire.close()
    control.send(json.dumps({"pid": child}).encode())
    ended = os.pidfd_open(child)
    select.select([ended, control.fileno()], [], [])
    os.kill(child, signal.SIGKILL)  # also when it has just ended: it is not reaped yet, so the number is still its own
    _, status = os.waitpid(child, 0)
    with contextlib.suppress(OSError):  # the examiner that asked for the end does not wait for the answer
        control.send(json.dumps({"ended": os.waitstatus_to_exitcode(status)}).encode())
