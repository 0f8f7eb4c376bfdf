"""One driver for one gradebook: two at once would grade everything twice."""

from __future__ import annotations

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

from fcnkit.errors import UserError


@contextlib.contextmanager
def alone_in(out: Path) -> Iterator[None]:
    """Hold the folder until the end, also that of a killed process. Raises UserError when another holds it."""
    folder = os.open(out, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(folder)
        raise UserError(
            f"--out {out}: another `fcnkit grade` is at work in this folder; wait for its end, or name another --out"
        ) from None
    except OSError:
        pass  # a file system without such locks
    try:
        yield
    finally:
        os.close(folder)
