"""The folder that a grader's processes share: removed at its end or, where it was killed, by the next grader.

So is what a trial of isolation leaves when it is killed.
"""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from fcnkit.grading.folder_lock import locked_folder
from fcnkit.grading.sandbox import trees
from fcnkit.grading.sandbox.level import TRIAL

_PREFIX = "fcnkit-grader-"
_NEW = 60
"""Seconds in which a folder may not be held yet, or a trial may go on."""


@contextlib.contextmanager
def locked_temp_dir() -> Iterator[Path]:
    """Creates a folder locked for the life of this process, and removes folders whose owner has died."""
    _remove_abandoned()
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
    try:
        with contextlib.ExitStack() as held:
            with contextlib.suppress(OSError):  # a file system without locks, on which nobody can take it away either
                held.enter_context(locked_folder(folder))
            yield folder
    finally:
        trees.remove(folder)


def _remove_abandoned() -> None:
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with contextlib.suppress(OSError):  # another user's, somebody holds it, or it has just been removed
            found = folder.lstat()
            if found.st_uid == os.geteuid() and found.st_mtime < time.time() - _NEW:
                with locked_folder(folder):
                    trees.remove(folder)
    for left in Path(tempfile.gettempdir()).glob(f"{TRIAL}*"):
        with contextlib.suppress(OSError):
            found = left.lstat()
            if found.st_uid == os.geteuid() and found.st_mtime < time.time() - _NEW:
                trees.remove(left) if stat.S_ISDIR(found.st_mode) else left.unlink()
