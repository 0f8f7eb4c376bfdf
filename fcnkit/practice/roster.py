"""The roster: who gets a set. A text file with a name in each line, or a CSV file with a column `student`."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from pathlib import Path

from fcnkit.errors import UserError
from fcnkit.spreadsheet import decoded

COLUMN = "student"
"""As in `grades.csv`; Canvas' and Gradescope's own exports spell it with a capital letter."""
_UNSAFE = re.compile(r'[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069<>:"/\\|?*]+')
"""What file systems refuse, and invisible letters that make a name look like another."""
_LONGEST = 100


class RosterError(UserError):
    """A roster that cannot be used; the message names the file, the line and the fix."""


def read_roster(path: Path) -> list[str]:
    """The students' names, in the file's order. Raises RosterError."""
    text = decoded(path.read_bytes())
    if text is None:
        raise RosterError(f"{path}: neither UTF-8 nor CP949; save it as UTF-8 (in Excel: “CSV UTF-8”)")
    seen: dict[str, tuple[str, int]] = {}
    for line, name in _names(path, unicodedata.normalize("NFC", text)):
        file_name = safe(name)
        if not file_name or len(file_name) > _LONGEST:
            raise RosterError(f"{path}, line {line}: {name!r} makes no file name; write 1 to {_LONGEST} letters")
        if file_name.casefold() in seen:
            other, first = seen[file_name.casefold()]
            raise RosterError(
                f"{path}, line {line}: {name!r} has the same file name as {other!r} in line {first}; tell them apart, "
                "for example with a student number"
            )
        seen[file_name.casefold()] = (name, line)
    if not seen:
        raise RosterError(f"{path}, line 1: no student; write one name in each line, or a column {COLUMN!r}")
    return [name for name, _ in seen.values()]


def safe(name: str) -> str:
    """A student's name as a file's: without what file systems refuse."""
    return _UNSAFE.sub("_", name).strip(" ._")


def _names(path: Path, text: str) -> list[tuple[int, str]]:
    """Each name with its line."""
    lines = text.splitlines()
    head = next(csv.reader(lines[:1]), [])
    columns = [cell.strip().casefold() for cell in head]
    if len(columns) < 2 and COLUMN not in columns:
        return [(number, line.strip()) for number, line in enumerate(lines, 1) if line.strip()]
    if COLUMN not in columns:
        raise RosterError(f"{path}, line 1: no column {COLUMN!r} among {', '.join(head)}; rename that of the names")
    found = []
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        next(reader)
        for row in reader:
            if not any(cell.strip() for cell in row):
                continue
            if len(row) != len(columns):
                raise RosterError(
                    f"{path}, line {reader.line_num}: {len(row)} cells under {len(columns)} headings; put quotation "
                    "marks around a name with a comma"
                )
            found.append((reader.line_num, row[columns.index(COLUMN)].strip()))
    except csv.Error as error:
        raise RosterError(f"{path}, line {reader.line_num}: {error}; close the quotation mark") from error
    return found
