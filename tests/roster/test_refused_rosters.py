"""A run that was refused because nobody is on the roster leaves nobody behind whom the next one asks about."""

from __future__ import annotations

from pathlib import Path

import pytest

from fcnkit.commands.class_list import enlisted_class
from fcnkit.errors import UserError
from fcnkit.gradebook import Gradebook
from fcnkit.grading.intake import Found, Person
from fcnkit.roster import Id, Roster, Student

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
