"""Jupyter's Python kernels, forked from a process that has imported what notebooks import, which takes them seconds.

Started by Jupyter as a kernel's command (`warm_kernels.py KERNEL CONNECTION_FILE`), it asks the process at the socket
WARM_KERNELS-KERNEL to fork one, and starts that process if nobody listens. They are real kernels; only the imports are
done.
"""

import contextlib
import fcntl
import gc
import importlib
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

_USUAL = ("ipykernel.ipkernel", "ipykernel.kernelapp", "matplotlib.pyplot", "numpy", "otter")
IMPORTED = {"python3": _USUAL, "keras": (*_USUAL, "keras")}
"""By kernel: the second one is for notebooks that import Keras in some cell."""
IDLE_SECONDS = 300
"""After which the forking process ends: no test run leaves it behind for long."""


def installed(folder):
    """Write into `folder` what lets Jupyter start warm kernels; the environment variables that tell it so."""
    for kernel in IMPORTED:
        spec = Path(folder, "kernels", kernel)
        spec.mkdir(parents=True, exist_ok=True)
        argv = [sys.executable, "-I", "-S", str(Path(__file__).resolve()), kernel, "{connection_file}"]
        (spec / "kernel.json").write_text(json.dumps({"argv": argv, "display_name": "Python 3", "language": "python"}))
    return {"JUPYTER_PATH": str(folder), "WARM_KERNELS": str(Path(folder, "socket"))}


def ask(kernel, connection_file):
    """Have a kernel forked that is in our place, and go as it goes."""
    with _connected(f"{os.environ['WARM_KERNELS']}-{kernel}", kernel) as wire:
        job = {"connection_file": connection_file, "folder": os.getcwd(), "environment": dict(os.environ)}  # noqa: PTH109
        socket.send_fds(wire, [json.dumps(job).encode() + b"\n"], [0, 1, 2])
        number = int(wire.makefile().readline())
        for each in (signal.SIGINT, signal.SIGTERM):
            signal.signal(each, lambda signum, _frame: os.kill(number, signum))
        while wire.recv(1):
            pass


def _connected(path, kernel):
    """A connection to the process that forks; it is started under a lock if it is not there."""
    wire = socket.socket(socket.AF_UNIX)
    with contextlib.suppress(OSError):
        wire.connect(path)
        return wire
    with Path(f"{path}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for attempt in range(600):
            with contextlib.suppress(OSError):
                wire.connect(path)
                return wire
            if not attempt:
                Path(path).unlink(missing_ok=True)
                subprocess.Popen(
                    [sys.executable, "-B", __file__, "--fork", path, kernel],
                    stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                    start_new_session=True,
                )  # fmt: skip
            time.sleep(0.1)
    raise TimeoutError(path)


def fork(path, kernel):
    """Listen at a socket and fork a kernel for each who asks; returns in the kernel's process, with its job."""
    os.environ["MPLBACKEND"] = "module://matplotlib_inline.backend_inline"
    gc.disable()  # what is imported stays: to look for garbage in it takes a quarter of Keras' import
    for name in IMPORTED[kernel]:
        importlib.import_module(name)
    gc.freeze()  # each kernel would look through all of it, and so copy all its pages
    gc.enable()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody asks how they ended
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(path)
    listener.listen(16)
    listener.settimeout(IDLE_SECONDS)
    while True:
        try:
            wire = listener.accept()[0]
        except TimeoutError:
            sys.exit()
        wire.settimeout(None)
        if os.fork():
            wire.close()
            continue
        listener.close()
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.setsid()
        said, descriptors, *_ = socket.recv_fds(wire, 1 << 20, 3)
        while not said.endswith(b"\n"):
            said += wire.recv(1 << 20)
        for standard, descriptor in enumerate(descriptors):
            os.dup2(descriptor, standard)
            os.close(descriptor)
        wire.sendall(b"%d\n" % os.getpid())
        return wire, json.loads(said)


def become_kernel(wire, job):
    """Run a kernel until it is shut down, or until whoever asked for it is gone."""
    threading.Thread(target=lambda: (wire.recv(1), os._exit(0)), daemon=True).start()
    os.chdir(job["folder"])
    os.environ.clear()
    os.environ.update(job["environment"])
    sys.path[:0] = ["", *filter(None, job["environment"].get("PYTHONPATH", "").split(os.pathsep))]
    sys.argv = ["ipykernel_launcher.py", "-f", job["connection_file"], "--HistoryManager.hist_file=:memory:"]
    importlib.import_module("ipykernel.kernelapp").launch_new_instance()


if __name__ == "__main__":
    if sys.argv[1] == "--fork":
        sys.path.pop(0)  # the tests' folder
        become_kernel(*fork(*sys.argv[2:]))
    else:
        ask(*sys.argv[1:3])
