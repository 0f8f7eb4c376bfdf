"""Folders that others have filled: looked through and removed whatever lies in them, and however deep.

By descriptor and in loops, so that neither the length of a path nor the depth of Python's stack bounds them.
Standard library only: this runs inside the sandbox, too.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from collections.abc import Iterator
from pathlib import Path

DEPTH = 64
"""Folders within folders that are looked into: each of them holds a descriptor meanwhile."""
_LISTED = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC


class TooDeep(Exception):
    """There are more folders within folders than DEPTH."""


def entries(folder: Path) -> Iterator[os.stat_result]:
    """All that lies in it, at any depth, without following links; what comes and goes meanwhile may be left out.

    Raises TooDeep.
    """
    levels: list[tuple[int, list[str]]] = []
    try:
        with contextlib.suppress(OSError):
            levels.append(_listed(os.fspath(folder), None))
        while levels:
            place, names = levels[-1]
            if not names:
                levels.pop()
                os.close(place)
                continue
            with contextlib.suppress(OSError):  # it has just been removed
                name = names.pop()
                status = os.stat(name, dir_fd=place, follow_symlinks=False)
                yield status
                if stat.S_ISDIR(status.st_mode):
                    levels.append(_listed(name, place))
            if len(levels) > DEPTH:
                raise TooDeep
    finally:
        for place, _ in levels:
            os.close(place)


def remove(folder: Path) -> None:
    """Remove it with all that lies in it, as far as that can be done; nothing may still be writing into it.

    Folders are moved up before they are emptied, so that none of them is ever deep.
    """
    with contextlib.suppress(OSError):
        top, names = _listed(os.fspath(folder), None)
        try:
            while sum(_is_removed(name, top) for name in names):
                names = os.listdir(top)  # noqa: PTH208  # pathlib knows no descriptors
        finally:
            os.close(top)
        folder.rmdir()


def _is_removed(name: str, top: int) -> bool:
    """Whether there is less to do than before: `name` has gone, and folders in it lie beside it now."""
    try:
        if not stat.S_ISDIR(os.stat(name, dir_fd=top, follow_symlinks=False).st_mode):
            os.unlink(name, dir_fd=top)
            return True
        place, inner = _listed(name, top)
        try:
            for each in inner:
                _move_up(each, place, top)
        finally:
            os.close(place)
        os.rmdir(name, dir_fd=top)
    except OSError:
        return False
    return True


def _move_up(name: str, place: int, top: int) -> None:
    if stat.S_ISDIR(os.stat(name, dir_fd=place, follow_symlinks=False).st_mode):
        os.rename(name, secrets.token_hex(16), src_dir_fd=place, dst_dir_fd=top)
    else:
        os.unlink(name, dir_fd=place)


def _listed(name: str, place: int | None) -> tuple[int, list[str]]:
    """A folder's descriptor and what is in it; of our own user's, also where its mode says that nobody may look."""
    try:
        folder = os.open(name, _LISTED, dir_fd=place)
    except PermissionError:
        _open_up(name, place)
        folder = os.open(name, _LISTED, dir_fd=place)
    try:
        return folder, os.listdir(folder)  # noqa: PTH208
    except OSError:
        os.close(folder)
        raise


def _open_up(name: str, place: int | None) -> None:
    found = os.open(name, os.O_PATH | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC, dir_fd=place)
    try:
        os.chmod(f"/proc/self/fd/{found}", 0o700)  # noqa: PTH101  # by its name, a link could have come in its place
    finally:
        os.close(found)
