"""CSV files as spreadsheets have them: the encodings that they write, and cells that they must not run."""

from __future__ import annotations

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel takes UTF-8 for the machine's own encoding and garbles Korean."""
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
"""What a cell begins with that some spreadsheet computes; those of East Asia take the wide signs, too."""


def decoded(content: bytes) -> str | None:
    """The text of a file in one of the encodings that Excel writes on Korean Windows; None where it is in none."""
    is_utf_16 = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ["utf-16"] if is_utf_16 else ["utf-8-sig", "cp949"]:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def defused(cell: str) -> str:
    """The cell with a leading apostrophe where a spreadsheet would otherwise run it as a formula (CWE-1236)."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def restored(cell: str) -> str:
    """What a cell said before it was defused."""
    return cell[1:] if defused(cell[1:]) == cell else cell
