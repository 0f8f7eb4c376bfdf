"""Runs a notebook's cells in one process after another, with more care where one brought its process down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Self

from fcnkit.grading.cell import Cell
from fcnkit.grading.examiner.account import ProcessLost
from fcnkit.grading.examiner.limits import CELL_TOO_SLOW, RUNNING_CELL, is_limit, reached
from fcnkit.grading.examiner.replies import Raise, all_raised
from fcnkit.grading.examiner.student_process import GARBLED, StudentProcess
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

    def copy(self) -> Self:
        """For other processes; what has gone wrong so far stays what is told."""
        other = type(self)(self.cells)
        other.errors, other._took = self.errors, self._took
        other._care, other._skipped = dict(self._care), set(self._skipped)
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
        account, care = process.account, self._care.get(cell.number, "none")
        during = RUNNING_CELL.format(cell=cell.number)
        seconds = max(shares.of_cell(), round(_AS_BEFORE * self._took.get(cell.number, 0.0), 1))
        sleeps = shares.cells_may_sleep() and cell.number not in self._took
        request = {"do": "cell", "number": cell.number, "source": cell.source, "care": care}
        before = account.now()
        try:
            reply, _ = process.ask({**request, "seconds": seconds, "sleeps": sleeps}, b"", end, seconds, during)
            account.look(during)  # else memory that it has filled in a moment is found in what comes next, at its cost
        finally:
            took = account.now() - before
            account.in_cells += took
        if is_sealed:
            return
        raised = all_raised(reply)
        if not any(each.limit == TIME_LIMIT for each in raised):
            self._took[cell.number] = took
        if care != "none":  # why the cell brought its process down has been said, and tells more
            (first,) = self.errors[cell.number][:1]
            of_cell = (each for each in raised if each.cell == cell.number)
            endless = next((each.line for each in of_cell if each.limit == TIME_LIMIT), None)
            self.errors[cell.number] = (first.model_copy(update={"line": first.line or endless}),)
        elif raised and cell.number not in self.errors:  # in a later process it may have had less time
            self.errors[cell.number] = tuple(_error(cell, each, process, seconds, during) for each in raised)

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
    return CellError(cell=cell.number, line=line, message=message, rest=Rest.RAN)
