"""A notebook's code in a form in which two can be compared: without what neither Python nor Jupyter cares about."""

from __future__ import annotations

from collections.abc import Iterable

from fcnkit.grading.cell import Cell
from fcnkit.grading.intake.notebook_parser import VARIANT

Code = tuple[str, ...]


def code(cells: Iterable[Cell]) -> Code:
    """The cells' code in order, without trailing blanks, blank ends, cells that hold none, and a quiz' mark.

    Line ends are those of Unix already. A cell of comments alone holds no code; any other comment stays, since what
    looks like one may stand inside a text.
    """
    return tuple(filter(None, (_code(cell.source) for cell in cells)))


def _code(source: str) -> str:
    lines = [line.rstrip() for line in VARIANT.sub("", source).split("\n")]
    if all(not line or line.lstrip().startswith("#") for line in lines):
        return ""
    return "\n".join(lines).strip("\n")
