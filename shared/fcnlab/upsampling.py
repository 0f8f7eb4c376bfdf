"""Images enlarged: plainly, and with a kernel that was learned."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from fcnlab.canvas import LABEL, Canvas, fitting
from fcnlab.palette import GREY
from fcnlab.picture import Note, Picture
from fcnlab.ripples import FACTOR, Image, enlargement, error
from fcnlab.values import undrawable
from fcnlab.wording import Lang, say

LARGEST = 1024
"""Most pixels along a side of an image."""
SIDE, GAP = 5.6, 0.5
"""An image's longer side and the space between images, in cells."""


def images(arrays: Mapping[str, npt.ArrayLike | None], *, lang: Lang) -> Picture | Note:
    """Arrays (rows, cols) side by side as grey images, each from its own darkest to its own brightest number.

    Where one is None, as from a function that is not written yet, or is no image, a `Note` says so instead.
    """
    note = undrawable(arrays, LARGEST, lang)
    if note:
        return note
    panels = {name: np.atleast_2d(np.array(values, dtype=float)) for name, values in arrays.items()}
    captions = [str(panel.shape) for panel in panels.values()]
    return Picture(", ".join(panels), lambda: row_of_images(panels, captions, lang))


def super_resolution(*, lang: Lang) -> Picture:
    """Shrunk and enlarged again: by bilinear interpolation, and by a transposed convolution whose kernel was learned.

    Below the enlarged images stands the root mean square of what they differ from the original by, in grey values 0..1.
    The kernel comes from four other images by least squares, computed when the picture is looked at.
    """
    title = say(lang, ko="초해상도: 흐린 확대와 학습한 확대", en="super-resolution: blurry against learned")
    return Picture(title, lambda: _draw_super_resolution(lang))


def _draw_super_resolution(lang: Lang) -> Canvas:
    result = enlargement()
    shrunk = say(lang, ko=f"1/{FACTOR}로 줄인 입력", en=f"shrunk to 1/{FACTOR}: the input")
    panels = {
        say(lang, ko="원본 (학습에 안 쓴 이미지)", en="original (not trained on)"): result.original,
        shrunk: result.shrunk,
        say(lang, ko="쌍선형 확대", en="enlarged, bilinear"): result.bilinear,
        say(lang, ko="학습한 전치 합성곱", en="learned transposed conv."): result.learned,
    }
    captions = [
        f"{result.original.shape}",
        f"{result.shrunk.shape}",
        f"RMSE {error(result.bilinear, result.original):.3f}",
        f"RMSE {error(result.learned, result.original):.3f}",
    ]
    return row_of_images(panels, captions, lang, limits=(0.0, 1.0))


def row_of_images(
    panels: Mapping[str, Image], captions: list[str], lang: Lang, limits: tuple[float, float] | None = None
) -> Canvas:
    """One row of images; grey runs over `limits`, by default over each image's own range."""
    canvas = Canvas((SIDE + GAP) * len(panels), SIDE + 1.8, lang)
    for place, ((name, panel), caption) in enumerate(zip(panels.items(), captions, strict=True)):
        left = place * (SIDE + GAP) + GAP / 2
        canvas.text((left + SIDE / 2, 0.5), name, size=fitting(name, LABEL, SIDE))
        canvas.image((left, 1.0), SIDE, panel, limits or (panel.min(), panel.max()))
        canvas.text((left + SIDE / 2, SIDE + 1.4), caption, size=0.32, color=GREY)
    return canvas
