"""Ctrl-C at any moment ends a command quietly, with the status that shells expect."""

import errno
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from fcnkit.errors import CannotGoOn
from fcnkit.quiet_pool import QuietPool

FCNKIT = Path(sys.executable).with_name("fcnkit")
ROOT = Path(__file__).resolve().parents[2]
INTERRUPTED = 130
COMES_NOW = "import os, signal; os.killpg(0, signal.SIGINT)\n"
"""To all processes of the command, as the terminal has it."""
IN_A_CHILD = 'import sys\nif "--multiprocessing-fork" in sys.orig_argv: '
"""What stands behind it happens while a process of a pool starts."""


@pytest.fixture
def interrupted(tmp_path, monkeypatch):
    """Runs a command that is interrupted when it imports this module."""

    def run(module, *command, source=COMES_NOW):
        place = tmp_path / f"{module.replace('.', '/')}.py"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(source, encoding="utf-8")
        monkeypatch.setenv("PYTHONPATH", str(tmp_path))
        return subprocess.run(command, capture_output=True, text=True, check=False, start_new_session=True, timeout=120)

    return run


@pytest.mark.parametrize("command", [[FCNKIT], [sys.executable, "-m", "fcnkit"]])
def test_while_it_imports(interrupted, command):
    done = interrupted("typer.__init__", *command, "--version")
    assert (done.returncode, done.stdout, done.stderr) == (INTERRUPTED, "", "")


@pytest.mark.parametrize("module", ["packaging.__init__", "psutil.__init__"])
def test_while_the_graders_start(interrupted, tmp_path, module):
    command = (FCNKIT, "grade", "01", "examples/01-transposed-convolution", "--out", tmp_path / "out")
    done = interrupted(module, *command)
    assert (done.returncode, done.stdout, done.stderr) == (INTERRUPTED, "", "")


def test_while_the_processes_of_build_import_otter(interrupted):
    done = interrupted("otter.__init__", FCNKIT, "build", "--check", "04")
    assert (done.returncode, done.stdout, done.stderr) == (INTERRUPTED, "", "")


def test_while_a_process_of_practice_starts(interrupted, tmp_path):
    command = (FCNKIT, "practice", "--sets", "40", "--format", "pdf", "--out", tmp_path / "sets")
    done = interrupted("sitecustomize", *command, source=IN_A_CHILD + COMES_NOW)
    assert (done.returncode, done.stdout) == (INTERRUPTED, "")
    assert "Traceback" not in done.stderr, done.stderr


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGKILL, -signal.SIGKILL)])
def test_the_processes_of_practice_end_with_it_when_it_is_ended(tmp_path, number, status):
    """They hold the other end of its standard output: that would not end, either."""
    command = (FCNKIT, "practice", "--sets", "400", "--format", "pdf", "--out", tmp_path / "sets")
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
    ) as running:
        try:
            while len(psutil.Process(running.pid).children()) < 2:  # the pool's own, and what keeps track of semaphores
                time.sleep(0.05)
            running.send_signal(number)
            said, _ = running.communicate(timeout=60)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(running.pid, signal.SIGKILL)
    assert running.returncode == status
    assert number == signal.SIGKILL or "Traceback" not in said, said  # nobody tells those that start of such an end


@pytest.mark.parametrize("python", sorted({sys.executable, *filter(os.path.exists, ["/usr/bin/python3.11"])}))
def test_a_pool_ends_whose_processes_have_ended_with_much_work_on_its_way(python):
    """Debian 12 has a Python 3.11.2, which waits for ever to write it down."""
    code = "import multiprocessing, os\nfrom fcnkit.quiet_pool import QuietPool\nif __name__ == '__main__':\n"
    code += "    with QuietPool(1, multiprocessing.get_context('spawn')) as pool:\n"
    code += "        works = [pool.submit(os._exit, 1), *(pool.submit(len, b'x' * 200_000) for _ in range(3))]\n"
    code += "    print(works[-1].exception().__class__.__name__)\n"
    done = subprocess.run([python, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == "BrokenProcessPool\n"


@pytest.mark.parametrize(("number", "raised"), [(errno.EROFS, CannotGoOn), (errno.EMFILE, OSError)])
def test_where_semaphores_have_no_place_that_is_said(number, raised, monkeypatch):
    def refuses(*_, **__):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(ProcessPoolExecutor, "__init__", refuses)
    with pytest.raises(raised, match=r"/shm that can be written: Read-only|Too many"):
        QuietPool(1, multiprocessing.get_context("spawn"))
