"""Cells of CSV files, which people open in spreadsheets: text that came from others must not be run there."""

from __future__ import annotations

_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
"""What a cell begins with that some spreadsheet computes; those of East Asia take the wide signs, too."""


def defused(cell: str) -> str:
    """The cell with a leading apostrophe where a spreadsheet would otherwise run it as a formula (CWE-1236)."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def restored(cell: str) -> str:
    """What a cell said before it was defused."""
    return cell[1:] if defused(cell[1:]) == cell else cell
