"""`--isolation`: what is asked for is what is had, or grading does not start."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import takewhile
from pathlib import Path
from typing import get_args

import pytest

from fcnkit import __main__ as command_start
from fcnkit import cli
from fcnkit.commands import options
from fcnkit.engines import fork_servers, server_process
from fcnkit.engines.fork_servers import ForkServers
from fcnkit.grading.sandbox.level import Isolation, IsolationUnavailable, require_private
from fcnkit.text import same

FCNKIT = Path(sys.executable).with_name("fcnkit")
TERMINATED_AMID_A_TRIAL = """
import os, signal, sys, tempfile
def comes(event, _):
    if event == "subprocess.Popen" and len(os.listdir(tempfile.gettempdir())) == 2:
        os.kill(os.getpid(), signal.SIGTERM)
sys.addaudithook(comes)
"""
"""Once there are the graders' folder and what a trial must not read, as its process starts."""


@pytest.fixture
def notebook(tmp_path: Path) -> Path:
    path = tmp_path / "kim.ipynb"
    cell = {"cell_type": "code", "source": "x = 1", "metadata": {}, "outputs": []}
    path.write_text(json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [cell]}))
    return path


def test_none_warns_and_grades(notebook: Path, tmp_path: Path) -> None:
    command = [FCNKIT, "grade", "01", notebook, "--out", tmp_path / "out", "--isolation", "none"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Warning: with `--isolation none` submitted code can read and change whatever you can" in done.stderr


@pytest.mark.parametrize("wanted", ["strict", "landlock", "uid", "auto"])
def test_what_cannot_be_had_is_refused(
    wanted: str, notebook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(ForkServers, "trouble_at", lambda _, level: same(f"{level} has been taken away"))
    out = tmp_path / "out"
    monkeypatch.setattr(sys, "argv", ["fcnkit", "grade", "01", f"{notebook}", "--out", f"{out}", "--isolation", wanted])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 2
    assert f"cannot confine students' code as --isolation {wanted} wants" in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize(
    ("words", "is_begun"),
    [
        (["grade", "01", "class", "--out", "out"], True),
        (["grade", "01", "class", "--out", "out", "--isolation=none"], False),
        (["grade", "01", "class", "--out", "out", "--engine", "ray"], False),
        (["grade", "01", "class", "--out", "out", "--device=gpu"], False),
        (["grade"], False),
        (["grade", "--help"], False),
        (["verify"], False),
        ([], False),
    ],
)
def test_only_grade_has_graders_begun(
    words: list[str], is_begun: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "class").mkdir()
    monkeypatch.chdir(tmp_path)
    seen: list[str] = []

    @contextmanager
    def beginning(*named: str) -> Iterator[None]:
        seen.append(f"begun{named}")
        yield

    monkeypatch.setattr(server_process, "beginning", beginning)
    monkeypatch.setattr(fork_servers, "beginning", beginning)
    monkeypatch.setattr(sys, "argv", ["fcnkit", *words])
    monkeypatch.setattr(cli, "main", lambda: seen.append("command"))
    monkeypatch.setattr(signal, "signal", lambda *_: None)  # a test process keeps its own
    command_start.main()
    assert seen == (["begun()", "begun('01',)", "command"] if is_begun else ["command"])


def test_grading_works_where_the_end_of_children_is_ignored(notebook: Path, tmp_path: Path) -> None:
    """As some daemons leave it to what they start."""
    command = [f"{FCNKIT}", "grade", "01", f"{notebook}", "--out", f"{tmp_path / 'out'}"]
    text = f"import os, signal\nsignal.signal(signal.SIGCHLD, signal.SIG_IGN)\nos.execv({command[0]!r}, {command!r})"
    done = subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_sigterm_leaves_nothing_of_a_trial(notebook: Path, tmp_path: Path) -> None:
    files = tmp_path / "temporary"
    files.mkdir()
    comes = tmp_path / "sitecustomize.py"
    comes.write_text(TERMINATED_AMID_A_TRIAL, encoding="utf-8")
    command = [f"{FCNKIT}", "grade", "01", f"{notebook}", "--out", f"{tmp_path / 'out'}"]
    environment = os.environ | {"TMPDIR": f"{files}", "PYTHONPATH": f"{tmp_path}"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (command_start.TERMINATED, ""), done.stderr
    assert list(files.iterdir()) == []


@pytest.mark.parametrize(("mode", "is_open"), [(0o755, True), (0o751, True), (0o750, False), (0o700, False)])
def test_what_every_user_can_read_is_named_with_its_remedy(mode: int, is_open: bool, tmp_path: Path) -> None:
    for above in takewhile(lambda folder: folder != Path(tempfile.gettempdir()), (tmp_path, *tmp_path.parents)):
        above.chmod(0o755)  # pytest closes its folders to others
    secret = tmp_path / "hidden suites"
    secret.mkdir()
    secret.chmod(mode)
    if is_open:
        with pytest.raises(IsolationUnavailable, match=r"chmod o-rwx '.*hidden suites'"):
            require_private([secret, tmp_path / "not there"])
    else:
        require_private([secret])


def test_every_level_can_be_asked_for() -> None:
    (choices, *_) = get_args(options.IsolationLevel)
    assert set(get_args(choices)) == {"auto", *Isolation}
