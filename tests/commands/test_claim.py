"""Two drivers on one gradebook."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from fcnkit.commands.output_lock import exclusive_lock

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
