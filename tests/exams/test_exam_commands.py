"""The two commands together: an exam is made, its sheets are scanned, reviewed, and exported."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random
from urllib.parse import unquote

import cv2
import pytest
from exam_of_course import ROOT
from scanner import MM, Scanner, as_pdf, fill_in, printed, scan

from fcnkit.commands.exam import exam
from fcnkit.commands.exam_request import ExamRequest
from fcnkit.commands.export import export
from fcnkit.commands.graded_folder import open_graded
from fcnkit.commands.hand_back import hand_back
from fcnkit.commands.scan import scan as read_sheets
from fcnkit.course import Course
from fcnkit.errors import UserError
from fcnkit.exams.record import read_exam
from fcnkit.exams.scan.upright import code_of, upright
from fcnkit.reviews.desk import Desk, Marks

HOW = Scanner(200, 0.5, 0, False, 0.5, 3, 80, 245, 20, 5, 1)
CANVAS = (
    "Student,ID,SIS User ID,SIS Login ID,Section,Midterm (7)\nPoints Possible,,,,,100\nJo Five,1,2026100005,jo,s,\n"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An exam of one student whose sheet was scanned with two bubbles filled in one question."""
    here = tmp_path_factory.mktemp("exam")
    (here / "roster.csv").write_text("name,student number\nJo Five,2026100005\n", encoding="utf-8")
    asked = ExamRequest(here / "seed", ("A", "B"), here / "roster.csv", here / "out", None, ("en",), False, 4, 1)
    exam(Course.find(ROOT), asked)
    made = read_exam(here / "out")
    pages = {}
    for page in printed((here / "out" / "print.en.pdf").read_bytes()):
        flat = upright(page)
        if flat is not None:
            pages[code_of(flat).partition(":")[2]] = page
    sheet = made.sheets[0]
    filled = fill_in(made, sheet, [pages[code] for code in sheet.codes], sheet.id, Random(1))
    mark = next(each.marks[0] for each in made.form[sheet.form].questions if each.marks[0].kind == "choice")
    for x, y in mark.groups[0].spots:
        cv2.circle(filled.pages[mark.page], (round(x * MM), round(y * MM)), 17, 60, -1)
    as_pdf([(scan(page, HOW, Random(2)), HOW.dpi) for page in filled.pages], here / "scan.pdf")
    return here


def test_nothing_that_is_written_holds_the_seed(folder: Path) -> None:
    seed = (folder / "seed").read_text().strip()
    for path in (folder / "out").iterdir():
        content = path.read_bytes()
        assert seed.encode() not in content, path
        assert str(int(seed, 16)).encode() not in content, path
        assert path.stat().st_mode & 0o077 == 0, path


def test_sheets_go_through_review_into_the_platform(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    target = folder / "out" / "scan"
    assert not read_sheets([folder / "scan.pdf"], folder / "out", None, "en", 1)
    with open_graded(target, takes_exams=True) as (assignment, gradebook):
        desk = Desk(gradebook, assignment, "me")
        left = [(question, answer) for question in desk.questions("en") for answer in question["answers"]]
        assert any("Two or more are filled in" in answer["text"] for _, answer in left)
        assert all(re.search(r"^Form A, question \d+$", answer["text"], re.MULTILINE) for _, answer in left)
        assert all(answer["picture"] for _, answer in left)
        for question, answer in left:
            desk.save(Marks(question=question["id"], answers=[answer["id"]], points=1))
    table = target / "by-hand.csv"
    rows = table.read_text(encoding="utf-8-sig").splitlines()
    assert len(rows) == 2
    read_sheets([folder / "scan.pdf"], folder / "out", None, "en", 1)
    grades = (target / "grades.csv").read_text(encoding="utf-8-sig").splitlines()
    assert grades[1].startswith("Jo Five,2026100005,")
    assert ",graded," in grades[1]
    assert ",100," in grades[1]  # nothing waits
    (folder / "canvas.csv").write_text(CANVAS, encoding="utf-8")
    assert export(target, "canvas", folder / "canvas.csv", "Midterm", None, scale=False) == 0
    filled = (target / "export" / "canvas.csv").read_text(encoding="utf-8-sig").splitlines()
    page = (target / "index.html").read_text(encoding="utf-8")
    links = {unquote(link) for link in re.findall(r'href="([^"#]+)"', page)}
    assert links
    assert all((target / link).is_file() for link in links)
    with pytest.raises(UserError, match="not on an exam on paper"):
        hand_back(target, "canvas", None, None, None, None)
    own = (target / "feedback" / "Jo Five.html").read_text(encoding="utf-8")
    assert "data:image/jpeg;base64," in own  # what a person has marked is seen by whose it is
    assert "Read from the sheet" in own
    assert len(set(re.findall(r"\(Form A, question (\d+)\)", own))) == own.count('class="card question"') > 1
    assert filled[2].rpartition(",")[2] == grades[1].split(",graded,")[1].partition(",")[0]


def test_commands_about_notebooks_refuse_an_exam(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    read_sheets([folder / "scan.pdf"], folder / "out", folder / "again", "ko", 1)
    with pytest.raises(UserError, match="holds an exam on paper"), open_graded(folder / "again"):
        pass
