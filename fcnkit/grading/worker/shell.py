"""IPython as notebooks use it, without a kernel or a screen, that goes on after a statement that raised."""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from typing import Any

from IPython.core.async_helpers import get_asyncio_loop
from IPython.core.compilerop import CachingCompiler
from IPython.core.inputtransformer2 import TransformerManager
from IPython.core.interactiveshell import ExecutionResult, InteractiveShell
from IPython.utils.text import SList
from traitlets.config import Config

from fcnkit.grading.protocol import Care
from fcnkit.grading.worker.exception_text import Raised, cell_name, describe
from fcnkit.grading.worker.half_done import forget_half_done
from fcnkit.grading.worker.skipped_sleep import without_sleep
from fcnkit.grading.worker.statements import COMPOUND, definitions_among, line_in, rest_of
from fcnkit.grading.worker.time_limit import OutOfTime, cpu_limit, time_limit

A_MOMENT = 0.5
"""Seconds of CPU for a statement of a cell that has not ended before."""
MAX_RAISED = 3
"""Exceptions that are told of one cell: later ones mostly follow from the first."""
_ON_PURPOSE = (SystemExit, KeyboardInterrupt, AssertionError)
"""What people stop a cell with, wherever it runs; other exceptions may be this machine's, where a module is missing."""
_OTHER_PROGRAMS = ("bash", "perl", "pypy", "python", "python2", "python3", "ruby", "script", "sh")


_TIMEIT_OPTIONS = re.compile(r"^\s*(?:-(?:[nrp]\s*\d+|[tcqov]+)(?:\s+|$))*")


_ENDS = r"\r\v\f\x1c-\x1e\x85\u2028\u2029"
_MAY_BE_SPECIAL = re.compile(rf"(?:^|[{_ENDS}])[^\S\n{_ENDS}]*[%!,;/]|=\s*[%!]|\?", re.MULTILINE)
"""Where IPython's own syntax begins in a line, but for `?`, which ends one: of all cells, few have any of it.

For IPython a line ends wherever `str.splitlines` says, such as at a lone carriage return. Blanks are looked through
within one line alone, since looking on from each of many empty lines takes quadratic time.
"""


class _Transformers(TransformerManager):
    """Takes a cell to tokens only where something may be found in them: that takes longer than to run it."""

    def do_token_transforms(self, lines: list[str]) -> list[str]:
        if _MAY_BE_SPECIAL.search("".join(lines)) is None:
            return lines
        transformed: list[str] = super().do_token_transforms(lines)
        return transformed


class _Compiler(CachingCompiler):
    """Names compiled code after its cell, so that an exception's place can be told."""

    cell = 0

    def get_code_name(self, _raw_code: str, _transformed_code: str, _number: int) -> str:
        return cell_name(self.cell)


def timed(line: str) -> str:
    """What a line of `%timeit` times, without how often."""
    return _TIMEIT_OPTIONS.sub("", line)


def _no_program(_line: str, _cell: str | None = None) -> None:
    """`%%bash`: there are no programs here, and that is no reason to fail."""


class Shell(InteractiveShell):
    """IPython without output: formatting results that are not shown is slow."""

    def __init__(self) -> None:
        config = Config()
        config.HistoryManager.enabled = False  # history would start a thread and open a database
        super().__init__(config=config)
        self.input_transformer_manager = _Transformers()
        self.compile = self.compiler = _Compiler()
        self.raised: list[Raised] = []
        """What the cell that runs has raised so far, the first ones."""
        self.is_stopped = False
        """Whether the cell that runs was stopped on purpose, so that the lines below did not run at the desk either."""
        self.has_left_out = False
        """Whether the cell that runs holds more than the definitions that it is run for."""
        self._is_late = False
        """Whether the time has run out of what the cell that runs awaits."""
        self.loop_runner = self._run_in_loop
        self.care: Care = "none"
        """How the cell that runs is run: whether it has brought a process down before."""
        self.seconds = 0.0
        """CPU seconds for the cell that runs."""
        self.sleeps = True
        """Whether `time.sleep` waits in it."""
        self.unfinished: list[tuple[int, ast.stmt]] = []
        """Statements of all cells that raised, or that may have left a part out, with their cells' numbers."""
        self._done = 0
        """Statements that have been run to their end, of those that are run together."""
        self.after_statement: Callable[[], None] = lambda: None
        for name in _OTHER_PROGRAMS:
            self.register_magic_function(_no_program, "line_cell", name)  # type: ignore[arg-type]  # IPython binds it
        importlib.import_module("IPython.core.magics.namespace")  # by it Keras tells that it is in a notebook
        self._timeit = self.find_line_magic("timeit")
        self.register_magic_function(self._time_once, "line", "timeit")  # type: ignore[arg-type]  # likewise

    def should_run_async(self, raw_cell: str, **told: Any) -> bool:
        """IPython compiles the whole cell to find that out; only cells with one of these words need it."""
        return ("await" in raw_cell or "async" in raw_cell) and super().should_run_async(raw_cell, **told)

    async def run_ast_nodes(
        self,
        nodelist: list[ast.stmt],
        cell_name: str,
        interactivity: str = "last_expr",
        compiler: Any = compile,
        result: ExecutionResult | None = None,
    ) -> bool:
        """Run a cell's statements one by one, as IPython does, and go on after one that raised."""
        outer = self._done  # a statement can run a cell of its own
        waiting = definitions_among(nodelist) if self.care == "definitions" else list(nodelist)
        self.has_left_out |= len(waiting) < len(nodelist)
        self.unfinished += [(self.compiler.cell, each) for each in nodelist if isinstance(each, COMPOUND)]
        while waiting:
            together = waiting[:1] if self.care == "brief" else waiting
            self._done = 0
            with self._limits():
                has_raised = await super().run_ast_nodes(together, cell_name, interactivity, compiler, result)
            if not has_raised:
                waiting = waiting[len(together) :]
                continue
            statement = together[min(self._done, len(together) - 1)]  # the time may run out behind the last one
            error = self._take_error(result)
            if isinstance(error, OutOfTime):
                self.care, self.sleeps = "brief", False  # for what follows in this cell
            self.unfinished.append((self.compiler.cell, statement))
            self.is_stopped |= isinstance(error, _ON_PURPOSE) or isinstance(statement, ast.Raise)
            waiting = [*rest_of(statement, error, cell_name), *waiting[self._done + 1 :]]
        self._done = outer
        return False

    async def run_code(self, code_obj: Any, result: ExecutionResult | None = None, *, async_: bool = False) -> bool:
        """For `run_ast_nodes`, which calls it for each statement until one raises."""
        has_raised = bool(await super().run_code(code_obj, result, async_=async_))
        self._done += not has_raised
        self.after_statement()
        return has_raised

    def note(self, error: BaseException) -> None:
        """Keep what is to be told of an exception; of those in one line the first."""
        if len(self.raised) < MAX_RAISED:
            raised = describe(error)
            line = line_in(error, cell_name(self.compiler.cell))
            if raised.cell != self.compiler.cell and line is not None:  # it came from a function of another cell
                raised = replace(raised, cell=self.compiler.cell, line=line)
            if not any((raised.cell, raised.line) == (each.cell, each.line) for each in self.raised):
                self.raised.append(raised)

    @contextmanager
    def _limits(self) -> Iterator[None]:
        limit = time_limit(A_MOMENT) if self.care == "brief" else cpu_limit(self.seconds)
        with nullcontext() if self.sleeps else without_sleep(), limit:
            yield

    def _run_in_loop(self, cell: Coroutine[Any, Any, Any]) -> Any:
        """Run a cell that awaits something. If its time runs out while it waits, that is raised where it does so."""
        loop = get_asyncio_loop()
        task = loop.create_task(cell)
        while True:
            try:
                return loop.run_until_complete(task)
            except OutOfTime:
                self._is_late = task.cancel()

    def _take_error(self, result: ExecutionResult | None) -> BaseException:
        if result is None:
            return Exception()
        error: BaseException = result.error_in_exec or result.error_before_exec or Exception()
        if self._is_late:
            error, self._is_late = OutOfTime().with_traceback(error.__traceback__), False
        result.error_in_exec = result.error_before_exec = None
        forget_half_done()
        self.note(error)
        return error

    def _time_once(self, line: str) -> Any:
        """`%timeit f(x)` runs the statement once; its timing is not shown."""
        is_kept = re.match(r"\s*(-\S+\s+)*-\w*o", line) is not None
        return self._timeit(f"-n1 -r1 {'-o ' * is_kept}{timed(line)}")

    def system(self, _command: str) -> None:
        """`!pip install …` has no place to go, and is no reason to fail."""

    def getoutput(self, _command: str, split: bool = True, depth: int = 0) -> Any:  # noqa: ARG002  # as IPython has it
        """`files = !ls`: other programs do not run here."""
        return SList() if split else ""

    def ask_exit(self) -> None:
        """`exit()` in a cell would end the kernel, after all cells."""

    def enable_gui(self, _gui: str | None = None) -> None:
        """`%gui qt` asks for no window here."""

    def enable_matplotlib(self, gui: str | None = None) -> tuple[str | None, str]:
        """`%matplotlib widget` draws into memory, as all that is plotted here."""
        return gui, "agg"

    def showtraceback(self, *_args: object, **_kwargs: object) -> None: ...

    def showsyntaxerror(self, *_args: object, **_kwargs: object) -> None: ...

    def showindentationerror(self) -> None: ...
