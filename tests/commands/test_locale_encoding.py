"""Where the locale's encoding is not UTF-8, names of files are, and what is printed is in the locale's."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

FCNKIT = Path(sys.executable).with_name("fcnkit")


@pytest.fixture(scope="module")
def euc_kr(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of a terminal whose locale is EUC-KR."""
    folder = tmp_path_factory.mktemp("locales")
    compiler = shutil.which("localedef")
    made = compiler and subprocess.run(
        [compiler, "-f", "EUC-KR", "-i", "ko_KR", folder / "ko_KR.EUC-KR"], capture_output=True, check=False
    )
    if not made or made.returncode != 0:
        pytest.skip("no such locale can be made here")
    others = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
    return others | {"LOCPATH": str(folder), "LC_ALL": "ko_KR.EUC-KR"}


def test_a_korean_name_is_found_and_said(euc_kr: dict[str, str], tmp_path: Path) -> None:
    course = tmp_path / "한글 과목"
    done = subprocess.run([FCNKIT, "init", course], env=euc_kr, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "한글 과목" in done.stdout.decode("euc-kr")
    assert (course / "course.toml").is_file()
    done = subprocess.run([FCNKIT, "new", "02-padding"], cwd=course, env=euc_kr, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_in_utf8_mode_too_the_terminal_is_written_to_as_its_locale_says(euc_kr: dict[str, str], tmp_path: Path) -> None:
    env = euc_kr | {"PYTHONUTF8": "1"}
    done = subprocess.run([FCNKIT, "term", tmp_path / "없음"], env=env, capture_output=True, check=False)
    assert done.returncode == 2
    assert "없음" in done.stderr.decode("euc-kr")


def test_a_name_that_the_terminal_cannot_show_is_no_reason_to_stop(euc_kr: dict[str, str], tmp_path: Path) -> None:
    missing = tmp_path / "José 🦊"
    done = subprocess.run([FCNKIT, "term", missing], env=euc_kr, capture_output=True, check=False)
    assert done.returncode == 2
    assert "Jos\\xe9 \\U0001f98a" in done.stderr.decode("euc-kr")
    assert b"Traceback" not in done.stderr


def test_what_python_prints_in_utf8_stays_so_where_no_locale_is_set(tmp_path: Path) -> None:
    done = subprocess.run(
        [FCNKIT, "--ui-lang", "ko", "term", tmp_path / "없음"],
        env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "1"},
        capture_output=True,
        check=False,
    )
    assert "없음" in done.stderr.decode("utf-8")
