"""What a hidden suite is written with: cases, functions under test, and the `check` decorator.

A suite's test looks like this::

    @check("q3", points=6, title=Text(ko="겹치는 곳은 더합니다.", en="Where stamps overlap, they are added."))
    def test_overlaps(student: Student) -> None:
        student.agrees(TRANSPOSED_CONV2D, [case(x, kernel, stride=1)])
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import pytest

from fcnkit.text import Text

Test = TypeVar("Test", bound=Callable[..., None])

Compare = Callable[[object, object], Text | None]
"""`compare(got, expected)`: None when the answer is right, else what is wrong with it.

The text must not tell expected values or hidden inputs.
"""


@dataclass(frozen=True)
class Case:
    """The arguments of one call."""

    args: tuple[Any, ...]
    kwargs: dict[str, Any]


def case(*args: Any, **kwargs: Any) -> Case:
    """Arguments written as in a call: `case(x, kernel, stride=2)`."""
    return Case(args, kwargs)


@dataclass(frozen=True, eq=False)  # arrays in the example have no one truth value
class Function:
    """A function that students write: how to know the right answer, and how to compare.

    `oracle` takes the same arguments and must be independent of the shipped solution. `example` is a
    *public* call: where a check on this function fails, the feedback page shows this call's answer
    against the oracle's, never a hidden input.
    """

    name: str
    oracle: Callable[..., Any]
    compare: Compare
    example: Case


@dataclass(frozen=True, eq=False)  # as above
class Variable:
    """A variable that students set: the right value, and how to compare.

    Where students get a dict with its keys, `expected` holds the right value under every key that may be handed out,
    and `compare` judges one value.
    """

    name: str
    expected: Any
    compare: Compare


def check(question: str, *, points: float, title: Text) -> Callable[[Test], Test]:
    """Mark a test as a hidden check worth `points` of `question`; `title` is what students read."""
    return pytest.mark.check(question=question, points=points, title=title)
