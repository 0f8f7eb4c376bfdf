"""What a submission has written is seen also where no listing shows it."""

import ctypes
import mmap
import os
import socket
from pathlib import Path

import pytest

from fcnkit.grading.sandbox import scratch, trees
from fcnkit.grading.sandbox.scratch import held_by, is_full

ME = [Path("/proc/self")]
MIB = 1 << 20


@pytest.fixture
def known():
    """What this process, which runs other tests, has already."""
    return held_by(ME, os.geteuid())


def written(path, mib):
    path.write_bytes(b"x" * (mib * MIB))
    return path


def full(folder, known, mib=8):
    held = held_by(ME, os.geteuid(), frozenset(known.mapped))
    before = {status.st_ino for status in known.removed}
    held.removed = [status for status in held.removed if status.st_ino not in before]
    return is_full(trees.entries(folder), held, mib)


def test_files_count_with_what_they_hold(tmp_path, known):
    written(tmp_path / "one", 5)
    os.truncate(written(tmp_path / "sparse", 1), 1 << 30)
    assert not full(tmp_path, known)
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "linked").hardlink_to(tmp_path / "one")
    assert not full(tmp_path, known)
    written(tmp_path / "folder" / "two", 5)
    assert full(tmp_path, known)


def test_a_removed_file_counts_while_it_is_open(tmp_path, known):
    with written(tmp_path / "file", 9).open() as file:
        (tmp_path / "file").unlink()
        assert file.fileno() > 0
        assert full(tmp_path, known)
    assert not full(tmp_path, known)


def test_removed_files_count_while_they_are_mapped(tmp_path, known):
    libc = ctypes.CDLL(None, use_errno=True)
    libc.mmap.restype = ctypes.c_void_p
    maps = []
    for name in ("one", "t\rwo"):  # the kernel escapes no break in a name but a newline
        with written(tmp_path / name, 1).open("rb") as file:
            place = libc.mmap(None, ctypes.c_size_t(4096), mmap.PROT_READ, mmap.MAP_SHARED, file.fileno(), 0)
            maps.append(ctypes.c_void_p(place))
        (tmp_path / name).unlink()
        assert full(tmp_path, known) == (name != "one")  # one may be as large as any, two cannot be
    for place in maps:
        libc.munmap(place, ctypes.c_size_t(4096))
    assert not full(tmp_path, known)


def test_too_many_are_too_many(tmp_path, known, monkeypatch):
    monkeypatch.setattr(scratch, "FILES", 5)
    for number in range(6):
        (tmp_path / str(number)).touch()
    assert full(tmp_path, known)


def test_sockets_and_shared_memory_are_seen(known):
    before = held_by(ME, os.geteuid(), frozenset(known.mapped))
    pair = socket.socketpair()
    with mmap.mmap(-1, 4096):
        found = held_by(ME, os.geteuid(), frozenset(known.mapped))
    for end in pair:
        end.close()
    assert len(found.sockets) == len(before.sockets) + 2
    assert found.shares_memory
