"""`fcnkit` in a test's own process, which takes a tenth of what a new one takes, and grades with graders it has lent.

At least one test of each command starts it as people do.
"""

from __future__ import annotations

import contextlib
import io
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest

from fcnkit.class_grading.run import Engine
from fcnkit.cli import main
from fcnkit.commands import engine_options
from fcnkit.commands.engine_options import Begun, EngineOptions
from fcnkit.course import Assignment
from fcnkit.grading.sandbox.level import choose

Engines = Callable[[Assignment], Engine]
_chosen = cache(choose)
"""What a level is tried with takes a tenth of a second of CPU, as much as some of what is run with it."""


def run(*words: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    """The command with these words in that folder: its exit status, and what it said. What it raises, the test does."""
    line, said, errors = [str(word) for word in words], io.StringIO(), io.StringIO()
    streams = contextlib.redirect_stdout(said), contextlib.redirect_stderr(errors)
    with contextlib.chdir(cwd), streams[0], streams[1], pytest.raises(SystemExit) as ended:
        main(line)
    return subprocess.CompletedProcess(line, int(ended.value.code or 0), said.getvalue(), errors.getvalue())


class Lent(Begun):
    """An engine that is there already, and stays."""

    def __init__(self, options: EngineOptions, assignment: Assignment, engines: Engines) -> None:
        super().__init__(options, assignment, _chosen(options.isolation), None)
        self._engines = engines

    @contextmanager
    def open(self) -> Iterator[tuple[Engine, int]]:
        yield self._engines(self._assignment), self._options.workers or 1


@contextmanager
def lent(engines: Engines) -> Iterator[None]:
    """Whatever `run` grades meanwhile, it grades with these engines, which are local ones at level `auto`."""

    @contextmanager
    def begin(options: EngineOptions, assignment: Assignment, *_: object, **__: object) -> Iterator[Begun]:
        assert (options.engine, options.device, options.isolation) == ("local", "cpu", "auto")
        yield Lent(options, assignment, engines)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine_options, "begin", begin)
        yield
