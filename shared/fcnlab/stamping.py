"""The stamping of a transposed convolution as a film: one step for each number of the input."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from fcnlab.canvas import Canvas, Numbers, written
from fcnlab.film import Step, film
from fcnlab.moving import Moving
from fcnlab.stamps import MARGIN, SUM_CELL, stamps, sum_cell
from fcnlab.wording import Lang, say

HEAD = 1.2
"""Cells above the arrays of the first line."""


def stamping(x: npt.ArrayLike, kernel: npt.ArrayLike, *, stride: int = 1, lang: Lang) -> Moving:
    """Each number of `x` (H, W) scales `kernel` (kh, kw) and is stamped at its place, one step at a time.

    Where pictures cannot move stands the picture of `stamps`, which raises ValueError for what is too large for it.
    """
    still = stamps(x, kernel, stride=stride, lang=lang)
    numbers, weights = np.array(x, ndmin=2), np.array(kernel, ndmin=2)
    title = say(lang, ko="도장 찍기: 한 단계씩 보기", en="stamping, step by step")
    return Moving(
        title,
        lambda: still.canvas,
        lambda: film(title, [*_Stamping(numbers, weights, stride, lang).steps()], lang=lang),
        lang=lang,
    )


@dataclass(frozen=True)
class _Stamping:
    """Above, how the stamp is made; below, the output so far."""

    x: Numbers
    kernel: Numbers
    stride: int
    lang: Lang

    def steps(self) -> Iterator[Step]:
        landed: dict[tuple[int, int], list[Any]] = {}
        start = say(
            self.lang,
            ko="아직 아무것도 찍지 않았습니다. 출력은 모두 0입니다.",
            en="Nothing has been stamped yet: the output is all zeros.",
        )
        yield Step(self._drawing(landed, None), start)
        for i, j in np.ndindex(*self.x.shape):
            corner = (i * self.stride, j * self.stride)
            overlaps = 0
            for (a, b), weight in np.ndenumerate(self.kernel):
                cell = landed.setdefault((corner[0] + a, corner[1] + b), [])
                overlaps += bool(cell)
                cell.append(self.x[i, j] * weight)
            yield Step(self._drawing(landed, (i, j)), self._says((i, j), corner, overlaps))

    def _says(self, place: tuple[int, int], corner: tuple[int, int], overlaps: int) -> str:
        value = written(self.x[place])
        stamped = say(
            self.lang,
            ko=f"x[{place[0]}, {place[1]}] = {value}: {value} × 커널의 왼쪽 위를 출력의 {corner}에 맞추어 찍습니다. ",
            en=f"x[{place[0]}, {place[1]}] = {value}: {value} × kernel is stamped with its top left cell at {corner}. ",
        )
        if not overlaps:
            return stamped + say(self.lang, ko="겹치는 칸은 없습니다.", en="Nothing overlaps.")
        return stamped + say(
            self.lang,
            ko=f"먼저 찍은 도장과 겹치는 칸이 {overlaps}개 있고, 거기서는 더합니다.",
            en=f"Cells where earlier stamps lie, too: {overlaps}. There the numbers are added.",
        )

    def _drawing(self, landed: dict[tuple[int, int], list[Any]], place: tuple[int, int] | None) -> Canvas:
        """`place` is that of the number whose stamp has come last, or None before the first."""
        rows, cols = (
            (n - 1) * self.stride + max(k, self.stride) for n, k in zip(self.x.shape, self.kernel.shape, strict=True)
        )
        width = max(MARGIN + cols * SUM_CELL[0], 2 * self._widths[1] + self._widths[0] + 3.5, 13) + MARGIN
        top = max(self.x.shape[0], self.kernel.shape[0]) + HEAD + 1.2
        canvas = Canvas(width, top + rows * SUM_CELL[1] + 0.4, self.lang)
        self._head(canvas, place)
        canvas.text((MARGIN, top - 0.45), say(self.lang, ko="지금까지의 출력", en="output so far"), left=True)
        for row, col in np.ndindex(rows, cols):
            at = (MARGIN + col * SUM_CELL[0], top + row * SUM_CELL[1])
            sum_cell(canvas, at, landed.get((row, col), ()))
        if place:
            row, col = (index * self.stride for index in place)
            size = (self.kernel.shape[1] * SUM_CELL[0], self.kernel.shape[0] * SUM_CELL[1])
            canvas.frame((MARGIN + col * SUM_CELL[0], top + row * SUM_CELL[1]), size)
        return canvas

    @property
    def _widths(self) -> tuple[int, int]:
        """Room for the input and for a kernel, their names included."""
        return max(self.x.shape[1], 2), max(self.kernel.shape[1], 3)

    def _head(self, canvas: Canvas, place: tuple[int, int] | None) -> None:
        """Input and kernel, and the number's stamp."""
        x_width, kernel_width = self._widths
        canvas.text((MARGIN, 0.7), say(self.lang, ko="입력", en="input"), left=True)
        canvas.grid((MARGIN, HEAD), self.x, "input")
        left = MARGIN + x_width + 1
        canvas.text((left, 0.7), say(self.lang, ko="커널", en="kernel"), left=True)
        canvas.grid((left, HEAD), self.kernel, "kernel")
        if place is None:
            return
        canvas.frame((MARGIN + place[1], HEAD + place[0]), (1, 1))
        left += kernel_width + 1
        value = written(self.x[place])
        canvas.text((left, 0.7), say(self.lang, ko=f"{value} × 커널", en=f"{value} × kernel"), left=True)
        canvas.grid((left, HEAD), self.x[place] * self.kernel, "kernel")
