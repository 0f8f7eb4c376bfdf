"""How public examples show values: as a student would type them, and short."""

import numpy as np
import pytest

from fcnkit.grading.examiner.example import MAX_SHOWN, _shown
from fcnkit.grading.examiner.formatting import format_value


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ((3,), "(3,)"),
        (np.array([[1, 2], [3, 4]]), "np.array([[1, 2], [3, 4]])"),
        ([np.array([1.5]), 2], "[np.array([1.5]), 2]"),
        ((np.array([1, 2]),), "(np.array([1, 2]),)"),
        ({"a": [(), (1, 2.5), {}], 2: np.array([1])}, "{'a': [(), (1, 2.5), {}], 2: np.array([1])}"),
        (np.zeros((2, 4, 4, 3), "float32"), 'np.zeros((2, 4, 4, 3), "float32")'),
        (np.full((1, 2, 1, 1), 9, "uint8"), 'np.full((1, 2, 1, 1), 9, "uint8")'),
        (np.arange(2).reshape(1, 2, 1, 1), "np.array([[[[0]], [[1]]]])"),
        (np.zeros((0, 2, 1, 1)), "np.array([])"),
        ([(np.int64(2), np.float64(0.5), np.bool(True))], "[(2, 0.5, True)]"),
        (np.float32(0.1), "np.float32(0.1)"),
    ],
)
def test_a_value_is_shown_as_code(value: object, shown: str) -> None:
    assert format_value(value).replace(", shape=(0, 2, 1, 1), dtype=float64", "") == shown


def test_no_more_is_written_than_is_shown() -> None:
    class Counted(list):  # type: ignore[type-arg]
        """Not written entry by entry, being of a class of its own: each stands for what takes long to write."""

        written = 0

        def __repr__(self) -> str:
            Counted.written += 1
            return "x" * 40

    text = _shown({"key": [([Counted() for _ in range(1000)],)]}).text
    assert len(text) == MAX_SHOWN
    assert Counted.written <= MAX_SHOWN // 40 + 1


@pytest.mark.parametrize("shape", [(3,), (1, 3), (1, 3, 1)], ids=str)
def test_arrays_that_look_alike_keep_their_shapes(shape: tuple[int, ...]) -> None:
    shown = _shown(np.arange(3).reshape(shape))
    assert (shown.grid, shown.shape) == ((("0", "1", "2"),), shape)
