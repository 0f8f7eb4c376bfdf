"""Each row of a platform's file is accounted for; what its name contradicts gets no mark."""

from __future__ import annotations

import csv
import stat
from pathlib import Path

import pytest
from graded_class import ASSIGNMENT, graded

from fcnkit.commands.export import export
from fcnkit.commands.marks import marks
from fcnkit.errors import UserError
from fcnkit.export.fill import fill
from fcnkit.export.matching import Rows
from fcnkit.export.platform_columns import find_columns
from fcnkit.export.sheet import Sheet
from fcnkit.gradebook import Gradebook
from fcnkit.gradebook.enrolment import enlist
from fcnkit.grading.results import LateMark, Status, SubmissionResult
from fcnkit.roster import read_roster
from fcnkit.roster.person_names import could_be_one
from fcnkit.text import same

CANVAS = "Student,ID,SIS User ID,Section,Transposed convolution (9001)\r\n    Points Possible,,,,100.00\r\n{rows}"
WORKSHEET = (
    "Identifier,Full name,Email address,Status,Grade,Maximum Grade,Grade can be changed,Last modified (submission),"
    "Last modified (grade),Feedback comments\n{rows}"
)


def template(folder: Path, rows: list[str], form: str = CANVAS) -> Path:
    path = folder / "grades.csv"
    path.write_bytes(form.format(rows="".join(f"{row}\r\n" for row in rows)).encode())
    return path


def report(out: Path) -> list[dict[str, str]]:
    return list(csv.DictReader((out / "export-report.csv").read_text("utf-8-sig").splitlines()))


def test_a_participants_number_of_another_worksheet_is_somebody_elses(tmp_path: Path) -> None:
    out = graded(
        tmp_path, {"김민지_11_assignsubmission_file_/hw.ipynb": 90, "이수아_12_assignsubmission_file_/hw.ipynb": 80}
    )
    rows = [
        f"Participant {n},{name},{n}@x.kr,Submitted,,100.00,Yes,-,-," for n, name in ((11, "박서준"), (12, "이수아"))
    ]
    assert export(out, "moodle", template(tmp_path, rows, WORKSHEET), None, None, scale=False) == 1
    assert [(line["student"], line["outcome"], line["score"]) for line in report(out)] == [
        ("박서준", "may be somebody's", ""),
        ("이수아", "filled", "80"),
        ("김민지", "unsure", ""),
    ]
    (out / "aliases.csv").write_text("student,row\n김민지,11\n", encoding="utf-8")
    assert export(out, "moodle", tmp_path / "grades.csv", None, None, scale=False) == 0


def test_who_was_settled_and_then_renamed_by_a_roster_stays_settled(tmp_path: Path) -> None:
    out = graded(tmp_path, {"mueller.ipynb": 90})
    (tmp_path / "roster.csv").write_text("name,identity\nMüller,name:class/mueller\n", encoding="utf-8")
    with Gradebook(out / "gradebook.sqlite") as book:
        roster = read_roster(tmp_path / "roster.csv")
        found = enlist(book.register.people(), roster, {})
        book.register.enlist(found.known, (), roster.labels)
        assert [result.student for result in book.latest(ASSIGNMENT.name)] == ["Müller"]
    (out / "aliases.csv").write_text("student,row\nmueller,20240001\n", encoding="utf-8")
    rows = ["Jurgen M,20101,20240001,A,", "Anna K,20102,20240002,A,"]
    assert export(out, "canvas", template(tmp_path, rows), "9001", None, scale=False) == 0
    assert sorted(line["score"] for line in report(out)) == ["", "", "90"]


@pytest.mark.parametrize(
    ("name", "other", "may_be"),
    [
        ("kimminji", "Kim, Minji", True),
        ("Minji Kim", "Kim, Minji", True),
        ("김민지", "민지", True),
        ("김민지", "Kim Minji", True),
        ("김민지", "박서준", False),
        ("leejuho", "Park Seojun", False),
        ("A. Kim", "Paul Sanders", False),
    ],
)
def test_names_that_could_be_one(name: str, other: str, may_be: bool) -> None:
    assert could_be_one(name, other) is may_be
    assert could_be_one(other, name) is may_be


def test_what_else_a_worksheet_tells_of_people_is_neither_a_grade_nor_locks_one(tmp_path: Path) -> None:
    heading = WORKSHEET.replace("Email address,", "ID number,Year,Department,").replace("{rows}", "")
    rows = [
        f"Participant {n},{name},2026000{n},2026,EI,Submitted,,100.00,Yes,-,-,no"
        for n, name in ((1, "김민지"), (2, "이수아"))
    ]
    out = graded(tmp_path, {"김민지_1_assignsubmission_file_/hw.ipynb": 90})
    export(out, "moodle", template(tmp_path, rows, f"{heading}{{rows}}"), None, None, scale=False)
    kim, lee = csv.DictReader((out / "export" / "grades.csv").read_text("utf-8").splitlines())
    assert (kim["Grade"], kim["ID number"], lee["Grade"]) == ("90", "20260001", "")


def test_a_students_second_row_is_no_strangers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = graded(tmp_path, {"kimminji_20101_7000001_hw.ipynb": 90})
    path = template(tmp_path, ['"Kim, Minji",20101,s1,A,', '"Kim, Minji",20101,s1,B,'])
    assert export(out, "canvas", path, "9001", None, scale=False) == 0
    assert [(line["outcome"], line["rows_that_may_be_theirs"]) for line in report(out)] == [
        ("no student", ""),
        ("filled", ""),
        ("another row of one student", "grades.csv:3"),
    ]
    said = capsys.readouterr().out
    assert "    1  filled" in said
    assert "1  rows" not in said


def test_what_is_filled_in_is_what_lateness_leaves(tmp_path: Path) -> None:
    path = template(tmp_path, ["Kim Minji,20101,s1,A,"])
    sheet, people = Sheet.read(path), read_roster(path)
    result = SubmissionResult(
        assignment=ASSIGNMENT.name, student="Kim Minji", submission="a.ipynb", lang="en", status=Status.GRADED,
        score=90, max_score=100, late=LateMark(rule=same("10 a day"), taken_off=20),
    )  # fmt: skip
    rows = Rows({people.students[0].line: result}, {}, ())
    filled = fill(sheet, people, find_columns(sheet, "canvas", ASSIGNMENT, "9001"), rows, {})
    assert [line.score for line in filled.report] == ["", "70"]


def test_a_table_of_ones_own_has_names_and_no_labels(tmp_path: Path) -> None:
    out = graded(tmp_path, {"김민지_20101_7000001_hw.ipynb": 90, "김민지_20102_7000002_hw.ipynb": 80})
    export(out, "csv", None, None, None, scale=False)
    rows = list(csv.DictReader((out / "export" / "marks.csv").read_text("utf-8-sig").splitlines()))
    assert [(row["name"], row["id"], row["score"]) for row in rows] == [
        ("김민지", "20101", "90"),
        ("김민지", "20102", "80"),
    ]


def test_a_refusal_leaves_no_account_of_an_earlier_export(tmp_path: Path) -> None:
    out = graded(tmp_path, {"kimminji_20101_7000001_hw.ipynb": 90})
    path = template(tmp_path, ['"Kim, Minji",20101,s1,A,'])
    export(out, "canvas", path, "9001", None, scale=False)
    assert report(out)
    with pytest.raises(UserError):
        export(out, "canvas", path, "no such column", None, scale=False)
    assert not (out / "export-report.csv").exists()


def test_who_has_handed_in_nothing_is_told_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = graded(tmp_path, {"김민지_20101_7000001_hw.ipynb": 40})
    (out / "grades.csv").write_text(
        "student,id,submission,status,score,max_score,note\n최민,00999,,missing,,,\n", encoding="utf-8-sig"
    )
    for asked in ("최민", "00999"):
        marks(out, asked)
        assert "최민: on the roster, but has handed in nothing." in capsys.readouterr().out
    for table in (None, b"student,status\n", b"student,status\nA,missing\n", b"\xff\xff", b"a,b\n" + b"x" * 200_000):
        if table is not None:  # which somebody has edited
            (out / "grades.csv").write_bytes(table)
        with pytest.raises(UserError, match="no student 'Nobody'"):
            marks(out, "Nobody")


def test_gradings_of_an_earlier_versions_gradebook_are_told_too(tmp_path: Path) -> None:
    out = graded(tmp_path, {"kim.ipynb": 90})
    with Gradebook(out / "gradebook.sqlite") as book:
        (kim,) = book.latest(ASSIGNMENT.name)
        book._database.execute(  # as the migration of version 1 leaves it
            "INSERT INTO result SELECT NULL, '2026-01-01T00:00:00.000+00:00', assignment, 'earlier:' || student,"
            " student, submission, 'old', 'old', 's0', environment, device, status, 30, max_score, json, '', ''"
            " FROM result"
        )
        assert [event.score for event in book.history(ASSIGNMENT.name, kim.identity) if hasattr(event, "score")] == [
            30,
            90,
        ]
        assert [result.score for result in book.latest(ASSIGNMENT.name)] == [90]


def test_where_nobody_may_write_marks_are_told_all_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = graded(tmp_path, {"kim.ipynb": 90})
    book = out / "gradebook.sqlite"
    before = book.read_bytes()
    book.chmod(stat.S_IRUSR)
    out.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        marks(out, "kim")
    finally:
        out.chmod(0o755)
    assert "90 / 100" in capsys.readouterr().out
    assert book.read_bytes() == before
    with Gradebook(book, is_for_reading=True) as copy:
        copy.will_write("x")
    assert book.read_bytes() == before
    assert {path.name for path in out.iterdir()} == {"gradebook.sqlite", "feedback"}
