"""Photos with their masks below, painted as viridis paints them: low dark, middle green, high yellow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from fcnlab.canvas import Canvas, text_width
from fcnlab.picture import Note, Picture
from fcnlab.wording import Lang, say

PANEL, GAP = 4.6, 0.5
"""Side of a photo and the space beside it, in cells."""
MOST = 6
VIRIDIS = ("#440154", "#21918c", "#fde725")
"""The colours of the lowest label, the middle one and the highest."""


def masks(
    photos: Sequence[npt.ArrayLike | None], rows: dict[str, Sequence[npt.ArrayLike | None]], *, lang: Lang
) -> Picture | Note:
    """Photos (H, W, 3), 0..255, side by side, and below each, row by row, its masks (H, W) or (H, W, 1).

    `rows` maps what a row is called to one mask for each photo, with three labels, either 0, 1, 2 or 1, 2, 3. Where
    something is missing or has another shape, a `Note` says so.
    """
    shown = [_array(photo) for photo in photos[:MOST]]
    labels = {name: [_flat(mask) for mask in row[:MOST]] for name, row in rows.items()}
    for name, arrays in ({"": shown} | labels).items():
        for place, array in enumerate(arrays):
            problem = _problem(name, place, array, 3 if not name else 2, lang)
            if problem:
                return Note(problem)
    title = say(lang, ko="사진과 마스크", en="photos and masks")
    return Picture(title, lambda: _draw([array for array in shown if array is not None], labels, lang))


def _array(values: npt.ArrayLike | None) -> Any:
    return None if values is None else np.asarray(values)


def _flat(values: npt.ArrayLike | None) -> Any:
    array = _array(values)
    return array[..., 0] if array is not None and array.ndim == 3 and array.shape[-1] == 1 else array


def _problem(name: str, place: int, array: Any, dimensions: int, lang: Lang) -> str | None:
    what = name or say(lang, ko="사진", en="photo")
    if array is None:
        return say(
            lang,
            ko="아직 그릴 값이 없습니다(None). 위의 함수를 완성하고 이 셀을 다시 실행해 보세요.",
            en="Nothing to draw yet (None). Complete the function above and run this cell again.",
        )
    if array.dtype.kind not in "biuf" or array.ndim != dimensions or not array.size:
        return say(
            lang,
            ko=f"{what} {place}: 그릴 수 있는 이미지가 아닙니다(shape {array.shape}, dtype {array.dtype}).",
            en=f"{what} {place} cannot be drawn: it is no image (shape {array.shape}, dtype {array.dtype}).",
        )
    return None


def _draw(photos: Sequence[Any], rows: dict[str, list[Any]], lang: Lang) -> Canvas:
    left = 0.5 + max((text_width(name) for name in rows), default=0) + (GAP if rows else 0)
    legend = _legend(lang)
    width = max(left + len(photos) * (PANEL + GAP), 0.5 + sum(text_width(text) + 1.9 for text in legend))
    canvas = Canvas(width, (1 + len(rows)) * (PANEL + GAP) + GAP + 1.3, lang)
    for column, photo in enumerate(photos):
        at = (left + column * (PANEL + GAP), GAP)
        canvas.image(at, PANEL, photo.clip(0, 255).astype(np.uint8), (0, 255))
    for row, (name, labels) in enumerate(rows.items(), 1):
        top = GAP + row * (PANEL + GAP)
        canvas.text((0.5, top + PANEL / 2), name, left=True)
        for column, mask in enumerate(labels):
            low = float(mask.min() >= 1 and mask.max() == 3)  # 1, 2, 3 as in the file, or 0, 1, 2
            canvas.image((left + column * (PANEL + GAP), top), PANEL, mask, (low, low + 2), colours="viridis")
    place = 0.5
    for colour, text in zip(VIRIDIS, legend, strict=True):
        canvas.box((place, (1 + len(rows)) * (PANEL + GAP) + GAP + 0.2), (0.8, 0.8), fill=colour)
        canvas.text((place + 1.1, (1 + len(rows)) * (PANEL + GAP) + GAP + 0.6), text, left=True)
        place += text_width(text) + 1.9
    return canvas


def _legend(lang: Lang) -> tuple[str, str, str]:
    return (
        say(lang, ko="전경(낮은 값)", en="foreground (low)"),
        say(lang, ko="배경(가운데)", en="background (middle)"),
        say(lang, ko="윤곽(높은 값)", en="contour (high)"),
    )
