"""The numbers among the arguments of a call, and those that say how large they are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

_MOST = 12


def quantities(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """By what they are called, as code."""
    found: dict[str, Any] = {}
    for name, value in arguments.items():
        if is_number(value):
            found[name] = value
        elif isinstance(value, np.ndarray):
            found.update({f"{name}.shape[{axis}]": side for axis, side in enumerate(value.shape)})
        elif isinstance(value, tuple | list) and value and all(map(is_number, value)):
            found.update({f"{name}[{index}]": number for index, number in enumerate(value[:4])})
            found[f"len({name})"] = len(value)
        elif isinstance(value, tuple | list):
            found[f"len({name})"] = len(value)
    return dict(list(found.items())[:_MOST])


def is_number(value: Any) -> bool:
    """Whether it is one, and neither true nor false."""
    return isinstance(value, int | float | np.integer | np.floating) and not isinstance(value, bool)
