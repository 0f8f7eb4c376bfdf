"""What fcnkit itself wrote, and what nobody hands in, is no class."""

from __future__ import annotations

from pathlib import Path

import pytest
from handed_in import mail, notebook, write_tree, zipped

from fcnkit.grading.intake import IntakeError, find, survey


def graded(root: Path, inside: dict[str, bytes] | None = None) -> Path:
    """What `fcnkit grade --out` leaves."""
    written = {"gradebook.sqlite": b"SQLite format 3\0", "grades.csv": b"", "index.html": b""}
    pages = {
        "feedback/kim.html": b"<html>",
        "results/kim.json": b"{}",
        "return/canvas-feedback.zip": zipped({"a": b""}),
    }
    return write_tree(root, {**written, **pages, "return/mails/kim.eml": b"To: kim", **(inside or {})})


@pytest.mark.parametrize("part", ["", "feedback", "results", "return", "return/mails", "grades.csv", ".."])
def test_results_of_an_earlier_run_are_no_hand_ins(part: str, tmp_path: Path) -> None:
    out = graded(tmp_path / "out" / "class")
    with pytest.raises(IntakeError, match="results that fcnkit wrote, no hand-ins; give the folder"):
        find([out / part])


def test_results_among_hand_ins_are_passed_over_with_what_was_sent_from_there(tmp_path: Path) -> None:
    root = write_tree(tmp_path / "class", {"kim.ipynb": notebook("1")})
    graded(root / "out")
    assert survey([root]).passed_over == ("out/gradebook.sqlite",)
    graded(root / "lee", {"hw.ipynb": notebook("2")})  # somebody's own folder, whatever it is called like
    assert [found.student for found in find([root])] == ["kim", "lee"]


@pytest.mark.parametrize("name", ["grades.csv", "README.txt", "class/공지.txt"])
def test_what_nobody_hands_in_is_no_class(name: str, tmp_path: Path) -> None:
    write_tree(tmp_path, {name: b""})
    with pytest.raises(IntakeError, match="nothing that anybody hands in"):
        find([tmp_path / name.partition("/")[0]])


def test_mails_with_feedback_are_no_hand_ins_whatever_they_are_called(tmp_path: Path) -> None:
    sent = mail({"feedback.html": b"<html>"}, To="kim@ac.kr", From="prof@ac.kr", X_Unsent="1")
    root = write_tree(tmp_path / "sent", {"kim.eml": sent, "lee (20240001).eml": sent})
    with pytest.raises(IntakeError, match="nothing that anybody hands in"):
        find([root])


def test_the_course_itself_is_no_class(tmp_path: Path) -> None:
    root = write_tree(tmp_path, {"course.toml": b"", "assignments/01-a/01-a.ko.ipynb": notebook("1")})
    with pytest.raises(IntakeError, match="the course's own folder; give the folder with what students handed in"):
        find([root])
