"""A stack of convolutions in one direction: point at a cell, and all that it is made from is shown."""

from __future__ import annotations

from collections.abc import Sequence

from fcnlab.canvas import Canvas, text_width
from fcnlab.marks import Mark
from fcnlab.moving import Page
from fcnlab.palette import FILL, GREY, WHITE, Role
from fcnlab.spots import Spot, spotted
from fcnlab.wording import Lang, say

Layer = tuple[int, int, int]
"""(kernel, stride, dilation)."""

MOST_INPUTS, MOST_OUTPUTS = 24, 6
LINE = 2.0
"""Cells from one layer's line to the next one's."""
HEAD = 0.4


def fields(layers: Sequence[Layer], lang: Lang) -> Page:
    """Several output pixels at once; `layers` are (kernel, stride, dilation), the one next to the input first."""
    stack = _Stack(layers, lang)
    hint = say(
        lang,
        ko="입력 아래의 칸에 마우스를 올리거나 눌러 보세요. Tab 키로도 고를 수 있습니다.",
        en="Point at a cell below the input or tap it; the Tab key works, too.",
    )
    return spotted(stack.empty_lines(), stack.spots(), hint)


class _Stack:
    """Where each cell of the input and of the layers lies on the sheet."""

    def __init__(self, layers: Sequence[Layer], lang: Lang) -> None:
        self.layers, self.lang = layers, lang
        counts = max((_counts(layers, n) for n in range(1, MOST_OUTPUTS + 1)), key=_fit)
        self.names = [say(lang, ko="입력", en="input"), *(layer_name(layer, lang) for layer in layers)]
        left = 1.0 + max(map(text_width, self.names))
        self.lines = [[left + place for place in range(counts[0])]]
        for (kernel, stride, dilation), count in zip(layers, counts[1:], strict=True):
            above, reach = self.lines[-1], (kernel - 1) * dilation
            self.lines.append([(above[p * stride] + above[p * stride + reach]) / 2 for p in range(count)])
        self.size = (left + counts[0] + 0.6, LINE * len(counts) + 0.9)

    def canvas(self) -> Canvas:
        return Canvas(*self.size, self.lang)

    def top(self, line: int) -> float:
        return HEAD + LINE * line

    def empty_lines(self) -> Canvas:
        canvas = self.canvas()
        for line, (name, xs) in enumerate(zip(self.names, self.lines, strict=True)):
            canvas.text((0.5, self.top(line) + 0.5), name, left=True, color=GREY)
            for x in xs:
                canvas.box((x, self.top(line)), fill=WHITE)
        return canvas

    def spots(self) -> list[Spot]:
        return [
            Spot((x, self.top(line)), (1, 1), self._says(line, place), tuple(self._marks(line, place)))
            for line, xs in enumerate(self.lines)
            if line
            for place, x in enumerate(xs)
        ]

    def _reached(self, line: int, place: int) -> list[list[int]]:
        """For the input and each layer down to `line`, the places that reach the cell."""
        levels = [[place]]
        for kernel, stride, dilation in reversed(self.layers[:line]):
            levels.insert(0, sorted({p * stride + w * dilation for p in levels[0] for w in range(kernel)}))
        return levels

    def _marks(self, line: int, place: int) -> list[Mark]:
        canvas, levels = self.canvas(), self._reached(line, place)
        for number, (kernel, stride, dilation) in enumerate(self.layers[:line]):
            above, below = self.lines[number : number + 2]
            for p in levels[number + 1]:
                for start in (above[p * stride], above[p * stride + (kernel - 1) * dilation]):
                    ends = [(start + 0.5, self.top(number) + 1), (below[p] + 0.5, self.top(number + 1))]
                    canvas.curve(ends, strong=False)
        for number, level in enumerate(levels):
            for p in level:
                canvas.box((self.lines[number][p], self.top(number)), fill=FILL[self._role(number)])
        canvas.text((0.5, self.size[1] - 0.65), self._says(line, place), left=True)
        return canvas.marks

    def _role(self, line: int) -> Role:
        return "input" if line == 0 else "output" if line == len(self.layers) else "kernel"

    def _says(self, line: int, place: int) -> str:
        seen = self._reached(line, place)[0]
        span = seen[-1] - seen[0] + 1
        return say(
            self.lang,
            ko=f"층 {line}의 {place}번: 입력 {seen[0]}번부터 {seen[-1]}번까지 {span}칸을 봅니다.",
            en=f"layer {line}, cell {place}: sees the input from {seen[0]} to {seen[-1]}, {span} cells.",
        )


def _counts(layers: Sequence[Layer], outputs: int) -> list[int]:
    """How many cells the input and each layer have, so that the last one has `outputs`."""
    counts = [outputs]
    for kernel, stride, dilation in reversed(layers):
        counts.insert(0, (counts[0] - 1) * stride + (kernel - 1) * dilation + 1)
    return counts


def _fit(counts: list[int]) -> tuple[bool, int]:
    """As many outputs as fit; where even one is too wide, one."""
    fits = counts[0] <= MOST_INPUTS
    return fits, counts[-1] if fits else -counts[-1]


def layer_name(layer: Layer, lang: Lang) -> str:
    kernel, stride, dilation = layer
    return say(
        lang,
        ko=f"커널 {kernel}, 스트라이드 {stride}, 팽창률 {dilation}",
        en=f"kernel {kernel}, stride {stride}, dilation {dilation}",
    )
