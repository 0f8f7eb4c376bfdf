"""As many open files as a Jupyter kernel needs: one that gets fewer dies, hangs, or fails at whatever is imported."""

from __future__ import annotations

import errno
import os
import sys

NEEDED = 256
"""At the same time; 64 are too few for NumPy and Matplotlib, and macOS allows no more than these unasked."""


def allow_open_files() -> None:
    """For this process and those that it starts. Raises OSError where the machine does not allow as many."""
    if sys.platform == "win32":  # has no such limit
        return
    import resource  # noqa: PLC0415  # is not there on Windows

    allowed, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    if _is_enough(allowed):
        return
    if not _is_enough(most):
        raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))
    resource.setrlimit(resource.RLIMIT_NOFILE, (NEEDED, most))


def _is_enough(limit: int) -> bool:
    import resource  # noqa: PLC0415  # as above

    return limit == resource.RLIM_INFINITY or limit >= NEEDED
