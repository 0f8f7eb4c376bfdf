"""A CSV file whose cells can be replaced one by one: every other byte of it stays as it was."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from fcnkit.errors import UserError
from fcnkit.export import export_complaints
from fcnkit.roster.table import MAX_BYTES, separator_of
from fcnkit.text import place

_ENCODINGS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"", "utf-8"),
    (b"", "cp949"),
)
"""What the encodings that spreadsheets write on Korean Windows begin with."""
_BREAK = re.compile(r"\r\n|[\r\n]")
"""All that ends a line for Python's `csv`, by whose lines the roster knows each row; for `str.splitlines` more does."""


class ExportError(UserError):
    """A template that cannot be filled in; the message names the file, what was found and what to do."""


@dataclass(frozen=True)
class Cell:
    """One cell and where it stands in the file's text, with its quotation marks."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class SheetRow:
    line: int
    """The line of the file where the row begins."""
    cells: tuple[Cell, ...]

    def __getitem__(self, column: int) -> str:
        """A cell's text without blanks around it; empty where the row is too short."""
        return self.cells[column].text.strip() if column < len(self.cells) else ""


@dataclass(frozen=True)
class Sheet:
    """A CSV file as it is."""

    path: Path
    rows: tuple[SheetRow, ...]
    separator: str
    _mark: bytes
    _encoding: str
    _text: str

    @classmethod
    def read(cls, path: Path) -> Sheet:
        """Raises ExportError for what is no CSV file, and OSError for what cannot be read."""
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
        if len(content) > MAX_BYTES:
            raise ExportError(export_complaints.TOO_LARGE, path=path, most=MAX_BYTES >> 20)
        if content.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
            raise ExportError(export_complaints.WORKBOOK, path=path)
        if content.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"<"):
            raise ExportError(export_complaints.WEB_PAGE, path=path)
        for mark, encoding in _ENCODINGS:
            if not content.startswith(mark):
                continue
            try:
                text = content[len(mark) :].decode(encoding)
            except UnicodeDecodeError:
                continue
            separator = separator_of(text) or ","
            return cls(path, tuple(_rows(path, text, separator)), separator, mark, encoding, text)
        raise ExportError(export_complaints.ENCODING, path=path)

    def filled(self, new: Mapping[tuple[int, int], str]) -> bytes:
        """The file with other texts in some cells, by row and column. Rows that are too short are extended."""
        parts, at = [], 0
        ends: dict[int, int] = {}  # the last column of each row that was extended
        for row, column in sorted(new):
            cells = self.rows[row].cells
            if column < len(cells):
                start, end, before = cells[column].start, cells[column].end, ""
            else:
                start = end = cells[-1].end
                before = self.separator * (column - ends.get(row, len(cells) - 1))
                ends[row] = column
            parts += [self._text[at:start], before, self._quoted(new[row, column])]
            at = end
        parts.append(self._text[at:])
        return self._mark + "".join(parts).encode(self._encoding, errors="replace")

    def _quoted(self, text: str) -> str:
        needs_quotes = any(sign in text for sign in ('"', self.separator, "\n", "\r"))
        return '"{}"'.format(text.replace('"', '""')) if needs_quotes else text


def _rows(path: Path, text: str, separator: str) -> list[SheetRow]:
    """The rows of a CSV file by RFC 4180, line breaks of any kind."""
    rows, cells, at, line, begins = [], list[Cell](), 0, 1, 1
    while at <= len(text):
        start, quoted = at, text[at : at + 1] == '"'
        if quoted:
            at = _end_of_quoted(path, text, at, line)
        while at < len(text) and text[at] != separator and text[at] not in "\r\n":
            at += 1
        raw = text[start:at]
        line += len(_BREAK.findall(raw))
        cells.append(Cell(_unquoted(raw) if quoted else raw, start, at))
        if at < len(text) and text[at] == separator:
            at += 1
            continue
        if any(cell.text for cell in cells) or len(cells) > 1:
            rows.append(SheetRow(begins, tuple(cells)))
        if at >= len(text):
            return rows
        at += 2 if text[at : at + 2] == "\r\n" else 1
        line += 1
        cells, begins = [], line
    return rows


def _end_of_quoted(path: Path, text: str, start: int, line: int) -> int:
    """Where a cell in quotation marks ends, behind its last one."""
    at = start + 1
    while (found := text.find('"', at)) >= 0:
        if text[found + 1 : found + 2] != '"':
            return found + 1
        at = found + 2
    raise ExportError(export_complaints.QUOTATION, place=place(path, line))


def _unquoted(raw: str) -> str:
    inside, _, behind = raw[1:].rpartition('"')
    return inside.replace('""', '"') + behind
