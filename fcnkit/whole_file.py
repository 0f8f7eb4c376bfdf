"""Files that are put in place at once: a reader sees the old one or the new one, never half."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path
from uuid import uuid4

_TOO_LONG = 10
"""Digits: no process' number has as many."""


def encoded(text: str) -> bytes:
    """The bytes of a file of ours. A lone surrogate, which only a hostile string holds, is written as its escape."""
    return text.encode("utf-8", "backslashreplace")


def write_file(path: Path, text: str) -> None:
    """A text, whole or not at all."""
    write_whole(path, encoded(text))


def write_whole(path: Path, content: bytes) -> None:
    """The file, whose folder is made. Raises OSError with its name; what was there before then stays."""
    path.parent.mkdir(parents=True, exist_ok=True)
    # short: the real name may already be as long as names may be
    temporary = path.parent / f".{os.getpid()}-{uuid4().hex[:8]}.tmp"
    try:
        if path.exists() and not path.is_file():  # a device or a pipe is written to: root could replace even /dev/full
            path.write_bytes(content)
            return
        with temporary.open("xb") as file:
            with contextlib.suppress(FileNotFoundError):
                os.fchmod(file.fileno(), stat.S_IMODE(path.stat().st_mode))  # what is closed to others stays closed
            file.write(content)
        temporary.replace(path)
    except OSError as error:  # a full disk is told without the file's name
        raise OSError(error.errno, error.strerror, os.fspath(path)) from error
    finally:
        temporary.unlink(missing_ok=True)


def remove_unfinished(folder: Path) -> None:
    """Remove what processes that were killed left half written there, and one folder below; not what others write."""
    for temporary in [*folder.glob(".*.tmp"), *folder.glob("*/.*.tmp")]:
        writer = temporary.name.removeprefix(".").partition("-")[0]
        if writer.isdecimal() and len(writer) < _TOO_LONG and not _is_running(int(writer)):
            temporary.unlink(missing_ok=True)


def _is_running(process: int) -> bool:
    import psutil  # noqa: PLC0415  # hardly ever is there anything to remove

    return psutil.pid_exists(process)  # where there is no /proc, too
