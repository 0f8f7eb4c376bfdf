"""Runs submissions through Otter, as `otter run` and as Gradescope do, with the autograder's zip."""

import compileall
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples" / "01-transposed-convolution"
PROGRAMS = Path(sys.executable).parent
PLUGIN = "fcnkit.otter_plugin.HiddenSuite"
MEMORY = Path("/dev/shm")  # noqa: S108  # a folder of our own is made in it
ROOM = 256 << 20
"""Bytes: many times what a run unpacks."""
_OUR_LINE = re.compile(r'File "[^"]*/fcnkit/(?!tests/)[\w/]+\.py"')


@dataclass(frozen=True)
class Run:
    """What came of one run; `results` is None where Otter wrote none."""

    status: int
    printed: str
    results: dict | None

    @property
    def shows_our_traceback(self):
        """Whether one has a line of fcnkit's; Jupyter now and then prints one of its own when a kernel ends."""
        return _OUR_LINE.search(self.printed) is not None


class WarmOtter:
    """A context manager; its methods are the real programs, forked from a process that has imported Otter."""

    def __enter__(self):
        self._temporary = _temporary_folder()
        environment = {**os.environ, "TMPDIR": self._temporary.name}
        command = [sys.executable, Path(__file__).with_name("warm_otter.py")]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=environment)
        return self

    def __exit__(self, *_):
        self._process.communicate()
        self._temporary.cleanup()

    def run(self, autograder, submission, folder, **environment):
        """`otter run -a AUTOGRADER SUBMISSION`, started in `folder`, where results.json is left."""
        folder.mkdir(parents=True, exist_ok=True)
        arguments = ["run", "--no-logo", "-a", str(autograder), str(submission)]
        return self._fork("otter", arguments, folder, folder / "results.json", environment)

    def gradescope(self, home, **environment):
        """What `run_autograder` does in `home`, which `gradescope_folder` has made."""
        environment["PYTHONPATH"] = str(home / "source" / "files" / "course")
        script = home / "source" / "run_otter.py"
        return self._fork(str(script), [str(home)], home, home / "results" / "results.json", environment)

    def script(self, code, folder, *arguments):
        """What Python does with a program that needs Otter; it ends after two minutes at most."""
        path = folder / "script.py"
        path.write_text(f"import signal; signal.alarm(120)\n{code}", encoding="utf-8")
        return self._fork(str(path), [*map(str, arguments)], folder, folder / "results.json", {})

    def _fork(self, program, arguments, folder, results, environment):
        output = folder / "printed.txt"
        job = {"program": program, "arguments": arguments, "folder": str(folder), "environment": environment}
        job["output"] = str(output)
        print(json.dumps(job), file=self._process.stdin, flush=True)
        status = int(self._process.stdout.readline())
        return Run(status, output.read_text(encoding="utf-8"), read_results(results))


def _temporary_folder():
    """In memory where there is room: Otter makes a thousand files for each run, on some disks in a second of CPU."""
    has_room = os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM
    folder = tempfile.TemporaryDirectory(prefix="fcnkit-otter-", dir=MEMORY if has_room else None)
    Path(folder.name).chmod(0o711)  # to be passed through by the users that students' processes become
    return folder


def otter_run(autograder, submission, folder, **environment):
    """The command line itself, `otter run`, in a process of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    command = [PROGRAMS / "otter", "run", "--no-logo", "-a", autograder, submission]
    return _started(command, folder, folder / "results.json", environment)


def run_autograder(home, **environment):
    """The zip's own entry, in a process of its own; it takes the first Python of the path."""
    path = f"{PROGRAMS}:{os.environ['PATH']}"
    return _started([home / "run_autograder"], home, home / "results" / "results.json", {"PATH": path, **environment})


def _started(command, folder, results, environment):
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )
    return Run(done.returncode, done.stdout + done.stderr, read_results(results))


def read_results(path):
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None


def gradescope_folder(home, autograder, *handed_in):
    """`home` as Gradescope lays out /autograder; a zip among `handed_in` is unpacked, as there."""
    for name in ("source", "submission", "results"):
        (home / name).mkdir(parents=True)
    unpacked = _unpacked(autograder)
    tool = unpacked / "files" / "course" / "fcnkit"  # a thousand files, which no test changes: not copied each time
    shutil.copytree(unpacked, home / "source", ignore=_all_but(tool), dirs_exist_ok=True)
    (home / "source" / tool.relative_to(unpacked)).symlink_to(tool)
    shutil.copy(home / "source" / "run_autograder", home)
    (home / "run_autograder").chmod(0o755)
    (home / "submission_metadata.json").write_text("{}")
    for path in handed_in:
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as archive:
                archive.extractall(home / "submission")
        else:
            shutil.copy(path, home / "submission")
    return home


def _all_but(left_out):
    """For `copytree`: whatever is not at that place."""
    return lambda folder, _names: {left_out.name} if Path(folder) == left_out.parent else set()


@cache
def _unpacked(autograder):
    """The zip's content beside it, with fcnkit compiled, which dozens of copies would each be anew."""
    folder = autograder.with_suffix(".unpacked")
    with zipfile.ZipFile(autograder) as archive:
        archive.extractall(folder)
    compileall.compile_dir(folder / "files" / "course" / "fcnkit", quiet=2)
    return folder


def notebook(path, *codes, metadata=None):
    """Write a notebook of code cells to `path`."""
    cells = [{"cell_type": "code", "source": code, "metadata": {}, "outputs": []} for code in codes]
    document = {"nbformat": 4, "nbformat_minor": 4, "metadata": metadata or {}, "cells": cells}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(document), encoding="utf-8")
    return path
