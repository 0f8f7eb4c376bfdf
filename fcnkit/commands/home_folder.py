"""A home folder for those who run without one: what is imported looks there for settings and writes caches."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path


def provide_home() -> None:
    """Where this process' user has no home folder to write into, make one that lasts as long as the process."""
    with suppress(RuntimeError):  # a user that the system does not know, as in a container
        if os.access(Path.home(), os.R_OK | os.W_OK | os.X_OK):
            return
    with suppress(OSError):  # no room, or nowhere to write at all: whatever is asked for may need none
        folder = tempfile.mkdtemp(prefix="fcnkit-home-")
        os.environ["HOME"] = folder
        atexit.register(_remove, folder, os.getpid())


def _remove(folder: str, owner: int) -> None:
    if os.getpid() == owner:
        shutil.rmtree(folder, ignore_errors=True)
