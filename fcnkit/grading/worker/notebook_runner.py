"""Runs a notebook's code cells as Jupyter would, without a kernel."""

from __future__ import annotations

import bdb  # noqa: F401  # IPython imports it with the first statement that it runs: in every fork
import io
import re
from collections.abc import Collection, Mapping
from typing import Any

from IPython.utils.capture import CapturedIO

from fcnkit.grading.protocol import Care
from fcnkit.grading.worker.definitions import Definitions
from fcnkit.grading.worker.exception_text import Raised
from fcnkit.grading.worker.rescue import rescue
from fcnkit.grading.worker.shell import Shell, timed
from fcnkit.grading.worker.statements import without_broken
from fcnkit.grading.worker.time_limit import MANY

_MAGIC = re.compile(r"\s*%%(\w+)[ \t]*(.*)\n?")
_LEADING = re.compile(r"\A((?:[ \t]*\n)+)([ \t]*)")
"""Blank lines, which IPython leaves out so that lines below are told by another number, and an indentation."""
_AROUND_PYTHON = ("capture", "debug", "prun", "time", "timeit")
"""IPython's own magics that only watch the code below them."""


class Notebook:
    """A fresh IPython namespace. Create it in the fork server; run cells only after the fork."""

    def __init__(self) -> None:
        self._shell = Shell()
        self._shell.transform_cell("%time")  # compiles the tokenizer's patterns, once for all forks
        self._definitions = Definitions(self._shell.user_ns, (), ())

    def ask_for(self, functions: Collection[str], variables: Collection[str]) -> None:
        """Before the first cell: remember what the cells bind to these names."""
        self._definitions = Definitions(self._shell.user_ns, functions, variables)

    def run(
        self, number: int, source: str, care: Care = "none", seconds: float = MANY, *, sleeps: bool = True
    ) -> list[Raised]:
        """Execute one cell, statement by statement, for so many seconds of CPU; the first exceptions in it.

        `sleeps`: `time.sleep` waits, where the cell has not brought a process down.
        """
        shell = self._shell
        shell.compiler.cell = number
        shell.raised = []
        shell.is_stopped = shell.has_left_out = False
        shell.care, shell.seconds, shell.sleeps = care, seconds, sleeps and care == "none"
        shell.after_statement = lambda: self._definitions.look(number, after_stop=shell.is_stopped)
        if not self._ran(source := self._without_magics(source)):
            self._ran(without_broken(shell.transform_cell(source)))
        return shell.raised

    @property
    def has_left_out(self) -> bool:
        """Whether the last cell held more than the definitions that it was run for."""
        return self._shell.has_left_out

    def settle(self, chosen: Mapping[str, int], *, rescues: bool = True) -> dict[str, dict[str, Any]]:
        """After the last cell: have names stand for the answers, as `Definitions.settle` tells.

        `rescues`: first run definitions separately that their own cells did not reach.
        """
        if rescues:
            definitions = self._definitions
            rescue(
                self._shell.unfinished,
                self._shell.user_ns,
                definitions.unanswered(),
                lambda cell: definitions.look(cell, is_rescued=True),
            )
            self._shell.unfinished = []
        return self._definitions.settle(chosen)

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

    def _ran(self, source: str) -> bool:
        """Run what there is of a cell; False when its text is no Python, so that nothing of it was run."""
        result = self._shell.run_cell(source, store_history=False, silent=True)
        error = result.error_before_exec or result.error_in_exec
        if error is not None:
            self._shell.note(error)
        return not isinstance(error, SyntaxError)

    def _without_magics(self, source: str) -> str:
        """The cell with a blank line for each magic that only observes its code or is unknown here."""
        head = ""
        while (magic := _MAGIC.match(source)) is not None:
            name, argument = magic.groups()
            if name not in _AROUND_PYTHON and self._shell.find_cell_magic(name) is not None:
                break
            if name == "capture" and argument.split("--")[0].strip().isidentifier():
                self._shell.user_ns[argument.split()[0]] = CapturedIO(io.StringIO(), io.StringIO())
            head += "\n" * (magic.group().count("\n") - 1) + (f"{timed(argument)}\n" if name == "timeit" else "\n")
            source = source[magic.end() :]
        return _LEADING.sub(lambda blank: f"{blank[2]}#\n" * blank[1].count("\n") + blank[2], head + source, count=1)
