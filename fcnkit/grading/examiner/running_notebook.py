"""A student's notebook in a running process, begun again, cells and all, where that was lost."""

from __future__ import annotations

import socket
import time
from collections.abc import Collection
from typing import TYPE_CHECKING, Self

from fcnkit.grading.examiner.account import Account, ProcessLost
from fcnkit.grading.examiner.bound_names import Defined, read_defined
from fcnkit.grading.examiner.cell_runs import CellRuns
from fcnkit.grading.examiner.limits import RUNNING_NOTEBOOK, answering
from fcnkit.grading.examiner.student_process import StudentProcess
from fcnkit.grading.examiner.time_shares import TimeShares
from fcnkit.grading.examiner.variation import UNCHANGED, Variation
from fcnkit.grading.protocol import ProtocolError
from fcnkit.text import Text

if TYPE_CHECKING:
    from fcnkit.grading.control import AskedNames

MAX_PROCESSES = 20
RESTARTS_EVERY = 0.5
"""Seconds: a lost process is replaced at one of these times, so that its end tells the next one little by the clock."""
EXHAUSTED = Text(
    ko="코드가 파이썬 프로세스를 너무 여러 번 멈추게 해서 더 실행하지 않았습니다.",
    en="The code brought its Python process down too often, so it was not run again.",
)


class RunningNotebook:
    """Answers through `process_for`, in whatever process there is by then."""

    def __init__(
        self,
        requests: socket.socket,
        runs: CellRuns,
        shares: TimeShares,
        account: Account,
        modules: Collection[str],
        asked: AskedNames,
    ) -> None:
        """`modules`: what the cells import of what the fork server has put off. `asked`: the names of the answers."""
        self.runs = runs
        self.shares = shares
        self.variation = UNCHANGED
        self.process: StudentProcess | None = None
        self.defined: dict[str, Defined] = {}
        """Of each name that a question asks for and that the cells bind."""
        self._requests = requests
        self._account = account
        self._modules = modules
        self._asked = asked
        self._was_lost = False
        """Whether there was a process before the next one."""
        self._begun = time.monotonic()
        self._rescues = True
        """Whether missed definitions are run separately; switched off once that has ended a process."""
        self._is_sealed = False

    def varied(self, variation: Variation, shares: TimeShares) -> Self:
        """The same in processes of its own, with a change to what the cells leave."""
        other = type(self)(self._requests, self.runs.copy(), shares, self._account, self._modules, self._asked)
        other.variation, other.defined, other._rescues = variation, self.defined, self._rescues
        return other

    def seal(self) -> None:
        """Hidden inputs are sent from now on: what is known of the cells by then is all that pages repeat."""
        self._is_sealed = True

    def close(self) -> None:
        """End the student's process, if there is one."""
        if self.process is not None:
            self.process.end()
            self.process = None

    def process_for(self, question: str) -> StudentProcess:
        """A process in which the notebook has run, leaving out cells that brought an earlier one down."""
        while self.process is None:
            if (over := self._account.over(self.shares.end(question))) is not None:
                raise ProcessLost(over)
            if self._was_lost:
                self._wait_to_replace()
            process = StudentProcess(self._requests, self._account, self._modules, self._asked)
            self.process, self._was_lost = process, True
            self._run_cells(process, question)
            self._vary(question)
        if not self._is_sealed:
            self.shares.begin_public()
        return self.process

    def _wait_to_replace(self) -> None:
        """Raises ProcessLost where so many were lost that none is begun any more."""
        self._account.replaced += 1
        if self._account.replaced >= MAX_PROCESSES:
            raise ProcessLost(EXHAUSTED)
        seconds = RESTARTS_EVERY - (time.monotonic() - self._begun) % RESTARTS_EVERY
        self._account.charge(seconds)
        time.sleep(seconds)

    def _vary(self, question: str) -> None:
        if self.process is not None and self.variation.request is not None:
            seconds = self._account.limits.call_seconds
            self.process.ask(self.variation.request, b"", self.shares.deadline, seconds, answering(question))

    def _run_cells(self, process: StudentProcess, question: str) -> None:
        in_cells = True
        try:
            end, seconds = self.shares.end(question), self._account.limits.cell_seconds
            for cell in self.runs.to_run():
                self.runs.run(cell, process, self.shares, end, is_sealed=self._is_sealed)
            in_cells = False
            settle = {"do": "settle", "chosen": dict(self.variation.chosen), "rescues": self._rescues}
            reply, _ = process.ask(settle, b"", end, seconds, RUNNING_NOTEBOOK)
            names = (*self._asked["functions"], *self._asked["variables"])
            if not self._is_sealed:
                self.defined = read_defined(reply, names, {cell.number for cell in self.runs.cells})
        except (ProcessLost, ProtocolError):
            self.close()
            if not in_cells and not self._rescues:
                raise
            self._rescues = in_cells and self._rescues
