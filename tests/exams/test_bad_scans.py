"""Files that are no scans: each is named, with what it is and what to do."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pypdfium2
import pytest
from scanner import as_pdf

from fcnkit.commands.scan import READ, _check_files
from fcnkit.errors import UserError
from fcnkit.exams.build_exam import Built
from fcnkit.exams.by_hand import read_table
from fcnkit.exams.scan.page_reader import Trouble
from fcnkit.exams.scan.pdf_pages import Scan
from fcnkit.exams.scan.read_scans import ScannedPage
from fcnkit.exams.scan.sheets import gather

JPEG = cv2.imencode(".jpg", np.full((40, 30), 250, np.uint8))[1].tobytes()
PNG = cv2.imencode(".png", np.full((40, 30), 250, np.uint8))[1].tobytes()


def _no_pages(folder: Path) -> bytes:
    pypdfium2.PdfDocument.new().save(str(folder / "none.pdf"))
    return (folder / "none.pdf").read_bytes()


def _cut(folder: Path) -> bytes:
    as_pdf([(JPEG, 72)], folder / "whole.pdf")
    content = (folder / "whole.pdf").read_bytes()
    return content[: len(content) // 2]


def _locked(folder: Path) -> bytes:
    pypdf = pytest.importorskip("pypdf")
    as_pdf([(JPEG, 72)], folder / "open.pdf")
    writer = pypdf.PdfWriter(clone_from=folder / "open.pdf")
    writer.encrypt("secret")
    writer.write(folder / "locked.pdf")
    return (folder / "locked.pdf").read_bytes()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (lambda _: b"", "is empty"),
        (lambda _: JPEG, "is a picture"),
        (lambda _: PNG, "is a picture"),
        (lambda _: "안녕하세요".encode(), "is no PDF"),
        (_cut, "damaged PDF"),
        (_locked, "locked by a password"),
        (_no_pages, "has no pages"),
    ],
)
def test_what_is_no_scan_is_told_from_the_others(tmp_path: Path, content: Callable[[Path], bytes], why: str) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(content(tmp_path))
    with pytest.raises(UserError, match=rf"scan\.pdf: .*{why}"):
        Scan(path)


def test_a_file_of_any_size_that_is_no_scan_is_told_without_reading_it_whole(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    with path.open("wb") as file:
        file.truncate(10**11)  # of which no disk holds anything
    with pytest.raises(UserError, match=r"scan\.pdf: is no PDF"):
        Scan(path)


def test_a_damaged_pdf_of_any_size_is_told_without_reading_it_whole(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(b"%PDF-1.7\n")
    with path.open("r+b") as file:
        file.truncate(10**11)
    with pytest.raises(UserError, match=r"scan\.pdf: has 93\.1 GiB, and 2\.0 GiB are read of one file") as error:
        Scan(path)
    assert "93.1 GiB나 됩니다. 한 파일에서 2.0 GiB까지 읽으니" in error.value.text.ko


def test_a_pdf_that_says_it_has_more_pages_than_anybody_scans_is_told(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    as_pdf([(JPEG, 72)], path)
    content = path.read_bytes()
    said = re.search(rb"/Count 1\b", content)
    assert said is not None
    grown = content.replace(said[0], b"/Count 20000", 1)
    path.write_bytes(grown)
    with pytest.raises(UserError, match=r"scan\.pdf: has 20,000 pages, and 10,000 pages are read of one file"):
        Scan(path)


def test_a_folder_is_no_scan(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"is a folder; name the PDF files in it"):
        Scan(tmp_path)


def test_pages_of_other_sizes_and_with_nothing_on_them_are_read(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    as_pdf([(JPEG, 72), (JPEG, 10), (JPEG, 300)], path)
    found = Scan(path)
    assert [max(found.picture(number).shape) for number in range(found.pages)] == [2400, 2400, 2400]


def test_pages_that_have_the_same_trouble_are_told_in_one_sentence(built: Built) -> None:
    troubles = [("a.pdf", Trouble.BLANK), ("a.pdf", Trouble.NO_MARKS), ("a.pdf", Trouble.NO_MARKS)]
    troubles += [("b.pdf", Trouble.BLANK), ("b.pdf", Trouble.NO_MARKS), ("b.pdf", Trouble.BLANK)]
    pages = [ScannedPage(Path(file), number, found, b"") for number, (file, found) in enumerate(troubles, 1)]
    gathered = gather(pages, built.exam)
    assert [remark.en.partition(" the marks")[0] for remark in gathered.remarks] == ["a.pdf [2, 3]:", "b.pdf [5]:"]
    assert [note.en for note in gathered.notes] == ["a.pdf [1]: empty", "b.pdf [4, 6]: empty"]
    assert [*gathered.unread] == ["a.pdf [2]", "a.pdf [3]", "b.pdf [5]"]


def test_a_scan_that_was_read_before_must_be_read_again_with_the_others(tmp_path: Path) -> None:
    (tmp_path / READ).write_text("first.pdf\nsecond.pdf\n", encoding="utf-8")
    with pytest.raises(UserError, match=r"read from first\.pdf before"):
        _check_files(tmp_path, [tmp_path / "second.pdf", tmp_path / "third.pdf"])
    _check_files(tmp_path, [tmp_path / "second.pdf", tmp_path / "third.pdf", tmp_path / "first.pdf"])


def test_a_cell_that_is_longer_than_any_answer_makes_no_table(tmp_path: Path) -> None:
    path = tmp_path / "by-hand.csv"
    path.write_text(f"id,read\n1,{'B' * 200_000}\n", encoding="utf-8")
    with pytest.raises(UserError, match=r"by-hand\.csv: not to be read as CSV"):
        read_table(path)
