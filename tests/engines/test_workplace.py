"""What a killed grader leaves in the folder for temporary files is removed by the next one, and nothing else is."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from fcnkit.engines.temp_dir import locked_temp_dir
from fcnkit.grading.sandbox.level import TRIAL

LEAVE = """
import os, signal
from fcnkit.engines.temp_dir import locked_temp_dir
from fcnkit.grading.sandbox.level import TRIAL
with locked_temp_dir() as folder:
    (folder / "worker.log").touch()
    os.utime(folder, (0, 0))
    print(folder, flush=True)
    os.kill(os.getpid(), signal.{signal})
"""


@pytest.fixture(autouse=True)
def temporary(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    return tmp_path


def leave(signal):
    """Another grader, which this signal has hit; its folder looks old."""
    return subprocess.Popen([sys.executable, "-c", LEAVE.format(signal=signal)], stdout=subprocess.PIPE)


def test_a_killed_graders_folder_is_removed_by_the_next_one(temporary):
    with leave("SIGKILL") as killed:
        killed.wait()
    assert len(list(temporary.iterdir())) == 1
    with locked_temp_dir() as folder:
        assert list(temporary.iterdir()) == [folder]
    assert list(temporary.iterdir()) == []


def test_a_living_graders_folder_stays():
    with leave("SIGSTOP") as living:
        other = Path(living.stdout.readline().decode().strip())
        with locked_temp_dir():
            assert (other / "worker.log").exists()
        living.kill()


def test_what_is_new_or_no_folder_of_ours_stays(temporary):
    (temporary / "fcnkit-grader-new").mkdir()
    (temporary / "elsewhere").mkdir()
    (temporary / "elsewhere" / "file").touch()
    (temporary / "fcnkit-grader-link").symlink_to(temporary / "elsewhere")
    os.utime(temporary / "fcnkit-grader-link", (0, 0), follow_symlinks=False)
    with locked_temp_dir():
        pass
    assert (temporary / "elsewhere" / "file").exists()
    assert (temporary / "fcnkit-grader-new").exists()


def test_what_a_killed_trial_left_is_removed_once_it_is_old(temporary):
    for name in ("old", "new"):
        (temporary / f"{TRIAL}{name}" / "within").mkdir(parents=True)
        (temporary / f"{TRIAL}secret-{name}").touch()
    for old in temporary.glob("*-old"):
        os.utime(old, (0, 0))
    with locked_temp_dir():
        pass
    assert sorted(left.name for left in temporary.iterdir()) == [f"{TRIAL}new", f"{TRIAL}secret-new"]
