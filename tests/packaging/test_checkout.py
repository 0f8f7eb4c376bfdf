"""What the Makefile puts into `.venv`: it is found in a folder with a Korean name, and uv's cache stays as it is."""

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
    _say_where_fcnkit_is(checkout)
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


def test_what_uv_linked_from_its_cache_stays_as_it_is_there(tmp_path: Path) -> None:
    cached = tmp_path / "cache" / "_fcnkit.pth"
    cached.parent.mkdir()
    cached.write_text("as uv made it\n")
    linked = tmp_path / ".venv" / "lib" / "python3.11" / "site-packages" / cached.name
    linked.parent.mkdir(parents=True)
    linked.hardlink_to(cached)
    _say_where_fcnkit_is(tmp_path)
    assert linked.read_text() == "../../../..\n../../../../shared\n"
    assert cached.read_text() == "as uv made it\n"


def _say_where_fcnkit_is(checkout: Path) -> None:
    recipe = subprocess.run(
        ["make", "-n", "-B", ".venv/.ready"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    (command,) = (line for line in recipe.splitlines() if "/_fcnkit.pth" in line)
    subprocess.run(command, cwd=checkout, shell=True, check=True)  # noqa: S602  # our own Makefile's
