"""Describes an exception in a student's code, with its cell and line."""

from __future__ import annotations

import errno
import re
import types
from dataclasses import dataclass

from fcnkit.grading.worker.time_limit import OutOfTime

MAX_MESSAGE = 500
_BOLD = re.compile(r"\x1b\[[0-9;]{0,20}m")
"""How Keras has a terminal write in bold or in colour."""
_CELL_NAME = re.compile(r"cell ([0-9]{1,9})")
_NO_THREAD = "RuntimeError: can't start new thread"
_LIMITS = {
    errno.EAGAIN: "processes",  # of fork; nobody else here waits for anything
    errno.EMFILE: "open files",
    errno.EFBIG: "disk",
    errno.ENOSPC: "disk",
}
"""What the kernel says where it enforces a limit."""


@dataclass(frozen=True)
class Raised:
    """An exception in the student's code."""

    type: str
    builtin: bool
    """Whether the type is one of Python's own, whose name tells nothing that the student chose."""
    message: str
    """The last line that Python would print, bounded."""
    cell: int | None
    line: int | None
    """Where in the notebook it was raised, as far as known."""
    limit: str | None
    """The limit that was reached, where the exception tells."""


def describe(error: BaseException) -> Raised:
    """What an exception says, with its deepest place in a cell. Never fails, however hostile or broken its class is."""
    try:
        return _described(error)
    except BaseException:  # a metaclass or a property of the student's own gave no name, or no place
        return Raised("Exception", builtin=False, message="Exception", cell=None, line=None, limit=None)


def _described(error: BaseException) -> Raised:
    kind = type(error)
    try:
        message = f"{kind.__name__}: {error}" if str(error) else kind.__name__
    except BaseException:  # the student's own __str__ runs here, in the student's process
        message = kind.__name__
    cell, line = _place(error)
    is_builtin = kind.__module__ == "builtins"
    message = _BOLD.sub("", message[: 2 * MAX_MESSAGE])[:MAX_MESSAGE]
    return Raised(kind.__name__[:80], is_builtin, message, cell, line, _limit(error, message))


def cell_name(number: int) -> str:
    """The file name with which a cell's code is compiled, by which an exception's place is told."""
    return f"cell {number}"


def cell_number(name: object) -> int | None:
    """The cell whose code has this file name, which may be the student's own."""
    found = _CELL_NAME.fullmatch(name) if isinstance(name, str) else None
    return int(found[1]) if found else None


def _limit(error: BaseException, message: str) -> str | None:
    if isinstance(error, MemoryError):
        return "memory"
    if isinstance(error, OutOfTime):
        return "time"
    if isinstance(error, OSError):
        return _LIMITS.get(error.errno) if isinstance(error.errno, int) else None
    # not its arguments: to compare arrays with anything raises
    return "processes" if type(error) is RuntimeError and message == _NO_THREAD else None


def _place(error: BaseException) -> tuple[int | None, int | None]:
    if isinstance(error, SyntaxError) and (cell := cell_number(error.filename)) is not None:
        return cell, error.lineno if isinstance(error.lineno, int) else None
    place: tuple[int | None, int | None] = (None, None)
    step: types.TracebackType | None = error.__traceback__
    while step is not None:
        cell = cell_number(step.tb_frame.f_code.co_filename)
        if cell is not None:
            place = cell, step.tb_lineno
        step = step.tb_next
    return place
