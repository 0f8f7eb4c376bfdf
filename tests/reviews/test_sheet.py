"""What spreadsheets make of the review sheet comes back as it was entered."""

from __future__ import annotations

from pathlib import Path

import pytest

from fcnkit.reviews.review_sheet import COLUMNS, read
from fcnkit.text import place

SAID = ("김하늘", "q2", "한 줄\n두 줄", "기준", "rubric", "40", "", "35", "좋습니다,\n정말로", "lee", "a0123456789ab")


def written(delimiter: str, line_end: str) -> str:
    rows = [COLUMNS, SAID, ("Ava", "q2", *[""] * 9), ("Ben", "q2", *[""] * 6, "'=1+1", "", "a1")]
    lines = [delimiter.join(f'"{cell}"' for cell in row) for row in rows]
    return line_end.join([*lines, ""])


@pytest.mark.parametrize(
    ("encoding", "delimiter", "line_end"),
    [
        ("utf-8-sig", ",", "\r\n"),
        ("utf-8", ",", "\n"),
        ("cp949", ",", "\r\n"),
        ("utf-16", "\t", "\r\n"),
        ("utf-8-sig", ";", "\r\n"),
    ],
    ids=["CSV UTF-8", "LibreOffice", "CSV on Korean Windows", "Unicode text", "CSV UTF-8 in Germany"],
)
def test_any_way_of_saving_will_do(tmp_path: Path, encoding: str, delimiter: str, line_end: str) -> None:
    path = tmp_path / "reviews.csv"
    path.write_bytes(written(delimiter, line_end).encode(encoding))
    one, other = read(path)
    assert (one.student, one.points, one.comment, one.answer_id) == ("김하늘", "35", "좋습니다,\n정말로", SAID[-1])
    assert one.place == place(path, 2)
    assert (other.comment, other.place.en) == ("=1+1", f"{path}, line 6 (row 4 of the spreadsheet)")


def test_columns_may_be_moved_or_taken_out(tmp_path: Path) -> None:
    path = tmp_path / "reviews.csv"
    path.write_text("Points,answer_id,Student,question,comment,mine\n3,a1,kim,q2,,x\n4\n", encoding="utf-8")
    one, other = read(path)
    assert (one.student, one.question, one.points) == ("kim", "q2", "3")
    assert (other.points, other.student) == ("4", "")
