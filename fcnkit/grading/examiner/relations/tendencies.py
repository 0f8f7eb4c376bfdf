"""Answers that lie to one side of the right ones each time: too large, too small, with too many rows."""

from __future__ import annotations

import math
import operator
from typing import Any

import numpy as np

from fcnkit.grading.examiner.relations.evidence import Evidence
from fcnkit.grading.examiner.relations.quantities import is_number
from fcnkit.text import Text

ENOUGH = 3
"""Wrong answers that there must be."""

_LARGER = (
    Text(ko="늘 맞는 값보다 큼", en="Always too large"),
    Text(ko="틀린 값은 모두 맞는 값보다 큽니다.", en="Every wrong answer is larger than the right one."),
)
_SMALLER = (
    Text(ko="늘 맞는 값보다 작음", en="Always too small"),
    Text(ko="틀린 값은 모두 맞는 값보다 작습니다.", en="Every wrong answer is smaller than the right one."),
)
_SMALL = (
    Text(ko="결과가 맞는 것보다 작음", en="The result too small"),
    Text(
        ko="틀린 결과는 모두 맞는 결과보다 작습니다. 행이 모자라거나 열이 모자랍니다.",
        en="Every wrong result is smaller than the right one: now rows are missing, now columns.",
    ),
)
_LARGE = (
    Text(ko="결과가 맞는 것보다 큼", en="The result too large"),
    Text(
        ko="틀린 결과는 모두 맞는 결과보다 큽니다. 행이 남거나 열이 남습니다.",
        en="Every wrong result is larger than the right one: now there are too many rows, now too many columns.",
    ),
)
_BY_ONE = (
    Text(ko="틀릴 때는 꼭 1만큼 다름", en="Off by one where it is wrong"),
    Text(
        ko="틀린 값은 모두 맞는 값과 꼭 1만큼 다릅니다. 나눗셈의 올림과 내림(`//`, `math.ceil`, `round`)을 확인해 "
        "보세요.",
        en="Every wrong answer is off by exactly 1. Check whether divisions round up or down (`//`, `math.ceil`, "
        "`round`).",
    ),
)
_NOT_DOWN = (
    Text(ko="소수 부분을 버리지 않음", en="Fractions not cut off"),
    Text(
        ko="틀린 값은 모두 소수 부분을 버리면 맞는 값이 됩니다. 나눌 때 `/` 대신 `//`를 쓰거나 마지막에 `int(...)`로 "
        "바꾸세요.",
        en="Every wrong answer becomes right without its fraction. Divide by `//` instead of `/`, or turn it into an "
        "integer by `int(...)` at the end.",
    ),
)
_NOT_UP = (
    Text(ko="올림하지 않음", en="Fractions not rounded up"),
    Text(
        ko="틀린 값은 모두 올림하면 맞는 값이 됩니다. `math.ceil(...)`이나 `-(-a // b)`를 쓰세요.",
        en="Every wrong answer becomes right if it is rounded up: by `math.ceil(...)`, or as `-(-a // b)`.",
    ),
)
_REAL = (float, np.floating)
_AXES = (("행", "rows"), ("열", "columns"), ("채널", "channels"))


def tendency(evidence: Evidence) -> tuple[str, Text, Text] | None:
    """To which side all that is wrong lies: an id, and a name and a text for it."""
    pairs = [(seen.got, seen.right) for seen in evidence.wrong]
    if len(pairs) < ENOUGH:
        return None
    if all(isinstance(right, np.ndarray) and _is_array_like(got, right) for got, right in pairs):
        return _of_shapes([(got.shape, right.shape) for got, right in pairs])
    if all(is_number(got) and is_number(right) for got, right in pairs):
        if _are_fractions(pairs):
            return None  # 3.0 in place of 3 is too large by nothing
        if all(abs(got - right) == 1 for got, right in pairs):
            return "off-by-one", *_BY_ONE
        if all(got > right for got, right in pairs):
            return "too-large", *_LARGER
        if all(got < right for got, right in pairs):
            return "too-small", *_SMALLER
    return None


def fraction_left(evidence: Evidence) -> tuple[str, Text, Text] | None:
    """Whether all that is wrong, where integers are asked for, only lacks to be rounded down, or up."""
    pairs = [(seen.got, seen.right) for seen in evidence.wrong]
    if len(pairs) < ENOUGH or not _are_fractions(pairs) or not all(math.isfinite(got) for got, _ in pairs):
        return None
    if all(math.floor(got) == right for got, right in pairs):
        return "fraction-left", *_NOT_DOWN
    return ("fraction-not-rounded-up", *_NOT_UP) if all(math.ceil(got) == right for got, right in pairs) else None


def _are_fractions(pairs: list[tuple[Any, Any]]) -> bool:
    """Whether numbers with a fraction came where integers are asked for."""
    if not all(is_number(got) and is_number(right) for got, right in pairs):
        return False
    return any(isinstance(got, _REAL) for got, _ in pairs) and not any(isinstance(right, _REAL) for _, right in pairs)


def _to_one_side(pairs: list[tuple[tuple[int, ...], tuple[int, ...]]]) -> tuple[str, Text, Text] | None:
    """Now along this axis and now along that one."""
    if all(got != right and all(map(operator.le, got, right)) for got, right in pairs):
        return "size-small", *_SMALL
    if all(got != right and all(map(operator.ge, got, right)) for got, right in pairs):
        return "size-large", *_LARGE
    return None


def _is_array_like(got: Any, right: Any) -> bool:
    return isinstance(got, np.ndarray) and got.ndim == right.ndim and got.ndim <= len(_AXES)


def _of_shapes(pairs: list[tuple[tuple[int, ...], tuple[int, ...]]]) -> tuple[str, Text, Text] | None:
    axes = range(len(pairs[0][0]))
    more = [axis for axis in axes if all(len(got) > axis and got[axis] > right[axis] for got, right in pairs)]
    fewer = [axis for axis in axes if all(len(got) > axis and got[axis] < right[axis] for got, right in pairs)]
    if not more and not fewer:
        return _to_one_side(pairs)
    parts = [(axis, "많습니다", "too many") for axis in more] + [(axis, "적습니다", "too few") for axis in fewer]
    ko = " ".join(f"{_AXES[axis][0]}의 수가 늘 {end}." for axis, end, _ in parts)
    en = ", and ".join(f"{few} {_AXES[axis][1]}" for axis, _, few in parts)
    name = Text(ko="결과의 크기가 늘 한쪽으로 어긋남", en="The result always too large or too small")
    id = "-".join(f"{few.split()[1]}-{_AXES[axis][1]}" for axis, _, few in parts)
    return f"size-{id}", name, Text(ko=f"틀린 결과는 {ko}", en=f"Every wrong result has {en}.")
