"""The stamping picture of transposed convolution, step by step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from fcnlab.canvas import SMALL, Canvas, Numbers, fitting, written
from fcnlab.marks import Place
from fcnlab.palette import FILL, GREY, INK, WHITE, mixed
from fcnlab.picture import Picture
from fcnlab.wording import Lang, say

MOST_STAMPS, LARGEST_SIDE = 9, 8
"""What still fits on a page: numbers in the input, and cells along a side of the output."""
LINE_WIDTH, NARROW = 24, 14
"""Cells in one line of panels, on a page and on a phone; more panels go on the next line."""
MARGIN = 0.7
SUM_CELL = (2.1, 1.3)
"""A cell of the sum, (width, height): room to write what was added up."""


def stamps(x: npt.ArrayLike, kernel: npt.ArrayLike, *, stride: int = 1, narrow: bool = False, lang: Lang) -> Picture:
    """Each number of `x` (H, W) scales `kernel` (kh, kw), is stamped at its place, and all stamps are added.

    `narrow` stacks what else stands side by side, for phones.

    For a few small numbers only: raises ValueError where the picture would be too large to read.
    """
    numbers, weights = np.array(x, ndmin=2), np.array(kernel, ndmin=2)
    rows, cols = ((n - 1) * stride + max(k, stride) for n, k in zip(numbers.shape, weights.shape, strict=True))
    if numbers.size > MOST_STAMPS or max(rows, cols) > LARGEST_SIDE:
        raise ValueError(
            f"{numbers.size} stamps on {rows}×{cols} cells are too many to draw: at most {MOST_STAMPS} stamps, "
            f"and {LARGEST_SIDE} cells a side"
        )
    title = say(lang, ko="도장 찍기", en="stamping")
    return Picture(title, lambda: _Sheet(numbers, weights, stride, (rows, cols), narrow, lang).draw())


@dataclass(frozen=True)
class _Sheet:
    """Input and kernel on top, then one panel per stamp, then their sum."""

    x: Numbers
    kernel: Numbers
    stride: int
    size: tuple[int, int]
    """Rows and columns of the output."""
    narrow: bool
    lang: Lang

    def draw(self) -> Canvas:
        rows, cols = self.size
        per_line = min(self.x.size, (NARROW if self.narrow else LINE_WIDTH) // (cols + 1))
        panels_top = max(self.x.shape[0], self.kernel.shape[0]) + 2.9
        sum_top = panels_top + -(-self.x.size // per_line) * (rows + 1.6)
        beside, below = (2.6, 2.2) if self.narrow else (9, 0.5)
        width = max(per_line * (cols + 1) + 0.8, cols * SUM_CELL[0] + beside, 8 if self.narrow else 14)
        canvas = Canvas(width, sum_top + rows * SUM_CELL[1] + below, self.lang)
        self._head(canvas)
        landed: dict[tuple[int, int], list[Any]] = defaultdict(list)
        for place, ((i, j), value) in enumerate(np.ndenumerate(self.x)):
            line, column = divmod(place, per_line)
            at = (MARGIN + column * (cols + 1), panels_top + line * (rows + 1.6))
            row, col = i * self.stride, j * self.stride
            self._panel(canvas, at, (row, col), value)
            for (a, b), weight in np.ndenumerate(self.kernel):
                landed[row + a, col + b].append(value * weight)
            if place + 1 < self.x.size:
                canvas.text((at[0] + cols + 0.5, at[1] + rows / 2), "+", size=0.55)
        self._sum(canvas, sum_top, landed)
        return canvas

    def _head(self, canvas: Canvas) -> None:
        """Input and kernel, and the stride in words."""
        canvas.text((MARGIN, 0.7), say(self.lang, ko="입력", en="input"), left=True)
        canvas.grid((MARGIN, 1.2), self.x, "input")
        left = MARGIN + max(self.x.shape[1], 2) + 1
        canvas.text((left, 0.7), say(self.lang, ko="커널", en="kernel"), left=True)
        canvas.grid((left, 1.2), self.kernel, "kernel")
        left += max(self.kernel.shape[1], 2) + 0.8
        stride = say(self.lang, ko=f"스트라이드 {self.stride}", en=f"stride {self.stride}")
        canvas.text((left, 1.7), stride, left=True)

    def _panel(self, canvas: Canvas, at: Place, corner: tuple[int, int], value: Any) -> None:
        """One stamp: the kernel times `value`, its top left cell at `corner`; everything else zero."""
        (left, top), (row, col) = at, corner
        height, width = self.kernel.shape
        title = written(value) + say(self.lang, ko=" × 커널", en=" × kernel")
        canvas.text((left + self.size[1] / 2, top - 0.5), title)
        for r, c in np.ndindex(self.size):
            canvas.box((left + c, top + r))
            if not (row <= r < row + height and col <= c < col + width):
                canvas.number((left + c, top + r), 0, color=GREY)
        canvas.grid((left + col, top + row), value * self.kernel, "kernel")
        canvas.box((left + col, top + row), (width, height), fill="none", thick=True)

    def _sum(self, canvas: Canvas, top: float, landed: dict[tuple[int, int], list[Any]]) -> None:
        """All stamps added, and beside or below it how to read it."""
        rows, cols = self.size
        left = MARGIN + 1.2
        canvas.text((left - 0.8, top + rows * SUM_CELL[1] / 2), "=", size=0.6)
        for row, col in np.ndindex(self.size):
            at = (left + col * SUM_CELL[0], top + row * SUM_CELL[1])
            sum_cell(canvas, at, landed.get((row, col), ()))
        if self.narrow:
            top += rows * SUM_CELL[1]
        else:
            left += cols * SUM_CELL[0] + 0.7
        canvas.text(
            (left, top + 0.6), say(self.lang, ko="모든 도장을 더한 출력", en="output: all stamps added"), left=True
        )
        if any(len(added) > 1 for added in landed.values()):
            overlap = say(self.lang, ko="굵은 테두리: 도장이 겹친 칸", en="thick edge: stamps overlap here")
            canvas.text((left, top + 1.4), overlap, left=True, size=SMALL)


def sum_cell(canvas: Canvas, at: Place, added: Sequence[Any]) -> None:
    """One cell of the sum; where several stamps land, with what was added."""
    width, height = SUM_CELL
    several = len(added) > 1
    fill = mixed(FILL["output"], 0.9 if several else 0.35) if added else WHITE
    canvas.box(at, SUM_CELL, fill=fill, thick=several)
    if several:
        work = "+".join(map(written, added)).replace("+−", "−")
        canvas.text((at[0] + width / 2, at[1] + 0.36), work, size=fitting(work, SMALL, 0.92 * width))
    middle = 0.3 if several else (height - 1) / 2
    canvas.number((at[0], at[1] + middle), sum(added), width=width, color=INK if added else GREY)
