"""Turns a scanned page into the page as it was printed: found by its marks, upright, in a known scale."""

from __future__ import annotations

from functools import cache
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from fcnkit.exams.paper import CODE, HEIGHT, MARKER, MARKERS, WIDTH
from fcnkit.exams.scan.pdf_pages import Grey

SCALE = 8
"""Pixels of a millimetre in the upright page: about 200 dpi."""
_FEWEST = 3
"""Marks by which a page is found: one may be torn off or stapled over."""
_WORST_FIT = 0.8
"""Millimetres by which a mark may lie off where the others say that it is."""
_MARGIN = 1.0
"""Around the code, in millimetres."""


def upright(picture: Grey) -> Grey | None:
    """The page upright, `SCALE` pixels to a millimetre; None where it has not enough marks, or lies in folds."""
    on_paper, in_picture = _marks(picture)
    if len(on_paper) < _FEWEST * 4:
        return None
    turned = cv2.findHomography(in_picture, on_paper * SCALE, 0)[0]
    fitted = cv2.perspectiveTransform(in_picture[None], turned)[0]
    if np.abs(fitted / SCALE - on_paper).max() > _WORST_FIT:
        return None
    size = (round(WIDTH * SCALE), round(HEIGHT * SCALE))
    return cv2.warpPerspective(  # type: ignore[return-value]  # uint8 in, uint8 out
        picture, turned, size, flags=cv2.INTER_AREA, borderMode=cv2.BORDER_CONSTANT, borderValue=(255,)
    )


def code_of(page: Grey) -> str:
    """What the page's QR code says; empty where it cannot be read."""
    left, top, width, height = CODE
    rows = slice(int((top - _MARGIN) * SCALE), int((top + height + _MARGIN) * SCALE))
    columns = slice(int((left - _MARGIN) * SCALE), int((left + width + _MARGIN) * SCALE))
    cut = page[rows, columns]
    for tried in (cut, cv2.resize(cut, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC), cv2.medianBlur(cut, 3)):
        for detector in (cv2.QRCodeDetectorAruco(), cv2.QRCodeDetector()):
            try:
                text, _, _ = detector.detectAndDecode(np.ascontiguousarray(tried))
            except cv2.error:  # of what only looks like a code
                continue
            if text:
                return str(text)
    return ""


def _marks(picture: Grey) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """The corners of the marks, on paper in millimetres and in the picture; none of marks that are there twice."""
    corners, ids, _ = _detector().detectMarkers(picture)
    found: dict[int, list[NDArray[Any]]] = {}
    numbers = [] if ids is None else [int(number) for number in ids.ravel()]
    for corner, which in zip(corners, numbers, strict=True):
        found.setdefault(which, []).append(corner.reshape(4, 2))
    on_paper, in_picture = [], []
    for number, (left, top) in MARKERS.items():
        if len(found.get(number, ())) == 1:
            right, bottom = left + MARKER, top + MARKER
            on_paper += [(left, top), (right, top), (right, bottom), (left, bottom)]
            in_picture += [*found[number][0]]
    return np.array(on_paper, np.float32), np.array(in_picture, np.float32)


@cache
def _detector() -> cv2.aruco.ArucoDetector:
    how = cv2.aruco.DetectorParameters()
    how.cornerRefinementMethod = cv2.aruco.CORNER_REFINE_SUBPIX
    return cv2.aruco.ArucoDetector(cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_50), how)
