"""The command line with a roster: who handed in is whom, who has not, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from classes import MISTAKEN, SOLUTION, grade, write_class
from classes import rows as rows_in

pytestmark = [pytest.mark.usefixtures("lent_graders"), pytest.mark.xdist_group("graders of 01")]

ROSTER = """Student,ID,SIS User ID,SIS Login ID,Section
    Points Possible,,,,
"Kim, Minji",40011,20231231,minji@univ.kr,A
박서준,,20231232,seojun@univ.kr,A
이하은,,20231233,haeun@univ.kr,A
"Student, Test",40099,,8a1f09c4be1d1f0e6d0f3c1f5b7f6f9d0a3b2c1d,A
"""


def test_a_class_by_its_roster(tmp_path: Path) -> None:
    (tmp_path / "roster.csv").write_text(ROSTER, encoding="utf-8")
    canvas = {"kimminji_40011_90001_01": SOLUTION, "bobstranger_40077_90002_01": MISTAKEN}
    roster = "--roster", f"{tmp_path}/roster.csv"
    done = grade(write_class(tmp_path / "canvas", canvas), tmp_path / "out", *roster)
    assert done.returncode == 0, done.stderr
    rows = rows_in(tmp_path / "out")
    assert {name: (row["id"], row["status"]) for name, row in rows.items()} == {
        "Kim, Minji": ("20231231", "graded"),
        "bobstranger": ("40077", "graded"),
        "박서준": ("20231232", "missing"),
        "이하은": ("20231233", "missing"),
    }
    assert "canvas:40077" in rows["bobstranger"]["note"]
    assert "bobstranger: Not on the roster roster.csv" in done.stderr
    assert "Not on the roster" not in done.stdout  # it is said once
    assert "Not handed in: 2 of the 3 on the roster (박서준, 이하은)" in done.stdout
    assert {path.stem for path in (tmp_path / "out" / "feedback").iterdir()} == {"Kim, Minji", "bobstranger"}
    late = write_class(tmp_path / "mail", {"20231232 서준": SOLUTION, "Minji Kim": MISTAKEN})
    done = grade(late, tmp_path / "out", *roster)
    rows = rows_in(tmp_path / "out")
    assert (done.returncode, len(rows)) == (0, 4)
    assert rows["Kim, Minji"]["submission"] == "Minji Kim.ipynb"
    assert rows["박서준"]["status"] == "graded"


def test_pages_under_a_name_that_somebody_had_before_are_told(tmp_path: Path) -> None:
    hand_ins = write_class(tmp_path / "class", {"minji": SOLUTION, "bob": MISTAKEN})
    assert "nobody has any more" not in grade(hand_ins, tmp_path / "out").stderr
    (tmp_path / "roster.csv").write_text("name,id,identity\nKim Minji,20231231,name:class/minji\n", encoding="utf-8")
    done = grade(hand_ins, tmp_path / "out", "--roster", f"{tmp_path}/roster.csv")
    assert set(rows_in(tmp_path / "out")) == {"Kim Minji", "bob"}
    said = done.stderr.replace("\n", "")
    assert (
        f"left from earlier runs: 2 ('{tmp_path}/out/feedback/minji.html', '{tmp_path}/out/results/minji.json')" in said
    )


@pytest.mark.parametrize(
    ("roster", "complaint"),
    [
        ("name,id\nKim,20231231\nLee,20231231\n", "line 3: 'Lee' has the id '20231231' of 'Kim' in line 2"),
        ("name,id\nKim,2.024E+09\n", "line 2: a spreadsheet has rounded an id"),
        ("name,id\nSomebody Else,20239999\n", "of the 1 who handed in (kim) nobody is among the 1 on it"),
    ],
)
def test_a_roster_that_cannot_be_right_is_refused_before_anything_runs(
    tmp_path: Path, roster: str, complaint: str
) -> None:
    (tmp_path / "roster.csv").write_text(roster, encoding="utf-8")
    kim = write_class(tmp_path / "class", {"kim": SOLUTION}) / "kim.ipynb"
    done = grade(kim, tmp_path / "out", "--roster", f"{tmp_path}/roster.csv")
    if "Else" in roster:
        assert not (tmp_path / "out" / "grades.csv").exists()
    assert done.returncode == 2
    assert complaint in done.stderr
    assert "Traceback" not in done.stderr
