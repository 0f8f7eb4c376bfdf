"""`fcnkit term`: the same people over several gradebooks, and what it leaves."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from graded_terms import COURSE, answered, graded

from fcnkit.cli import main
from fcnkit.commands.term import read_classes
from fcnkit.course import Course
from fcnkit.errors import ConfigError
from fcnkit.misconception import load
from fcnkit.roster import read_roster
from fcnkit.teaching.people import Member, members

RIGHT, WRONG = answered("q1"), answered("q1", "kernel-flipped")


@pytest.fixture(autouse=True)
def _in_the_course(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(COURSE.root)


def everybody(tmp_path: Path, *classes: list[str], roster: str = "") -> list[Member]:
    folders = [
        graded(tmp_path / f"0{number}", f"0{number}", {who: [RIGHT] for who in people})
        for number, people in enumerate(classes, 1)
    ]
    people = None
    if roster:
        (tmp_path / "roster.csv").write_text(roster, encoding="utf-8")
        people = read_roster(tmp_path / "roster.csv")
    return members([each for _, each in read_classes(folders, people).values()], people)


def course_of(found: list[Member]) -> dict[str, int]:
    return {member.label: len(member.results) for member in found}


def test_the_courses_themes_join_misconceptions_that_there_are_of_several_assignments() -> None:
    known = {name: {each.id for each in load(COURSE.assignment(name).paths.suite)} for name in COURSE.names()}
    assert COURSE.themes
    for theme in COURSE.themes:
        assert set(theme.misconceptions) <= set().union(*known.values())
        assert sum(not ids.isdisjoint(theme.misconceptions) for ids in known.values()) > 1, theme.name.en
    named = [id for theme in COURSE.themes for id in theme.misconceptions]
    assert len(named) == len(set(named))


def test_ids_that_last_are_one_person_whatever_the_name(tmp_path: Path) -> None:
    assert course_of(everybody(tmp_path, ["canvas:7 Kim Haneul"], ["canvas:7 Haneul K."])) == {"Kim Haneul": 2}


def test_a_number_that_a_platform_gives_anew_is_nobodys(tmp_path: Path) -> None:
    found = everybody(tmp_path, ["moodle:7 김하늘", "moodle:8 박서연"], ["moodle:8 김하늘", "moodle:7 박서연"])
    assert course_of(found) == {"김하늘": 2, "박서연": 2}


def test_names_join_those_without_ids(tmp_path: Path) -> None:
    assert course_of(everybody(tmp_path, ["name: 김하늘"], ["canvas:7 김 하늘"], ["name: 김하늘"])) == {"김 하늘": 3}


def test_namesakes_with_two_ids_stay_two(tmp_path: Path) -> None:
    found = everybody(tmp_path, ["canvas:7 김하늘", "canvas:8 김하늘 (8)"], ["canvas:8 김하늘"])
    assert sorted(len(member.results) for member in found) == [1, 2]
    found = everybody(tmp_path / "b", ["canvas:7 김하늘"], ["canvas:8 김하늘"])
    assert sorted(len(member.results) for member in found) == [1, 1]


def test_namesakes_in_one_class_stay_two_although_one_has_no_id(tmp_path: Path) -> None:
    found = everybody(tmp_path, ["canvas:7 김하늘", "name: 김 하늘"])
    assert sorted(len(member.results) for member in found) == [1, 1]


def test_a_roster_says_who_never_handed_in_and_the_sections(tmp_path: Path) -> None:
    roster = "이름,학번,분반\n김하늘,20230001,A\n박서연,20230002,B\n최지우,20230003,B\n"
    found = everybody(tmp_path, ["name: 김하늘"], ["number:20230001 김하늘", "name: 박서연"], roster=roster)
    assert course_of(found) == {"김하늘": 2, "박서연": 1, "최지우": 0}
    assert [member.sections for member in found] == [("A",), ("B",), ("B",)]


def test_the_page_stands_beside_the_first_folder_and_links_to_all(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folders = [graded(tmp_path / "한 반" / f"0{n}", f"0{n}", {"canvas:7 김하늘": [WRONG]}) for n in (1, 2)]
    with pytest.raises(SystemExit) as ended:
        main(["--ui-lang", "en", "term", *map(str, folders)])
    assert ended.value.code == 0
    page = (tmp_path / "한 반" / "term.html").read_text(encoding="utf-8")
    assert "Assignments: 2, students: 1" in capsys.readouterr().out
    assert {"01/index.html", "02/index.html"} <= set(re.findall(r'href="([^"]+)"', page))
    assert "in 1 in several assignments" in page
    for out, written in (("mine.html", "mine.html"), ("pages", "pages/term.html")):
        with pytest.raises(SystemExit):
            main(["--ui-lang", "en", "term", *map(str, folders), "--out", str(tmp_path / out)])
        assert (tmp_path / written).is_file()


def test_one_assignment_twice_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folders = [graded(tmp_path / name, "01", {"canvas:7 김하늘": [RIGHT]}) for name in ("a", "b")]
    with pytest.raises(SystemExit) as ended:
        main(["term", *map(str, folders)])
    assert ended.value.code == 2
    assert str(folders[0]) in capsys.readouterr().err


def test_weights_are_the_courses_and_must_name_assignments(tmp_path: Path) -> None:
    for name in ("01-a", "02-b"):
        (tmp_path / "solutions" / name).mkdir(parents=True)
        (tmp_path / "solutions" / name / "assignment.toml").touch()
    course = tmp_path / "course.toml"
    course.touch()
    assert Course(tmp_path).weights == {"01-a": 1, "02-b": 1}
    course.write_text('[weights]\n"02" = 30\n')
    assert Course(tmp_path).weights == {"01-a": 0, "02-b": 30}
    course.write_text('[weights]\n"07" = 30\n')
    with pytest.raises(ConfigError):
        _ = Course(tmp_path).weights
