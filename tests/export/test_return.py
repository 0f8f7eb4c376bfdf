"""Pages on their way back: under the names that Moodle and Canvas go by, or in mails, everybody accounted for."""

from __future__ import annotations

import csv
import io
import mailbox
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from zipfile import ZipFile

import pytest
from graded_class import ASSIGNMENT, graded

from fcnkit.commands.hand_back import Destination, hand_back
from fcnkit.course import Assignment, AssignmentConfig, Course
from fcnkit.errors import UserError
from fcnkit.export.mails import as_mbox, is_address, mail
from fcnkit.gradebook import Gradebook
from fcnkit.grading.results import Status
from fcnkit.roster import Id, Student
from fcnkit.text import Lang

ROSTER = (
    "학번,이름,이메일\n20261001,김민지,minji@example.ac.kr\n20261002,이수아,sua@example.ac.kr\n20261003,박지호,\n"
    "20261004,최하은,haeun@example.ac.kr\n"
)


def _return(
    out: Path, to: Destination, roster: Path | None = None, target: Path | None = None, sender: str | None = None,
    lang: Lang | None = None,
) -> int:  # fmt: skip
    return hand_back(out, to, roster, target, sender, lang)


def _report(out: Path) -> dict[str, str]:
    text = (out / "return-report.csv").read_text("utf-8-sig")
    return {row["student"]: row["outcome"] for row in csv.DictReader(io.StringIO(text, newline=""))}


def _roster(folder: Path, text: str = ROSTER) -> Path:
    path = folder / "roster.csv"
    path.write_text(text, encoding="utf-8")
    return path


def _parsed(content: bytes) -> EmailMessage:
    message = message_from_bytes(content, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def test_each_mail_goes_to_its_student_alone_and_everybody_is_accounted_for(tmp_path: Path) -> None:
    out = graded(tmp_path, {"김민지_20261001.ipynb": 90, "이수아_20261002.ipynb": 70, "박지호_20261003.ipynb": 50})
    assert _return(out, "eml", _roster(tmp_path), sender="prof@example.ac.kr") == 1
    assert sorted(_report(out).values()) == ["with page", "with page", "without address", "without work"]
    mails = {path.stem: _parsed(path.read_bytes()) for path in (out / "return" / "mails").iterdir()}
    assert {str(each["To"]) for each in mails.values()} == {
        "김민지 <minji@example.ac.kr>",
        "이수아 <sua@example.ac.kr>",
    }
    for message in mails.values():
        name = str(message["To"]).partition(" ")[0]
        (page,) = message.iter_attachments()
        body = message.get_body(("plain",))
        assert body is not None
        assert name in body.get_content()
        assert name in page.get_content()
        assert page.get_filename() == "01-transposed-convolution-feedback.html"
        assert str(message["From"]) == "prof@example.ac.kr"
        assert (message["Cc"], message["Bcc"], message["X-Unsent"]) == (None, None, "1")


def test_an_mbox_holds_the_same_mails(tmp_path: Path) -> None:
    out = graded(tmp_path, {"김민지_20261001.ipynb": 90, "이수아_20261002.ipynb": 70})
    assert _return(out, "mbox", _roster(tmp_path), lang="en") == 0
    box = mailbox.mbox(out / "return" / "mails.mbox", create=False)
    read = [_parsed(bytes(message)) for message in box]
    box.close()
    assert [str(each["To"]).partition("<")[2] for each in read] == ["minji@example.ac.kr>", "sua@example.ac.kr>"]
    for message in read:
        assert str(message["Subject"]).endswith(f"{ASSIGNMENT.config.title.en}: feedback on your work")
        (page,) = message.iter_attachments()
        assert '<html lang="en">' in page.get_content()


def _from_gradescope(folder: Path, *people: tuple[str, str, str]) -> Path:
    member = "submission_{0}:\n  :submitters:\n  - :name: {1}\n    :sid: '{0}'\n    :email: {2}\n"
    (folder / "class").mkdir()
    (folder / "class" / "submission_metadata.yml").write_text("".join(member.format(*each) for each in people))
    return graded(folder, {f"submission_{number}/hw.ipynb": 50 for number, *_ in people})


def test_nobody_reads_anothers_marks_where_two_have_one_address(tmp_path: Path) -> None:
    out = _from_gradescope(tmp_path, ("101", "Kim", "a@x.kr"), ("102", "Lee", "A@x.kr"), ("103", "Park", "p@x.kr"))
    assert _return(out, "eml") == 1
    assert _report(out) == {"Kim": "address of several", "Lee": "address of several", "Park": "with page"}
    (path,) = (out / "return" / "mails").iterdir()
    assert "p@x.kr" in str(_parsed(path.read_bytes())["To"])


def test_the_address_that_a_platform_told_counts_where_the_roster_has_none(tmp_path: Path) -> None:
    out = _from_gradescope(tmp_path, ("103", "Park", "p@x.kr"))
    park = Student("Park", 2, (Id("number", "103"),))
    with Gradebook(out / "gradebook.sqlite") as gradebook:
        gradebook.register.enlist(dict.fromkeys(gradebook.register.people(), park), (), {park: "Park"})
    assert _return(out, "eml") == 0
    assert _report(out) == {"Park": "with page"}


@pytest.mark.parametrize(
    "address",
    ["", "a@b", "a@x.kr,b@x.kr", "a@x.kr b@x.kr", "A <a@x.kr>", "a@x.kr\nBcc: b@x.kr", ".a@x.kr", "a..b@x.kr",
     "가@x.kr", "a@x.kr" + "r" * 260],
)  # fmt: skip
def test_what_is_not_one_address_gets_no_mail(address: str) -> None:
    assert not is_address(address)


def test_a_name_cannot_add_a_header_or_a_message(tmp_path: Path) -> None:
    out = graded(tmp_path, {"김민지_20261001.ipynb": 90})
    named = 'Kim\r\nBcc: x@y.kr\n\nFrom - "x" <b@y.kr>,'
    with Gradebook(out / "gradebook.sqlite") as gradebook:
        (result,) = gradebook.latest(ASSIGNMENT.name)
    content = as_mbox(mail(result, named, "a@x.kr", b"From here\n", ASSIGNMENT, None))
    message = _parsed(content.partition(b"\n")[2])
    assert [each.addr_spec for each in message["To"].addresses] == ["a@x.kr"]
    assert message["Bcc"] is None
    assert len(re.findall(rb"^From ", content, re.MULTILINE)) == 1


def test_mails_of_an_earlier_run_are_never_mixed_with_new_ones(tmp_path: Path) -> None:
    out = graded(tmp_path, {"김민지_20261001.ipynb": 90})
    roster = _roster(tmp_path)
    assert _return(out, "eml", roster) == 0
    with pytest.raises(UserError, match="is there already"):
        _return(out, "eml", roster)


def test_canvas_finds_each_page_by_the_numbers_of_its_own_download(tmp_path: Path) -> None:
    names = ["kimminji_10001_700001_hw-2.ipynb", "leesua_LATE_10002_700002_20261002_1.ipynb", "Park Jiho.ipynb"]
    out = graded(tmp_path, dict.fromkeys(names, 50))
    assert _return(out, "canvas") == 1
    with ZipFile(out / "return" / "canvas-feedback.zip") as archive:
        read = {_as_canvas_reads(name): archive.read(name).decode() for name in archive.namelist()}
    assert read.keys() == {("10001", "700001"), ("10002", "700002")}
    assert "kimminji" in read["10001", "700001"]
    assert sorted(_report(out).values()) == ["not from Canvas", "with page", "with page"]


def test_canvas_finds_hand_ins_without_names(tmp_path: Path) -> None:
    out = graded(tmp_path, {"anon_ab3dE_700001_hw.ipynb": 50, "LATE_anon_Xy9zQ_700002_hw.ipynb": 60})
    assert _return(out, "canvas") == 0
    with ZipFile(out / "return" / "canvas-feedback.zip") as archive:
        assert {_as_canvas_reads(name) for name in archive.namelist()} == {("ab3dE", "700001"), ("Xy9zQ", "700002")}


def test_canvas_finds_hand_ins_of_small_numbers_and_of_a_zip_with_numbers_in_its_name(tmp_path: Path) -> None:
    names = ("kimminji_101_201_hw.ipynb", "leesua_102_202_hw!.ipynb", "parkjiho_103_2026_hw.ipynb")
    download = tmp_path / "CS_101_submissions.zip"
    with ZipFile(download, "w") as archive:
        for name in names:
            archive.writestr(name, "{}")
    out = graded(tmp_path, dict.fromkeys((f"{download.name}!{name}" for name in names), 50), given=download)
    assert _return(out, "canvas") == 0
    with ZipFile(out / "return" / "canvas-feedback.zip") as archive:
        read = {_as_canvas_reads(name) for name in archive.namelist()}
    assert read == {("101", "201"), ("102", "202"), ("103", "2026")}


def _as_canvas_reads(name: str) -> tuple[str, str]:
    """As `AbstractAssignment#infer_comment_context_from_filename` does."""
    parts = [part for part in name.split("_") if part != "LATE"]
    if parts[0] == "anon":
        return parts[1], parts[2]
    user, attachment = [part for part in parts if re.fullmatch(r"\d+", part)][:2]
    return user, attachment


def test_moodle_needs_its_worksheet_and_gets_a_zip(tmp_path: Path) -> None:
    worksheet = tmp_path / "worksheet.csv"
    worksheet.write_text(
        "Identifier,Full name,Email address,Status,Grade,Maximum Grade,Grade can be changed,Feedback comments\n"
        "Participant 11,김민지,a@x.kr,Submitted,,100,Yes,\nParticipant 12,이수아,b@x.kr,No,,100,Yes,\n",
        encoding="utf-8",
    )
    out = graded(tmp_path, {"김민지_11_assignsubmission_file_/hw.ipynb": 90})
    with pytest.raises(UserError, match="worksheet"):
        _return(out, "moodle")
    assert _return(out, "moodle", worksheet) == 0
    with ZipFile(out / "return" / "moodle-feedback.zip") as archive:
        assert archive.namelist() == ["김민지_11_assignfeedback_file_feedback.html"]
    assert _report(out) == {"김민지": "with page", "이수아": "without work"}


def test_work_that_is_not_graded_yet_goes_to_nobody(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = graded(tmp_path, {"김민지_20261001.ipynb": 90}, Status.UNGRADED)
    assert _return(out, "eml", _roster(tmp_path)) == 1
    assert not (out / "return").exists()
    assert "nothing was written" in capsys.readouterr().out
    assert _report(out)["김민지"] == "not graded yet"


@pytest.mark.parametrize(("due", "is_told"), [(timedelta(days=1), False), (timedelta(days=-1), True)])
def test_before_the_deadline_pages_tell_what_they_may(
    due: timedelta, is_told: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = graded(tmp_path, {"김민지_20261001.ipynb": 91.5})
    later = ASSIGNMENT.config.model_copy(update={"feedback": "after_due", "due": datetime.now(UTC) + due})
    monkeypatch.setattr(Course, "assignment", lambda *_: _with(later))
    assert _return(out, "eml", _roster(tmp_path)) == 0
    (path,) = (out / "return" / "mails").iterdir()
    (page,) = _parsed(path.read_bytes()).iter_attachments()
    assert ("마감(" in page.get_content()) is not is_told
    assert ("after_due" in capsys.readouterr().err) is not is_told


def _with(config: AssignmentConfig) -> Assignment:
    return replace(ASSIGNMENT, config=config)


@pytest.mark.parametrize(
    ("to", "sender"), [("canvas", "me@x.kr"), ("eml", "not an address"), ("mbox", "a@x.kr,b@x.kr")]
)
def test_a_sender_is_one_address_and_of_mails(to: Destination, sender: str, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="--sender"):
        _return(graded(tmp_path, {"김민지_20261001.ipynb": 90}), to, sender=sender)


def test_who_may_have_handed_in_is_not_without_work(tmp_path: Path) -> None:
    out = graded(tmp_path, {"Kim Minji.ipynb": 90})
    roster = _roster(tmp_path, "id,name,email\n20261001,Kim Minji,one@x.kr\n20261002,Kim Minji,other@x.kr\n")
    assert _return(out, "eml", roster) == 1
    assert _report(out) == {"Kim Minji": "unsure"}
