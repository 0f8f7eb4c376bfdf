"""The pages of a scan as pictures."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium_c
from numpy.typing import NDArray

from fcnkit.errors import UserError
from fcnkit.text import Text

Grey = NDArray[np.uint8]
"""Rows and columns of a picture, 0 black to 255 white."""
LONGER_SIDE = 2400
"""The pictures' longer side in pixels, whatever size the PDF gives its pages: about 205 dpi of an A4 page."""
NOT_THERE = Text(
    ko="{path}: 그런 파일이 없습니다. 스캔한 답안지의 PDF를 지정하세요.",
    en="{path}: no such file; name a PDF of scanned sheets",
)
IS_A_FOLDER = Text(
    ko="{path}: 폴더입니다. 그 안의 PDF 파일을 지정하세요. 예: {path}/*.pdf",
    en="{path}: is a folder; name the PDF files in it, such as {path}/*.pdf",
)
NO_BYTES = Text(
    ko="{path}: 빈 파일입니다. 스캔이 끝까지 저장되었는지 살펴보세요.",
    en="{path}: is empty; see that the scan was saved to its end",
)
A_PICTURE = Text(
    ko="{path}: 그림 파일입니다. 스캔한 답안지를 PDF 파일로 저장해 지정하세요.",
    en="{path}: is a picture; save the scanned sheets as a PDF file",
)
NO_PDF = Text(
    ko="{path}: PDF가 아닙니다. 스캔한 답안지를 PDF 파일로 저장해 지정하세요.",
    en="{path}: is no PDF; save the scanned sheets as a PDF file",
)
LOCKED = Text(
    ko="{path}: 암호로 잠겨 있습니다. PDF를 열어 암호 없이 다시 저장하세요.",
    en="{path}: is locked by a password; open it and save it without one",
)
DAMAGED = Text(
    ko="{path}: 손상되었거나 끝까지 저장되지 않은 PDF입니다. 다시 스캔하거나 다시 복사하세요.",
    en="{path}: is a damaged PDF, or was not saved to its end; scan or copy it again",
)
EMPTY = Text(
    ko="{path}: 쪽이 하나도 없습니다. 스캔이 끝났는지 살펴보세요.",
    en="{path}: has no pages; see that the scan has ended",
)
TOO_MUCH = Text(
    ko="{path}: {found:이나} 됩니다. 한 파일에서 {most}까지 읽으니, 맞는 파일이라면 여러 PDF로 나누어 스캔하세요.",
    en="{path}: has {found}, and {most} are read of one file; if it is the right one, scan it as several PDFs",
)
PAGES = Text(ko="{count:,}쪽", en="{count:,} pages")
SIZE = Text(ko="{count:.1f} GiB", en="{count:.1f} GiB")
MAX_PAGES = 10_000
MAX_BYTES = 2 << 30
"""A class of 1,000 with four pages each at 300 dpi. A damaged file is read whole, at 20 ms of CPU time a MiB."""
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"II*\0", b"MM\0*", b"GIF8", b"BM", b"RIFF", b"\0\0\0\x18ftyp")
"""How JPEG, PNG, TIFF, GIF, BMP, WebP and HEIC begin."""
_MARK = b"%PDF-"
_HEAD = 1024
"""Bytes at the beginning of a file among which PDF's mark has to be."""

_END = 2**20
"""Bytes at either end of a file by which it is known what it is: it may be any file, of any size."""


class Scan:
    """A PDF of scanned pages. Raises UserError where it is none."""

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise UserError(IS_A_FOLDER if path.is_dir() else NOT_THERE, path=path)
        size = path.stat().st_size
        if size > MAX_BYTES and _begins_as_one(path):  # else PDFium does not read on either
            raise _too_much(path, SIZE, size / (1 << 30), MAX_BYTES >> 30)
        try:
            self._pdf: Any = pypdfium2.PdfDocument(path)
        except pypdfium2.PdfiumError as error:
            raise UserError(_why_not(path, error), path=path) from error
        self.pages = len(self._pdf)
        if not self.pages:
            raise UserError(EMPTY, path=path)
        if self.pages > MAX_PAGES:  # a damaged one may say any number
            raise _too_much(path, PAGES, self.pages, MAX_PAGES)

    def picture(self, number: int) -> Grey:
        """A page, counting from 0. Raises ValueError where it is damaged."""
        try:
            page = self._pdf[number]
            scale = LONGER_SIDE / max(page.get_size())
            found: Grey = page.render(scale=scale, grayscale=True).to_numpy()
        except (pypdfium2.PdfiumError, ZeroDivisionError) as error:
            raise ValueError(str(error)) from error
        return found.reshape(found.shape[:2]).copy()


def _begins_as_one(path: Path) -> bool:
    with path.open("rb") as file:
        return _MARK in file.read(_HEAD)


def _too_much(path: Path, unit: Text, found: float, most: float) -> UserError:
    return UserError(TOO_MUCH, path=path, found=unit.format(count=found), most=unit.format(count=most))


def _why_not(path: Path, error: pypdfium2.PdfiumError) -> Text:
    """Why a file cannot be opened. PDFium's code alone does not tell it: of no pages, it is that of the file before."""
    with path.open("rb") as file:
        content = file.read(_END)
        file.seek(max(_END, path.stat().st_size - _END))
        content += file.read(_END)
    if not content:
        return NO_BYTES
    if _MARK not in content[:_HEAD]:
        return A_PICTURE if content.startswith(_PICTURES) else NO_PDF
    if error.err_code == pdfium_c.FPDF_ERR_PASSWORD and b"/Encrypt" in content:
        return LOCKED
    return EMPTY if b"/Count 0" in content else DAMAGED
