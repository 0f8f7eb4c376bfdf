"""When a wrong answer is the one that a misconception leads to, although the two differ in the last digits."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from fcnkit.grading.examiner import compare_texts as said
from fcnkit.text import Text

ROUNDING = 1e-6
"""Part of the largest right value that two ways to one wrong answer may be apart."""


def are_values(problem: Text | None) -> bool:
    """Whether it is the values of an array of the right form that differ."""
    return problem is said.ALL_DIFFER or problem is said.SOME_DIFFER


def without_common_nan(got: Any, belief: Any) -> tuple[Any, Any]:
    """Two arrays with 0 for NaN where both have it in the same places: what a mistake divides by 0 is like itself."""
    both = (got, belief)
    if not all(type(each) is np.ndarray and each.dtype.kind == "f" for each in both) or got.shape != belief.shape:
        return both
    missing = np.isnan(got)
    if not missing.any() or (missing != np.isnan(belief)).any():
        return both
    return np.where(missing, 0, got), np.where(missing, 0, belief)


def but_for_rounding(got: npt.NDArray[Any], belief: npt.NDArray[Any], right: object) -> bool:
    """Whether two wrong arrays of one shape differ in what is lost on numbers as large as the right ones.

    Where a mistake lets them cancel, float32 leaves 4e-6 of what float64 takes to 0.
    """
    if type(right) is not np.ndarray or right.dtype.kind not in "iuf":
        return False
    scale = np.abs(right.astype(np.float64)).max(initial=0.0)
    return bool((np.abs(got.astype(np.float64) - belief.astype(np.float64)) <= ROUNDING * scale).all())
