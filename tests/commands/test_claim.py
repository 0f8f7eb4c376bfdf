"""Two drivers on one gradebook."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from fcnkit.commands.output_lock import exclusive_lock
from fcnkit.errors import UserError

ROOT = Path(__file__).resolve().parents[2]
FCNKIT = Path(sys.executable).with_name("fcnkit")


def test_the_second_driver_in_a_folder_is_refused_in_a_sentence_and_writes_nothing(tmp_path: Path) -> None:
    command = [FCNKIT, "grade", "01", "examples/01-transposed-convolution/Emily Carter.ipynb", "--out", tmp_path]
    with exclusive_lock(tmp_path):
        second = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert second.returncode == 2
    assert second.stderr.strip().endswith("wait for its end, or name another --out")
    assert list(tmp_path.iterdir()) == []
    with exclusive_lock(tmp_path):
        pass  # it was given back


def test_a_link_to_the_folder_is_locked_with_it(tmp_path: Path) -> None:
    folder, link = tmp_path / "out", tmp_path / "link"
    folder.mkdir()
    link.symlink_to(folder)
    with exclusive_lock(link), pytest.raises(UserError), exclusive_lock(folder):
        pass
