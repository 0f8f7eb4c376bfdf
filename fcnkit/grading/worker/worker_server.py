"""The student side's fork server: enters the sandbox, imports what submissions import, forks per submission."""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import select
import signal
import socket
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from fcnkit.grading import forkserver
from fcnkit.grading.sandbox.probe_child import enter
from fcnkit.grading.sandbox.sandbox import Exceeded, Sandbox, SandboxConfig
from fcnkit.grading.worker.lazy_imports import LazyImports

if TYPE_CHECKING:
    from fcnkit.grading.control import AskedNames, WorkerEnded, WorkerRequest, WorkerStarted

GLANCE = 0.2
"""Seconds between two looks at what a student's process has written."""
RECURSION = 3_000
"""Calls within calls, as far as Jupyter itself lets them go where its completion (Jedi) is in use, instead of 1,000."""


def main(
    bounds: SandboxConfig, requests: int, preload: list[str], lazy_imports: list[str], trial: dict[str, Any] | None
) -> None:
    """Fork a worker for each request that comes over the socket `requests`, until every examiner has gone.

    `trial` are arguments of `probe_child.enter`, which tries the level first; the engine reads what it reports.
    """
    gc.disable()  # what is imported stays: looking for garbage in it takes a quarter of TensorFlow's import
    # before NumPy is imported: a namespace can be entered only by a process of one thread
    sandbox = Sandbox(bounds) if trial is None else enter(bounds, **trial)
    if sandbox is None:
        return
    if trial is not None:
        os.close(trial["report"])
    later = LazyImports(lazy_imports)
    for module in preload:
        importlib.import_module(module)
    answer = _ready_to_answer()

    def handle(request: bytes, descriptors: list[int]) -> None:
        said: WorkerRequest = json.loads(request)
        supervise(said["limits"], descriptors, lambda wire: answer(wire, said["asked"]), sandbox)

    def prepare(request: bytes) -> None:
        said: WorkerRequest = json.loads(request)
        later.run(said["modules"])

    forkserver.serve(socket.socket(fileno=requests), handle, prepare)
    with contextlib.suppress(ChildProcessError):  # until every supervisor has ended its student and cleaned up
        while True:
            os.wait()
    os._exit(0)  # without taking TensorFlow to pieces first


def _ready_to_answer() -> Callable[[socket.socket, AskedNames | None], None]:
    """Once the sandbox is entered and what students use is imported: do all that every notebook is to find done.

    Returns what a student's process does: answer requests until the examiner hangs up.
    """
    from fcnkit.grading.worker.notebook_runner import Notebook  # noqa: PLC0415
    from fcnkit.grading.worker.quiet_print import print_to_files_alone  # noqa: PLC0415
    from fcnkit.grading.worker.request_loop import answer_requests  # noqa: PLC0415  # from inside the view
    from fcnkit.grading.worker.skipped_sleep import let_sleep_be_skipped  # noqa: PLC0415
    from fcnkit.grading.worker.stand_ins import StandIns, ask_nobody  # noqa: PLC0415
    from fcnkit.grading.worker.tensorflow_setup import apply_gpu_limit, fill_registries  # noqa: PLC0415
    from fcnkit.grading.worker.time_limit import let_none_come_late  # noqa: PLC0415
    from fcnkit.grading.worker.uninitialized_arrays import fill_what_is_empty  # noqa: PLC0415

    fill_registries()
    fill_what_is_empty()
    print_to_files_alone()
    let_sleep_be_skipped()
    StandIns()
    ask_nobody()
    notebook = Notebook()

    def answer(wire: socket.socket, asked: AskedNames | None) -> None:
        if asked is not None:
            notebook.ask_for(**asked)
        sys.path.insert(0, "")  # what a notebook writes into its folder it can import, as at the student's desk
        apply_gpu_limit()
        let_none_come_late()
        sys.setrecursionlimit(RECURSION)
        answer_requests(wire, notebook)

    return answer


def supervise(
    limits: dict[str, Any], descriptors: list[int], answer: Callable[[socket.socket], None], sandbox: Sandbox
) -> None:
    """Fork the student's process, tell the examiner its number and, at the end, how it ended.

    The examiner ends it by closing its end of the control socket.
    """
    wire, control = (socket.socket(fileno=descriptor) for descriptor in descriptors)
    supervisor = os.getpid()
    child = sandbox.supervise()
    if child == 0:
        sandbox.confine(supervisor, limits, keep=[wire.fileno()])
        answer(wire)
        os._exit(0)
    exceeded: Exceeded | None = None
    try:
        wire.close()
        started: WorkerStarted = {"pid": child, "own_network": sandbox.has_own_network}
        control.send(json.dumps(started).encode())
        ended = os.pidfd_open(child)
        while exceeded is None and not select.select([ended, control.fileno()], [], [], GLANCE)[0]:
            exceeded = sandbox.exceeded(limits["disk_mib"])
    finally:
        os.kill(child, signal.SIGKILL)  # also when it has just ended: it is not reaped yet, so the number is its own
        _, status = os.waitpid(child, 0)
        sandbox.clean_up()
    end: WorkerEnded = {"ended": os.waitstatus_to_exitcode(status), "exceeded": exceeded}
    with contextlib.suppress(OSError):  # the examiner that asked for the end does not wait for the answer
        control.send(json.dumps(end).encode())
