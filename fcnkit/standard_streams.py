"""Standard streams that somebody closed: nobody reads what is written there, and the command does its work."""

from __future__ import annotations

import io
import os
import sys
from typing import Any

_STREAMS = (("stdin", "r"), ("stdout", "w"), ("stderr", "w"))


def provide_streams() -> None:
    """Open what is closed, so that no file of ours gets its number; a reader may go, as `| head -1` does."""
    for number, (name, mode) in enumerate(_STREAMS):
        if getattr(sys, name) is None:
            os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)  # it has the lowest number: this one
            setattr(sys, name, open(number, mode, encoding="utf-8", closefd=False))  # noqa: SIM115  # for good
        elif mode == "w" and not getattr(sys, name).isatty():
            setattr(sys, name, _lasting(getattr(sys, name)))


def _lasting(stream: Any) -> Any:
    """The same text stream, which stays open when its reader goes."""
    if not isinstance(stream, io.TextIOWrapper):
        return stream
    return io.TextIOWrapper(
        io.BufferedWriter(_Lasting(stream.fileno(), "w", closefd=False)),
        encoding=stream.encoding,
        errors=stream.errors,
        line_buffering=stream.line_buffering,
        write_through=stream.write_through,
    )


class _Lasting(io.FileIO):
    """A descriptor that leads nowhere once writing there has failed; only that a reader went is no failure."""

    def write(self, data: Any, /) -> int:
        try:
            return super().write(data)
        except OSError as error:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self.fileno())
            os.close(nowhere)
            if not isinstance(error, BrokenPipeError):
                raise  # once: Python would say so again when it ends, with a traceback
            return super().write(data)
