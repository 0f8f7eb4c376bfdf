"""Each folder of `cases/` is a roster as somebody has it, and who is on it or why it is refused.

A new case is a new folder. Remarks and errors are phrases, one for each that is to be said.
"""

from __future__ import annotations

import time
import tomllib
from pathlib import Path
from typing import Any

import pytest

from fcnkit.roster import Roster, RosterError, Student, read_roster

CASES = Path(__file__).parent / "cases"


@pytest.mark.parametrize("name", sorted(path.name for path in CASES.iterdir()))
def test_a_roster_is_read_as_people_mean_it(name: str) -> None:
    expected = tomllib.loads((CASES / name / "expected.toml").read_text(encoding="utf-8"))
    (path,) = [path for path in (CASES / name).iterdir() if path.name != "expected.toml"]
    if "error" in expected:
        with pytest.raises(RosterError) as raised:
            read_roster(path)
        _assert_said(str(raised.value).splitlines(), expected["error"])
        assert all(line.startswith(str(path)) for line in str(raised.value).splitlines())
        return
    roster = read_roster(path)
    assert len(roster.students) == len(expected["students"])
    for student, wanted in zip(roster.students, expected["students"], strict=True):
        assert _told(student, roster, wanted) == wanted
    _assert_said([remark.en for remark in roster.remarks], expected.get("remarks", []))
    assert all(str(path) in remark[lang] for remark in roster.remarks for lang in ("ko", "en"))


def _told(student: Student, roster: Roster, wanted: dict[str, Any]) -> dict[str, Any]:
    """What a case says of a student; all but the line and the label must be said where it is there."""
    told = {
        "name": student.name,
        "id": student.id,
        "ids": {id.kind: id.value for id in student.ids},
        "emails": list(student.emails),
        "also": list(student.also),
        "sections": list(student.sections),
    }
    said = {key: value for key, value in told.items() if value or key == "id"}
    places = {"line": student.line, "label": roster.labels[student]}
    return said | {key: value for key, value in places.items() if key in wanted}


def _assert_said(sentences: list[str], phrases: list[str]) -> None:
    assert len(sentences) == len(phrases), sentences
    for sentence, phrase in zip(sentences, phrases, strict=True):
        assert phrase in sentence


def test_a_name_of_very_many_marks_is_read_at_once(tmp_path: Path) -> None:
    path = tmp_path / "roster.csv"
    path.write_text(
        f"Name,Student number\n{'a' + chr(0x301) * 30_000 + chr(0x323) * 30_000},20231234\n", encoding="utf-8"
    )
    begun = time.process_time()
    (student,) = read_roster(path).students
    assert time.process_time() - begun < 2
    assert len(student.name) < 50
