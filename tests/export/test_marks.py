"""`fcnkit marks` tells every grading of a student, and of nobody else."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from graded_class import ASSIGNMENT, graded

from fcnkit.commands.marks import marks
from fcnkit.errors import UserError
from fcnkit.gradebook import Gradebook, Key


def test_all_gradings_are_told_in_order_with_the_reason(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = graded(tmp_path, {"김민지_20101_7000001_hw.ipynb": 40, "이수아_20102_7000002_hw.ipynb": 90})
    with Gradebook(out / "gradebook.sqlite") as gradebook:
        first = next(each for each in gradebook.latest(ASSIGNMENT.name) if each.id == "20101")
        for attempt, suite, score in (("two", "s", 70), ("two", "s2", 75)):
            again = first.model_copy(update={"score": score, "submission": f"{attempt}.ipynb"})
            gradebook.append(Key(first.identity, attempt + suite, suite, "e", "cpu", attempt), again)
    marks(out, "20101")
    said = capsys.readouterr().out.splitlines()
    assert [mark in line for mark, line in zip(("40 / 100", "70 / 100", "75 / 100"), said[1:4], strict=True)] == [
        True
    ] * 3
    assert "first time" in said[1]
    assert "another hand-in" in said[2]
    assert "hidden checks have changed" in said[3]
    assert "75 / 100" in said[4]
    assert "90" not in "".join(said)


def test_times_are_those_of_the_courses_clock(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out = graded(tmp_path, {"kim.ipynb": 40})
    for folder in ("solutions", "autograder"):
        (tmp_path / folder).symlink_to(ASSIGNMENT.paths.root / folder)
    (tmp_path / "course.toml").write_text('timezone = "Asia/Seoul"\n', encoding="utf-8")
    with sqlite3.connect(out / "gradebook.sqlite") as book:
        book.execute("UPDATE result SET at = '2026-10-05T15:30:00.000+00:00'")
    for clock, said in ((tmp_path, "2026-10-06 00:30 KST"), (ASSIGNMENT.paths.root, "2026-10-05 15:30 UTC")):
        monkeypatch.chdir(clock)
        marks(out, "kim")
        assert said in capsys.readouterr().out


def test_who_is_nobody_is_said_with_who_is_there(tmp_path: Path) -> None:
    out = graded(tmp_path, {"김민지_20101_7000001_hw.ipynb": 40})
    with pytest.raises(UserError, match=r"no student 'Nobody'.*there are: 김민지"):
        marks(out, "Nobody")
    with pytest.raises(UserError, match=r"no student '민지'.*names like it: 김민지"):
        marks(out, "민지")
    with pytest.raises(UserError, match=r"no student '김민쥐'.*names like it: 김민지"):
        marks(out, "김민쥐")
