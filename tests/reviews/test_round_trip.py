"""Marks by hand through the command line: the sheet goes out, marks come in, and nothing is lost on the way."""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from command_line import lent
from essays import fill_in, grade, hand_in, read_csv, write_course

from fcnkit.bounded_file import MAX_BYTES
from fcnkit.course import Course
from fcnkit.engines.local import LocalEngine
from fcnkit.grading.sandbox.level import choose
from fcnkit.spreadsheet import unescape_formula

MARKS = {"김하늘": ("35", "예가 좋습니다.\n- 조금 더 길게"), "Ava": ("40", ""), "00123": ("7.5", "=1+1")}


@pytest.fixture(scope="module", autouse=True)
def _graders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Of a course like those that the tests change; they leave its suite as it is."""
    course = Course(write_course(tmp_path_factory.mktemp("graders")))
    with LocalEngine(course.assignment("01"), choose("auto")) as engine, lent(lambda _: engine):
        yield


@pytest.fixture(scope="module")
def graded_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_course(tmp_path_factory.mktemp("course"))
    assert grade(root).returncode == 0
    return root.rename(root.with_name("moved"))  # copies of a class that still stands are other classes


@pytest.fixture
def course(graded_once: Path, tmp_path: Path) -> Path:
    """A course whose class has been graded once."""
    return shutil.copytree(graded_once, tmp_path / "course", symlinks=True)


def test_waiting_is_not_zero(course: Path) -> None:
    rows = read_csv(course / "out" / "grades.csv")
    assert [rows["Ava"][name] for name in ("status", "score", "max_score", "q1", "q2")] == [
        "graded",
        "60",
        "60",
        "60",
        "",
    ]
    assert "q2(40점): 직접 채점 대기" in rows["Ava"]["note"]
    assert [rows["이서준"][name] for name in ("score", "max_score", "q2", "note")] == ["60", "100", "0", ""]
    result = json.loads((course / "out" / "results" / "Ava.json").read_text(encoding="utf-8"))
    assert (result["score"], result["extra_data"]["max_score"], len(result["tests"])) == (60, 60, 1)
    assert result["extra_data"]["questions"][1] == {
        "id": "q2", "outcome": "unreviewed", "score": None, "max_score": 40, "misconceptions": [],
        "relations": [],
        "carried": None,
    }  # fmt: skip
    again = grade(course)
    assert "Answers that wait for marks by hand: 3." in again.stdout
    assert "Waiting for marks by hand: 3" in (course / "out" / "index.html").read_text(encoding="utf-8")
    page = (course / "out" / "feedback" / "김하늘.html").read_text(encoding="utf-8")
    assert "선생님이 직접 읽고 채점하는 문제입니다" in page
    assert "이어 붙인다는 점" not in page  # the rubric is for whoever grades


@pytest.mark.parametrize(
    ("lang", "said"), [("ko", "--reviews out/reviews.csv를 붙여"), ("en", "`fcnkit review out` and")]
)
def test_what_waits_is_told_in_either_language(course: Path, lang: str, said: str) -> None:
    done = grade(course, "--lang", lang)
    assert done.returncode == 0, done.stderr
    assert said in done.stdout


def test_the_sheet_opens_in_excel_and_runs_nothing(course: Path) -> None:
    assert (course / "out" / "reviews.csv").read_bytes().startswith(b"\xef\xbb\xbfstudent,question,answer,rubric_ko")
    rows = read_csv(course / "out" / "reviews.csv")
    assert list(rows) == ["00123", "Ava", "김하늘", "이서준"]
    assert rows["김하늘"]["answer"] == "튜플의 덧셈은 이어 붙이기입니다.\n예: (1,) + (2,)"
    assert rows["Ava"]["answer"].startswith("'=HYPERLINK(")
    assert {row["rubric_ko"] for row in rows.values()} == {"이어 붙인다는 점(20점), 예(20점)"}
    assert all((row["max_points"], row["points"], row["comment"]) == ("40", "", "") for row in rows.values())


def test_marks_come_in_and_stay_without_the_sheet(course: Path) -> None:
    sheet = fill_in(course / "out" / "reviews.csv", MARKS)
    done = grade(course, "--reviews", sheet)
    assert done.returncode == 0
    changes = "00123 60/60 → 67.5/100, Ava 60/60 → 100/100, 김하늘 60/60 → 95/100"
    assert f"Students whose marks differ from last time: 3 ({changes})" in done.stdout
    taken = (course / "out" / "grades.csv").read_bytes()
    rows = read_csv(course / "out" / "grades.csv")
    assert {name: (row["score"], row["max_score"], row["q2"]) for name, row in rows.items()} == {
        "00123": ("67.5", "100", "7.5"),
        "Ava": ("100", "100", "40"),
        "김하늘": ("95", "100", "35"),
        "이서준": ("60", "100", "0"),
    }
    page = (course / "out" / "feedback" / "김하늘.html").read_text(encoding="utf-8")
    assert "예가 좋습니다.\n- 조금 더 길게" in page
    result = json.loads((course / "out" / "results" / "김하늘.json").read_text(encoding="utf-8"))
    assert [(test["score"], test["max_score"]) for test in result["tests"]] == [(60, 60), (35, 40)]
    for options in ([], ["--regrade"], ["--reviews", sheet]):
        again = grade(course, *options)
        assert (again.returncode, "differ from last time" in again.stdout) == (0, False)
        assert (course / "out" / "grades.csv").read_bytes() == taken
    with sqlite3.connect(course / "out" / "gradebook.sqlite") as book:
        assert book.execute("SELECT count(*) FROM review").fetchone() == (3,)


def test_the_next_sheet_holds_the_marks_and_can_correct_them(course: Path) -> None:
    sheet = fill_in(course / "out" / "reviews.csv", MARKS)
    grade(course, "--reviews", sheet)
    rows = read_csv(sheet)
    marks = {name: (row["points"], unescape_formula(row["comment"])) for name, row in rows.items()}
    assert marks == {**MARKS, "이서준": ("", "")}
    assert rows["00123"]["comment"] == "'=1+1"
    grade(course, "--reviews", fill_in(sheet, {"Ava": ("38", "아깝습니다"), "이서준": ("10", "wrote it on paper")}))
    rows = read_csv(course / "out" / "grades.csv")
    assert [rows[name]["score"] for name in ("Ava", "이서준", "김하늘")] == ["98", "70", "95"]
    with sqlite3.connect(course / "out" / "gradebook.sqlite") as book:
        history = book.execute("SELECT points FROM review WHERE student = 'Ava' ORDER BY id").fetchall()
    assert history == [(40.0,), (38.0,)]


def test_a_changed_answer_waits_again_and_an_unchanged_one_does_not(course: Path) -> None:
    sheet = fill_in(course / "out" / "reviews.csv", MARKS)
    grade(course, "--reviews", sheet)
    hand_in(course, "Ava", "Now I say something else.")
    hand_in(course, "김하늘", "튜플의 덧셈은 이어 붙이기입니다.\n예: (1,) + (2,)  \n\n", twice=5)
    done = grade(course)
    assert "wait for marks by hand: 1." in done.stdout
    rows = read_csv(course / "out" / "grades.csv")
    assert (rows["Ava"]["score"], rows["Ava"]["max_score"], rows["Ava"]["q2"]) == ("60", "60", "")
    assert (rows["김하늘"]["score"], rows["김하늘"]["q2"]) == ("35", "35")
    assert read_csv(course / "out" / "reviews.csv")["Ava"]["points"] == ""


def test_marks_for_an_answer_that_has_changed_are_refused_as_are_all_others_of_the_sheet(course: Path) -> None:
    sheet = fill_in(course / "out" / "reviews.csv", MARKS, into=course / "mine.csv")
    hand_in(course, "Ava", "Now I say something else.")
    done = grade(course, "--reviews", sheet)
    assert done.returncode == 2
    assert re.search(r"mine\.csv, line 3: the answer of Ava to q2 has changed since", done.stderr)
    rows = read_csv(course / "out" / "grades.csv")
    assert [row["q2"] for row in rows.values()] == ["", "", "", "0"]
    with sqlite3.connect(course / "out" / "gradebook.sqlite") as book:
        assert book.execute("SELECT count(*) FROM review").fetchone() == (0,)


def test_every_row_that_is_wrong_is_told_and_nothing_is_taken(course: Path) -> None:
    before = (course / "out" / "grades.csv").read_bytes()
    marks = {"김하늘": ("41", ""), "Ava": ("many", ""), "00123": ("", "words alone"), "이서준": ("-1", "")}
    sheet = fill_in(course / "out" / "reviews.csv", marks, into=course / "mine.csv")
    done = grade(course, "--reviews", sheet)
    assert done.returncode == 2
    told = dict(re.findall(r"mine\.csv, line (\d+)(?: \(row 5 of the spreadsheet\))?: (.*)", done.stderr))
    assert told == {
        "2": "a comment without points; write 0 to 40, or empty the comment",
        "3": "points 'many' are not a number; write 0 to 40",
        "4": "points 41 are out of range; write 0 to 40",
        "6": "points -1 are out of range; write 0 to 40",
    }
    assert (course / "out" / "grades.csv").read_bytes() == before


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"student": "Eve", "answer_id": "a1"}, "no student 'Eve' in this gradebook"),
        ({"student": "Eve"}, "sort and move whole rows only"),
        ({"question": "q9", "answer_id": "a1"}, "no question 'q9'; write q1 or q2"),
        ({"answer_id": ""}, "has changed since, or the row's answer_id ''"),
    ],
)
def test_a_row_that_fits_nobody_is_refused(course: Path, changes: dict[str, str], said: str) -> None:
    sheet = fill_in(course / "out" / "reviews.csv", {"Ava": ("1", "")}, into=course / "mine.csv", **changes)
    done = grade(course, "--reviews", sheet)
    assert done.returncode == 2
    assert said in done.stderr


def test_a_name_with_letters_that_korean_windows_lacks_is_still_theirs(course: Path) -> None:
    hand_in(course, "José", "Adding joins.")
    grade(course)
    sheet = fill_in(course / "out" / "reviews.csv", {"José": ("30", "")}, into=course / "mine.csv")
    sheet.write_bytes(sheet.read_text(encoding="utf-8-sig").encode("cp949", errors="replace"))
    assert grade(course, "--reviews", sheet).returncode == 0
    assert read_csv(course / "out" / "grades.csv")["José"]["q2"] == "30"


def test_the_sheet_is_written_on_when_a_student_has_got_another_name(course: Path) -> None:
    sheet = fill_in(course / "out" / "reviews.csv", MARKS)
    grade(course, "--reviews", sheet)
    (course / "roster.csv").write_text("name,identity\nAva Smith,name:class/Ava\n김하늘,\n", encoding="utf-8")
    for _ in range(3):
        done = grade(course, "--roster", course / "roster.csv")
        assert "have not been taken in" not in done.stdout
    assert read_csv(sheet)["Ava Smith"]["points"] == "40"


def test_marks_that_were_entered_and_not_taken_in_are_not_overwritten(course: Path) -> None:
    sheet = fill_in(course / "out" / "reviews.csv", MARKS)
    entered = sheet.read_bytes()
    done = grade(course)
    assert "holds marks that have not been taken in, so it was left as it is" in done.stdout
    assert sheet.read_bytes() == entered
    sheet.write_bytes(b"\xff\xfe\xff not a sheet any more")
    grade(course)
    assert sheet.read_bytes() == b"\xff\xfe\xff not a sheet any more"


def test_a_file_too_large_to_be_a_sheet_is_left_in_its_place(course: Path) -> None:
    sheet = course / "out" / "reviews.csv"
    os.truncate(sheet, MAX_BYTES + 1)
    done = grade(course)
    assert done.returncode == 0
    assert "so it was left as it is" in done.stdout
    assert sheet.stat().st_size == MAX_BYTES + 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"name,points\nAva,3\n", ", line 1: no column student, question, comment; use the sheet"),
        (b"", ", line 1: no column student"),
        (b"\xff\xff\xff\xff", ": neither UTF-8 nor CP949; save the sheet as CSV UTF-8"),
    ],
)
def test_what_is_no_sheet_is_refused_before_anything_is_graded(course: Path, content: bytes, said: str) -> None:
    (course / "mine.csv").write_bytes(content)
    done = grade(course, "--reviews", "mine.csv", "--regrade")
    assert done.returncode == 2
    assert f"mine.csv{said}" in done.stderr
    assert done.stdout == ""
    assert grade(course, "--reviews", "nowhere.csv").returncode == 2
