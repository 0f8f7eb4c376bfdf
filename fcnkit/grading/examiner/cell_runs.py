"""Runs a notebook's cells in one process after another, with more care where one brought its process down."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Self

from fcnkit.grading.cell import Cell
from fcnkit.grading.examiner.account import ProcessLost
from fcnkit.grading.examiner.limits import CELL_TOO_SLOW, CELLS_OUT_OF_TIME, RUNNING_CELL, is_limit, reached
from fcnkit.grading.examiner.replies import Raise, all_raised
from fcnkit.grading.examiner.student_process import GARBLED, SLEEP_AT_LEAST, StudentProcess
from fcnkit.grading.examiner.syntax_words import why_unreadable
from fcnkit.grading.examiner.time_shares import TimeShares
from fcnkit.grading.protocol import TIME_LIMIT, Care, ProtocolError
from fcnkit.grading.results import CellError, Rest
from fcnkit.text import Text, same

_REST: dict[Care | None, Rest] = {None: Rest.RAN, "brief": Rest.DEFINITIONS, "definitions": Rest.LEFT_OUT}
"""What becomes of the rest of a cell that brought a process down, by how it was run."""
_AS_BEFORE = 1.5
"""A cell that has run to its end may take so much longer when it is run again."""


class CellRuns:
    """What is known of the cells from all processes that they were run in."""

    def __init__(self, cells: Sequence[Cell]) -> None:
        self.cells = cells
        self.errors: dict[int, tuple[CellError, ...]] = {}
        """Errors of the runs before any hidden input was sent."""
        self.ran_otherwise = False
        """Whether cells that ran in the first process took a later one down."""
        self._care: dict[int, Care] = {}
        """How cells are run that brought a process down."""
        self._skipped: set[int] = set()
        """Those that brought one down in whatever way they were run."""
        self._took: dict[int, float] = {}
        """Seconds in which a cell ran to its end."""
        self._waited: set[int] = set()
        """Those that have slept for long, and so are known not to wait for threads of a library."""

    def copy(self) -> Self:
        """For other processes; what has gone wrong so far stays what is told."""
        other = type(self)(self.cells)
        other.errors, other._took = self.errors, self._took
        other._care, other._skipped, other._waited = dict(self._care), set(self._skipped), set(self._waited)
        return other

    def to_run(self) -> Iterator[Cell]:
        """All but those that cannot be run."""
        return (cell for cell in self.cells if cell.number not in self._skipped)

    def run(self, cell: Cell, process: StudentProcess, shares: TimeShares, end: float, *, is_sealed: bool) -> None:
        """Raises ProcessLost where it brings the process down, once it is noted, and ProtocolError likewise."""
        try:
            self._run(cell, process, shares, end, is_sealed)
        except ProcessLost as lost:
            self._note_lost(cell, lost.reason, is_sealed)
            raise
        except ProtocolError:
            self._note_lost(cell, GARBLED, is_sealed)
            raise

    def _run(self, cell: Cell, process: StudentProcess, shares: TimeShares, end: float, is_sealed: bool) -> None:
        account, has_run = process.account, cell.number in self._took
        is_cut = shares.are_cells_over() and not has_run
        care: Care = "definitions" if is_cut else self._care.get(cell.number, "none")
        during = RUNNING_CELL.format(cell=cell.number)
        seconds = max(shares.of_cell(), round(_AS_BEFORE * self._took.get(cell.number, 0.0), 1))
        sleep = 0.0 if cell.number in self._waited else max(shares.sleep_of_cell(), SLEEP_AT_LEAST)
        request = {"do": "cell", "number": cell.number, "source": cell.source, "care": care, "seconds": seconds}
        request["sleeps"] = shares.cells_may_sleep() and not has_run
        before, slept = account.now(), account.slept
        try:
            reply, _ = process.ask(request, b"", end, seconds, during, sleep=sleep)
            account.look(during)  # else memory that it has filled in a moment is found in what comes next, at its cost
        finally:
            slept = account.slept - slept
            account.excuse(slept)
            if slept >= SLEEP_AT_LEAST:
                self._waited.add(cell.number)
            took = account.now() - before
            account.in_cells += took
        if is_sealed:
            return
        raised = all_raised(reply)
        is_stopped = any(each.limit == TIME_LIMIT for each in raised)
        if is_cut:
            self._note_cut(cell, reply)
        elif not is_stopped:
            self._took[cell.number] = took
        if care != "none" and not is_cut:
            self._note_line(cell, raised)
        elif raised and cell.number not in self.errors and not (has_run and is_stopped):  # it may have less time now
            had = sleep if process.was_woken else seconds
            self.errors[cell.number] = tuple(_error(cell, each, process, had, during) for each in raised)

    def _note_cut(self, cell: Cell, reply: Mapping[str, object]) -> None:
        """Of the cell no more than its definitions was run, for want of time."""
        if reply.get("left_out") is True:
            told = CellError(cell=cell.number, line=None, message=CELLS_OUT_OF_TIME, rest=Rest.DEFINITIONS)
            self.errors.setdefault(cell.number, (told,))

    def _note_line(self, cell: Cell, raised: Sequence[Raise]) -> None:
        """Why the cell brought its process down has been said, and tells more than what it has raised since."""
        (first,) = self.errors[cell.number][:1]
        of_cell = (each for each in raised if each.cell == cell.number)
        endless = next((each.line for each in of_cell if each.limit == TIME_LIMIT), None)
        self.errors[cell.number] = (first.model_copy(update={"line": first.line or endless}),)

    def _note_lost(self, cell: Cell, reason: Text, is_sealed: bool) -> None:
        """The cell is run with more care the next time and, in the end, left out."""
        care = self._care.get(cell.number)
        if care == "definitions":
            self._skipped.add(cell.number)
        else:
            self._care[cell.number] = "definitions" if care == "brief" else "brief"
        if is_sealed:
            self.ran_otherwise = True
            return
        if care is None:
            self.errors[cell.number] = (CellError(cell=cell.number, line=None, message=reason),)
        rest, first = _REST[care], self.errors[cell.number][0]
        self.errors[cell.number] = (first.model_copy(update={"rest": rest}),)


def _error(cell: Cell, raised: Raise, process: StudentProcess, seconds: float, during: Text) -> CellError:
    message = same(raised.message)
    if raised.limit == TIME_LIMIT:
        message = CELL_TOO_SLOW.format(seconds=seconds, during=during)
    elif is_limit(raised.limit):
        message = reached(raised.limit, process.account.limits, during)
    line = raised.line if raised.cell == cell.number else None
    source = cell.source.splitlines()
    why = why_unreadable(raised.message, source[line - 1] if line is not None and line <= len(source) else "")
    if why is not None:
        message = Text(ko=f"{message.ko}\n{why.ko}", en=f"{message.en}\n{why.en}")
    return CellError(cell=cell.number, line=line, message=message, rest=Rest.RAN)
