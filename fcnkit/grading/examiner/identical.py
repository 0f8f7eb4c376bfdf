"""Whether two plain values are the same in every respect, as no comparison with a tolerance says."""

from __future__ import annotations

from typing import Any

import numpy as np

from fcnkit.grading.protocol import Model


def identical(left: Any, right: Any) -> bool:
    """Whether two plain values are alike in type, shape, dtype and value; NaN is like NaN."""
    if isinstance(left, Model) and isinstance(right, Model):
        return True  # a model is sent back as it came
    if type(left) is not type(right):
        return False
    if isinstance(left, np.ndarray):
        if left.dtype != right.dtype or left.shape != right.shape:
            return False
        return bool(np.array_equal(left, right, equal_nan=left.dtype.kind in "fc"))
    if isinstance(left, tuple | list):
        return len(left) == len(right) and all(map(identical, left, right))
    if isinstance(left, dict):
        return left.keys() == right.keys() and all(identical(left[key], right[key]) for key in left)
    return bool(left == right or (left != left and right != right))  # noqa: PLR0124  # NaN
