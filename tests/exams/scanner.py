"""A simulated class and scanner: fills printed sheets in with a pencil, and scans them as badly as offices do.

All parameters are here. Lengths are in millimetres, angles in degrees, grey levels from 0 (black) to 255.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import cv2
import numpy as np
import pypdfium2
from numpy.typing import NDArray

from fcnkit.exams.record import Exam, Group, Mark, Sheet

Grey = NDArray[np.uint8]
DRAWN_AT = 300
"""Dots per inch at which pages are printed and filled in."""
MM = DRAWN_AT / 25.4


@dataclass(frozen=True)
class Pencil:
    """How somebody fills bubbles: how dark, how far, how evenly."""

    grey: float
    """Of the strokes: 40 is soft and dark, 165 faint."""
    radius: float
    """Of the filled area; a bubble's is 1.6."""
    off: float
    """Standard deviation of its centre."""
    gaps: float
    """Share of it that stays white."""

    @classmethod
    def drawn(cls, rng: Random) -> Pencil:
        return cls(rng.uniform(40, 165), rng.uniform(1.25, 1.75), rng.uniform(0.05, 0.25), rng.uniform(0, 0.2))


@dataclass(frozen=True)
class Scanner:
    """What becomes of a page on its way into the PDF."""

    dpi: int
    skew: float
    shift: float
    upside_down: bool
    blur: float
    """Standard deviation, in pixels of the scan."""
    noise: float
    """Standard deviation, in grey levels."""
    jpeg: int
    """Quality."""
    white: float
    """Grey level of the paper."""
    black: float
    """Of print."""
    shade: float
    """By how many levels one side is darker than the other."""
    stretch: float
    """Of the length against the width, as feeders do."""

    @classmethod
    def drawn(cls, rng: Random) -> Scanner:
        return cls(
            dpi=rng.choice([150, 200, 240, 300]),
            skew=rng.uniform(-3, 3),
            shift=rng.uniform(-3, 3),
            upside_down=rng.random() < 0.15,
            blur=rng.uniform(0.3, 1.1),
            noise=rng.uniform(2, 10),
            jpeg=rng.randint(40, 90),
            white=rng.uniform(225, 255),
            black=rng.uniform(5, 50),
            shade=rng.uniform(0, 20),
            stretch=rng.uniform(0.995, 1.005),
        )


CHANGED = 0.04
"""Share of the groups in which another bubble was filled first, and then crossed out or rubbed out."""
RUBBED = 0.5
"""Share of those that were rubbed out; a tenth of the pencil stays."""


@dataclass
class Filled:
    """A sheet that somebody filled in: what is meant, by question and mark."""

    sheet: Sheet
    meant: dict[tuple[int, int], str] = field(default_factory=dict)
    written: set[tuple[int, int]] = field(default_factory=set)
    """Where words stand."""
    number: str = ""
    pages: list[Grey] = field(default_factory=list)


def printed(pdf: bytes) -> Iterator[Grey]:
    """The pages of a print file, one at a time."""
    for page in pypdfium2.PdfDocument(pdf):
        picture = page.render(scale=DRAWN_AT / 72, grayscale=True).to_numpy()
        yield picture.reshape(picture.shape[:2]).copy()


def fill_in(exam: Exam, sheet: Sheet, pages: Sequence[Grey], number: str, rng: Random) -> Filled:
    """Fill in a sheet: right answers and wrong ones, some left out, some changed. Its pages are drawn on."""
    filled, pencil = Filled(sheet, number=number, pages=[page.copy() for page in pages]), Pencil.drawn(rng)
    form = exam.form[sheet.form]
    if form.number is not None:
        for group, digit in zip(form.number.groups, number.ljust(len(form.number.groups)), strict=True):
            _fill_group(filled.pages[0], group, digit.strip(), pencil, rng)
    for question in form.questions:
        for place, mark in enumerate(question.marks):
            if mark.kind == "written":
                if rng.random() < 0.8:
                    filled.written.add((question.number, place))
                    write(filled.pages[mark.page], mark, pencil, rng)
            else:
                meant = _meant(mark, rng)
                filled.meant[question.number, place] = meant
                for group, value in zip(mark.groups, digits(mark, meant), strict=True):
                    _fill_group(filled.pages[mark.page], group, value, pencil, rng)
    return filled


def _meant(mark: Mark, rng: Random) -> str:
    """What a student answers: in 70 % the key, in 20 % something else, in 10 % nothing."""
    luck = rng.random()
    if luck < 0.1:
        return ""
    if luck < 0.8:
        return mark.key
    if mark.kind == "choice":
        return rng.choice(mark.groups[0].values)
    sides = {group.side for group in mark.groups}
    width = sum(len(group.values) == 10 for group in mark.groups) // len(sides)
    numbers = [rng.randrange(10 ** rng.randint(1, width)) for _ in range(rng.randint(1, len(sides)))]
    return ",".join(map(str, numbers))


def digits(mark: Mark, meant: str) -> Iterator[str]:
    """What each group of a mark has to say."""
    if mark.kind == "choice":
        yield meant
        return
    sides = meant.split(",") if meant else []
    for side in sorted({group.side for group in mark.groups}):
        own = [group for group in mark.groups if group.side == side]
        text = sides[side] if side < len(sides) else ""
        if len(own[0].values) == 1:
            yield "-" if text.startswith("-") else ""
            own = own[1:]
        yield from text.removeprefix("-").rjust(len(own)).replace(" ", "\0").replace("\0", " ")


def _fill_group(page: Grey, group: Group, value: str, pencil: Pencil, rng: Random) -> None:
    value = value.strip()
    spots = dict(zip(group.values, group.spots, strict=True))
    if value:
        _fill(page, spots[value], pencil, rng)
        others = [each for each in spots if each != value]
        if others and rng.random() < CHANGED:
            other = spots[rng.choice(others)]
            if rng.random() < RUBBED:
                _fill(page, other, Pencil(255 - (255 - pencil.grey) * 0.1, pencil.radius, pencil.off, 0), rng)
            else:
                _fill(page, other, pencil, rng)
                _cross(page, other, pencil, rng)


def _fill(page: Grey, spot: tuple[float, float], pencil: Pencil, rng: Random) -> None:
    """A blob of pencil: an uneven disk with white gaps."""
    x, y = spot[0] + rng.gauss(0, pencil.off), spot[1] + rng.gauss(0, pencil.off)
    reach = int(2.6 * MM)
    cx, cy = int(x * MM), int(y * MM)
    noise = np.random.default_rng(rng.randrange(1 << 30))
    yy, xx = np.mgrid[-reach : reach + 1, -reach : reach + 1]
    angle = np.arctan2(yy, xx)
    edge = pencil.radius * (
        1 + 0.06 * np.sin(3 * angle + rng.uniform(0, 6)) + 0.04 * np.sin(5 * angle + rng.uniform(0, 6))
    )
    inside = np.hypot(xx, yy) / MM <= edge
    grain = cv2.GaussianBlur(noise.normal(0, 1, inside.shape).astype(np.float32), (0, 0), 2)
    inside &= grain > np.quantile(grain, pencil.gaps)
    ink = np.where(inside, pencil.grey + noise.normal(0, 12, inside.shape), 255)
    _darken(page, cx - reach, cy - reach, ink)


def _cross(page: Grey, spot: tuple[float, float], pencil: Pencil, rng: Random) -> None:
    """An X whose arms reach 3.2 to 4.2 mm from the centre."""
    layer = np.full_like(page, 255)
    for direction in (1, -1):
        angle = np.radians(45 * direction + rng.uniform(-9, 9))
        reach = rng.uniform(3.2, 4.2)
        step = np.array([np.cos(angle), np.sin(angle)]) * reach
        middle = np.array(spot) + np.array([rng.gauss(0, 0.15), rng.gauss(0, 0.15)])
        ends = [tuple(int(v) for v in (middle + sign * step) * MM) for sign in (1, -1)]
        cv2.line(layer, ends[0], ends[1], int(min(pencil.grey, 120)), max(1, round(0.5 * MM)), cv2.LINE_AA)
    np.minimum(page, layer, out=page)


def write(page: Grey, mark: Mark, pencil: Pencil, rng: Random) -> None:
    """A word of some letters, each a short crooked line; of a box with ruled lines, words on some of them."""
    left, top, width, height = mark.box
    middles = [y - 4.5 for y in mark.lines][: rng.randint(1, 4)] or [top + 5 + (height - 5) / 2]
    most = 12 if not mark.lines else int(width / 3.5) - 2
    for x, y in [(left + 4 + 3.5 * letter, y) for y in middles for letter in range(rng.randint(2, most))]:
        points = [(x + rng.uniform(0, 2.5), y + rng.uniform(-2.5, 2.5)) for _ in range(5)]
        line = np.array([[round(a * MM), round(b * MM)] for a, b in points], np.int32)
        cv2.polylines(page, [line], False, (pencil.grey,), max(1, round(0.45 * MM)), cv2.LINE_AA)


def _darken(page: Grey, left: int, top: int, ink: NDArray[np.float64]) -> None:
    height, width = ink.shape
    part = page[top : top + height, left : left + width]
    np.minimum(part, np.clip(ink, 0, 255).astype(np.uint8), out=part)


def scan(page: Grey, how: Scanner, rng: Random) -> bytes:
    """The page as a JPEG."""
    factor = how.dpi / DRAWN_AT
    height, width = page.shape
    size = (round(width * factor), round(height * factor))
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), how.skew + (180 if how.upside_down else 0), 1)
    turn[:, 2] += how.shift * MM
    turn[1] *= how.stretch
    small = (
        cv2.warpAffine(page, (turn * factor).astype(np.float64), size, flags=cv2.INTER_AREA, borderValue=(255,))
        if factor >= 1
        else cv2.resize(
            cv2.warpAffine(page, turn, (width, height), flags=cv2.INTER_LINEAR, borderValue=(255,)),
            size,
            interpolation=cv2.INTER_AREA,
        )
    )
    seen = cv2.GaussianBlur(small.astype(np.float32), (0, 0), how.blur)
    seen = how.black + seen * (how.white - how.black) / 255
    seen -= np.linspace(0, how.shade, size[0], dtype=np.float32)
    grain = np.random.default_rng(rng.randrange(1 << 30)).standard_normal(seen.shape, dtype=np.float32)
    seen += how.noise * grain
    done, jpeg = cv2.imencode(".jpg", np.clip(seen, 0, 255).astype(np.uint8), [cv2.IMWRITE_JPEG_QUALITY, how.jpeg])
    assert done
    return jpeg.tobytes()


def as_pdf(jpegs: Sequence[tuple[bytes, int]], path: Path) -> None:
    """A PDF of JPEGs with their resolutions, as scanners write it."""
    document = pypdfium2.PdfDocument.new()
    for jpeg, dpi in jpegs:
        image = pypdfium2.PdfImage.new(document)
        image.load_jpeg(io.BytesIO(jpeg), inline=True)
        width, height = image.get_px_size()
        page = document.new_page(width * 72 / dpi, height * 72 / dpi)
        image.set_matrix(pypdfium2.PdfMatrix().scale(width * 72 / dpi, height * 72 / dpi))
        page.insert_obj(image)
        page.gen_content()
    document.save(path)
