"""A student's transposed convolution beside that of Keras, cell by cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from fcnlab.canvas import LABEL, SMALL, Canvas, fitting
from fcnlab.keras_here import keras_or_note
from fcnlab.palette import FILL, GREY, mixed
from fcnlab.picture import Note, Picture
from fcnlab.quiet import quietly
from fcnlab.wording import Lang, say

Array: TypeAlias = npt.NDArray[Any]
Mine: TypeAlias = Callable[[Array, Array, int, str], Array | None]
"""The student's function: (x, kernel, stride, padding)."""
ByKeras: TypeAlias = Callable[[Any, Array, Array, int, str], Any]
"""Called with the module `keras` first."""

SETTINGS = [
    (shape, stride, padding) for shape in ((3, 3), (2, 4)) for stride in (1, 2, 3) for padding in ("valid", "same")
]
SHOWN = ((3, 3), 2, "same")
"""Drawn where nothing differs: one cell is cropped, at the end alone."""
TOLERANCE = 1e-4
"""Keras computes in float32."""
COLUMN = 11.5
"""Width of a column of cases, in cells."""


@dataclass(frozen=True)
class _Pair:
    shape: tuple[int, int]
    stride: int
    padding: str
    mine: Array
    keras: Array

    @property
    def differing(self) -> Array | None:
        """Which cells differ; None where even the shapes do."""
        if self.mine.shape != self.keras.shape:
            return None
        return ~np.isclose(self.mine, self.keras, rtol=TOLERANCE, atol=TOLERANCE)

    @property
    def agrees(self) -> bool:
        return self.differing is not None and not self.differing.any()


def against_keras(mine: Mine, by_keras: ByKeras, *, lang: Lang) -> Picture | Note:
    """Both functions with kernels 3×3 and 2×4, strides 1 to 3, `valid` and `same`; below, one case cell by cell.

    It is the first case in which they differ, with its differing cells framed. A sentence says so where there is no
    Keras, or nothing to compare yet.
    """
    keras = keras_or_note(lang)
    if isinstance(keras, Note):
        return keras
    pairs = []
    with quietly():
        for each in _pairs(mine, by_keras, keras, lang):
            if isinstance(each, Note):
                return each
            pairs.append(each)
    return Picture(say(lang, ko="Keras와 견주기", en="compared with Keras"), lambda: _draw(pairs, lang))


def _pairs(mine: Mine, by_keras: ByKeras, keras: Any, lang: Lang) -> Iterator[_Pair | Note]:
    rng = np.random.default_rng(0)
    for shape, stride, padding in SETTINGS:
        x, kernel = rng.integers(1, 6, (2, 3)).astype("float32"), rng.integers(1, 6, shape).astype("float32")
        call = f"stride={stride}, padding={padding!r}"
        try:
            result = mine(x, kernel, stride, padding)
        except Exception as error:  # whatever a student's function raises is told, not shown as ours
            yield Note(f"{call}: {type(error).__name__}: {error}")
            return
        if not isinstance(result, np.ndarray) or result.dtype.kind not in "iuf" or result.ndim != 2:
            yield Note(
                say(
                    lang,
                    ko=f"{call}: 함수가 아직 2차원 숫자 배열을 돌려주지 않습니다. 문제를 푼 뒤 다시 실행하세요.",
                    en=f"{call}: the function returns no 2-D array of numbers yet. Answer the question, then run this "
                    "again.",
                )
            )
            return
        yield _Pair(shape, stride, padding, result, np.asarray(by_keras(keras, x, kernel, stride, padding)))


def _draw(pairs: list[_Pair], lang: Lang) -> Canvas:
    """A line for each case, then one of them as two grids."""
    shown = next((pair for pair in pairs if not pair.agrees), None) or next(
        pair for pair in pairs if (pair.shape, pair.stride, pair.padding) == SHOWN
    )
    widths = [max(array.shape[1], 4) for array in (shown.mine, shown.keras)]
    top = 0.4 * len(pairs) + 1.4  # cases stand in two columns, `valid` and `same`
    height = max(shown.mine.shape[0], shown.keras.shape[0])
    canvas = Canvas(max(2 * COLUMN, sum(widths) + 3), top + height + 2.2, lang)
    for line, pair in enumerate(pairs):
        row, column = divmod(line, 2)
        sentence = _sentence(pair, lang)
        at = (0.6 + COLUMN * column, 0.7 + 0.8 * row)
        canvas.text(at, sentence, left=True, size=fitting(sentence, LABEL, COLUMN - 0.8))
    names = (say(lang, ko="내 함수", en="my function"), "Keras")
    left = 0.6
    for name, array, width in zip(names, (shown.mine, shown.keras), widths, strict=True):
        canvas.text((left, top), f"{name}  {array.shape}", left=True)
        _grid(canvas, (left, top + 0.5), array, shown.differing)
        left += width + 1
    canvas.text((0.6, canvas.height - 0.6), _case(shown, lang), left=True, size=SMALL, color=GREY)
    return canvas


def _grid(canvas: Canvas, at: tuple[float, float], array: Array, differing: Array | None) -> None:
    for row, col in np.ndindex(*array.shape):
        corner = (at[0] + col, at[1] + row)
        other = differing is None or bool(differing[row, col])
        canvas.box(corner, fill=mixed(FILL["kernel" if other else "output"], 0.5), thick=other)
        canvas.number(corner, float(array[row, col]))


def _case(pair: _Pair, lang: Lang) -> str:
    kernel = f"{pair.shape[0]}×{pair.shape[1]}"
    return say(
        lang,
        ko=f"커널 {kernel}, 스트라이드 {pair.stride}, {pair.padding}",
        en=f"kernel {kernel}, stride {pair.stride}, {pair.padding}",
    )


def _sentence(pair: _Pair, lang: Lang) -> str:
    case, differing = _case(pair, lang), pair.differing
    if differing is None:
        return say(
            lang,
            ko=f"✗ {case}: 모양이 {pair.mine.shape}, Keras는 {pair.keras.shape}",
            en=f"✗ {case}: shape {pair.mine.shape}, with Keras {pair.keras.shape}",
        )
    if differing.any():
        return say(
            lang,
            ko=f"✗ {case}: {differing.size}칸 중 {differing.sum()}칸이 다름",
            en=f"✗ {case}: {differing.sum()} of {differing.size} cells differ",
        )
    return say(
        lang, ko=f"✓ {case}: {differing.size}칸 모두 같음", en=f"✓ {case}: all {differing.size} cells are the same"
    )
