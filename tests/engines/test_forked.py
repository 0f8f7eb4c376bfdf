"""A module run by a fork finds what it would find in an interpreter of its own, and its parent the same end."""

from __future__ import annotations

import json
import os
import shlex
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from fcnkit.engines import forked

BEGIN = """import json, os, signal, sys, subprocess
from fcnkit.engines.forked import Forked, can_fork
assert can_fork()
log = os.open("log", os.O_WRONLY | os.O_CREAT)
told, telling = os.pipe()
kept, other = os.dup(told), os.dup(told)
signal.signal(signal.SIGTERM, lambda *_: None)  # as a command does
def run(*arguments):
    command = ["python", "-P", "-m", "ran", *map(str, arguments)]
    return Forked(command, [kept, telling], os.environ | {"OF_ITS_OWN": "1"}, log)
"""
RAN = """import gc, json, os, signal, sys, time
if sys.argv[1] == "look":
    def is_open(number):
        try:
            return bool(os.fstat(int(number)))
        except OSError:
            return False
    print("to nobody")
    seen = {
        "name": __name__, "arguments": sys.argv[1:], "path": sys.path, "own": os.environ["OF_ITS_OWN"],
        "open": [is_open(number) for number in sys.argv[3:]],
        "null": [os.readlink(f"/proc/self/fd/{number}") for number in (0, 1)],
        "leads": os.getsid(0) == os.getpid(),
    }
    os.write(int(sys.argv[2]), json.dumps(seen).encode())
elif sys.argv[1] == "sleep":
    time.sleep(60)
else:
    sys.exit("no such thing")
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "importable").mkdir()
    (tmp_path / "importable" / "ran.py").write_text(RAN, encoding="utf-8")
    return tmp_path


def _program(place: Path, text: str) -> Any:
    """What a program that may fork prints."""
    (place / "program.py").write_text(BEGIN + text, encoding="utf-8")
    root = Path(forked.__file__).parents[2]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(place / "importable"), str(root)])}
    command = [sys.executable, "program.py"]
    done = subprocess.run(command, cwd=place, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_it_finds_what_a_new_interpreter_has(place: Path) -> None:
    text = """done = run("look", telling, kept, telling, other, log)
assert done.wait(30) == 0
assert done.poll() == 0
print(os.read(told, 9999).decode())"""
    seen = _program(place, text)
    assert seen["name"] == "__main__"
    assert seen["arguments"][0] == "look"
    assert str(place) not in seen["path"], "the folder of the program itself"
    assert str(place / "importable") in seen["path"]
    assert seen["own"] == "1"
    assert seen["open"] == [True, True, False, False], "what is kept, and nothing else"
    assert seen["null"] == [os.devnull] * 2
    assert seen["leads"], "Ctrl-C is not for it"
    assert (place / "log").read_text(encoding="utf-8") == ""


def test_its_reason_is_in_the_log_and_its_parent_goes_on(place: Path) -> None:
    text = "done = run('else')\nprint(json.dumps([done.wait(), os.getpid() == done.pid]))"
    assert _program(place, text) == [1, False]
    assert (place / "log").read_text(encoding="utf-8") == "no such thing\n"


@pytest.mark.parametrize("how", ["terminate", "kill"])
def test_it_is_ended_while_it_runs_and_once_only(place: Path, how: str) -> None:
    text = f"""done = run("sleep")
try:
    done.wait(0.05)
except subprocess.TimeoutExpired:
    running = done.poll()
done.{how}()
print(json.dumps([running, done.wait(), done.{how}(), done.returncode]))"""
    number = -(signal.SIGTERM if how == "terminate" else signal.SIGKILL)
    assert _program(place, text) == [None, number, None, number]


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT"])
def test_a_signal_ends_it_even_when_it_has_just_begun(place: Path, name: str) -> None:
    """What the command does about one, which may be nothing, is not done by the fork."""
    text = f"""signal.signal(signal.{name}, lambda *_: None)
ends = []
for _ in range(50):
    done = run("sleep")
    os.kill(done.pid, signal.{name})
    ends.append(done.wait(20))
print(json.dumps([min(map(abs, ends)), list(signal.pthread_sigmask(signal.SIG_BLOCK, []))]))"""
    assert _program(place, text) == [signal.SIGTERM if name == "SIGTERM" else 1, []]


def test_it_is_known_to_have_ended_where_somebody_else_was_told(place: Path) -> None:
    text = """signal.signal(signal.SIGCHLD, signal.SIG_IGN)
ended = [run("else").wait(20), run("sleep")]
ended[1].kill()
print(json.dumps([ended[0], ended[1].wait(20), ended[1].poll()]))"""
    assert _program(place, text) == [0, 0, 0]


def test_its_reason_is_in_the_log_wherever_its_parent_writes(place: Path) -> None:
    _program(place, "import io\nsys.stderr = io.StringIO()\nprint(json.dumps(run('else').wait()))")
    assert (place / "log").read_text(encoding="utf-8") == "no such thing\n"


@pytest.mark.parametrize("closed", [0, 2])
def test_nothing_is_forked_where_a_standard_descriptor_may_be_another_file(place: Path, closed: int) -> None:
    (place / "asked.py").write_text(
        "from fcnkit.engines.forked import can_fork\nprint(can_fork(), flush=True)", encoding="utf-8"
    )
    root = Path(forked.__file__).parents[2]
    command = ["bash", "-c", f"{shlex.quote(sys.executable)} asked.py {closed}>&-"]
    environment = os.environ | {"PYTHONPATH": str(root)}
    done = subprocess.run(command, cwd=place, env=environment, stdout=subprocess.PIPE, check=True)
    assert done.stdout == b"False\n"


@pytest.mark.parametrize(
    "has", ["import numpy", "import pytest", "import threading\nthreading.Timer(0.5, id, [1]).start()"]
)
def test_nothing_is_forked_where_a_fork_would_have_what_it_must_not(place: Path, has: str) -> None:
    assert _program(place, f"{has}\nprint(json.dumps(can_fork()))") is False


def test_the_examiner_of_the_command_is_a_fork(place: Path) -> None:
    """And that of the same program with NumPy is none: tests, for one, must not fork themselves."""
    text = """from fcnkit.course import Course
from fcnkit.engines import fork_servers
from pathlib import Path
made = []
for library in ("json", "numpy"):
    __import__(library)
    servers = fork_servers.ForkServers(Course(Path(ROOT)).assignment("01"))
    made.append(type(servers._examiner.process).__name__)
    servers.close()
    made.append(servers._examiner.process.returncode)
print(json.dumps(made))"""
    root = Path(forked.__file__).parents[2]
    term = -signal.SIGTERM
    assert _program(place, f"ROOT = {str(root)!r}\n{text}") == ["Forked", term, "Popen", term]
