"""Sizes may be NumPy's integers, as the text says: who refuses them loses marks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from test_mutants import SUITES, is_caught

ASKED = {
    "01": (
        "conv_output_size",
        "transposed_conv_output_size",
        "transposed_conv2d",
        "transposed_conv2d_channels",
        "bilinear_kernel",
    ),
    "02": ("yolo_depth", "yolo_output_shapes", "count_outputs", "decode_box", "detect"),
}


def _refusing(right: Callable[..., Any]) -> Callable[..., Any]:
    def mutant(*args: Any, **kwargs: Any) -> Any:
        if any(isinstance(each, np.integer) for each in (*args, *kwargs.values())):
            raise TypeError("expected int")
        return right(*args, **kwargs)

    return mutant


@pytest.mark.parametrize(("number", "name"), [(number, name) for number, names in ASKED.items() for name in names])
def test_who_refuses_numpy_integers_loses_marks(number: str, name: str) -> None:
    assert is_caught(SUITES[number], name, _refusing)
