"""What a student's process tells of an array that a call has returned."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from fcnkit.grading.worker.array_traits import ArrayTraits


@pytest.mark.parametrize(
    ("returned", "is_first"),
    [
        (lambda x: x, True),
        (lambda x: x[:], True),
        (lambda x: np.broadcast_to(x, x.shape), True),  # its own cells, for reading alone
        (lambda x: x.T, False),
        (lambda x: x[1:], False),
        (lambda x: x.view("int64"), False),
        (lambda x: x.copy(), False),
    ],
)
def test_an_array_of_the_same_cells_is_the_first_argument(returned: Callable[[Any], Any], is_first: bool) -> None:
    first = np.zeros((3, 3))
    assert ("first" in ArrayTraits().traits(returned(first), first)) is is_first
