"""`--isolation`: what is asked for is what is had, or grading does not start."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from contextlib import nullcontext
from itertools import takewhile
from pathlib import Path
from typing import get_args

import pytest

from fcnkit import cli
from fcnkit.commands import options
from fcnkit.grading.sandbox import level as levels
from fcnkit.grading.sandbox.level import Isolation, IsolationUnavailable, require_private
from fcnkit.text import same

FCNKIT = Path(sys.executable).with_name("fcnkit")


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
    monkeypatch.setattr(levels, "_trial", lambda level: nullcontext(lambda: same(f"{level} has been taken away")))
    out = tmp_path / "out"
    monkeypatch.setattr(sys, "argv", ["fcnkit", "grade", "01", f"{notebook}", "--out", f"{out}", "--isolation", wanted])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 2
    assert f"cannot confine students' code as --isolation {wanted} wants" in capsys.readouterr().err
    assert not out.exists()


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
