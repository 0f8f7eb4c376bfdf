"""Mails as programs of all kinds save them, and mails that are made to hold their reader up."""

from __future__ import annotations

import time
from base64 import b64encode
from pathlib import Path
from urllib.parse import quote

import pytest
from handed_in import HandedOut, codes, collect, mail, notebook, only, own, refusal, write_tree, zipped

from fcnkit.grading.intake import survey

MINE = notebook("mine")
NAME = "20231237_홍길똥.ipynb"
"""The last syllable is in CP949 and not in EUC-KR."""


def written(disposition: bytes, sender: bytes = b"a@ac.kr") -> bytes:
    """A mail with one attachment whose headers are these bytes."""
    part = b"Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n" + disposition
    body = b"--b\r\n" + part + b"\r\n\r\n" + b64encode(MINE) + b"\r\n--b--\r\n"
    return b"From: " + sender + b'\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n' + body


@pytest.mark.parametrize(
    "name",
    [
        b'"' + NAME.encode() + b'"',
        b'"' + NAME.encode("cp949") + b'"',
        b'"=?UTF-8?B?' + b64encode(NAME.encode()) + b'?="',
        b'"=?UTF-8?B?' + b64encode(NAME[:12].encode()) + b"?=\r\n =?UTF-8?B?" + b64encode(NAME[12:].encode()) + b'?="',
        b'"=?ks_c_5601-1987?B?' + b64encode(NAME.encode("cp949")) + b'?="',
        b"*=UTF-8''" + quote(NAME).encode(),
        b"*0*=UTF-8''" + quote(NAME[:11]).encode() + b";\r\n filename*1*=" + quote(NAME[11:]).encode(),
    ],
    ids=["utf-8", "cp949", "encoded word", "two words", "Outlook", "RFC 2231", "RFC 2231, continued"],
)
def test_names_of_attachments_in_every_encoding(name: bytes, tmp_path: Path) -> None:
    disposition = b"Content-Disposition: attachment; filename" + (b"" if name.startswith(b"*") else b"=") + name
    one = only(write_tree(tmp_path / "class", {"과제.eml": written(disposition)}))
    assert codes(one) == [["mine"]]
    assert (one.person.id, one.person.name) == ("20231237", "홍길똥")
    assert one.source == f"과제.eml!{NAME}"


@pytest.mark.parametrize(
    "sender", ["=?EUC-KR?B?" + b64encode("홍길동".encode("euc-kr")).decode() + "?= <a@ac.kr>", '"홍길동" <A@ac.kr>']
)
def test_whoever_writes_twice_is_one_person_in_each_run(sender: str, tmp_path: Path) -> None:
    first = b"From: " + sender.encode() + b"\r\nDate: Fri, 20 Nov 2026 10:00:00 +0900\r\n" + mail({"hw.ipynb": MINE})
    folder = write_tree(tmp_path / "class", {"x.eml": first})
    assert only(folder).person.identity == "mail:a@ac.kr"
    assert only(folder).person.name == "홍길동"
    assert only(folder).submitted == "2026-11-20 01:00:00Z"


def test_a_class_of_mails_in_one_zip(tmp_path: Path) -> None:
    two = {f"hw ({number}).eml": mail({"hw.ipynb": MINE}, From=f"{number}@ac.kr") for number in (1, 2)}
    (tmp_path / "mails.zip").write_bytes(zipped(two))
    assert [one.person.id for one in collect(tmp_path / "mails.zip")] == ["1@ac.kr", "2@ac.kr"]


def test_a_mail_that_was_given_itself(tmp_path: Path) -> None:
    path = write_tree(tmp_path / "class", {"hw.eml": mail({"hw.ipynb": MINE}, From="Kim <kim@ac.kr>")}) / "hw.eml"
    assert only(path).student == "Kim"
    assert codes(own(path, HandedOut("01-transposed-convolution"))) == [["mine"]]


def test_one_address_with_two_names_is_two_people(tmp_path: Path) -> None:
    """As mailing lists write them."""
    two = [mail({"hw.ipynb": MINE}, From=f'"{name} via class" <class@ac.kr>') for name in ("김하나", "이두리")]
    people = collect(write_tree(tmp_path / "class", {"1.eml": two[0], "2.eml": two[1]}))
    assert [one.student for one in people] == ["김하나 via class", "이두리 via class"]


def test_two_attachments_of_one_name_are_both_read(tmp_path: Path) -> None:
    content = mail({"hw.ipynb": MINE, "xx.ipynb": notebook("other")}, From="kim@ac.kr").replace(
        b"xx.ipynb", b"hw.ipynb"
    )
    one = only(write_tree(tmp_path / "class", {"hw.eml": content}))
    assert sorted(codes(one)) == [["mine"], ["other"]]


@pytest.mark.parametrize("name", [b"../../hw.ipynb", b"C:hw.ipynb", b"h\0w.ipynb", b"..\\hw.ipynb"])
def test_an_attachments_name_is_a_files_name_wherever_it_points(name: bytes, tmp_path: Path) -> None:
    content = mail({"xx.ipynb": MINE, "..": b""}, From="kim@ac.kr").replace(b"xx.ipynb", name.replace(b"\\", b"\\\\"))
    assert only(write_tree(tmp_path / "class", {"hw.eml": content})).source == "hw.eml!hw.ipynb"


def test_a_damaged_zip_in_a_mail_is_told_by_its_name(tmp_path: Path) -> None:
    one = only(write_tree(tmp_path / "class", {"hw.eml": mail({"제출.zip": b"PK\x03\x04"}, From="kim@ac.kr")}))
    assert "'제출.zip' is a damaged zip" in refusal(one)


def test_a_mail_that_machines_send_names_nobody(tmp_path: Path) -> None:
    content = mail({"hw.ipynb": MINE}, From="LMS <no-reply@lms.ac.kr>")
    people = survey([write_tree(tmp_path / "class", {"김하나.eml": content, "이두리.eml": content})]).people
    assert [one.student for one in people] == ["김하나", "이두리"]


def test_a_mail_with_somebodys_number_does_not_take_their_place(tmp_path: Path) -> None:
    file = "20231237_홍길동.ipynb"
    first, later = (f"Fri, 20 Nov 2026 {hour}:00:00 +0900" for hour in (10, 11))
    own_mail = b"Date: " + first.encode() + b"\r\n" + mail({file: MINE}, From="Hong <hong@ac.kr>")
    again = b"Date: " + later.encode() + b"\r\n" + mail({file: notebook("again")}, From="Hong <HONG@ac.kr>")
    other = b"Date: " + later.encode() + b"\r\n" + mail({file: notebook("other")}, From="Hong <x@y.kr>")
    both = collect(write_tree(tmp_path / "class", {"1.eml": own_mail, "2.eml": other}))
    assert {one.person.identity: codes(one) for one in both} == {
        "mail:hong@ac.kr": [["mine"]],
        "mail:x@y.kr": [["other"]],
    }
    assert all("20231237" in str(one.warnings[0]) for one in both)
    platforms = write_tree(tmp_path / "platform's", {file: MINE})
    alone = write_tree(tmp_path / "mails", {"2.eml": other})
    people = survey([platforms, alone]).people
    assert [one.person.identity for one in people] == ["number:20231237", "mail:x@y.kr"]
    one = only(write_tree(tmp_path / "twice", {"1.eml": own_mail, "2.eml": again}))
    assert (one.person.identity, codes(one)) == ("number:20231237", [["again"]])


@pytest.mark.parametrize(
    "forged",
    [
        mail({"20231237_홍길동.ipynb": notebook("other")}, From="x@y.kr", Subject="Fwd: hw"),
        mail({"20231237_홍길동.ipynb": notebook("other")}),
        b"From: x@y.kr\r\nContent-Type: message/rfc822\r\n\r\n"
        + mail({"20231237_홍길동.ipynb": notebook("other")}, From="hong@ac.kr"),
    ],
    ids=["as if sent on", "of nobody", "in a mail"],
)
def test_a_mail_that_hides_who_has_sent_it_is_told_apart(forged: bytes, tmp_path: Path) -> None:
    own_mail = mail({"20231237_홍길동.ipynb": MINE}, From="hong@ac.kr")
    people = collect(write_tree(tmp_path / "class", {"1.eml": own_mail, "2.eml": forged}))
    assert {one.person.identity: codes(one) for one in people}["mail:hong@ac.kr"] == [["mine"]]
    assert sorted(code for one in people for code in codes(one)) == [["mine"], ["other"]]


def test_a_mail_in_a_mail_is_not_its_senders_who_writes_for_themselves(tmp_path: Path) -> None:
    forged = b"From: x@y.kr\r\nContent-Type: message/rfc822\r\n\r\n" + mail(
        {"hw.ipynb": notebook("other")}, From="a@b.kr"
    )
    people = collect(
        write_tree(tmp_path / "class", {"1.eml": mail({"hw.ipynb": MINE}, From="a@b.kr"), "2.eml": forged})
    )
    assert {one.person.identity: codes(one) for one in people} == {
        "mail:a@b.kr": [["mine"]],
        "mail:x@y.kr": [["other"]],
    }


TYPE = b"--b\r\nContent-Type: text/plain; " + b";" * 900 + b"\r\n\r\n"
LONG = {
    "parts": b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n\r\n" * 6_000,
    "types": b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + TYPE * 300,
    "lines": b"\r\n" * 2_100_000,
    "returns": b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\r--b%d\r" % (n, n) for n in range(99))
    + b"x\r" * 400_000,
    "lone returns": b"\r" * 2_100_000,
    "within": b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(600)),
    "looks": b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(99))
    + b"x\n" * 1_100_000,
}


@pytest.mark.parametrize("name", LONG)
def test_a_mail_that_is_made_to_hold_its_reader_up(name: str, tmp_path: Path) -> None:
    begun = time.process_time()
    assert "is a mail that cannot be read" in refusal(only(write_tree(tmp_path / "class", {"kim.eml": LONG[name]})))
    assert time.process_time() - begun < 3


def test_long_headers_are_cut(tmp_path: Path) -> None:
    content = mail({"hw.ipynb": MINE}).replace(b'"hw.ipynb"', b'"hw.ipynb"' + b"; a=" * 20_000)
    content = b"From: kim@ac.kr\r\nSubject: " + b"(" * 100_000 + b"\r\nReceived: ;" + b"<" * 9_000 + b"\r\n" + content
    begun = time.process_time()
    one = only(write_tree(tmp_path / "class", {"kim.eml": content}))
    assert time.process_time() - begun < 3
    assert codes(one) == [["mine"]]
