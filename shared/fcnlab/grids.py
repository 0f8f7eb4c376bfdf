"""Arrays as grids with their numbers in the cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from fcnlab.canvas import SMALL, Canvas, Numbers, text_width
from fcnlab.palette import GREY, Role
from fcnlab.picture import Note, Picture
from fcnlab.values import undrawable
from fcnlab.wording import Lang, say

LARGEST = 16
"""Most rows or columns whose numbers can still be read."""
GAP = 1.1
"""Cells between neighbouring grids: room for a sign."""


def grids(arrays: Mapping[str, npt.ArrayLike | None], *, between: str = "", lang: Lang) -> Picture | Note:
    """Arrays side by side, each with its name above and its shape below.

    One after "=" has the output's colour, and one whose name starts with "kernel" the kernel's.
    `arrays` maps names to arrays (rows, cols) or (cols,). `between` gives the signs between neighbours,
    one character each, such as "×=". Where an array is None, as from a function that is not written yet,
    or cannot be shown as a grid, a `Note` says so instead.
    """
    signs = between or " " * (len(arrays) - 1)
    if len(signs) != len(arrays) - 1:
        raise ValueError(f"between={between!r} has {len(between)} signs for {len(arrays)} arrays: one fewer is needed")
    roles = [_role(name, sign) for name, sign in zip(arrays, " " + signs, strict=True)]
    return _picture(arrays, roles, signs, lang)


def operation(x: npt.ArrayLike, kernel: npt.ArrayLike, output: npt.ArrayLike | None, *, lang: Lang) -> Picture | Note:
    """Input, kernel and output as annotated grids: three arrays (rows, cols). Below stands what ⊛ means.

    The output is what the caller has computed; nothing is computed here. None gives a `Note`.
    """
    names = (say(lang, ko="입력", en="input"), say(lang, ko="커널", en="kernel"), say(lang, ko="출력", en="output"))
    return _picture(dict(zip(names, (x, kernel, output), strict=True)), ["input", "kernel", "output"], "⊛=", lang)


def channels(name: str, values: npt.ArrayLike | None, *, lang: Lang) -> Picture | Note:
    """The channels of an array (H, W, channels) side by side; None gives a `Note`."""
    if not isinstance(values, np.ndarray) or values.ndim != 3 or not values.size:
        return _picture({name: values}, ["output"], "", lang)
    planes = {f"{name}[:, :, {channel}]": values[:, :, channel] for channel in range(values.shape[2])}
    return _picture(planes, ["output"] * len(planes), " " * (len(planes) - 1), lang)


def _role(name: str, sign_before: str) -> Role:
    if sign_before == "=":
        return "output"
    return "kernel" if name.startswith("kernel") else "input"


def _picture(
    arrays: Mapping[str, npt.ArrayLike | None], roles: Sequence[Role], signs: str, lang: Lang
) -> Picture | Note:
    note = undrawable(arrays, LARGEST, lang)
    if note:
        return note
    planes = {name: np.array(values) for name, values in arrays.items()}
    return Picture(", ".join(planes), lambda: _draw(planes, roles, signs, lang))


def _draw(arrays: Mapping[str, Numbers], roles: Sequence[Role], signs: str, lang: Lang) -> Canvas:
    shapes = [str(array.shape) for array in arrays.values()]
    planes = [np.atleast_2d(array) for array in arrays.values()]
    widths = [
        max(plane.shape[1], text_width(name), text_width(shape, SMALL))
        for name, plane, shape in zip(arrays, planes, shapes, strict=True)
    ]
    tallest = max(plane.shape[0] for plane in planes)
    legend = (
        say(lang, ko="⊛: 전치 합성곱, 곧 도장 찍기", en="⊛: transposed convolution, our stamping")
        if "⊛" in signs
        else ""
    )
    canvas = Canvas(sum(widths) + GAP * len(widths), tallest + (3.0 if legend else 2.2), lang)
    canvas.text((GAP / 2, tallest + 2.5), legend, left=True, size=SMALL, color=GREY)
    left, middle = GAP / 2, 1.2 + tallest / 2
    for name, plane, shape, width, role, sign in zip(arrays, planes, shapes, widths, roles, signs + " ", strict=True):
        rows, cols = plane.shape
        top = middle - rows / 2
        canvas.text((left + width / 2, top - 0.5), name)
        canvas.grid((left + (width - cols) / 2, top), plane, role)
        canvas.text((left + width / 2, top + rows + 0.45), shape, size=SMALL, color=GREY)
        left += width + GAP
        if sign != " ":
            canvas.text((left - GAP / 2, middle), sign, size=0.6)
    return canvas
