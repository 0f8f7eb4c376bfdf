"""A notebook is run, and a signal in the middle ends the kernel and the command with its own exit status."""

from __future__ import annotations

import errno
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import nbformat
import psutil
import pytest

from fcnkit.authoring.open_files import NEEDED, allow_open_files
from fcnkit.authoring.run_notebook import run_notebook

FCNKIT = Path(sys.executable).with_name("fcnkit")


def _kernels() -> set[int]:
    return {child.pid for child in psutil.Process().children() if child.status() != psutil.STATUS_ZOMBIE}


@pytest.mark.parametrize(("number", "raised"), [(signal.SIGTERM, SystemExit), (signal.SIGINT, KeyboardInterrupt)])
def test_a_signal_between_two_cells(number: signal.Signals, raised: type[BaseException], tmp_path: Path) -> None:
    cells = [{"cell_type": "code", "source": "1 + 1", "metadata": {}, "outputs": [], "execution_count": None}] * 2
    notebook = nbformat.from_dict({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 4})  # type: ignore[no-untyped-call]
    began, run = _kernels(), []

    def after_cell() -> None:
        run.append(_kernels() - began)
        signal.raise_signal(number)

    before = signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        with pytest.raises(raised):
            run_notebook(notebook, tmp_path / "fcnlab", after_cell)
    finally:
        signal.signal(signal.SIGTERM, before)
    assert [len(kernels) for kernels in run] == [1]
    assert not _kernels() & run[0]


_LONG = "x" * 90
"""Name of a folder."""


@pytest.mark.parametrize(
    ("command", "odd"),
    [
        # packages warn, but Otter does not end by it
        ("fcnkit solution 01 --out solved", {"PYTHONWARNINGS": "error"}),
        # too long a name for a socket in it
        ("echo >> solutions/01-moving-average/master.py && fcnkit build 01", {"TMPDIR": _LONG}),
    ],
)
def test_where_too_few_files_may_be_open_nothing_is_run_and_the_limit_is_told(
    tmp_path: Path, command: str, odd: dict[str, str]
) -> None:
    """The course that it is tried in is made on an odd machine, in a folder with a module that Python has, too."""
    (tmp_path / _LONG).mkdir()
    (tmp_path / "json.py").write_text("raise SystemExit('not the one that is meant')\n", encoding="utf-8")
    subprocess.run([FCNKIT, "init", "course"], cwd=tmp_path, env={**os.environ, **odd}, capture_output=True, check=True)
    script = f"ulimit -n 64; PATH={FCNKIT.parent}:$PATH; {command}"
    course = tmp_path / "course"
    done = subprocess.run(["bash", "-c", script], cwd=course, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.endswith(
        "fcnkit: Too many open files; allow more at the same time (`ulimit -n 1024`) and run the same command again\n"
    )
    assert "Traceback" not in done.stderr
    assert not (course / "solved").exists()


def test_as_many_files_as_a_kernel_needs_are_asked_for_and_the_limit_is_never_lowered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    limits, asked = {}, []
    monkeypatch.setattr(resource, "getrlimit", lambda _: limits["are"])
    monkeypatch.setattr(resource, "setrlimit", lambda _, limits: asked.append(limits))
    for limits["are"] in ((resource.RLIM_INFINITY,) * 2, (1024, 4096), (64, 4096), (64, resource.RLIM_INFINITY)):
        allow_open_files()
    assert asked == [(NEEDED, 4096), (NEEDED, resource.RLIM_INFINITY)]
    limits["are"] = (64, NEEDED - 1)
    with pytest.raises(OSError, match="Too many open files") as raised:
        allow_open_files()
    assert raised.value.errno == errno.EMFILE
