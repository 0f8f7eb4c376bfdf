"""A spreadsheet's rows, whatever program wrote it: CSV in any of its encodings and separators, or an Excel workbook."""

from __future__ import annotations

import csv
import io
import re
import warnings
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path
from zipfile import BadZipFile

from fcnkit.roster.columns import header_words
from fcnkit.roster.roster import RosterError
from fcnkit.roster.web_table import rows_in
from fcnkit.spreadsheet import decoded, unescape_formula
from fcnkit.text import Text, place, same
from fcnkit.unicode import normalised

Rows = list[tuple[int, list[str]]]
"""Lines and cells."""
MAX_BYTES = 20 * 2**20
MAX_ROWS = 50_000
_SEPARATORS = "\t;,"
"""A comma last: it also stands within names and numbers."""
_BLANK = " \t\r\n\ufeff\xa0\u200b"
_AS_TEXT = re.compile(r'="([^"]*)"')
"""How some campus systems keep Excel from taking the zeros off a number's front."""
_MOST_SHEETS = 20
_SAMPLE = 60
"""Rows that tell which separator a file has."""
_SAVE_AS_CSV = Text(
    ko="엑셀 같은 프로그램에서 열어 'CSV UTF-8'로 저장하세요.",
    en="open it in your spreadsheet program and save it as “CSV UTF-8”",
)
OLD_WORKBOOK = Text(
    ko="{path}: 옛 형식의 엑셀(.xls) 파일입니다. {fix}",
    en="{path}: this is an Excel workbook in the old format (.xls); {fix}",
)
_DAMAGED = (
    BadZipFile, zlib.error, RuntimeError, LookupError, ArithmeticError, AttributeError, ValueError, TypeError, OSError,
    EOFError, SyntaxError,
)  # fmt: skip
"""What zipfile and openpyxl raise for a workbook that is not whole, is encrypted or packed in an odd way."""
_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
_FOREIGN = {  # what a file begins with, and what it then is
    b"%PDF": Text(ko="PDF", en="a PDF"),
    b"{\\rtf": Text(ko="서식 있는 텍스트(RTF)", en="a text with formatting (RTF)"),
    b"PK": Text(ko="zip", en="a zip"),
}
WESTERN = Text(
    ko="{place}: UTF-8도 CP949도 아니어서 서유럽 문자(Windows-1252)로 읽었습니다. 이름이 깨져 보이면 'CSV UTF-8'로 "
    "다시 저장해 주세요.",
    en="{place}: neither UTF-8 nor CP949, so it was read as Western European (Windows-1252); where names look wrong, "
    "save it as “CSV UTF-8”.",
)

TOO_LARGE = Text(
    ko="{path}: {most} MiB보다 커서 명단으로 볼 수 없습니다. 학생 명단을 지정하세요.",
    en="{path}: larger than {most} MiB, which no roster is; give the list of students",
)
TOO_LONG = Text(
    ko="{place}: {most}줄이 넘습니다. 한 과목의 학생 명단을 지정하세요.",
    en="{place}: more than {most} rows; give the list of one course's students",
)
NEITHER = Text(
    ko="{path}: UTF-8도 CP949도 아닙니다. UTF-8로 저장하세요(엑셀에서는 'CSV UTF-8').",
    en="{path}: neither UTF-8 nor CP949; save it as UTF-8 (in Excel: “CSV UTF-8”)",
)
A_NOTEBOOK = Text(ko="노트북", en="a notebook")
NO_ROSTER = Text(
    ko="{path}: 명단이 아니라 {kind} 파일입니다. 수강생이 적힌 CSV나 엑셀 파일을 지정하세요.",
    en="{path}: this is {kind}, no roster; give a CSV file or workbook with the course's students",
)
WEB_PAGE = Text(
    ko="{path}: 이름은 엑셀 파일이어도 내용은 학생 명단이 없는 웹 페이지입니다. {fix}",
    en="{path}: this is a web page without a list of students, even if it is called a workbook; {fix}",
)
QUOTATION = Text(
    ko="{place}: CSV로 읽을 수 없습니다({error}). 따옴표를 닫거나, 칸 안의 따옴표는 두 번 쓰세요.",
    en="{place}: {error}; close the quotation mark, or write two where a cell holds one",
)
ONE_SHEET = Text(
    ko="{path}: '{title}' 시트만 읽었습니다. 머리글이 있는 다른 시트({others})에도 학생이 있으면 한 시트에 "
    "모아 주세요.",
    en="{path}: only the sheet '{title}' was read; where other sheets with headings ({others}) have students, too, put "
    "all on one sheet.",
)
DAMAGED = Text(
    ko="{path}: 읽을 수 없는 엑셀 파일입니다({error}). {fix}",
    en="{path}: a workbook that cannot be read ({error}); {fix}",
)


@dataclass(frozen=True)
class Row:
    line: int
    """The line of the file where the row begins; the row's number in a workbook."""
    cells: tuple[str, ...]
    """In NFC, without blanks around them."""


@dataclass(frozen=True)
class Table:
    rows: tuple[Row, ...]
    """Those with anything in them."""
    is_list: bool
    """Whether it has one column."""
    remarks: tuple[Text, ...] = ()


def read_table(path: Path) -> Table:
    """The rows of a spreadsheet. Raises RosterError for what is none, and OSError for what cannot be read."""
    with path.open("rb") as file:
        content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise RosterError(TOO_LARGE, path=path, most=MAX_BYTES >> 20)
    if content.startswith(b"PK") and b"xl/" in content:
        return _table(path, *_sheet(path, _workbook(path, content)))
    if content.startswith(_OLD_WORKBOOK):
        raise RosterError(OLD_WORKBOOK, path=path, fix=_SAVE_AS_CSV)
    for beginning, kind in _FOREIGN.items():
        if content.startswith(beginning):
            raise RosterError(NO_ROSTER, path=path, kind=kind)
    text, remarks = _text(path, content)
    if _is_markup(path, text):
        rows = rows_in(text)
        if not rows:
            raise RosterError(WEB_PAGE, path=path, fix=_SAVE_AS_CSV)
        return _table(path, rows, remarks)
    return _table(path, _rows(path, text), remarks)


def _table(path: Path, rows: Iterable[tuple[int, Iterable[str]]], remarks: tuple[Text, ...]) -> Table:
    kept: list[Row] = []
    for line, cells in rows:
        if len(kept) == MAX_ROWS:
            raise RosterError(TOO_LONG, place=place(path, line), most=MAX_ROWS)
        row = Row(line, tuple(_cell(cell) for cell in cells))
        if any(row.cells):
            kept.append(row)
    return Table(tuple(kept), all(len(row.cells) == 1 for row in kept), remarks)


def _cell(cell: str) -> str:
    text = normalised("NFC", cell).strip(_BLANK)
    if (number := _AS_TEXT.fullmatch(text)) is not None:
        text = number[1].strip(_BLANK)
    return " ".join(unescape_formula(text).split())


def _text(path: Path, content: bytes) -> tuple[str, tuple[Text, ...]]:
    if b"\0" in content[:2000]:  # a letter of Latin and a zero: UTF-16 without its mark
        little = content[1:2000:2].count(0) > content[:2000:2].count(0)
        content = (b"\xff\xfe" if little else b"\xfe\xff") + content.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    text = decoded(content)
    if text is not None and "\0" not in text:
        return text, ()
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    letters = [char for char in text if char.isalpha()]
    if not letters or sum(char.isascii() for char in letters) < 0.7 * len(letters) or "\0" in text:
        raise RosterError(NEITHER, path=path)
    return text, (WESTERN.format(place=path),)


def _is_markup(path: Path, text: str) -> bool:
    """Whether it is a web page, or another program's XML. Raises RosterError for JSON."""
    start = text.lstrip()[:2000].lower()
    if start.startswith(("{", "[")) and '"' in start:
        is_notebook = '"cells"' in text or '"nbformat"' in text
        raise RosterError(NO_ROSTER, path=path, kind=A_NOTEBOOK if is_notebook else same("JSON"))
    return start.startswith("<") or "<table" in start  # what many campus systems call .xls


def _rows(path: Path, text: str) -> Iterator[tuple[int, list[str]]]:
    first, _, rest = text.partition("\n")
    declared = first.strip().strip('"').lower()
    skipped = 0
    if declared.startswith("sep=") and len(declared) <= 5:  # Excel's own way to say it; a blank is a tab, stripped
        separator, text, skipped = declared[4:] or "\t", rest, 1
    else:
        separator = separator_of(text)
    if not separator:
        yield from ((number, [line]) for number, line in enumerate(io.StringIO(text, newline=None), 1))
        return
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    line = skipped + 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + skipped + 1
    except csv.Error as error:
        raise RosterError(QUOTATION, place=place(path, line), error=error) from error


def separator_of(text: str) -> str:
    """The one under which most headings are known, else most rows have equally many cells; empty for a list."""

    def score(separator: str) -> tuple[int, int]:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        rows = []
        try:
            for cells in reader:
                rows += [cells] if any(map(str.strip, cells)) else []
                if len(rows) == _SAMPLE:
                    break
        except csv.Error:
            return (0, 0)
        wide = Counter(len(cells) for cells in rows)
        width, count = wide.most_common(1)[0] if wide else (1, 0)
        known = max((header_words(cells) for cells in rows if len(cells) > 1), default=0)
        if separator == "," and not known and all(cell.startswith(" ") for cells in rows for cell in cells[1:]):
            return (0, 0)  # names as in `Kim, Minji`
        return (known if known > 1 else 0, count if width > 1 else 0)

    best = max(_SEPARATORS, key=score)
    return best if any(score(best)) else ""


def _sheet(path: Path, sheets: Sequence[tuple[str, Rows]]) -> tuple[Rows, tuple[Text, ...]]:
    """The rows of the first sheet with headings, else of the first; a remark where others have some, too."""
    headed = [sheet for sheet in sheets if any(header_words(cells) for _, cells in sheet[1][:_SAMPLE])]
    title, rows = next(iter(headed or sheets), ("", []))
    others = ", ".join(f"'{title}'" for title, _ in headed[1:])
    return rows, (ONE_SHEET.format(path=path, title=title, others=others),) if others else ()


def _workbook(path: Path, content: bytes) -> list[tuple[str, Rows]]:
    """Each sheet that has any rows, with its title."""
    from openpyxl import load_workbook  # noqa: PLC0415  # only where there is a workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions that it does not keep
            workbook = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
            sheets = [
                (
                    sheet.title,
                    [
                        (number, [_shown(cell.value, cell.number_format) for cell in cells])
                        for number, cells in zip(range(1, MAX_ROWS + 2), sheet.iter_rows(), strict=False)
                    ],
                )
                for sheet in workbook.worksheets[:_MOST_SHEETS]
            ]
            return [(title, rows) for title, rows in sheets if any(any(cells) for _, cells in rows)]
    except _DAMAGED as error:
        raise RosterError(DAMAGED, path=path, error=error, fix=_SAVE_AS_CSV) from error


def _shown(value: object, style: object) -> str:
    """A cell of a workbook as a person sees it: whole numbers without decimals, and with the zeros a style adds.

    A day has no time where its style shows none: it is that whole day.
    """
    if value is None:
        return ""
    if isinstance(value, datetime) and value.time() == time() and "h" not in str(style).lower():
        return value.date().isoformat()
    text = str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
    return text.zfill(len(style)) if isinstance(style, str) and style.strip("0") == "" and text.isdecimal() else text
