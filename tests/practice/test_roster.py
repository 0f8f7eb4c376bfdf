"""Rosters as people have them, and what is wrong with some."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fcnkit.practice.roster import RosterError, read_roster, safe


def _roster(folder: Path, content: bytes | str) -> Path:
    path = folder / "roster.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize(
    ("content", "names"),
    [
        ("김민지\nEmily Carter\n", ["김민지", "Emily Carter"]),
        ("\ufeff김민지\r\n\r\n박서준\r\n", ["김민지", "박서준"]),
        ("student,score\n김민지,90\n박서준,80\n", ["김민지", "박서준"]),
        ('Student,ID\n"Carter, Emily",1\nNoah,2\n', ["Carter, Emily", "Noah"]),
        ("student\n김민지\n", ["김민지"]),
        ("student,score\n김민지,90\n".encode("cp949"), ["김민지"]),
        ("student\n김민지\n".encode("utf-16"), ["김민지"]),
        ("김민지 2021001\n김민지 2021002\n", ["김민지 2021001", "김민지 2021002"]),
    ],
)
def test_lists_and_tables_are_read(tmp_path: Path, content: bytes | str, names: list[str]) -> None:
    assert read_roster(_roster(tmp_path, content)) == names


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("", "line 1: no student"),
        ("\n\n", "line 1: no student"),
        ("김민지\n박서준\n김민지\n", "line 3: '김민지' has the same file name as '김민지' in line 1"),
        ("student,score\nKim,1\nkim,2\n", "line 3: 'kim' has the same file name as 'Kim' in line 2"),
        ("name,score\nKim,1\n", "line 1: no column 'student' among name, score"),
        ("student,score\nKim, Minji,1\n", "line 2: 3 cells under 2 headings"),
        ('student,score\n"Kim,1\n', r"line 2: .*close the quotation mark"),
        ("student,score\n,1\n", "line 2: '' makes no file name"),
        ("../..\n", r"line 1: .* makes no file name"),
        ("x" * 200, r"line 1: .* makes no file name"),
        (b"\xff\xff\xff", "neither UTF-8 nor CP949"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, content: bytes | str, complaint: str) -> None:
    with pytest.raises(RosterError, match=complaint):
        read_roster(_roster(tmp_path, content))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    content=st.one_of(st.binary(max_size=60), st.text(alphabet='ab가,"\n\r\\t student/.', max_size=60).map(str.encode))
)
def test_whatever_a_roster_holds_is_read_or_told(tmp_path: Path, content: bytes) -> None:
    try:
        names = read_roster(_roster(tmp_path, content))
    except RosterError:
        return
    files = [safe(name).casefold() for name in names]
    assert all(files)
    assert len(set(files)) == len(files)
