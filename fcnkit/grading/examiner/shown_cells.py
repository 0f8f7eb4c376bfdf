"""Which cells of a notebook need not be run: those of the hand-out that only show something, and change no mark.

A cell that shows calls what the student wrote, and that may do anything. So it is passed over only where

- its code is, byte for byte, a cell that the hand-out marks as one that shows: its own file says so (`Cell.origin`);
- nothing that runs reads a name that it binds: no other cell, no function, no question;
- what it calls, and what that calls, is plain: no state that is kept, no file, no setting, nothing that is drawn;
- no cell that runs reaches for names in other ways than by writing them, or cannot be read.

In doubt it is run, which costs time alone.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from fcnkit.grading.cell import Cell
from fcnkit.grading.examiner.statement_facts import Statement, statements
from fcnkit.unicode import is_stream_safe

MAX_CODE = 100_000
"""Characters of code in which is looked: an answer has a few thousand."""
UNREADABLE = (SyntaxError, ValueError, RecursionError, MemoryError)
"""What reading a cell raises that is no Python, or too much of it."""
_NOTHING_HERE = re.compile(r"^(?:![^{$\n]*|%pip .*|%matplotlib .*)$", re.MULTILINE)
"""Lines that people write for their own desk and that do nothing to names; see `fcnkit.grading.worker.shell`."""


def cells_to_run(cells: Sequence[Cell], asked: Collection[str]) -> list[Cell]:
    """The cells without those that may be passed over. `asked` are the names that questions ask for."""
    left = {cell.number for cell in cells if cell.origin == "shown"}
    if not left or sum(len(cell.source) for cell in cells) > MAX_CODE:
        return list(cells)
    try:
        read = {cell.number: read_cell(cell) for cell in cells}
    except UNREADABLE:
        return list(cells)
    if any(each.is_dark for parts in read.values() for each in parts):
        return list(cells)
    while left:
        run = {cell: read[cell.number] for cell in cells if cell.number not in left}
        running = _Running(
            [each for cell, parts in run.items() if cell.origin == "student" for each in parts],
            [each for cell, parts in run.items() if cell.origin != "student" for each in parts],
            asked,
        )
        needed = {number for number in left if running.need(read[number])}
        if not needed:
            break
        left -= needed
    return [cell for cell in cells if cell.number not in left]


def read_cell(cell: Cell) -> Sequence[Statement]:
    """The statements of a cell. Raises one of UNREADABLE."""
    return _read(cell.source, is_students=cell.origin == "student")


def read_beforehand(handed_out: Iterable[Path]) -> None:
    """Read the cells of these notebooks, which every submission has, once for all that are forked from here."""
    for path in handed_out:
        with suppress(OSError, ValueError, LookupError, TypeError, RecursionError):  # what is no notebook is nobody's
            cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
            for source in ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]:
                with suppress(*UNREADABLE):
                    _read(source, is_students=False)


@lru_cache(maxsize=1_000)  # which cells are run, and what answers are made of, is told by the same facts
def _read(source: str, *, is_students: bool) -> Sequence[Statement]:
    return statements(_python_of(source), is_students=is_students)


def _python_of(source: str) -> str:
    """A cell without the lines that only IPython reads and that do nothing to names. Raises ValueError."""
    if not is_stream_safe(source):
        raise ValueError("marks in a row, which Python takes minutes to read")
    return _NOTHING_HERE.sub("pass", source)


class _Running:
    """The statements that are run: the `students`, and those `handed_out`."""

    def __init__(self, students: Sequence[Statement], handed_out: Sequence[Statement], asked: Collection[str]) -> None:
        self._handed_out = handed_out
        self._answers = frozenset(asked).union(*(each.reads for each in students))
        """What decides marks: the names that questions ask for, and all that the student's code reads."""
        self._read = self._answers.union(*(each.reads for each in handed_out))
        self._binding: defaultdict[str, list[Statement]] = defaultdict(list)
        for each in (*students, *handed_out):
            for name in each.binds:
                self._binding[name].append(each)

    def need(self, shown: Sequence[Statement]) -> bool:
        """Whether a cell that shows leaves something to them."""
        if any(not each.binds.isdisjoint(self._read) for each in shown):
            return True
        return not all(each.is_pure and (each.is_fixed or self._is_for_showing(each)) for each in self._reached(shown))

    def _is_for_showing(self, statement: Statement) -> bool:
        """Whether it was handed out and no mark depends on what it binds, so that this may change."""
        if statement not in self._handed_out:
            return False
        names, size = set(statement.binds), 0
        while len(names) > size:  # what is made of it may be a part of it
            size = len(names)
            names |= {name for each in self._handed_out if not each.reads.isdisjoint(names) for name in each.binds}
        return names.isdisjoint(self._answers)

    def _reached(self, shown: Sequence[Statement]) -> Iterator[Statement]:
        """The statements that bind what is read there, and what is read in these, and so on."""
        waiting = [name for each in shown for name in each.reads]
        seen = set(waiting)
        while waiting:
            for each in self._binding[waiting.pop()]:
                yield each
                waiting += each.reads - seen
                seen |= each.reads
