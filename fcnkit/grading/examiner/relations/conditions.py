"""Answers that are right for some arguments only: square, odd, of stride 1, for `valid`."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from operator import and_
from typing import Any

import numpy as np

from fcnkit.grading.examiner.relations.condition_texts import Way, told
from fcnkit.grading.examiner.relations.evidence import NO_ANSWER, Call, Evidence, Seen
from fcnkit.text import Text

ENOUGH = 2
"""Right and wrong answers that there must be of each."""
ACCIDENT = 0.05
"""How likely it may be that one of all the conditions that are tried agrees by chance."""

_MULTIPLE = "-multiple-"
_MADE = ("sum(", "prod(")
"""What the numbers of an argument make together says little when it is compared with others."""
Condition = tuple[str, Text, Callable[[Mapping[str, Any]], bool]]


@dataclass(frozen=True)
class Tried:
    """A condition, and which of the wrong and of the right answers' arguments meet it."""

    id: str
    when: Text
    wrong: tuple[bool, ...]
    right: tuple[bool, ...]
    among: tuple[int, int] | None = None
    """Among how many wrong and how many right answers it tells the right ones, where those are not all."""


def condition(evidence: Evidence) -> tuple[str, Text, Text] | None:
    """The condition under which answers are right: its id, and a name and a text for it."""
    if len(evidence.wrong) + len(evidence.raised) < ENOUGH or len(_right(evidence)) < ENOUGH:
        return None
    single = tried(evidence)
    accident = ACCIDENT / max(len(single), 1)  # with each word, as many are tried as without one
    best = _told(single, accident) or _told(both(single, evidence), accident)
    if best is None:
        return None
    way, found = best
    return f"{way}-{found.id}", *told(way, found.when)


def is_condition(id: str) -> bool:
    """Whether a relation of this id says when answers are right, which holds for errors, too."""
    return id.startswith(("only-", "mostly-"))


def _not_right(evidence: Evidence) -> list[Call]:
    return [*(seen.call for seen in evidence.wrong), *evidence.raised]


def _right(evidence: Evidence) -> list[Call]:
    """Those looked at as the wrong ones are: a check that looks at a part alone does not say that all is right."""
    looked_at = {call.function.compare for call in _not_right(evidence)}
    return [seen.call for seen in evidence.right if seen.call.function.compare in looked_at]


def tried(evidence: Evidence) -> list[Tried]:
    """All conditions that can be put to every call."""
    wrong, right = (
        [{**call.arguments, **call.quantities} for call in calls] for calls in (_not_right(evidence), _right(evidence))
    )
    found = []
    for id, when, holds in _conditions(evidence):
        with suppress(*NO_ANSWER):
            found.append(Tried(id, when, tuple(map(holds, wrong)), tuple(map(holds, right))))
    return found


def both(single: Sequence[Tried], evidence: Evidence) -> Iterator[Tried]:
    """Conditions on a word among the arguments and on something else, at the same time."""
    words = [name for name, value in _not_right(evidence)[0].arguments.items() if isinstance(value, str | bool)]
    of_words = [each for each in single if any(each.id.startswith(f"{name}-is-") for name in words)]
    for one in of_words:
        for other in single:
            if other not in of_words:
                ko = f"{one.when.ko.removesuffix('일 때')}이면서 {other.when.ko}"
                yield Tried(
                    f"{one.id}-{other.id}",
                    Text(ko=ko, en=f"{one.when.en} {other.when.en}"),
                    tuple(map(and_, one.wrong, other.wrong)),
                    tuple(map(and_, one.right, other.right)),
                    (sum(one.wrong), sum(one.right)),
                )


def _told(conditions: Iterable[Tried], accident: float) -> tuple[Way, Tried] | None:
    """Whether all right answers meet the condition or most, and which it is."""
    fitting = [each for each in conditions if not any(each.wrong) and not _is_accident(each, accident)]
    for each in fitting:
        if all(each.right):
            return "only", each
    for each in sorted(fitting, key=lambda each: (_MULTIPLE in each.id, -sum(each.right))):  # the plainest first
        if len(each.right) - sum(each.right) <= len(each.wrong):
            return "mostly", each
    return None


def _is_accident(tried: Tried, accident: float) -> bool:
    """Whether so many right answers might meet the condition, and no wrong one, though it means nothing."""
    wrong, right = tried.among or (len(tried.wrong), len(tried.right))
    return _chance(right + wrong, wrong, sum(tried.right)) > accident


def _chance(calls: int, wrong: int, meeting: int) -> float:
    """How likely it is that none of the wrong answers meets a condition that has nothing to do with them."""
    return math.comb(calls - meeting, wrong) / math.comb(calls, wrong)


def _conditions(evidence: Evidence) -> Iterator[Condition]:
    call = _not_right(evidence)[0]
    for name, value in call.arguments.items():
        if isinstance(value, str | bool):
            yield from _of_a_word(name, evidence.words(name))
        if isinstance(value, np.ndarray):
            yield from _of_an_array(name)
            if not any(map(_has_another_shape, evidence.wrong)):
                yield from _of_values(name)
        if isinstance(value, tuple | list):
            yield from _of_a_sequence(name)
    every = [call.quantities for call in (*_not_right(evidence), *_right(evidence))]
    names = [name for name in every[0] if all(name in each for each in every) and not name.startswith(_MADE)]
    for name in names:
        yield from _of_a_number(name)
    for one in names:
        for other in names:
            if one != other and not one.startswith("len("):
                yield from _of_two_numbers(one, other)


def _when(id: str, ko: str, en: str, holds: Callable[[Mapping[str, Any]], bool]) -> Condition:
    return id, Text(ko=ko, en=en), holds


def _of_a_word(name: str, words: Sequence[str | bool]) -> Iterator[Condition]:
    for value in words:
        code = f"`{name}={value!r}`"
        yield _when(
            f"{name}-is-{value}",
            f"{code}일 때",
            f"for {code}",
            lambda given, value=value: given[name] == value,  # type: ignore[misc]
        )


def _of_an_array(name: str) -> Iterator[Condition]:
    code = f"`{name}`"
    yield _when(
        f"{name}-one-cell",
        f"{code} 배열이 한 칸짜리일 때",
        f"where {code} has a single cell",
        lambda given: _sides(given[name]) == (1, 1),
    )
    yield _when(
        f"{name}-square",
        f"{code} 배열이 정사각형일 때",
        f"where {code} is square",
        lambda given: len(set(_sides(given[name]))) == 1,
    )
    yield _when(
        f"{name}-oblong",
        f"{code} 배열이 정사각형이 아닐 때",
        f"where {code} is not square",
        lambda given: len(set(_sides(given[name]))) == 2,
    )


def _of_values(name: str) -> Iterator[Condition]:
    code = f"`{name}`"
    yield _when(
        f"{name}-positive",
        f"{code} 배열에 음수가 없을 때",
        f"where {code} holds no negative number",
        lambda given: bool((given[name] >= 0).all()),
    )
    yield _when(
        f"{name}-integer",
        f"{code} 배열이 정수일 때",
        f"where {code} holds integers",
        lambda given: given[name].dtype.kind in "iu",
    )
    yield _when(
        f"{name}-float",
        f"{code} 배열이 실수일 때",
        f"where {code} holds floats",
        lambda given: given[name].dtype.kind == "f",
    )
    yield _when(
        f"{name}-zero", f"{code} 배열이 모두 0일 때", f"where {code} is all 0", lambda given: not given[name].any()
    )


def _has_another_shape(seen: Seen) -> bool:
    """Whether an array came whose shape is wrong already: the values of the arguments are not why."""
    return isinstance(seen.right, np.ndarray) and getattr(seen.got, "shape", None) != seen.right.shape


def _sides(array: Any) -> tuple[int, int]:
    """Rows and columns. Raises ValueError where they may be any of the axes: of images, or of kernels with channels."""
    if array.ndim > 3:
        raise ValueError("several axes that may be rows")
    rows, columns, *_ = array.shape
    return rows, columns


def _of_a_sequence(name: str) -> Iterator[Condition]:
    code = f"`{name}`"
    yield _when(
        f"{name}-one", f"{code} 항목이 하나일 때", f"where {code} has one entry", lambda given: len(given[name]) == 1
    )
    yield _when(
        f"{name}-alike",
        f"{code} 값이 모두 같을 때",
        f"where all of {code} is alike",
        lambda given: all(entry == given[name][0] for entry in given[name]),
    )
    yield _when(
        f"{name}-palindrome",
        f"{code} 값이 앞뒤로 같을 때",
        f"where {code} reads the same backwards",
        lambda given: list(given[name]) == list(given[name])[::-1],
    )
    for index in range(3):
        for value in (1, 0):
            yield _when(
                f"{name}-entries-{index}-{value}",
                f"{code} 모든 항목의 `[{index}]` 값이 {value}일 때",
                f"where `[{index}]` of every entry of {code} is {value}",
                lambda given, index=index, value=value: all(entry[index] == value for entry in given[name]),  # type: ignore[misc]
            )


def _of_a_number(name: str) -> Iterator[Condition]:
    code = f"`{name}`"

    def of(given: Mapping[str, Any]) -> Any:
        return given[name]

    for value in (1, 2, 3):
        yield _when(
            f"{name}-{value}",
            f"{code} 값이 {value}일 때",
            f"where {code} is {value}",
            lambda given, value=value: of(given) == value,  # type: ignore[misc]
        )
    yield _when(f"{name}-odd", f"{code} 값이 홀수일 때", f"where {code} is odd", lambda given: of(given) % 2 == 1)
    yield _when(f"{name}-even", f"{code} 값이 짝수일 때", f"where {code} is even", lambda given: of(given) % 2 == 0)
    yield _when(f"{name}-many", f"{code} 값이 2 이상일 때", f"where {code} is at least 2", lambda given: of(given) >= 2)
    yield _when(f"{name}-few", f"{code} 값이 3 이하일 때", f"where {code} is at most 3", lambda given: of(given) <= 3)
    yield _when(f"{name}-byte", f"{code} 값이 256보다 작을 때", f"where {code} is below 256", lambda g: of(g) < 256)


def _of_two_numbers(one: str, other: str) -> Iterator[Condition]:
    def both(given: Mapping[str, Any]) -> tuple[Any, Any]:
        return given[one], given[other]

    def compares(holds: Callable[[Any, Any], bool]) -> Callable[[Mapping[str, Any]], bool]:
        return lambda given: bool(holds(*both(given)))

    mine, theirs = f"`{one}`", f"`{other}`"
    if one < other:
        yield _when(
            f"{one}-equals-{other}",
            f"{mine} 값과 {theirs} 값이 같을 때",
            f"where {mine} equals {theirs}",
            compares(lambda a, b: a == b),
        )
    yield _when(
        f"{one}-up-to-{other}",
        f"{mine} 값이 {theirs} 값보다 크지 않을 때",
        f"where {mine} is at most {theirs}",
        compares(lambda a, b: a <= b),
    )
    yield _when(
        f"{one}-below-{other}",
        f"{mine} 값이 {theirs} 값보다 작을 때",
        f"where {mine} is below {theirs}",
        compares(lambda a, b: a < b),
    )
    yield _when(
        f"{one}-multiple-{other}",
        f"{mine} 값이 {theirs} 값으로 나누어떨어질 때",
        f"where {theirs} divides {mine}",
        compares(lambda a, b: a % b == 0),
    )
