"""The pages of a scan as pictures."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
from numpy.typing import NDArray

from fcnkit.errors import UserError
from fcnkit.text import Text

Grey = NDArray[np.uint8]
"""Rows and columns of a picture, 0 black to 255 white."""
LONGER_SIDE = 2400
"""Of the pictures, in pixels, whatever size the PDF says that its pages have: about 205 dpi of an A4 page."""
NO_PDF = Text(
    ko="{path}: PDF로 열 수 없습니다({why}). 스캔한 답안지를 PDF 파일로 저장해 지정하세요.",
    en="{path}: cannot be opened as a PDF ({why}); save the scanned sheets as a PDF file",
)
NOT_THERE = Text(
    ko="{path}: 그런 파일이 없습니다. 스캔한 답안지의 PDF를 지정하세요.",
    en="{path}: no such file; name a PDF of scanned sheets",
)
EMPTY = Text(
    ko="{path}: 쪽이 하나도 없습니다. 스캔이 끝났는지 살펴보세요.",
    en="{path}: has no pages; see that the scan has ended",
)


class Scan:
    """A PDF of scanned pages. Raises UserError where it is none."""

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise UserError(NOT_THERE, path=path)
        try:
            self._pdf: Any = pypdfium2.PdfDocument(path)
        except pypdfium2.PdfiumError as error:
            raise UserError(NO_PDF, path=path, why=error) from error
        self.pages = len(self._pdf)
        if not self.pages:
            raise UserError(EMPTY, path=path)

    def picture(self, number: int) -> Grey:
        """A page, counting from 0. Raises ValueError where it is damaged."""
        try:
            page = self._pdf[number]
            scale = LONGER_SIDE / max(page.get_size())
            found: Grey = page.render(scale=scale, grayscale=True).to_numpy()
        except (pypdfium2.PdfiumError, ZeroDivisionError) as error:
            raise ValueError(str(error)) from error
        return found.reshape(found.shape[:2]).copy()
