"""Columns of a roster about deadlines: whose, of which assignment, and what cannot be read."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from fcnkit.commands.class_list import granted_terms
from fcnkit.course import Assignment, Course
from fcnkit.deadlines.late_work import LateWork, Terms
from fcnkit.roster import RosterError, read_roster

COURSE = Course.find(Path(__file__)).assignment("01")
DUE = datetime(2026, 10, 5, 14, 59, tzinfo=UTC)


def terms(folder: Path, text: str, *, has_rules: bool = True, due: datetime | None = DUE) -> list[Terms]:
    (folder / "roster.csv").write_text(text, encoding="utf-8")
    late = LateWork.model_validate({"penalty": "10% per day"} if has_rules else {})
    config = COURSE.config.model_copy(update={"due": due, "late": late})
    return list(granted_terms(read_roster(folder / "roster.csv"), Assignment(COURSE.paths, config), "en").values())


@pytest.mark.parametrize(
    ("headings", "row", "said"),
    [
        ("name,extension", "Kim,2", Terms(extension="2")),
        ("이름,연장,면제", "김민지,2일,예", Terms(extension="2일", waive="예")),
        ("name,Due Date,waived", "Kim,2026-10-08,no", Terms(due="2026-10-08", waive="no")),
        ("name,extension 01,extension 02", "Kim,1,5", Terms(extension="1")),
        ("name,extension,extension 01", "Kim,1,5", Terms(extension="5")),
        ("name,extension,extension 01", "Kim,1,", Terms(extension="1")),
        ("name,extension 02", "Kim,5", Terms()),
        ("name,extension 1,waive 2", "Kim,5,yes", Terms(extension="5")),
        ("name,Submitted at", "Kim,2026-10-05 12:00", Terms(submitted="2026-10-05 12:00")),
        (
            "Name,SID,Email,01 - Submission Time,Quiz - Submission Time",
            "Kim,20101,k@x.kr,2026-10-05 12:00:00 +0900,2026-10-09 12:00:00 +0900",
            Terms(submitted="2026-10-05 12:00:00 +0900"),
        ),
        (
            "식별자,성명,이메일 주소,상태,성적,최종 수정 (제출),최종 수정 (성적)",
            '참가자 11,김민지,k@x.kr,제출함,,"2026년 10월 5일 월요일, 12:00",-',
            Terms(submitted="2026년 10월 5일 월요일, 12:00"),
        ),
    ],
)
def test_what_a_column_says(tmp_path: Path, headings: str, row: str, said: Terms) -> None:
    assert terms(tmp_path, f"{headings}\n{row}\n") == [said]


@pytest.mark.parametrize(
    ("column", "cell", "said"),
    [
        ("extension", "a bit", "line 3: 'a bit' is no span of time"),
        ("due", "soon", "line 3: 'soon' is no date and time"),
        ("waive", "perhaps", "line 3: 'perhaps' is neither yes nor no"),
        ("submitted", "10/05/26", "line 3: '10/05/26' is no date and time"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(tmp_path: Path, column: str, cell: str, said: str) -> None:
    with pytest.raises(RosterError, match=said):
        terms(tmp_path, f"name,{column}\nLee,\nKim,{cell}\n")


def test_times_of_a_platform_are_not_read_where_nothing_depends_on_them(tmp_path: Path) -> None:
    assert terms(tmp_path, "name,submitted\nKim,whenever\n", has_rules=False) == [Terms(submitted="whenever")]
    assert terms(tmp_path, "name,submitted,extension\nKim,whenever,a bit\n", due=None) == []


@pytest.mark.parametrize("nothing", ["", "-", "none", "없음"])
def test_an_empty_cell_says_nothing(tmp_path: Path, nothing: str) -> None:
    assert terms(tmp_path, f"name,submitted,extension\nKim,{nothing},{nothing}\n") == [Terms()]


@pytest.mark.parametrize("heading", ["extension 07", "due 11", "면제 02-yolo"])
def test_a_column_for_an_assignment_that_is_not_there_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], heading: str
) -> None:
    """It may be a slip, or one that the instructor grades elsewhere."""
    assert terms(tmp_path, f"name,{heading}\nKim,\n") == [Terms()]
    assert "no such assignment" not in capsys.readouterr().err
    assert terms(tmp_path, f"name,{heading}\nKim,2\n") == [Terms()]
    assert f"{heading[-2:]}', and there is no such assignment" in " ".join(capsys.readouterr().err.split())
