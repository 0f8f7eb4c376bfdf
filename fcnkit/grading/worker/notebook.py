"""Runs a notebook's code cells as Jupyter would, without a kernel."""

from __future__ import annotations

import errno
import sys
import types
from dataclasses import dataclass
from typing import Any

from IPython.core.compilerop import CachingCompiler
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

MAX_MESSAGE = 500
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


class _Compiler(CachingCompiler):
    """Names compiled code after its cell, so that an exception's place can be told."""

    cell = 0

    def get_code_name(self, _raw_code: str, _transformed_code: str, _number: int) -> str:
        return f"cell {self.cell}"


class _Shell(InteractiveShell):
    """IPython without a screen: nobody looks, and formatting what nobody sees is slow."""

    def __init__(self) -> None:
        config = Config()
        config.HistoryManager.enabled = False  # history would start a thread and open a database
        super().__init__(config=config)
        self.compile = self.compiler = _Compiler()

    def system(self, _command: str) -> None:
        """`!pip install …` has no place to go, and is no reason to fail."""

    def enable_gui(self, _gui: str | None = None) -> None:
        """`%matplotlib inline` asks for no window here."""

    def showtraceback(self, *_args: object, **_kwargs: object) -> None: ...

    def showsyntaxerror(self, *_args: object, **_kwargs: object) -> None: ...

    def showindentationerror(self) -> None: ...


class Notebook:
    """A fresh IPython namespace. Create it in the warm parent; run cells only after the fork."""

    def __init__(self) -> None:
        self._shell = _Shell()
        self._shell.transform_cell("...")  # compiles the tokenizer's patterns, once for all forks

    def run(self, number: int, source: str) -> Raised | None:
        """Execute one cell; the exception that ended it, if one did."""
        self._shell.compiler.cell = number
        result = self._shell.run_cell(source, store_history=False, silent=True)
        error = result.error_before_exec or result.error_in_exec
        return None if error is None else describe(error)

    def defines(self, name: str) -> bool:
        """Whether the cells that ran have left a variable or function of this name."""
        return name in self._shell.user_ns

    def get(self, name: str) -> Any:
        """The value of a variable that the notebook defines."""
        return self._shell.user_ns[name]

    @property
    def namespace(self) -> dict[str, Any]:
        """All that the cells have left, by name."""
        names: dict[str, Any] = self._shell.user_ns
        return names


def describe(error: BaseException) -> Raised:
    """What an exception says, with its deepest place in a cell. Never fails: `str` of it may be hostile or broken."""
    kind = type(error)
    try:
        message = f"{kind.__name__}: {error}" if str(error) else kind.__name__
    except BaseException:  # the student's own __str__ runs here, in the student's process
        message = kind.__name__
    cell, line = _place(error)
    is_builtin = kind.__module__ == "builtins"
    return Raised(kind.__name__[:80], is_builtin, message[:MAX_MESSAGE], cell, line, _limit(error))


def _limit(error: BaseException) -> str | None:
    if isinstance(error, MemoryError):
        return "memory"
    if isinstance(error, OSError):
        return _LIMITS.get(error.errno or 0)
    return "processes" if type(error) is RuntimeError and error.args == ("can't start new thread",) else None


def _place(error: BaseException) -> tuple[int | None, int | None]:
    if isinstance(error, SyntaxError) and (error.filename or "").startswith("cell "):
        return int(str(error.filename).removeprefix("cell ")), error.lineno
    place: tuple[int | None, int | None] = (None, None)
    step: types.TracebackType | None = error.__traceback__
    while step is not None:
        filename = step.tb_frame.f_code.co_filename
        if filename.startswith("cell ") and filename[5:].isdigit():
            place = int(filename[5:]), step.tb_lineno
        step = step.tb_next
    return place


def hide_otter() -> None:
    """Let `import otter` and `grader.check(...)` in a student's notebook do nothing: the public checks were theirs."""
    module = types.ModuleType("otter", "Otter's student interface, doing nothing while a notebook is graded.")
    module.Notebook = QuietGrader  # type: ignore[attr-defined]
    sys.modules["otter"] = module


class QuietGrader:
    """Accepts every call that `otter.Notebook` accepts."""

    def __init__(self, *_args: object, **_kwargs: object) -> None: ...

    def __getattr__(self, _name: str) -> Any:
        return lambda *_args, **_kwargs: None
