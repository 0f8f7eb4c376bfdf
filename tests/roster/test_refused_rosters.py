"""What a roster that does not fit the class leaves behind, and what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from fcnkit.commands.class_list import enlisted_class
from fcnkit.errors import UserError
from fcnkit.gradebook import Gradebook
from fcnkit.grading.intake import Found, Person
from fcnkit.roster import Id, Roster, Student, read_roster

ROSTER = Roster(Path("roster.csv"), (Student("김민지", 2, (Id("number", "20231234"),)),))


def _found(identity: str, name: str, number: str = "") -> list[Found]:
    return [Found("", Person(identity, name, id=number, place="" if number else "/class"), "a.ipynb", (), None, ())]


def test_folders_that_were_taken_for_people_are_not_asked_about_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Gradebook(tmp_path / "gradebook.sqlite") as gradebook:
        sections = gradebook.register.enrol(_found("name:class/section", "section")).found
        with pytest.raises(UserError, match="section"):
            enlisted_class(gradebook, ROSTER, sections, "en")
        people = gradebook.register.enrol(_found("number:20231234", "김민지", "20231234")).found
        assert enlisted_class(gradebook, ROSTER, people, "en").missing == []
    assert "section" not in "".join(capsys.readouterr())


def test_an_identity_that_nobody_has_is_told_with_the_one_that_was_meant(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "roster.csv").write_text(
        "name,id,identity\nKim,20231234,name:class/k1m; lee\nLee,20231235,moodle:7\nOh,20231236,\n", encoding="utf-8"
    )
    roster = read_roster(tmp_path / "roster.csv")
    with Gradebook(tmp_path / "gradebook.sqlite") as gradebook:
        found = [*_found("name:class/kim; lee", "kim; lee"), *_found("number:20231236", "Oh", "20231236")]
        people = gradebook.register.enrol(found).found
        assert [student.name for student in enlisted_class(gradebook, roster, people, "en").missing] == ["Kim", "Lee"]
    said = capsys.readouterr().err
    assert "line 2: nobody has handed in as name:class/k1m; lee, which" in said
    assert "did you mean name:class/kim; lee?" in said
    assert "line 3: nobody has handed in as moodle:7, which the column 'identity' says; check" in said
    (tmp_path / "roster.csv").write_text("name,id,identity\nKim,20231234,name:class/kim; lee\n", encoding="utf-8")
    with Gradebook(tmp_path / "gradebook.sqlite") as gradebook:
        settled = enlisted_class(gradebook, read_roster(tmp_path / "roster.csv"), people, "en")
    assert settled.missing == []
