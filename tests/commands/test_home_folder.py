"""Who has no home folder gets one for as long as a command runs: libraries write settings and caches there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

BEFORE = """
import pwd
def unknown(uid):
    raise KeyError(uid)
pwd.getpwuid = unknown
"""
AFTER = """
import os
from pathlib import Path
from fcnkit.commands.home_folder import provide_home
provide_home()
home = Path.home()
(home / "settings").write_text("")
pid = os.fork()
if pid == 0:
    raise SystemExit  # a child leaves it to its parent
os.waitpid(pid, 0)
assert (home / "settings").exists()
print(home, oct(home.stat().st_mode & 0o777))
"""


@pytest.mark.parametrize("home", [None, "/nowhere"])
def test_without_a_home_folder_one_is_made_and_removed(home: str | None, tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "HOME"} | {"TMPDIR": str(tmp_path)}
    environment |= {} if home is None else {"HOME": home}
    done = subprocess.run(
        [sys.executable, "-c", BEFORE + AFTER], env=environment, capture_output=True, text=True, check=True
    )
    made, mode = done.stdout.split()
    assert Path(made).parent == tmp_path
    assert mode == "0o700"
    assert list(tmp_path.iterdir()) == []


def test_a_home_folder_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    environment = {**os.environ, "HOME": str(tmp_path / "home"), "TMPDIR": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", AFTER], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.split()[0] == str(tmp_path / "home")
    assert (tmp_path / "home" / "settings").exists()


def test_where_nothing_can_be_written_the_command_goes_on() -> None:
    environment = {**os.environ, "HOME": "/nowhere", "TMPDIR": "/proc"}
    code = f"import tempfile; tempfile.tempdir = '/proc'\n{AFTER.partition('home =')[0]}print(os.environ['HOME'])"
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["/nowhere"]
