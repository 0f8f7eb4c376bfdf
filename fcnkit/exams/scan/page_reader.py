"""Reads one scanned page: which page of which sheet it is, and what stands in each of its marks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import cv2
import numpy as np

from fcnkit.exams.record import Box, Exam, Mark, Sheet
from fcnkit.exams.scan.bubbles import Ink, State, ink_of, states
from fcnkit.exams.scan.mark_reading import Doubt, Reading, read
from fcnkit.exams.scan.pdf_pages import Grey
from fcnkit.exams.scan.upright import SCALE, code_of, upright

_MARGIN = 1.5
"""Around what is cut out for a person, in millimetres."""
_STROKE, _LINE_INK = 0.25, 0.0004
"""How dark a pixel of handwriting is, and which share of a line's box is that dark if anything is written in it."""
_RULED = 0.9
"""On each side of a ruled line, in millimetres: nothing is looked for there."""
_TITLE = 5.0
"""Millimetres at the top of a line's box, which hold its printed title."""
_CLIP_SCALE = 0.7
"""Scale of what is cut out, against the upright page: people read it at 140 dpi."""
_BLANK = 0.002
"""Share of dark pixels below which a page is empty."""


class Trouble(StrEnum):
    """Why nothing of a page was read."""

    DAMAGED = "damaged"
    """It cannot be opened."""
    BLANK = "blank"
    NO_MARKS = "no_marks"
    NO_CODE = "no_code"
    OTHER_EXAM = "other_exam"
    UNKNOWN = "unknown"
    """A code of this exam that is on none of its sheets."""


Place = tuple[int, int]
"""A question's number and which of its marks."""


@dataclass(frozen=True)
class PageReading:
    """What a page says."""

    sheet: Sheet
    page: int
    """The page of the sheet, from 0."""
    readings: Mapping[Place, Reading]
    number: Reading | None
    """The student number, where the page asks for it."""
    clips: Mapping[Place, bytes] = field(repr=False)
    """What a person has to look at, as JPEG; the student number under `NUMBER`."""


NUMBER: Place = (0, 0)


def read_page(picture: Grey, exam: Exam) -> PageReading | Trouble:
    """Everything on the page, or why nothing could be read."""
    page = upright(picture)
    if page is None:
        dark = float((picture < 0.6 * np.percentile(picture, 90)).mean())
        return Trouble.BLANK if dark < _BLANK else Trouble.NO_MARKS
    found = _identified(code_of(page), exam)
    if isinstance(found, Trouble):
        return found
    sheet, number = found
    form = exam.form[sheet.form]
    marks = {
        (question.number, place): mark
        for question in form.questions
        for place, mark in enumerate(question.marks)
        if mark.page == number
    }
    if number == 0 and form.number is not None:
        marks[NUMBER] = form.number
    readings = dict(_readings(ink_of(page), marks))
    clips = {place: _clip(page, marks[place].box) for place, each in readings.items() if each.doubt}
    if number == 0 and form.number is not None:
        clips[NUMBER] = _clip(page, form.number.box)
    return PageReading(sheet, number, readings, readings.pop(NUMBER, None), clips)


def _identified(text: str, exam: Exam) -> tuple[Sheet, int] | Trouble:
    """The sheet and page that a code stands for."""
    if not text:
        return Trouble.NO_CODE
    exam_id, _, code = text.partition(":")
    if exam_id != exam.id:
        return Trouble.OTHER_EXAM
    return exam.coded.get(code, Trouble.UNKNOWN)


def _readings(ink: Ink, marks: Mapping[Place, Mark]) -> Iterator[tuple[Place, Reading]]:
    spots = [spot for mark in marks.values() for group in mark.groups for spot in group.spots]
    rest = iter(states(ink, spots))
    for place, mark in marks.items():
        if mark.kind == "written":
            yield place, Reading("", Doubt.WRITTEN if _is_written_on(ink, mark) else None)
            continue
        own: list[list[State]] = [[next(rest) for _ in group.spots] for group in mark.groups]
        yield place, read(mark, own, is_id=place == NUMBER)


def _is_written_on(ink: Ink, mark: Mark) -> bool:
    left, top, width, height = mark.box
    first = int((top + _TITLE) * SCALE)
    inner = ink[
        first : int((top + height - 0.6) * SCALE), int((left + 0.6) * SCALE) : int((left + width - 0.6) * SCALE)
    ]
    between = np.ones(len(inner), bool)
    for line in mark.lines:
        between[max(int((line - _RULED) * SCALE) - first, 0) : int((line + _RULED) * SCALE) - first] = False
    return float((inner[between] > _STROKE).mean()) > _LINE_INK


def _clip(page: Grey, box: Box) -> bytes:
    left, top, width, height = box
    cut = page[
        int(max(top - _MARGIN, 0) * SCALE) : int((top + height + _MARGIN) * SCALE),
        int(max(left - _MARGIN, 0) * SCALE) : int((left + width + _MARGIN) * SCALE),
    ]
    return _jpeg(cut, _CLIP_SCALE)


def heading(picture: Grey) -> bytes:
    """A small picture of a page that could not be read, for a person to recognise it by."""
    return _jpeg(picture, 0.35)


def stacked(clips: Sequence[bytes]) -> bytes:
    """Several clips below each other."""
    pictures = [
        np.asarray(cv2.imdecode(np.frombuffer(clip, np.uint8), cv2.IMREAD_GRAYSCALE), np.uint8) for clip in clips
    ]
    width = max(picture.shape[1] for picture in pictures)
    padded = [np.pad(each, ((0, 6), (0, width - each.shape[1])), constant_values=255) for each in pictures]
    return _jpeg(np.vstack(padded), 1)


def _jpeg(cut: Grey, scale: float) -> bytes:
    """Small files: a class has thousands of them."""
    small = cv2.resize(cut, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    done, found = cv2.imencode(".jpg", small, [cv2.IMWRITE_JPEG_QUALITY, 60])
    assert done  # noqa: S101  # a picture in memory
    return found.tobytes()
