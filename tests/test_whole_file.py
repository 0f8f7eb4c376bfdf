import os
import subprocess
import sys
from pathlib import Path

import pytest

from fcnkit.whole_file import remove_unfinished, write_whole


def test_what_is_closed_to_others_stays_closed(tmp_path: Path) -> None:
    path = tmp_path / "new" / "grades.csv"
    write_whole(path, b"one")
    for mode in (0o600, 0o444):
        path.chmod(mode)
        write_whole(path, b"two")
        assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"two", mode)


def test_what_cannot_be_written_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "one").touch()
    with pytest.raises(OSError, match=r"folder'$"):
        write_whole(tmp_path / "folder", b"two")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_what_a_killed_process_left_is_removed_and_nothing_else(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True)
    names = [
        f".{done.stdout.decode().strip()}-0.tmp",
        f".{os.getpid()}-0.tmp",
        ".2147483648-0.tmp",
        ".notes-0.tmp",
        "notes.tmp",
    ]
    (tmp_path / "feedback").mkdir()
    for folder in (tmp_path, tmp_path / "feedback"):
        for name in names:
            (folder / name).touch()
    remove_unfinished(tmp_path)
    assert {path.name for path in tmp_path.rglob("*") if path.is_file()} == set(names[1:])


def test_a_pipe_is_written_to_and_stays_one(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_whole(pipe, b"content")
        assert os.read(reader, 100) == b"content"
    finally:
        os.close(reader)
    assert pipe.is_fifo()
    assert list(tmp_path.iterdir()) == [pipe]
