"""The numbers among the arguments of a call, those that say how large they are, and those that others make of them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from fcnkit.grading.examiner.check import Function

_MOST = 14


def quantities(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """The numbers in these arguments, by the code that gives each: `x`, `x.shape[0]`, `len(x)`."""
    found: dict[str, Any] = {}
    for name, value in arguments.items():
        if is_number(value):
            found[name] = value
        elif isinstance(value, np.ndarray):
            found.update({f"{name}.shape[{axis}]": side for axis, side in enumerate(value.shape)})
        elif isinstance(value, tuple | list) and value and all(map(is_number, value)):
            found.update({f"{name}[{index}]": number for index, number in enumerate(value[:4])})
            found |= {f"len({name})": len(value), f"sum({name})": sum(value), f"prod({name})": math.prod(value)}
        elif isinstance(value, tuple | list):
            found[f"len({name})"] = len(value)
            found.update(_of_columns(name, value))
    return dict(list(found.items())[:_MOST])


def _of_columns(name: str, rows: Sequence[Any]) -> Iterator[tuple[str, Any]]:
    """Sums and products of the first numbers of several tuples of one length, of the second ones and so on."""
    if not rows or not all(isinstance(row, tuple | list) and all(map(is_number, row)) for row in rows):
        return
    if len({len(row) for row in rows}) == 1:
        for index, column in enumerate(list(zip(*rows, strict=True))[:3]):
            yield f"sum({name}[i][{index}])", sum(column)
            yield f"prod({name}[i][{index}])", math.prod(column)


def answers_of(functions: Iterable[Function], name: str, arguments: Mapping[str, Any]) -> dict[str, Any]:
    """What other functions than the one of this name answer to some of its arguments, where all of them are numbers."""
    found: dict[str, Any] = {}
    for other in functions:
        if other.name != name and all(is_number(arguments.get(parameter)) for parameter in other.parameters):
            answer = other.oracle(*(arguments[parameter] for parameter in other.parameters))
            if is_number(answer):
                found[f"{other.name}({', '.join(other.parameters)})"] = answer
    return found


def is_number(value: Any) -> bool:
    """Whether it is one, and neither true nor false."""
    return isinstance(value, int | float | np.integer | np.floating) and not isinstance(value, bool)
