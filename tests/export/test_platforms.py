"""Round trips: what Canvas and Moodle would read from a filled file is what the gradebook holds, and nothing more."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from zipfile import ZipFile

import pytest
from command_line import run
from graded_class import ASSIGNMENT, graded

from fcnkit.commands.export import export
from fcnkit.errors import UserError
from fcnkit.export.platform_columns import Platform, find_columns
from fcnkit.export.sheet import Sheet
from fcnkit.grading.results import Status

CANVAS = (
    "Student,ID,SIS User ID,SIS Login ID,Section,Transposed convolution (9001),Quiz (9002),Current Score\r\n"
    ",,,,,Manual Posting,,\r\n"
    "    Points Possible,,,,,100.00,10.00,(read only)\r\n"
    "{rows}"
    '"Student, Test",99,,0123456789012345678901234567890123456789,A,,,\r\n'
)
WORKSHEETS = {
    "en": ("Identifier,Full name,Email address,Status,Grade,Maximum Grade,Grade can be changed,"
           "Last modified (submission),Last modified (grade),Feedback comments", "Participant ", "Yes"),
    "ko": ("식별자,성명,이메일 주소,상태,성적,최고 성적,성적을 변경할 수 있음,"
           "최종 수정 (제출),최종 수정 (성적),피드백 의견", "참가자 ", "예"),
    "de": ("ID,Vollständiger Name,E-Mail-Adresse,Status,Bewertung,Bestwertung,Bewertung kann geändert werden,"
           "Zuletzt geändert (Abgabe),Zuletzt geändert (Bewertung),Feedback als Kommentar", "Teilnehmer/in", "Ja"),
}  # fmt: skip


def _export(
    out: Path, to: Platform, template: Path | None, column: str | None = None, *, scale: bool = False,
    target: Path | None = None,
) -> int:  # fmt: skip
    return export(out, to, template, column, target, scale)


def _canvas_rows(people: Iterable[tuple[str, int]]) -> str:
    return "".join(f'"{name}",{id},2026{id},user{id},A,,8,77\r\n' for name, id in people)


def _canvas_reads(content: bytes, column: int = 5) -> dict[str, str]:
    """As `GradebookImporter` does: a row counts for the id in its second column; rows without a student are none."""
    rows = list(csv.reader(io.StringIO(content.decode(), newline="")))
    assert "Student" in rows[0][0]
    assert rows[0][1] == "ID"
    students = [row for row in rows[1:] if "Points Possible" not in row[0] and row[0]]
    return {row[1]: row[column] for row in students}


@pytest.mark.parametrize("size", [3, 60, 500])
def test_canvas_reads_the_mark_of_everybody_who_handed_in(size: int, tmp_path: Path) -> None:
    names = ["김민지", "이수아", "김민지", "O'Neil, Sean", "kimminji"]
    people = [(names[n % len(names)], 100 + n) for n in range(size)]
    letters = {name: "".join(filter(str.isalnum, name.lower())) for name in names}
    spelled = {n: unicodedata.normalize("NFD" if n % 2 else "NFC", letters[name]) for n, (name, _) in enumerate(people)}
    handed_in = [n for n in range(size) if n % 7 != 1]
    marks = {f"{spelled[n]}_{100 + n}_{7000 + n}_hw.ipynb": n % 101 + 0.5 * (n % 2) for n in handed_in}
    out = graded(tmp_path, marks)
    template = tmp_path / "grades.csv"
    template.write_bytes(CANVAS.format(rows=_canvas_rows(people)).encode())
    before = template.read_bytes()
    assert _export(out, "canvas", template, "9001", target=tmp_path / "filled.csv") == 0
    assert template.read_bytes() == before
    content = (tmp_path / "filled.csv").read_bytes()
    read = {id: float(mark) for id, mark in _canvas_reads(content).items() if mark}
    assert read == {str(100 + n): n % 101 + 0.5 * (n % 2) for n in handed_in}
    old, new = (list(csv.reader(io.StringIO(text.decode(), newline=""))) for text in (before, content))
    assert [row[:5] + row[6:] for row in new] == [row[:5] + row[6:] for row in old]
    report = list(csv.DictReader(io.StringIO((out / "export-report.csv").read_text("utf-8-sig"), newline="")))
    assert len(report) == size + 3
    assert [row["outcome"] for row in report].count("filled") == len(handed_in)


@pytest.mark.parametrize("lang", WORKSHEETS)
def test_moodle_reads_marks_comments_and_pages(lang: str, tmp_path: Path) -> None:
    heading, participant, yes = WORKSHEETS[lang]
    names = {11: "김민지", 12: "이 수아", 13: "김민지", 14: "박_지호"}
    rows = "".join(
        f'{participant}{id},{name},m{id}@example.ac.kr,Submitted,,"100,00",{yes},"Monday, 2 November 2026, 10:00",-,\n'
        for id, name in names.items()
    )
    template = tmp_path / "worksheet.csv"
    template.write_text(f"{heading}\n{rows}", encoding="utf-8-sig")
    marks = {
        f"{name.replace('_', ' ')}_{id}_assignsubmission_file_/hw.ipynb": id * 2.5
        for id, name in names.items()
        if id != 12
    }
    out = graded(tmp_path, marks)
    assert _export(out, "moodle", template) == 0
    filled = list(csv.reader(io.StringIO((out / "export" / "worksheet.csv").read_text("utf-8-sig"), newline="")))
    assert [row[4] for row in filled[1:]] == ["27.5", "", "32.5", "35"]
    assert [row[8] for row in filled[1:]] == ["-"] * 4
    with ZipFile(out / "export" / "worksheet-feedback.zip") as archive:
        read = {info.filename.split("_", 4)[1]: info.filename.split("_", 4)[2:] for info in archive.infolist()}
    assert read == {id: ["assignfeedback", "file", "feedback.html"] for id in ("11", "13", "14")}


@pytest.mark.parametrize("size", [3, 60, 500])
def test_no_row_of_moodles_worksheet_is_unaccounted_for(size: int, tmp_path: Path) -> None:
    """Namesakes, hangul in both spellings, some without work, and some who have withdrawn since."""
    names = ["김민지", "이 수아", "김민지", "O'Neil Sean", "Nguyễn Văn An"]
    heading, participant, yes = WORKSHEETS["ko"]
    listed = [n for n in range(size) if n % 10 != 2]
    rows = "".join(
        f'{participant}{100 + n},"{unicodedata.normalize("NFC", names[n % 5])}",m{n}@x.kr,제출됨,,100.00,{yes},-,-,\n'
        for n in listed
    )
    template = tmp_path / "worksheet.csv"
    template.write_text(f"{heading}\n{rows}", encoding="utf-8-sig")
    handed_in = [n for n in range(size) if n % 7 != 1]
    spelled = {n: unicodedata.normalize("NFD" if n % 2 else "NFC", names[n % 5]) for n in handed_in}
    out = graded(
        tmp_path,
        {f"{spelled[n]}_{100 + n}_assignsubmission_file_/hw.ipynb": n % 101 + 0.5 * (n % 2) for n in handed_in},
    )
    withdrawn = sorted(set(handed_in) - set(listed))
    assert _export(out, "moodle", template) == (1 if withdrawn else 0)
    filled = list(csv.reader(io.StringIO((out / "export" / "worksheet.csv").read_text("utf-8-sig"), newline="")))[1:]
    assert {row[0]: row[4] for row in filled} == {
        f"{participant}{100 + n}": f"{n % 101 + 0.5 * (n % 2):g}" if n in handed_in else "" for n in listed
    }
    report = list(csv.DictReader(io.StringIO((out / "export-report.csv").read_text("utf-8-sig"), newline="")))
    outcomes = Counter(row["outcome"] for row in report)
    assert outcomes["filled"] == len(set(handed_in) & set(listed))
    # of namesakes, rows without work may be those of somebody whose number is not there
    assert outcomes["no work"] + outcomes["may be somebody's"] == len(set(listed) - set(handed_in))
    assert outcomes["no row"] + outcomes["unsure"] == len(withdrawn)
    assert outcomes.total() == len(set(listed) | set(handed_in))
    with ZipFile(out / "export" / "worksheet-feedback.zip") as archive:
        pages = {name.split("_")[1] for name in archive.namelist()}
    assert pages == {str(100 + n) for n in set(handed_in) & set(listed)}


def test_decimal_commas_semicolons_and_cp949_stay_as_they_are(tmp_path: Path) -> None:
    template = tmp_path / "grades.csv"
    heading = "Student;ID;SIS Login ID;Section;Homework (5)\r\n    Points Possible;;;;100,00\r\n"
    text = f"{heading}김민지;20107;u7;A;\r\n이수아;20108;u8;A;12,5\r\n"
    template.write_bytes(text.encode("cp949"))
    out = graded(tmp_path, {"김민지_20107_7000007_hw.ipynb": 87.25})
    assert _export(out, "canvas", template, "Homework") == 0
    assert (out / "export" / "grades.csv").read_bytes() == text.replace("u7;A;", "u7;A;87,25").encode("cp949")


def test_who_has_no_row_is_listed_and_a_person_settles_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    template = tmp_path / "grades.csv"
    template.write_bytes(CANVAS.format(rows=_canvas_rows([("Kim Minji", 20101), ("Lee Sua", 20102)])).encode())
    out = graded(tmp_path, {"Kim Minji.ipynb": 90, "Lee Suah.ipynb": 70})
    assert _export(out, "canvas", template, "9001") == 1
    assert "Lee Suah" in capsys.readouterr().err
    assert _canvas_reads((out / "export" / "grades.csv").read_bytes())["20102"] == ""
    (out / "aliases.csv").write_text("student,row\nLee Suah,user20102\n", encoding="utf-8")
    assert _export(out, "canvas", template, "9001") == 0
    assert _canvas_reads((out / "export" / "grades.csv").read_bytes())["20102"] == "70"


def test_without_a_platform_everybody_stands_in_one_table(tmp_path: Path) -> None:
    out = graded(tmp_path, {"김민지(20260001).ipynb": 90, "=cmd(20260002).ipynb": 70})
    assert _export(out, "csv", None) == 0
    rows = list(csv.DictReader(io.StringIO((out / "export" / "marks.csv").read_text("utf-8-sig"), newline="")))
    assert {row["id"]: (row["score"], row["max_score"]) for row in rows} == {
        "20260001": ("90", "100"),
        "20260002": ("70", "100"),
    }
    assert not any(row["name"].startswith("=") for row in rows)


def test_a_table_of_any_other_platform_is_filled_in_byte_for_byte(tmp_path: Path) -> None:
    template = tmp_path / "성적.csv"
    text = "번호,학번,성명,과제1,과제1 (2)\r\n1,20244001,김민지,,10\r\n2,20244002,이수아,,\r\n"
    template.write_bytes(text.encode("cp949"))
    out = graded(tmp_path, {"20244001 김민지.ipynb": 87.5})
    assert _export(out, "csv", template, "과제1") == 0
    assert (out / "export" / "성적.csv").read_bytes() == text.replace("지,,", "지,87.5,").encode("cp949")
    for column, said in (("학번", "'20244001', which is none"), ("과제3", "There are"), (None, "--column")):
        with pytest.raises(UserError, match=said):
            _export(out, "csv", template, column)


@pytest.mark.parametrize(
    "column", ["HW 1", "90001", "HW 1 [Total Pts: 100 Score] |90001", "손으로 계산하는 전치 합성곱"]
)
def test_a_column_of_blackboard_has_the_assignments_name(column: str, tmp_path: Path) -> None:
    template = tmp_path / "gc_CS101.csv"
    title = "손으로 계산하는 전치 합성곱"
    hw_1 = "HW 1 [Total Pts: 100 Score] |90001" if column != title else f"{title} [총점: 100점 점수] |90001"
    text = (
        f'"Last Name","First Name","Username","Student ID","HW 10 [Total Pts: 100 Score] |90010","{hw_1}"\r\n'
        '"Kim","Minji","kmj01","20244001","50",""\r\n'
    )
    template.write_bytes(text.encode("utf-16"))
    out = graded(tmp_path, {"20244001 김민지.ipynb": 87.5})
    assert _export(out, "csv", template, None if column == title else column) == 0
    assert (out / "export" / "gc_CS101.csv").read_bytes() == text.replace('"50",""', '"50",87.5').encode("utf-16")


def test_titles_above_the_headings_of_a_table_stay(tmp_path: Path) -> None:
    template = tmp_path / "성적.csv"
    text = "2026-2 딥러닝,,,\r\n담당: 홍길동,2026,,\r\n학번,성명,과제1,비고\r\n20244001,김민지,,\r\n,평균,,\r\n"
    template.write_bytes(text.encode("cp949"))
    out = graded(tmp_path, {"20244001 김민지.ipynb": 87.5})
    assert _export(out, "csv", template, "과제1") == 0
    assert (out / "export" / "성적.csv").read_bytes() == text.replace("지,,", "지,87.5,").encode("cp949")
    with pytest.raises(UserError, match="'학번', '성명', '과제1', '비고'"):
        _export(out, "csv", template, "과제2")


def test_rows_that_a_table_of_ones_own_leaves_empty_are_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _export(graded(tmp_path, {"kim.ipynb": 0}, Status.INVALID), "csv", None) == 0
    assert "1  left empty" in capsys.readouterr().out


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_one_sentence(tmp_path: Path) -> None:
    done = run(
        "export", graded(tmp_path, {"kim.ipynb": 50}), "--to", "csv", "--out", "/dev/full", cwd=Path(__file__).parent
    )
    assert done.returncode == 1
    assert done.stderr == "fcnkit: No space left on device; make room and run the same command again\n"


BAD = {
    "points": (CANVAS.replace("100.00", "50.00"), "9001", "gives 50 points"),
    "no such column": (CANVAS, "Homework 1", "no column is called 'Homework 1'"),
    "read only": (CANVAS, "Current Score", "read only"),
    "no column told": (CANVAS.replace("Transposed convolution", "HW"), None, "say which with --column"),
    "two of one name": (CANVAS.replace("Quiz (", "Transposed convolution ("), "Transposed convolution",
                        "several columns fit"),
    "complete": (CANVAS.replace("{rows}", '{rows}"Park",3,20263,user3,A,complete,,\r\n'),
                 "9001", "complete"),
    "another course": (CANVAS.replace("{rows}", '"Someone Else",5,20265,user5,A,,,\r\n'),
                       "9001", "nobody"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_what_does_not_fit_is_one_sentence_and_nothing_is_written(name: str, tmp_path: Path) -> None:
    text, column, said = BAD[name]
    template = tmp_path / "grades.csv"
    template.write_bytes(
        text.format(rows="" if name == "another course" else _canvas_rows([("Kim Minji", 20101)])).encode()
    )
    out = graded(tmp_path, {"kimminji_20101_7000001_hw.ipynb": 90})
    with pytest.raises(UserError, match=said) as error:
        _export(out, "canvas", template, column)
    assert "\n" not in str(error.value)
    assert not (out / "export").exists()


def test_marks_are_scaled_only_if_asked(tmp_path: Path) -> None:
    template = tmp_path / "grades.csv"
    template.write_bytes(CANVAS.replace("100.00", "50.00").format(rows=_canvas_rows([("Kim Minji", 20101)])).encode())
    out = graded(tmp_path, {"kimminji_20101_7000001_hw.ipynb": 91})
    assert _export(out, "canvas", template, "9001", scale=True) == 0
    assert _canvas_reads((out / "export" / "grades.csv").read_bytes())["20101"] == "45.5"


def test_work_that_was_not_graded_gets_no_mark(tmp_path: Path) -> None:
    template = tmp_path / "grades.csv"
    template.write_bytes(CANVAS.format(rows=_canvas_rows([("Kim Minji", 20101)])).encode())
    out = graded(tmp_path, {"kimminji_20101_7000001_hw.ipynb": 0}, Status.INVALID)
    assert _export(out, "canvas", template, "9001") == 0
    assert _canvas_reads((out / "export" / "grades.csv").read_bytes())["20101"] == ""


def test_the_template_is_never_overwritten(tmp_path: Path) -> None:
    template = tmp_path / "grades.csv"
    template.write_bytes(CANVAS.format(rows=_canvas_rows([("Kim Minji", 20101)])).encode())
    out = graded(tmp_path, {"kimminji_20101_7000001_hw.ipynb": 90})
    with pytest.raises(UserError, match="that is the template"):
        _export(out, "canvas", template, "9001", target=template)


def test_who_is_excused_in_canvas_stays_excused(tmp_path: Path) -> None:
    template = tmp_path / "grades.csv"
    rows = _canvas_rows([("Kim Minji", 20101), ("Lee Sua", 20102)]).replace(",A,,", ",A,EX,", 1)
    total = CANVAS.replace("Quiz (9002)", "Transposed convolution (9002)").replace("10.00", "(read only)")
    template.write_bytes(total.format(rows=rows).encode())
    out = graded(tmp_path, {"kimminji_20101_7000001_hw.ipynb": 90, "leesua_20102_7000002_hw.ipynb": 80})
    assert _export(out, "canvas", template, "Transposed convolution") == 0
    read = _canvas_reads((out / "export" / "grades.csv").read_bytes())
    assert (read["20101"], read["20102"]) == ("EX", "80")
    assert "locked or excused" in (out / "export-report.csv").read_text("utf-8-sig")


def test_a_worksheet_whose_grades_are_locked_is_refused(tmp_path: Path) -> None:
    heading, participant, _ = WORKSHEETS["en"]
    template = tmp_path / "worksheet.csv"
    template.write_text(f"{heading}\n{participant}11,Kim,k@x.kr,Submitted,,100.00,No,-,-,\n", encoding="utf-8")
    out = graded(tmp_path, {"Kim_11_assignsubmission_file_/hw.ipynb": 90})
    with pytest.raises(UserError, match="no grade in it can be changed"):
        _export(out, "moodle", template)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("", r"aliases\.csv, line 1: its headings must be student,row"),
        ("Kim Minji,user20101\nKim Minji,user20102\n", "stands twice"),
        ("Nobody,user20101\n", "no student 'Nobody'"),
        ("Kim Minji,user9\n", "0 rows of"),
    ],
    ids=["empty", "twice", "nobody", "no row"],
)
def test_aliases_that_contradict_themselves_are_refused(lines: str, said: str, tmp_path: Path) -> None:
    template = tmp_path / "grades.csv"
    people = [("Kim Minji", 20101), ("Lee Sua", 20102)]
    template.write_bytes(CANVAS.format(rows=_canvas_rows(people)).encode())
    out = graded(tmp_path, {"Kim Minji.ipynb": 90})
    table = f"Student;Row\n{lines}".replace(",", ";") if lines else ""
    (out / "aliases.csv").write_text(table, encoding="utf-8-sig")
    with pytest.raises(UserError, match=said):
        _export(out, "canvas", template, "9001")


def test_a_number_of_gradescopes_folders_is_no_students_id(tmp_path: Path) -> None:
    template = tmp_path / "grades.csv"
    template.write_text("First Name,Last Name,SID,Email,HW\nAbsent,Abe,7008,a@x.kr,\n", encoding="utf-8")
    out = graded(tmp_path, {"submission_7008/hw.ipynb": 70, "submission_7009/hw.ipynb": 50})
    with pytest.raises(UserError, match="nobody on it has handed in here"):
        _export(out, "gradescope", template, "HW")


def test_what_a_teacher_has_written_stays_and_an_old_mark_is_reported(tmp_path: Path) -> None:
    heading, participant, yes = WORKSHEETS["en"]
    template = tmp_path / "worksheet.csv"
    template.write_text(
        f"{heading}\n{participant}11,Kim,k@x.kr,Submitted,50,100.00,{yes},-,-,Well done\n", encoding="utf-8"
    )
    out = graded(tmp_path, {"Kim_11_assignsubmission_file_/hw.ipynb": 90})
    assert _export(out, "moodle", template) == 0
    row = next(csv.DictReader((out / "export" / "worksheet.csv").read_text("utf-8").splitlines()))
    assert (row["Grade"], row["Feedback comments"]) == ("90", "Well done")
    italian = template.read_text("utf-8").replace("Feedback comments", "Commenti").replace("Well done", "")
    template.write_text(italian, encoding="utf-8")
    columns = find_columns(Sheet.read(template), "moodle", ASSIGNMENT, None)
    assert columns.feedback == len(heading.split(",")) - 1
    report = next(csv.DictReader((out / "export-report.csv").read_text("utf-8-sig").splitlines()))
    assert (report["score"], report["before"]) == ("90", "50")


@pytest.mark.parametrize("column", ["Identifier", "Full name", "Status", "Maximum Grade", "Feedback comments"])
def test_marks_go_into_no_other_column_of_a_worksheet(column: str, tmp_path: Path) -> None:
    heading, participant, yes = WORKSHEETS["en"]
    template = tmp_path / "worksheet.csv"
    template.write_text(f"{heading}\n{participant}11,Kim,k@x.kr,Submitted,,100.00,{yes},-,-,\n", encoding="utf-8")
    out = graded(tmp_path, {"Kim_11_assignsubmission_file_/hw.ipynb": 90})
    with pytest.raises(UserError, match="no column of grades"):
        _export(out, "moodle", template, column)


def test_no_other_file_is_overwritten(tmp_path: Path) -> None:
    template = tmp_path / "grades.csv"
    template.write_bytes(CANVAS.format(rows=_canvas_rows([("Kim Minji", 20101)])).encode())
    out = graded(tmp_path, {"kimminji_20101_7000001_hw.ipynb": 90})
    with pytest.raises(UserError, match="is there already"):
        _export(out, "canvas", template, "9001", target=out / "gradebook.sqlite")


def test_rows_that_may_be_somebodys_are_not_without_work(tmp_path: Path) -> None:
    template = tmp_path / "grades.csv"
    people = [("Kim Minji", 20101), ("Kim Minji", 20102)]
    template.write_bytes(CANVAS.format(rows=_canvas_rows(people)).encode())
    out = graded(tmp_path, {"Kim Minji.ipynb": 90})
    assert _export(out, "canvas", template, "9001") == 1
    report = list(csv.DictReader((out / "export-report.csv").read_text("utf-8-sig").splitlines()))
    assert [row["outcome"] for row in report].count("may be somebody's") == 2
    assert list((out / "export").iterdir()) == []


assert ASSIGNMENT.scores.max_score == 100
