"""A student's notebook in a running process, replaced if lost: one bad question does not cost the others."""

from __future__ import annotations

import socket
import time
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Self

from fcnkit.course import Question
from fcnkit.grading.cell import Cell
from fcnkit.grading.examiner.account import Account, ProcessLost
from fcnkit.grading.examiner.bound_names import Defined, binds, read_defined
from fcnkit.grading.examiner.limits import (
    RUNNING_CELL,
    RUNNING_NOTEBOOK,
    TOO_SLOW_IN_ALL,
    Limit,
    answering,
    is_limit,
    reached,
)
from fcnkit.grading.examiner.replies import Lost, Raise, Reply, Value, all_raised, read
from fcnkit.grading.examiner.student_process import GARBLED, Answer, StudentProcess
from fcnkit.grading.protocol import TOO_LARGE, Care, Decoder, Encoder, Opaque, ProtocolError
from fcnkit.grading.results import CellError, Rest
from fcnkit.text import Text

MAX_HANGS = 2
"""After so many calls of one function that did not end, it is not called again."""

HANGS = Text(
    ko="{name} 함수가 여러 번 끝나지 않아 더 호출하지 않았습니다.",
    en="{name} did not finish several times, so it was not called again.",
)
MAX_PROCESSES = 20
_REST: dict[Care | None, Rest] = {None: Rest.RAN, "brief": Rest.DEFINITIONS, "definitions": Rest.LEFT_OUT}
"""What becomes of the rest of a cell that brought a process down, by how it was run."""
RESTARTS_EVERY = 0.5
"""Seconds: a lost process is replaced at one of these times, so that its end tells the next one little by the clock."""
EXHAUSTED = Text(
    ko="코드가 파이썬 프로세스를 너무 여러 번 멈추게 해서 더 실행하지 않았습니다.",
    en="The code brought its Python process down too often, so it was not run again.",
)


@dataclass(frozen=True)
class Variation:
    """A change to the namespace that the cells leave, before anything is called."""

    chosen: Mapping[str, int] = field(default_factory=dict)
    """Name → the cell whose definition is to count, one of `Defined.replaced`."""
    request: dict[str, Any] | None = None
    """What else the student's process is asked to do."""
    answer: Answer | None = None
    """Answers what it asks for from then on, while it works on a call."""


class Session:
    """Runs the cells once, then answers calls from the namespace they left.

    What is called counts for the question that `question` names at that time. Until `seal`, no hidden input is sent:
    what is known of the cells and their variables by then is all that pages repeat, however often cells run again.
    """

    def __init__(
        self,
        requests: socket.socket,
        cells: Sequence[Cell],
        account: Account,
        modules: Collection[str],
        questions: Sequence[Question],
        variation: Variation = Variation(),
    ) -> None:
        """`modules`: what the cells import of what the fork server has put off. `questions` ask for names."""
        self._requests = requests
        self._cells = cells
        self.account = account
        self._limits = account.limits
        self._modules = modules
        self._questions = questions
        self._variation = variation
        self._process: StudentProcess | None = None
        self._started = 0
        self._begun = time.monotonic()
        self.deadline: float = account.limits.total_seconds
        """By the account's own clock."""
        self._hangs: Counter[str] = Counter()
        self._lost_in: set[str] = set()
        """Functions that have cost a process."""
        self._seconds: defaultdict[str, float] = defaultdict(float)
        """CPU seconds that each question has taken."""
        self._asked = {
            "functions": [name for question in questions for name in question.functions],
            "variables": [name for question in questions for name in question.variables],
        }
        self._care: dict[int, Care] = {}
        """How cells are run that brought a process down."""
        self._skipped: set[int] = set()
        """Those that brought one down in whatever way they were run."""
        self._rescues = True
        """Whether missed definitions are run separately; switched off once that has ended a process."""
        self._variables: dict[str, Reply] = {}
        self._kept = 0
        """Bytes of the arrays that came before `seal`."""
        self._is_sealed = False
        self.question = ""
        self.cell_errors: dict[int, tuple[CellError, ...]] = {}
        self.defined: dict[str, Defined] = {}
        """Of each name that a question asks for and that the cells bind."""
        self.ran_otherwise = False
        """Whether cells that ran in the first process took a later one down."""

    def call(self, name: str, args: Sequence[Any] = (), kwargs: dict[str, Any] | None = None) -> Reply:
        """Call the student's function `name`."""
        if self._hangs[name] >= MAX_HANGS:
            return Lost(HANGS.format(name=name))
        encoder = Encoder()
        request = {
            "do": "call",
            "name": name,
            "args": encoder.encode(tuple(args)),
            "kwargs": encoder.encode(kwargs or {}),
        }
        return self._ask(name, request, encoder.arrays)

    def get(self, name: str) -> Reply:
        """The value that the cells leave in the student's variable `name`, one that a question asks for."""
        if name not in self._variables:
            if self._is_sealed:
                raise ValueError(f"no question asks for the variable {name!r}: name it in assignment.toml")
            self._variables[name] = self._ask(name, {"do": "get", "name": name}, b"")
        return self._variables[name]

    def seal(self) -> None:
        """Hidden inputs are sent from now on: nothing more that the student's code says is to be repeated."""
        self._is_sealed = True

    def stopped(self, name: str) -> int | None:
        """The cell that should bind `name` but stopped before; None if there is none."""
        known = self.defined.get(name)
        for cell in self._cells:
            is_stub_there = known is not None and known.cell == cell.number
            if cell.number in self.cell_errors and not is_stub_there and binds(cell.source, name):
                return cell.number
        return None

    def watch(self) -> None:
        """Look after its processes while something else is waited for. Raises ProcessLost at a limit."""
        self.account.look_until(self.deadline, answering(self.question))

    def refers(self, functions: Collection[str], names: Collection[str]) -> bool:
        """Whether the student's functions lead to others of these names: as their process says, and when in doubt."""
        reply = self._ask("", {"do": "refers", "functions": list(functions), "names": list(names)}, b"")
        return not (isinstance(reply, Value) and reply.value is False)

    def brings_down(self, name: str) -> bool:
        """Whether a call of this function has ended its process or did not end."""
        return name in self._lost_in

    def varied(self, variation: Variation) -> Self:
        """Another session with the same notebook, in processes of its own and with a change to what the cells leave.

        What is known of the cells stays that of the first. It may take half of the time that is left.
        """
        other = type(self)(self._requests, self._cells, self.account, self._modules, self._questions, variation)
        other.deadline = (self.account.now() + self.deadline) / 2
        other._care, other._skipped, other._rescues = dict(self._care), set(self._skipped), self._rescues
        other.cell_errors, other.defined, other._variables = self.cell_errors, self.defined, self._variables
        other.seal()
        return other

    def close(self) -> None:
        """End the student's process, if there is one."""
        if self._process is not None:
            self._process.end()
            self._process = None

    def _ask(self, name: str, request: dict[str, Any], arrays: bytes | bytearray) -> Reply:
        during = answering(self.question)
        if (over := self.account.over(self.deadline)) is not None:
            return Lost(over)
        if self._seconds[self.question] > self._limits.question_seconds:
            return Lost(TOO_SLOW_IN_ALL.format(seconds=self._limits.question_seconds, during=during))
        try:
            reply, data = self._ask_process(request, arrays, during)
            answer = read(reply, Decoder(data))
        except ProcessLost as lost:
            self.close()
            self._hangs[name] += lost.slow and self._is_sealed
            self._lost_in.add(name)
            return Lost(lost.reason)
        except ProtocolError:
            self.close()
            return Lost(GARBLED)
        limit = self._limit_reached(answer, len(data))
        return answer if limit is None else Lost(reached(limit, self._limits, during))

    def _limit_reached(self, answer: Reply, size: int) -> Limit | None:
        """The limit that an answer with arrays of `size` bytes has reached."""
        if isinstance(answer, Raise):
            return answer.limit if is_limit(answer.limit) else None
        kept = 0 if self._is_sealed else self._kept
        is_refused = isinstance(answer, Value) and isinstance(answer.value, Opaque) and answer.value.what == TOO_LARGE
        if is_refused or kept + size > self._limits.output_mib << 20:
            return "output"
        self._kept = kept + size
        return None

    def _ask_process(
        self, request: dict[str, Any], arrays: bytes | bytearray, during: Text
    ) -> tuple[dict[str, Any], bytes]:
        process = self._ready()
        before = self.account.seconds
        try:
            return process.ask(request, arrays, self._limits.call_seconds, during, self._variation.answer)
        finally:
            if self._is_sealed:
                self._seconds[self.question] += self.account.seconds - before

    def _ready(self) -> StudentProcess:
        """A process in which the notebook has run, leaving out cells that brought an earlier one down."""
        while self._process is None:
            if (over := self.account.over(self.deadline)) is not None:
                raise ProcessLost(over)
            if self._started >= MAX_PROCESSES:
                raise ProcessLost(EXHAUSTED)
            if self._started:
                time.sleep(RESTARTS_EVERY - (time.monotonic() - self._begun) % RESTARTS_EVERY)
            self._started += 1
            self._process = StudentProcess(self._requests, self.account, self.deadline, self._modules)
            self._run_cells(self._process)
            self._vary()
        return self._process

    def _vary(self) -> None:
        if self._process is not None and self._variation.request is not None:
            during = answering(self.question)
            self._process.ask(self._variation.request, b"", self._limits.call_seconds, during)

    def _run_cells(self, process: StudentProcess) -> None:
        during = RUNNING_NOTEBOOK
        cell: Cell | None = None
        try:
            process.ask({"do": "ask for", **self._asked}, b"", self._limits.cell_seconds, during)
            for cell in self._cells:
                if cell.number not in self._skipped:
                    self._run_cell(process, cell)
            cell = None
            settle = {"do": "settle", "chosen": dict(self._variation.chosen), "rescues": self._rescues}
            reply, _ = process.ask(settle, b"", self._limits.cell_seconds, during)
            names = (*self._asked["functions"], *self._asked["variables"])
            if not self._is_sealed:
                self.defined = read_defined(reply, names, {cell.number for cell in self._cells})
        except (ProcessLost, ProtocolError) as lost:
            self.close()
            if cell is not None:
                self._note_lost(cell, lost.reason if isinstance(lost, ProcessLost) else GARBLED)
            elif self._rescues:
                self._rescues = False
            else:
                raise

    def _run_cell(self, process: StudentProcess, cell: Cell) -> None:
        """Raises ProcessLost or ProtocolError."""
        care = self._care.get(cell.number, "none")
        during = RUNNING_CELL.format(cell=cell.number)
        request = {"do": "cell", "number": cell.number, "source": cell.source, "care": care}
        reply, _ = process.ask(request, b"", self._limits.cell_seconds, during)
        if self._is_sealed:
            return
        raised = all_raised(reply)
        if care != "none":  # why the cell brought its process down has been said, and tells more
            (first,) = self.cell_errors[cell.number][:1]
            endless = next((each.line for each in raised if each.limit == "time" and each.cell == cell.number), None)
            self.cell_errors[cell.number] = (first.model_copy(update={"line": first.line or endless}),)
        elif raised:
            self.cell_errors[cell.number] = tuple(self._error(cell, each, during) for each in raised)

    def _error(self, cell: Cell, raised: Raise, during: Text) -> CellError:
        message = Text(ko=raised.message, en=raised.message)
        if is_limit(raised.limit):
            message = reached(raised.limit, self._limits, during)
        line = raised.line if raised.cell == cell.number else None
        return CellError(cell=cell.number, line=line, message=message, rest=Rest.RAN)

    def _note_lost(self, cell: Cell, reason: Text) -> None:
        """The cell brought its process down: it is run with more care the next time and, in the end, left out."""
        care = self._care.get(cell.number)
        if care == "definitions":
            self._skipped.add(cell.number)
        else:
            self._care[cell.number] = "definitions" if care == "brief" else "brief"
        if self._is_sealed:
            self.ran_otherwise = True
            return
        if care is None:
            self.cell_errors[cell.number] = (CellError(cell=cell.number, line=None, message=reason),)
        rest, first = _REST[care], self.cell_errors[cell.number][0]
        self.cell_errors[cell.number] = (first.model_copy(update={"rest": rest}),)
