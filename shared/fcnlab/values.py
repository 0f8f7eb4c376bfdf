"""Whether values can be drawn at all: students' functions return all sorts of things on the way."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from fcnlab.picture import Note
from fcnlab.wording import Lang, say


def undrawable(arrays: Mapping[str, npt.ArrayLike | None], largest: int, lang: Lang) -> Note | None:
    """A note on the first value that is no array of numbers (rows, cols) or (cols,) with sides up to `largest`."""
    for name, values in arrays.items():
        problem = _problem(name, values, largest, lang)
        if problem:
            return Note(problem)
    return None


def _problem(name: str, values: npt.ArrayLike | None, largest: int, lang: Lang) -> str | None:
    """Why `values` cannot be shown as a grid, or None where it can."""
    if values is None:
        return say(
            lang,
            ko="아직 그릴 값이 없습니다(None). 위의 함수를 완성하고 이 셀을 다시 실행해 보세요.",
            en="Nothing to draw yet (None). Complete the function above and run this cell again.",
        )
    try:
        array = np.asarray(values)
    except ValueError:
        array = np.asarray(None)
    if array.dtype.kind not in "iuf" or array.ndim not in (1, 2) or not array.size:
        return say(
            lang,
            ko=f"{name}: 행과 열이 있는 숫자 배열이 아니어서 그릴 수 없습니다"
            f"(모양 {array.shape}, 자료형 {array.dtype}).",
            en=f"{name} cannot be drawn: it is no array of numbers in rows and columns "
            f"(shape {array.shape}, dtype {array.dtype}).",
        )
    if max(array.shape) > largest:
        return say(
            lang,
            ko=f"{name}: 격자로 그리기에는 너무 큽니다(모양 {array.shape}). 한 변이 {largest} 이하인 예를 써 보세요.",
            en=f"{name}: {array.shape} is too large for a grid. Try an example with sides of at most {largest}.",
        )
    return None
