"""`fcnkit --version` and `python -m fcnkit` say the version that pyproject.toml has, anywhere."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

PROJECT = tomllib.loads((Path(__file__).resolve().parents[2] / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.mark.parametrize("command", [[Path(sys.executable).with_name("fcnkit")], [sys.executable, "-m", "fcnkit"]])
def test_the_version_is_said_outside_a_course_too(command, tmp_path):
    done = subprocess.run([*command, "--version"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout == f"fcnkit {PROJECT['version']}\n"
