"""Folders are looked through and removed whatever lies in them, and however deep."""

import os
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

import pytest

from fcnkit.engines.temp_dir import locked_temp_dir
from fcnkit.grading.sandbox import trees

DEPTH = 1500
"""Deeper than Python's functions can call themselves."""


def nest(folder, depth=DEPTH, name="d"):
    """Folders within folders; the innermost has a file."""
    place = os.open(folder, os.O_RDONLY)
    for _ in range(depth):
        os.mkdir(name, dir_fd=place)
        inner = os.open(name, os.O_RDONLY, dir_fd=place)
        os.close(place)
        place = inner
    os.close(os.open("file", os.O_CREAT | os.O_WRONLY, dir_fd=place))
    os.close(place)


def test_what_lies_deep_is_removed(tmp_path):
    (tmp_path / "root").mkdir()
    nest(tmp_path / "root")
    nest(tmp_path / "root", 40, "d" * 200)  # beyond the longest path
    (tmp_path / "root" / "outside").symlink_to(Path(__file__).parent)
    (tmp_path / "root" / "nowhere").symlink_to("nowhere")
    os.mkfifo(tmp_path / "root" / "pipe")
    trees.remove(tmp_path / "root")
    assert list(tmp_path.iterdir()) == []
    assert Path(__file__).exists()


def test_a_link_in_the_place_of_a_folder_is_not_followed(tmp_path):
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "file").touch()
    (tmp_path / "link").symlink_to(tmp_path / "kept")
    trees.remove(tmp_path / "link")
    assert list(trees.entries(tmp_path / "link")) == []
    assert (tmp_path / "kept" / "file").exists()


def test_what_is_not_there_does_no_harm(tmp_path):
    trees.remove(tmp_path / "missing")
    assert list(trees.entries(tmp_path / "missing")) == []


def test_entries_are_told_at_any_depth_up_to_a_bound(tmp_path):
    before = len(list(Path("/proc/self/fd").iterdir()))
    nest(tmp_path, 30, "d" * 200)
    found = list(trees.entries(tmp_path))
    assert len(found) == 31
    nest(tmp_path, trees.DEPTH)
    with pytest.raises(trees.TooDeep):
        list(trees.entries(tmp_path))
    assert len(list(Path("/proc/self/fd").iterdir())) == before


CLOSED = """
import os, sys
from pathlib import Path
from fcnkit.grading.sandbox import trees
folder = Path(sys.argv[1])
if os.geteuid() == 0:
    os.setresuid(65534, 65534, 65534)
for name, mode in (("unlisted", 0o300), ("closed", 0)):
    (folder / name).mkdir()
    (folder / name / "file").touch()
    (folder / name).chmod(mode)
(folder / "closed-to-others").symlink_to("/root")
print(len(list(trees.entries(folder))))
trees.remove(folder / "unlisted")
trees.remove(folder / "closed")
print(sorted(os.listdir(folder)))
"""


def test_a_mode_hides_nothing_from_who_owns_the_folder():
    python = sys.executable if os.geteuid() else f"/usr/bin/python3.{sys.version_info.minor}"
    if not Path(python).exists():
        pytest.skip(f"needs {python}, which any user may start")
    with tempfile.TemporaryDirectory() as folder:  # pytest's own let no other user pass
        Path(folder).chmod(0o777)
        path = f"{Path(__file__).parents[2]}:{sysconfig.get_path('purelib')}"
        done = subprocess.run(
            [python, "-B", "-c", CLOSED, folder], env={"PYTHONPATH": path}, capture_output=True, text=True, check=True
        )
    assert done.stdout == "5\n['closed-to-others']\n"


def test_a_bad_left_over_stops_no_grader(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    left = tmp_path / "fcnkit-grader-left"
    left.mkdir()
    nest(left)
    os.utime(left, (0, 0))
    with locked_temp_dir() as folder:
        assert not left.exists()
        nest(folder)
    assert list(tmp_path.iterdir()) == []
