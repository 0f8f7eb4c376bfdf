"""A model's shapes from the input to the output: the smaller height and width, the narrower the bar.

Where a connection skips layers, as in a ResNet, a curve is drawn along it: which layer feeds which is read from the
model's graph, not from the order of its layers.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from fcnlab.canvas import SMALL, Canvas, text_width
from fcnlab.palette import FILL, GREY, Role
from fcnlab.picture import Note, Picture
from fcnlab.wording import Lang, say

WIDEST = 9.0
"""Width of a bar, in cells."""
LONGEST = 28
"""Layers that still fit on a sheet."""


@dataclass(frozen=True)
class _Stage:
    kind: str
    shape: tuple[int | None, ...]
    """(H, W, channels), the batch left out."""
    sources: tuple[int, ...]
    """The lines of the stages that feed it."""

    def aside(self, line: int) -> bool:
        """Whether it stands on a shortcut: what feeds it is not the line above."""
        return bool(self.sources) and line - 1 not in self.sources


def hourglass(model: Any, *, lang: Lang) -> Picture | Note:
    """The layers of a Keras model from top to bottom, each with its kind and the shape of its output.

    None, a model without layers or one that is not built yet gives a `Note`.
    """
    stages = _stages(model)
    if not stages:
        return Note(
            say(
                lang,
                ko="아직 그릴 모델이 없습니다. 위의 함수를 완성하고 이 셀을 다시 실행해 보세요. 상속해서 만든 모델은 "
                "그리지 못합니다.",
                en="There is no model to draw yet. Complete the function above and run this cell again. Models of a "
                "class of your own cannot be drawn.",
            )
        )
    return Picture(say(lang, ko="층마다의 shape", en="the shape after each layer"), lambda: _draw(stages, lang))


def _stages(model: Any) -> list[_Stage]:
    """One for each layer or operation whose output has height, width and channels, in the order of the graph."""
    nodes = _in_order([node for node in _nodes(model) if len(_shape(node)) == 3])
    lines = {id(node.output): line for line, node in enumerate(nodes)}
    return [
        _Stage(type(node).__name__, _shape(node), tuple(lines[each] for each in _inputs(node) if each in lines))
        for node in nodes
    ]


def _nodes(model: Any) -> list[Any]:
    return list(getattr(model, "operations", None) or getattr(model, "layers", None) or ())


def _shape(node: Any) -> tuple[int | None, ...]:
    return tuple(getattr(getattr(node, "output", None), "shape", ()))[1:]


def _inputs(node: Any) -> list[int]:
    """The identities of the tensors that go into a layer."""
    tensors = getattr(node, "input", None)
    return [id(tensor) for tensor in (tensors if isinstance(tensors, list | tuple) else [tensors])]


def _in_order(nodes: list[Any]) -> list[Any]:
    """Each after what feeds it; of several branches the longest first, so that a shortcut's layers come last."""
    by_output = {id(node.output): node for node in nodes}
    depths: dict[int, int] = {}
    for node in nodes:  # Keras lists them with sources first
        depths[id(node.output)] = 1 + max((depths.get(each, 0) for each in _inputs(node)), default=0)
    ordered: list[Any] = []

    def place(node: Any) -> None:
        if node in ordered:
            return
        for source in sorted(_inputs(node), key=lambda each: -depths.get(each, 0)):
            if source in by_output and by_output[source] is not node:
                place(by_output[source])
        ordered.append(node)

    for node in sorted(nodes, key=lambda node: -depths[id(node.output)]):
        place(node)
    return ordered


def _draw(stages: list[_Stage], lang: Lang) -> Canvas:
    shown = stages[:LONGEST]
    kinds = [f"↳ {stage.kind}" if stage.aside(line) else stage.kind for line, stage in enumerate(shown)]
    names = 0.5 + max(map(text_width, kinds))
    shapes = max(text_width(str(stage.shape)) for stage in shown)
    largest = max((stage.shape[1] or 1) for stage in shown)
    skips = [(source, line) for line, stage in enumerate(shown) for source in stage.sources if source != line - 1]
    arcs = max((_bulge(*skip) for skip in skips), default=0)
    canvas = Canvas(names + WIDEST + shapes + 1.8 + arcs, len(shown) + 2.1, lang)
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
        canvas.text((0.5, top + 0.5), kinds[line], left=True)
        canvas.text((middle, top + 0.5), f"{stage.shape[0]} × {stage.shape[1]}")
        canvas.text((middle + WIDEST / 2 + 0.5, top + 0.5), str(stage.shape), left=True)
        before = stage.shape[1]
    right = middle + WIDEST / 2 + 0.8 + shapes
    for source, line in skips:
        canvas.curve(_arc(right, source, line), strong=True)
    note = say(lang, ko="파랑: 그대로, 주황: 줄어듦, 초록: 커짐", en="blue: as before, orange: smaller, green: larger")
    if skips:
        note += say(lang, ko=". 곡선: 위의 층을 건너뛰는 연결", en=". curves: connections that skip layers")
    canvas.text((0.5, len(shown) + 1.6), note, left=True, size=SMALL, color=GREY)
    return canvas


def _bulge(source: int, line: int) -> float:
    """How far a curve between two lines reaches to the right, in cells."""
    return 0.5 + 0.28 * (line - source)


def _arc(left: float, source: int, line: int) -> list[tuple[float, float]]:
    """A curve from the middle of one line to that of another."""
    steps = [step / 24 for step in range(25)]
    down = 1.2 + 0.5
    return [
        (left + _bulge(source, line) * math.sin(math.pi * step), source + down + (line - source) * step)
        for step in steps
    ]


def _role(before: int | None, after: int | None) -> Role:
    if before is None or after is None or before == after:
        return "input"
    return "kernel" if after < before else "output"
