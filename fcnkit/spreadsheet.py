"""CSV files for spreadsheets: read, written, and with cells escaped that a spreadsheet would run as a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

_BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel takes UTF-8 for the machine's own encoding and garbles Korean."""
_FORMULA = re.compile(r"(^)('*(?=[\t\r\n]))|((?:^|[;|\t\r\n\v\f；])[\s\ufeff\u200b-\u200f\u2060]*)('*[=+\-@＝＋－＠])")
"""Where a spreadsheet may take a cell, or what follows in it where it splits at other separators, for a formula.

Those of East Asia take the wide signs, too, and many look past blanks. A comma is no such place: where they split at
commas, they heed the quotes around a cell that holds one.
"""


def decoded(content: bytes) -> str | None:
    """The text of a file in one of the encodings that Excel writes on Korean Windows; None where it is in none."""
    is_utf_16 = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ["utf-16"] if is_utf_16 else ["utf-8-sig", "cp949"]:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def delimiter(text: str) -> str:
    """What stands between the cells of a table with headings: spreadsheets follow the country's custom."""
    return max(",;\t", key=text.partition("\n")[0].count)


def as_csv(columns: Sequence[str], rows: Iterable[Iterable[str | float | None]]) -> str:
    """A table for Excel, whose text is never run as a formula; numbers stay numbers, and None is an empty cell.

    Lines end as RFC 4180 says, which also lets text with any line break come back whole.
    """
    text = io.StringIO(newline="")
    text.write(_BYTE_ORDER_MARK)
    writer = csv.writer(text)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([escape_formula(cell) if isinstance(cell, str) else cell for cell in row])
    return text.getvalue()


def escape_formula(cell: str) -> str:
    """The cell with an apostrophe wherever a spreadsheet would otherwise run a formula in it (CWE-1236)."""
    return _FORMULA.sub(r"\1\3'\2\4", cell)


def unescape_formula(cell: str) -> str:
    """Undoes `escape_formula`."""
    return _FORMULA.sub(lambda found: (found[3] or "") + (found[2] or found[4] or "").removeprefix("'"), cell)
