"""Workbooks with several sheets, and with cells that are days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from fcnkit.roster import Roster, read_roster

HEADINGS, KIM = ["학번", "성명"], [20231234, "김민지"]


def roster(folder: Path, sheets: Mapping[str, Sequence[Sequence[object]]]) -> Roster:
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(folder / "roster.xlsx")
    return read_roster(folder / "roster.xlsx")


def test_a_sheet_without_headings_before_that_of_the_students_is_passed_over(tmp_path: Path) -> None:
    said = roster(
        tmp_path, {"안내": [["출석부입니다."], ["문의: 조교"]], "명단": [HEADINGS, KIM], "통계": [["합계", 1]]}
    )
    assert [student.id for student in said.students] == ["20231234"]
    assert said.remarks == ()


def test_of_two_sheets_with_students_the_second_is_not_read_in_silence(tmp_path: Path) -> None:
    said = roster(tmp_path, {"1분반": [HEADINGS, KIM], "2분반": [HEADINGS, [20231235, "박서준"]]})
    assert [student.id for student in said.students] == ["20231234"]
    assert "only the sheet '1분반' was read; where other sheets with headings ('2분반')" in said.remarks[0].en


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (date(2026, 12, 2), "2026-12-02"),
        (datetime(2026, 12, 2), "2026-12-02 00:00:00"),  # a workbook knows no zone
        (datetime(2026, 12, 2, 18, 30), "2026-12-02 18:30:00"),
    ],
)
def test_a_day_in_a_cell_is_the_whole_day(tmp_path: Path, cell: date, said: str) -> None:
    (student,) = roster(tmp_path, {"명단": [[*HEADINGS, "마감"], [*KIM, cell]]}).students
    assert [term.said for term in student.terms] == [said]
