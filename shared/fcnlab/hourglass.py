"""A model's shapes from the input to the output: the smaller height and width, the narrower the bar."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from fcnlab.canvas import SMALL, Canvas, text_width
from fcnlab.palette import FILL, GREY, Role
from fcnlab.picture import Note, Picture
from fcnlab.wording import Lang, say

if TYPE_CHECKING:
    from matplotlib.figure import Figure

WIDEST = 9.0
"""Of a bar, in cells."""
LONGEST = 28
"""Layers that still fit on a sheet."""


@dataclass(frozen=True)
class _Stage:
    kind: str
    shape: tuple[int | None, ...]
    """(H, W, channels), the batch left out."""


def hourglass(model: Any, *, lang: Lang) -> Picture | Note:
    """The layers of a Keras model from top to bottom, each with its kind and the shape of its output.

    None, a model without layers or one that is not built yet gives a `Note`.
    """
    stages = _stages(model)
    if not stages:
        return Note(
            say(
                lang,
                ko="아직 그릴 모델이 없습니다. 위의 함수를 완성하고 이 셀을 다시 실행해 보세요.",
                en="There is no model to draw yet. Complete the function above and run this cell again.",
            )
        )
    return Picture(say(lang, ko="층마다의 shape", en="the shape after each layer"), lambda: _draw(stages, lang))


def _stages(model: Any) -> list[_Stage]:
    """One for each layer whose output has height, width and channels; layers that change nothing are left out."""
    stages: list[_Stage] = []
    for layer in getattr(model, "layers", None) or ():
        output = getattr(layer, "output", None)
        shape = tuple(getattr(output, "shape", ()))[1:]
        if len(shape) == 3:
            stages.append(_Stage(type(layer).__name__, shape))
    return stages


def _draw(stages: list[_Stage], lang: Lang) -> Figure:
    shown = stages[:LONGEST]
    names = 0.5 + max(text_width(stage.kind) for stage in shown)
    shapes = max(text_width(str(stage.shape)) for stage in shown)
    largest = max((stage.shape[1] or 1) for stage in shown)
    canvas = Canvas(names + WIDEST + shapes + 1.8, len(shown) + 2.1, lang)
    middle = names + 0.5 + WIDEST / 2
    canvas.text((0.5, 0.6), say(lang, ko="층", en="layer"), left=True, color=GREY)
    canvas.text((middle, 0.6), say(lang, ko="높이 × 너비", en="height × width"), color=GREY)
    heading = say(lang, ko="(높이, 너비, 채널)", en="(H, W, channels)")
    canvas.text((middle + WIDEST / 2 + 0.5, 0.6), heading, left=True, color=GREY)
    before = shown[0].shape[1]
    for line, stage in enumerate(shown):
        top = 1.2 + line
        width = max(WIDEST * math.sqrt((stage.shape[1] or largest) / largest), 0.6)
        canvas.box((middle - width / 2, top + 0.08), (width, 0.84), fill=FILL[_role(before, stage.shape[1])])
        canvas.text((0.5, top + 0.5), stage.kind, left=True)
        canvas.text((middle, top + 0.5), f"{stage.shape[0]} × {stage.shape[1]}")
        canvas.text((middle + WIDEST / 2 + 0.5, top + 0.5), str(stage.shape), left=True)
        before = stage.shape[1]
    note = say(lang, ko="파랑: 그대로, 주황: 줄어듦, 초록: 커짐", en="blue: as before, orange: smaller, green: larger")
    canvas.text((0.5, len(shown) + 1.6), note, left=True, size=SMALL, color=GREY)
    return canvas.figure


def _role(before: int | None, after: int | None) -> Role:
    if before is None or after is None or before == after:
        return "input"
    return "kernel" if after < before else "output"
