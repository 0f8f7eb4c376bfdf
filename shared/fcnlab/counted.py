"""Masks beside their photo, and how many objects one would count in them: their connected regions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from fcnlab.canvas import LABEL, Canvas, fitting
from fcnlab.palette import GREY
from fcnlab.pet_arrays import regions
from fcnlab.picture import Note, Picture
from fcnlab.wording import Lang, say

SIDE, GAP = 5.0, 0.5
"""Width of an image and the space beside it, in cells."""
Masks = Sequence[npt.ArrayLike]


def counted(photo: npt.ArrayLike, masks: Mapping[str, Masks | None], *, lang: Lang) -> Picture | Note:
    """A photo (H, W, 3) and, under each name, one or more masks (H, W) of true and false, each in a colour of its own.

    Below stands the number of connected regions. One mask holds all objects of a class; of instance masks there is one
    for each object. What is None, since nothing was predicted yet, is left out.
    """
    panels = {name: [np.asarray(mask, dtype=bool) for mask in group] for name, group in masks.items() if group}
    if any(mask.shape != np.shape(photo)[:2] for group in panels.values() for mask in group):
        return Note(
            say(
                lang,
                ko="마스크의 크기가 사진과 달라 그릴 수 없습니다.",
                en="A mask that is not as large as its photo cannot be drawn.",
            )
        )
    title = say(lang, ko="몇 마리일까요", en="how many are there")
    return Picture(title, lambda: _draw(np.asarray(photo), panels, lang))


def _draw(photo: npt.NDArray[np.uint8], panels: Mapping[str, list[npt.NDArray[np.bool_]]], lang: Lang) -> Canvas:
    canvas = Canvas((SIDE + GAP) * (1 + len(panels)) + GAP, SIDE + 2.2, lang)
    canvas.text((GAP + SIDE / 2, 0.6), say(lang, ko="사진", en="photo"))
    canvas.image((GAP, 1.1), SIDE, photo, (0, 255))
    for place, (name, group) in enumerate(panels.items(), 1):
        left = GAP + place * (SIDE + GAP)
        labels = np.zeros(photo.shape[:2], dtype=int)
        for number, mask in enumerate(group, 1):
            labels[mask] = number
        count = sum(int(regions(mask).max()) for mask in group)
        canvas.text((left + SIDE / 2, 0.6), name, size=fitting(name, LABEL, SIDE))
        canvas.image((left, 1.1), SIDE, labels, (0, 2), colours="viridis")
        said = say(lang, ko=f"덩어리 {count}개", en=f"{count} region{'s' * (count != 1)}")
        canvas.text((left + SIDE / 2, SIDE + 1.6), said, color=GREY)
    return canvas
