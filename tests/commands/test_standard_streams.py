"""A command does its work, and has its own exit status, where nobody reads what it says."""

import io
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from fcnkit.standard_streams import provide_streams

FCNKIT = Path(sys.executable).with_name("fcnkit")
WRONG_USAGE = 2
NO_ROOM = 1


def run(command: str, redirected: str) -> "subprocess.CompletedProcess[str]":
    """The command, and after what it printed, its exit status."""
    script = f"{shlex.quote(str(FCNKIT))} {command} {redirected}"
    return subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_change_nothing_but_what_is_shown(closed: str) -> None:
    done = run("--version", closed)
    assert done.returncode == 0
    assert done.stderr == ""
    assert bool(done.stdout) == (closed == "2>&-")
    assert run("grade 99 nowhere", closed).returncode == WRONG_USAGE


def test_a_file_does_not_get_the_number_of_a_closed_stream(tmp_path: Path) -> None:
    """What is said would be written into it."""
    script = "from fcnkit.standard_streams import provide_streams\nprovide_streams()\n"
    script += f"file = open({str(tmp_path / 'file')!r}, 'w')\nprint('said', flush=True)\nassert file.fileno() > 2"
    done = subprocess.run(["bash", "-c", f'{shlex.quote(sys.executable)} -c "{script}" <&- >&- 2>&-'], check=False)
    assert done.returncode == 0
    assert (tmp_path / "file").read_text(encoding="utf-8") == ""


@pytest.mark.parametrize("command", ["--help", "doctor", "grade 99 nowhere"])
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_may_go(monkeypatch: pytest.MonkeyPatch, command: str, unbuffered: str) -> None:
    monkeypatch.setenv("PYTHONUNBUFFERED", unbuffered)
    reader, writer = os.pipe()
    os.close(reader)
    for stream in ("stdout", "stderr"):
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, stream: writer}
        done = subprocess.run([FCNKIT, *command.split()], text=True, check=False, **streams)
        assert done.returncode == (WRONG_USAGE if "99" in command else 0)
        assert "Traceback" not in f"{done.stdout}{done.stderr}"
    os.close(writer)


@pytest.mark.parametrize("command", ["--help", "doctor", "grade 99 nowhere"])
def test_a_terminal_may_be_closed(command: str) -> None:
    """As one is from which a command was started in the background."""
    master, terminal = os.openpty()
    os.close(master)
    for stream in ("stdout", "stderr"):
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, stream: terminal}
        done = subprocess.run([FCNKIT, *command.split()], text=True, check=False, start_new_session=True, **streams)
        assert done.returncode == (WRONG_USAGE if "99" in command else 0)
        assert "Traceback" not in f"{done.stdout}{done.stderr}"
    os.close(terminal)


def test_what_may_only_be_read_is_as_if_it_were_closed() -> None:
    done = run("--version", "</dev/null >&0")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_what_is_no_file_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """A console of Windows' writes text, and no bytes."""
    console = io.TextIOWrapper(io.BytesIO())
    for name in ("stdout", "stderr"):
        monkeypatch.setattr(sys, name, console)
    provide_streams()
    assert sys.stdout is sys.stderr is console


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_full_disk_is_one_sentence(monkeypatch: pytest.MonkeyPatch, unbuffered: str) -> None:
    monkeypatch.setenv("PYTHONUNBUFFERED", unbuffered)
    done = run("--version", ">/dev/full")
    assert done.returncode == NO_ROOM
    assert len(done.stderr.splitlines()) == 1
