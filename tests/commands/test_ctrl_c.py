"""Ctrl-C at any moment ends a command quietly, with the status that shells expect."""

import subprocess
import sys
from pathlib import Path

import pytest

FCNKIT = Path(sys.executable).with_name("fcnkit")
INTERRUPTED = 130
COMES_NOW = "import os, signal\nos.killpg(0, signal.SIGINT)\n"
"""To all processes of the command, as the terminal has it."""


@pytest.fixture
def interrupted(tmp_path, monkeypatch):
    """Runs a command that is interrupted when it imports this module."""

    def run(module, *command):
        place = tmp_path / f"{module.replace('.', '/')}.py"
        place.parent.mkdir(parents=True)
        place.write_text(COMES_NOW, encoding="utf-8")
        monkeypatch.setenv("PYTHONPATH", str(tmp_path))
        return subprocess.run(command, capture_output=True, text=True, check=False, start_new_session=True)

    return run


@pytest.mark.parametrize("command", [[FCNKIT], [sys.executable, "-m", "fcnkit"]])
def test_while_it_imports(interrupted, command):
    done = interrupted("typer.__init__", *command, "--version")
    assert (done.returncode, done.stdout, done.stderr) == (INTERRUPTED, "", "")


def test_while_a_command_runs(interrupted):
    done = interrupted("psutil.__init__", FCNKIT, "grade", "01", "examples/01-transposed-convolution", "--out", "never")
    assert (done.returncode, done.stdout, done.stderr) == (INTERRUPTED, "", "")


def test_while_the_processes_of_build_import_otter(interrupted):
    done = interrupted("otter.__init__", FCNKIT, "build", "--check", "04")
    assert (done.returncode, done.stdout, done.stderr) == (INTERRUPTED, "", "")
