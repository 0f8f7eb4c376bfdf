"""`fcnkit requests` leaves a sheet in the graded folder, and loses nothing that somebody has entered there."""

from __future__ import annotations

from pathlib import Path

import pytest
from one_student import result

from fcnkit.commands.requests import requests
from fcnkit.course import Course
from fcnkit.errors import UserError
from fcnkit.gradebook import Gradebook, Key
from fcnkit.reports.slip import slips

ASSIGNMENT = Course.find(Path(__file__)).assignment("01").name


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    """A folder with one student's slip, beside `out`, which holds the gradebook."""
    (tmp_path / "out").mkdir()
    with Gradebook(tmp_path / "out" / "gradebook.sqlite") as book:
        kim = book.append(
            Key("kim", "one", "s", "e", "cpu", "one"), result().model_copy(update={"assignment": ASSIGNMENT})
        )
    ((_, slip),) = slips(kim)
    (tmp_path / "sent").mkdir()
    (tmp_path / "sent" / "kim.txt").write_text(slip.replace("…", "The sizes are right."), encoding="utf-8")
    return tmp_path / "sent"


def test_requests_are_collected_and_others_told(sent: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = sent.with_name("out")
    assert requests(sent, out) == 0
    assert "The sizes are right." in (out / "requests.csv").read_text("utf-8-sig")
    assert "Requests in" in capsys.readouterr().out
    other = (sent / "kim.txt").read_text("utf-8").replace(ASSIGNMENT, "02-yolo-output")
    (sent / "lee.txt").write_text(other, encoding="utf-8")
    assert requests(sent, out) == 1
    assert f"lee.txt: a request about 02-yolo-output; this gradebook is of {ASSIGNMENT}" in capsys.readouterr().err


def test_what_was_sent_in_other_words_is_told(sent: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (sent / "lee.txt").write_text("점수가 이상합니다.", encoding="utf-8")
    (sent / ".DS_Store").touch()
    (sent / "kim.eml").write_bytes(b"Subject: my mark\n\nPlease look again.\n")
    assert requests(sent, sent.with_name("out")) == 0
    said = capsys.readouterr().err.replace("\n", "")
    assert f"not collected: 2 ('{sent}/kim.eml', '{sent}/lee.txt')" in said


def test_points_that_were_entered_and_not_taken_in_are_not_overwritten(sent: Path) -> None:
    out = sent.with_name("out")
    requests(sent, out)
    sheet = out / "requests.csv"
    entered = sheet.read_text("utf-8").replace(",10,4,4,,,,", ",10,4,4,9,You are right.,,")
    sheet.write_text(entered, encoding="utf-8")
    with pytest.raises(UserError, match="holds marks that have not been taken in"):
        requests(sent, out)
    assert sheet.read_text("utf-8") == entered
    sheet.write_bytes(b"\xff\xff no sheet any more")
    with pytest.raises(UserError, match="holds marks that have not been taken in"):
        requests(sent, out)


def test_a_folder_without_a_gradebook_is_told(sent: Path, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"no gradebook\.sqlite in it"):
        requests(sent, tmp_path)
