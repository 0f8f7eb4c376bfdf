"""Whose practice set is whose."""

from __future__ import annotations

from pathlib import Path

import pytest

from fcnkit.practice.takers import Taker, takers
from fcnkit.roster import RosterError, read_roster


def _takers(folder: Path, content: str) -> list[Taker]:
    path = folder / "roster.csv"
    path.write_text(content, encoding="utf-8")
    return takers(read_roster(path))


def test_a_set_is_drawn_with_the_id_and_called_by_the_name(tmp_path: Path) -> None:
    assert _takers(tmp_path, "이름,학번\n김민지,20231234\n박서준,\n") == [
        Taker("김민지", "20231234"),
        Taker("박서준", "박서준"),
    ]


def test_a_namesake_who_joins_changes_nobodys_draw(tmp_path: Path) -> None:
    before = _takers(tmp_path, "이름,학번\n김민지,20231234\n")
    after = _takers(tmp_path, "이름,학번\n김민지,20231299\n김민지,20231234\n")
    assert [taker.key for taker in before] == [taker.key for taker in after[1:]]
    assert [taker.name for taker in after] == ["김민지 (20231299)", "김민지 (20231234)"]


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("../..\n", r"line 1: .* makes no file name"),
        ("student,id\n" + "x" * 200 + ",1\n", r"line 2: .* makes no file name"),
        ("student,id\n" + "김" * 90 + ",1\n", r"line 2: .* makes no file name; write 1 to 80 letters"),
        ("name,id\nA,1/2\nA,1?2\n", r"line 3: 'A \(1.2\)' has the same file name as 'A \(1/2\)' in line 2"),
    ],
)
def test_names_that_make_no_files_are_told(tmp_path: Path, content: str, complaint: str) -> None:
    with pytest.raises(RosterError, match=complaint):
        _takers(tmp_path, content)
