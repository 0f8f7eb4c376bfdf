"""Standard streams that somebody closed: nobody reads what is written there, and the command does its work."""

from __future__ import annotations

import errno
import io
import os
import stat
import sys
from typing import Any

from fcnkit.utf8_names import encoding_of_terminal

_STREAMS = (("stdin", "r"), ("stdout", "w"), ("stderr", "w"))
_UNREAD = (errno.EPIPE, errno.EBADF)
"""What says that nobody reads: the reader of a pipe went, or it was opened for reading only."""


def provide_streams() -> None:
    """Open what is closed, so that no file of ours gets its number; a pipe's reader or a terminal may go."""
    for number, (name, mode) in enumerate(_STREAMS):
        if getattr(sys, name) is None:
            os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)  # it has the lowest number: this one
            setattr(sys, name, open(number, mode, encoding="utf-8", closefd=False))  # noqa: SIM115  # for good
        elif mode == "w":
            setattr(sys, name, _lasting(getattr(sys, name)))


def _lasting(stream: Any) -> Any:
    """The same text stream, which stays open when its reader goes."""
    buffer: Any = getattr(stream, "buffer", None)
    if not isinstance(stream, io.TextIOWrapper) or not isinstance(getattr(buffer, "raw", buffer), io.FileIO):
        return stream  # such as a console of Windows', which takes no bytes
    return io.TextIOWrapper(
        io.BufferedWriter(_Lasting(stream.fileno())),
        encoding=encoding_of_terminal(stream.encoding),
        errors=stream.errors,
        line_buffering=stream.line_buffering,
        write_through=stream.write_through,
    )


class _Lasting(io.FileIO):
    """A descriptor that leads nowhere once writing there has failed; only that nobody reads is no failure."""

    def __init__(self, descriptor: int) -> None:
        super().__init__(descriptor, "w", closefd=False)
        is_device = stat.S_ISCHR(os.fstat(descriptor).st_mode)  # a closed terminal is none any more to `isatty`
        self._unread = (*_UNREAD, errno.EIO) if is_device else _UNREAD

    def write(self, data: Any, /) -> int:
        try:
            return super().write(data)
        except OSError as error:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self.fileno())
            os.close(nowhere)
            if error.errno not in self._unread:
                raise  # once: Python would say so again when it ends, with a traceback
            return super().write(data)
