"""Names of files are UTF-8, whatever the locale is: in one such as EUC-KR, Python takes them for something else."""

import locale
import os
import sys
from pathlib import Path

_MODE = "PYTHONUTF8"


def take_names_as_utf8() -> None:
    """Where the locale is of another encoding, begin again in Python's UTF-8 mode, as do all that are started."""
    if sys.platform != "linux" or sys.getfilesystemencoding() == "utf-8" or os.environ.get(_MODE) == "1":
        return
    try:
        words = Path("/proc/self/cmdline").read_bytes().split(b"\0")[:-1]  # what `sys.argv` holds is lost already
        os.execvpe(words[0], words, os.environ | {_MODE: "1"})  # noqa: S606  # this very command
    except (OSError, IndexError):
        return


def encoding_of_terminal(stream: str) -> str:
    """That of the locale where UTF-8 mode has put another one in its place; `stream` is what a stream would take."""
    if not sys.flags.utf8_mode or "PYTHONIOENCODING" in os.environ:
        return stream
    told = locale.getencoding()
    is_none = told.lower().startswith(("ansi_x3.4", "us-ascii"))  # of C, which stands for UTF-8
    return stream if is_none else told
