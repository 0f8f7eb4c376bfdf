"""Slips come back from however students send them; what they say of themselves is believed of none."""

from __future__ import annotations

import csv
import io
import time
from email.message import EmailMessage
from pathlib import Path

import pytest
from one_student import hand_in, result
from recorded_marks import record

from fcnkit.errors import UserError
from fcnkit.gradebook import Gradebook
from fcnkit.reports.feedback import feedback_page
from fcnkit.reports.slip import slips
from fcnkit.reviews import review_sheet
from fcnkit.reviews.importer import import_marks
from fcnkit.reviews.regrade_requests import matched, sheet
from fcnkit.reviews.regrade_slips import Slip, read_slips, slips_in
from fcnkit.text import LANGS, Lang, Text


def slip(book: Gradebook, reason: str = "The sizes are right.", lang: Lang = "en") -> str:
    """As a student sends it."""
    (kim,) = book.latest("01")
    ((_, text),) = slips(kim.model_copy(update={"lang": lang}))
    return text.replace("…", reason)


def said(book: Gradebook, text: str) -> list[str]:
    return [complaint.en for complaint in matched(book, "01", list(slips_in(text, "a.txt")))[1]]


@pytest.mark.parametrize("lang", LANGS)
def test_a_page_ends_in_a_slip_for_each_answer_that_lost_marks(book: Gradebook, lang: Lang) -> None:
    (kim,) = book.latest("01")
    page = feedback_page(kim.model_copy(update={"lang": lang}), Text(ko="과제", en="Work"))
    assert page.count('<pre class="slip">') == 1
    assert kim.answers[0].id in page
    assert kim.answers[1].id not in page
    assert '<pre class="slip">' not in feedback_page(result(), Text(ko="과제", en="Work"))  # no gradebook knows it


def quoted(text: str) -> str:
    return "On Monday kim wrote:\n" + "\n".join(f"> > {line}" for line in text.splitlines())


def in_a_table(text: str) -> str:
    rows = io.StringIO()
    csv.writer(rows).writerows([["Timestamp", "Request"], ["2026-10-05", text]])
    return rows.getvalue()


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    "sent", [str, quoted, in_a_table, lambda text: text.replace("\n", "\r\n"), lambda text: text[:-9]]
)
def test_it_is_read_however_it_was_sent(book: Gradebook, sent: object, lang: Lang) -> None:
    assert callable(sent)
    ((asked,), complaints) = matched(book, "01", list(slips_in(sent(slip(book, lang=lang)), "a.txt")))
    assert complaints == []
    assert (asked.answer.student, asked.answer.question.id) == ("kim", "q1")
    assert asked.reasons[0].startswith("The sizes are right.")


def test_mails_and_folders_are_read(book: Gradebook, tmp_path: Path) -> None:
    folder = tmp_path / "sent"
    folder.mkdir()
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "kim@example.com", "다시 봐 주세요"
    mail.set_content(slip(book, "한글 이유\n둘째 줄", "ko"))
    mail.add_alternative("<p>another form of it</p>", subtype="html")
    (folder / "one.eml").write_bytes(mail.as_bytes())
    (folder / "two.txt").write_text(f"hello\n{slip(book)}\nthanks\n{slip(book, 'And another one')}", encoding="utf-8")
    (folder / "three.png").write_bytes(bytes(range(256)))
    found = read_slips(folder).slips
    assert [each.reason for each in found] == ["한글 이유\n둘째 줄", "The sizes are right.", "And another one"]
    ((asked,), _) = matched(book, "01", found)
    assert len(asked.reasons) == 3
    (folder / "list.mbox").write_bytes(b"From kim\n" + mail.as_bytes() + b"\n")
    assert len(read_slips(folder / "list.mbox").slips) == 1


@pytest.mark.parametrize("content", ["", "Dear professor, my mark is wrong."])
def test_where_there_is_none_is_told(tmp_path: Path, content: str) -> None:
    (tmp_path / "mail.txt").write_text(content, encoding="utf-8")
    for path in (tmp_path, tmp_path / "mail.txt"):
        with pytest.raises(UserError, match="no regrade request in it"):
            read_slips(path)
    with pytest.raises(UserError, match="no such file"):
        read_slips(tmp_path / "nowhere")


def test_a_forged_an_outdated_and_another_assignments_slip_are_told(book: Gradebook) -> None:
    asked = slip(book)
    (kim,) = book.latest("01")
    id = kim.answers[0].id
    assert "there is no answer 'a000000000000'" in said(book, asked.replace(id, "a000000000000"))[0]
    assert "there is no answer ''" in said(book, asked.replace(id, ""))[0]
    assert "of another answer (kim, q1)" in said(book, asked.replace("q1", "q2"))[0]
    assert "of another answer (kim, q1)" in said(book, asked.replace("kim", "lee"))[0]
    assert said(book, asked.replace("assignment: 01", "assignment: 02")) == [
        "a.txt: a request about 02; this gradebook is of 01"
    ]
    assert "gives no reason" in said(book, slip(book, ""))[0]
    assert said(book, asked.replace("q1", "q1\nquestion: q2")) == []
    hand_in(book, "one", suite="s2", score=6)
    assert said(book, asked) == []
    hand_in(book, "two")
    assert "the answer of kim to q1 has changed since" in said(book, asked)[0]
    hand_in(book, "one")
    assert said(book, asked) == []


def test_settled_ones_are_corrections(book: Gradebook, tmp_path: Path) -> None:
    asked = list(slips_in(slip(book, '=HYPERLINK("http://evil.example")'), "a.txt"))
    path = tmp_path / "requests.csv"
    path.write_text(sheet(matched(book, "01", asked)[0], "en"), encoding="utf-8", newline="")
    with path.open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["request"].startswith("'=HYPERLINK")
    assert (row["max_points"], row["automatic"], row["mark"], row["points"]) == ("10", "4", "4", "")
    assert "[Not yet] text (10)" in row["checks"]
    assert review_sheet.read(path) == []
    row |= {"points": "9", "reason": "You are right.", "by": "lee"}
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, row)
        writer.writeheader()
        writer.writerow(row)
    assert import_marks(book, "01", review_sheet.read(path), list(book.latest("01"))) == {"kim"}
    (kim,) = book.latest("01")
    assert kim.questions[0].score == 9
    again = sheet(matched(book, "01", asked)[0], "en")
    assert ",10,4,9,9,You are right.,lee," in again


def test_a_mark_may_be_confirmed(book: Gradebook) -> None:
    kim = record(book, "01", "kim", "q1", 4, "Read again: the stride is missing.", "lee")
    page = feedback_page(kim, Text(ko="과제", en="Work"))
    assert "Your instructor has read it again; the mark of 4 stays." in page


@pytest.mark.parametrize("depth", [5, 3_000])
def test_a_mail_in_mails_is_read_or_passed_over(book: Gradebook, tmp_path: Path, depth: int) -> None:
    heads = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(depth))
    (tmp_path / "deep.eml").write_text(f"{heads}Content-Type: text/plain\n\n{slip(book)}\n", encoding="utf-8")
    (tmp_path / "plain.txt").write_text(slip(book), encoding="utf-8")
    assert len(read_slips(tmp_path).slips) == (2 if depth == 5 else 1)


def test_what_is_sent_stays_text(book: Gradebook) -> None:
    (hostile,) = slips_in(slip(book, "a\x1b[31m\u202e" + "x" * 100_000), "a.txt")
    assert isinstance(hostile, Slip)
    assert len(hostile.reason) < 5_000
    assert "\x1b" not in hostile.reason


def test_a_thousand_slips_leave_a_sheet_that_can_be_taken_in(book: Gradebook, tmp_path: Path) -> None:
    slips_of_one = [each for number in range(1000) for each in slips_in(slip(book, f"{number} " * 1000), "a.txt")]
    path = tmp_path / "requests.csv"
    path.write_text(sheet(matched(book, "01", slips_of_one)[0], "en"), encoding="utf-8", newline="")
    ((row,), names) = (list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig")))), review_sheet.read(path))
    assert names == []
    assert row["request"].startswith("0 0 0")
    assert row["request"].endswith("… (+993)")


PLAIN = "Content-Type: text/plain; "


@pytest.mark.parametrize(
    "heads",
    [
        f'{PLAIN}charset="\0"',
        f"{PLAIN}charset=idna",
        f"{PLAIN}charset=undefined",
        f"{PLAIN}charset=punycode",
        f"Content-Transfer-Encoding: {'a;(' * 1_000}",
        f"{PLAIN}{'(a)' * 100}",
        f'{PLAIN}charset="{";" * 100_000}',
        f'content-type : multipart/mixed;\r\n boundary="{";" * 100_000}',
    ],
    ids=lambda value: str(value)[:50],
)
def test_a_mail_that_is_made_to_hold_its_reader_up_holds_up_nobody(book: Gradebook, tmp_path: Path, heads: str) -> None:
    mail = f"{heads}\n\n{slip(book)}\n".encode()
    (tmp_path / "one.eml").write_bytes(mail)
    (tmp_path / "list.mbox").write_bytes(b"From kim\n" + mail + b"\n")
    (tmp_path / "plain.txt").write_text(slip(book), encoding="utf-8")
    begun = time.process_time()
    assert len(read_slips(tmp_path).slips) == 3
    assert time.process_time() - begun < 3


def test_parts_within_parts_of_a_long_mail_are_not_looked_through(book: Gradebook, tmp_path: Path) -> None:
    heads = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(300))
    (tmp_path / "deep.eml").write_text(f"{heads}{PLAIN}\n\n{slip(book)}{chr(10) * 3_000_000}", encoding="utf-8")
    (tmp_path / "plain.txt").write_text(slip(book), encoding="utf-8")
    begun = time.process_time()
    assert len(read_slips(tmp_path).slips) == 1
    assert time.process_time() - begun < 3
