"""A platform's file is changed in the cells that are filled, and in no other byte."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcnkit.export.sheet import ExportError, Sheet
from fcnkit.roster import read_roster

CELLS = st.text(st.sampled_from('ab 1,;\t"\n\r\v\u2028김é='), max_size=6)
ROWS = st.lists(st.lists(CELLS, min_size=3, max_size=4), min_size=3, max_size=6)


def _written(rows: list[list[str]], end: str) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator=end).writerows([["Student", "ID", "Section", "Mark"][: len(rows[0])], *rows])
    return text.getvalue()


def _read(content: bytes, encoding: str) -> list[list[str]]:
    rows = csv.reader(io.StringIO(content.decode(encoding), newline=""))
    return [row for row in rows if len(row) > 1 or any(row)]


@given(rows=ROWS, end=st.sampled_from(["\n", "\r\n"]), encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_nothing_filled_changes_nothing(
    rows: list[list[str]], end: str, encoding: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.getbasetemp() / "sheet.csv"
    path.write_bytes(_written(rows, end).encode(encoding))
    assert Sheet.read(path).filled({}) == path.read_bytes()


@given(rows=ROWS, new=CELLS, at=st.integers(1, 3), column=st.integers(0, 2))
def test_one_cell_is_filled_and_every_other_one_stays(
    rows: list[list[str]], new: str, at: int, column: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.getbasetemp() / "sheet.csv"
    path.write_bytes(_written(rows, "\r\n").encode("utf-8-sig"))
    sheet = Sheet.read(path)
    before, after = _read(path.read_bytes(), "utf-8-sig"), _read(sheet.filled({(at, column): new}), "utf-8-sig")
    if sheet.separator == ",":
        assert [[cell.text for cell in row.cells] for row in sheet.rows] == before
        before[at][column] = new
        assert after == before


def test_a_row_that_is_too_short_is_extended(tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    path.write_bytes(b"name,id,mark,note\r\nKim,1\r\nLee,2,,\r\nPark\r\n")
    filled = Sheet.read(path).filled({(1, 3): "well", (1, 2): "7", (2, 2): "8", (3, 1): "3", (3, 3): "late"})
    assert filled == b"name,id,mark,note\r\nKim,1,7,well\r\nLee,2,8,\r\nPark,3,,late\r\n"
    assert Sheet.read(path).filled({(3, 2): "7", (3, 3): "well"}).endswith(b"Park,,7,well\r\n")


@pytest.mark.parametrize("break_", ["\v", "\u2028", "\x85", "\n", "\r\n"])
def test_a_row_has_the_line_that_the_roster_gives_it(break_: str, tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    path.write_bytes(f'name,id,note\nKim,20261001,"a{break_}b"\nLee,20261002,\n'.encode())
    assert [row.line for row in Sheet.read(path).rows[1:]] == [student.line for student in read_roster(path).students]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'name,id\nKim,"1', "line 2: a quotation mark is never closed"),
        (b"PK\x03\x04", "a workbook"),
        (b"\xef\xbb\xbf\n<html><table>", "a web page, even if it is called a workbook"),
        (b"name,id\n\xff\xff\xff,\x81", "neither UTF-8 nor CP949"),
    ],
    ids=["quotation mark", "workbook", "web page", "encoding"],
)
def test_what_is_no_csv_file_is_refused(content: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    path.write_bytes(content)
    with pytest.raises(ExportError, match=said):
        Sheet.read(path)
