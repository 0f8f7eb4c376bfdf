"""Wrong usage: one sentence that names the fix, exit status 2, never a traceback, nothing graded."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import run

ROOT = Path(__file__).resolve().parents[2]
CLASS = str(ROOT / "examples" / "01-transposed-convolution")
FCNKIT = Path(sys.executable).with_name("fcnkit")


@pytest.mark.usefixtures("lent_graders")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["grade", "09", CLASS, "--out", "OUT"], "there are: 01-transposed-convolution"),
        (["grade", "01", "/no/such/folder", "--out", "OUT"], "/no/such/folder: no such file or folder"),
        (["grade", "01", "EMPTY", "--out", "OUT"], "give the folder that holds the notebooks"),
        (["grade", "01", CLASS], "Missing option '--out'"),
        (["grade", "01", CLASS, "--out", "FILE"], "name another"),
        (["grade", "01", CLASS, "--out", ""], "the name is empty"),
        (["package", "01", "--out", ""], "the name is empty"),
        (["practice", "--out", ""], "the name is empty"),
        (["grade", "01", "HANDED-IN", "--out", "HANDED-IN"], "name a folder that holds no submissions"),
        (["grade", "01", CLASS, "--out", "HANDED-IN"], "it holds 'kim.ipynb'; name a folder that holds no submissions"),
        (["grade", "01", CLASS, "--out", "GARBAGE"], "cannot be used as a gradebook"),
        (["grade", "01", CLASS, "--out", "OUT", "--workers", "0"], "--workers"),
        (["grade", "01", CLASS, "--out", "OUT", "--isolation", "docker"], "'strict'"),
        (["grade", "01", CLASS, "--out", "OUT", "--lang", "fr"], "'ko'"),
        (["verify", "7"], "there are: 01-transposed-convolution"),
        (["build", "7"], "there are: 01-transposed-convolution"),
        (["grade", "01-transposed-convolutoin", CLASS, "--out", "OUT"], "did you mean '01-transposed-convolution'?"),
        (["verify", "yolo"], "did you mean '02-yolo-output'?"),
        (["bogus"], "No such command 'bogus'; there are: init, new, build"),
        (["grad", "01", CLASS], "No such command 'grad' (did you mean 'grade'?)"),
    ],
    ids=lambda value: " ".join(value).replace(f"{ROOT}/", "") if isinstance(value, list) else "",
)
def test_a_sentence_and_exit_status_2(tmp_path, arguments, said):
    (tmp_path / "EMPTY").mkdir()
    (tmp_path / "FILE").touch()
    (tmp_path / "HANDED-IN").mkdir()
    (tmp_path / "HANDED-IN" / "kim.ipynb").touch()
    (tmp_path / "GARBAGE").mkdir()
    (tmp_path / "GARBAGE" / "gradebook.sqlite").write_bytes(os.urandom(4096))
    done = run(*(tmp_path / word if word.isupper() else word for word in arguments), cwd=ROOT)
    assert done.returncode == 2
    assert said in done.stderr
    assert not (tmp_path / "OUT" / "grades.csv").exists()


def test_outside_a_course_none_is_used(tmp_path):
    command = [FCNKIT, "grade", "01", ".", "--out", "out"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith(f"fcnkit: {tmp_path}: no course.toml here or above")


@pytest.mark.parametrize("words", ["grade 01 . --out out", "init course"])
def test_a_working_folder_that_is_gone_is_said(words, tmp_path):
    # not by its name: the shell that starts it where its path has a blank would speak first
    command = f"{shlex.quote(sys.executable)} -P -m fcnkit --ui-lang en {words}"
    script = f"mkdir gone && cd gone && rmdir ../gone && exec {command}"
    done = subprocess.run(["bash", "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("fcnkit: the working folder has been removed")
    assert len(done.stderr.splitlines()) == 1
