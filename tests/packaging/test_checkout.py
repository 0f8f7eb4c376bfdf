"""What the Makefile puts into `.venv`, in a checkout whose folder has a Korean name."""

from __future__ import annotations

import os
import subprocess
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("locale", ["C", "ko_KR.EUC-KR", "C.UTF-8"])  # the second is installed hardly anywhere
def test_python_starts_in_a_folder_with_a_korean_name_whatever_the_locale_is(tmp_path: Path, locale: str) -> None:
    checkout = tmp_path / "한글 폴더"
    (checkout / "shared" / "found_there").mkdir(parents=True)
    venv.create(checkout / ".venv", with_pip=False)
    recipe = subprocess.run(
        ["make", "-n", "-B", ".venv/.ready"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    (searched,) = (line for line in recipe.splitlines() if "_fcnkit.pth" in line)
    subprocess.run(searched, cwd=checkout, shell=True, check=True)  # noqa: S602  # our own Makefile's
    done = subprocess.run(
        [".venv/bin/python", "-c", "import found_there; print(ascii(found_there.__path__[0]))"],
        cwd=checkout,
        env={**os.environ, "LC_ALL": locale, "PYTHONPATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stderr, done.returncode) == ("", 0)
    assert done.stdout.strip() == ascii(str(checkout / "shared" / "found_there"))
