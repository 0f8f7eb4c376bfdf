"""What a hidden suite is written with: cases, functions under test, and the `check` decorator.

A suite's test looks like this::

    @check("q3", points=6, title=Text(ko="겹치는 곳은 더합니다.", en="Where stamps overlap, they are added."))
    def test_overlaps(student: Student) -> None:
        student.assert_matches(TRANSPOSED_CONV2D, cases.overlaps)
"""

from __future__ import annotations

import copy
import inspect
import math
import tempfile
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Literal, TypeVar

import numpy as np

from fcnkit.grading.examiner.model_runner import ReturnedModel
from fcnkit.grading.examiner.same_mistake import are_values, but_for_rounding, without_common_nan
from fcnkit.grading.protocol import File
from fcnkit.text import Text

Test = TypeVar("Test", bound=Callable[..., None])

_signature = lru_cache(inspect.signature)

_UNCHANGING = frozenset({int, float, bool, str, type(None)})
"""Kinds of values that need no copy."""

Compare = Callable[[object, object], Text | None]
"""`compare(got, expected)`: None when the answer is right, else what is wrong with it.

The text must not tell expected values or hidden inputs.
"""


@dataclass(frozen=True)
class Case:
    """The arguments of one call. Of those of `fcnkit.grading.protocol`, a `File` is passed as its path, a `Model` as a
    Keras model, and an `Input`, the first argument, as a Keras tensor."""

    args: tuple[Any, ...]
    kwargs: dict[str, Any]
    seed: int = 0
    """Where a model comes back: draws what it is tried on."""
    _answers: dict[tuple[Callable[..., Any], bool], Any] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def answer(self, function: Callable[..., Any], *, in_place: bool = False) -> Any:
        """As `call`, but called only once, however often it is asked: what comes is to be left as it is."""
        asked = function, in_place
        if asked not in self._answers:
            self._answers[asked] = self.call(function, in_place=in_place)
        return self._answers[asked]

    def call(self, function: Callable[..., Any], *, in_place: bool = False) -> Any:
        """What `function`, one of ours, returns, or leaves in its first argument; it gets copies of the arguments."""
        with ExitStack() as files:
            args = [_by_path(value, files) for value in self.args]
            returned = function(*args, **{name: _by_path(value, files) for name, value in self.kwargs.items()})
            return args[0] if in_place else returned


def _by_path(value: Any, files: ExitStack) -> Any:
    if isinstance(value, np.ndarray):
        return value.copy(order="K")  # as deepcopy does, and much faster
    if type(value) in _UNCHANGING:
        return value
    if not isinstance(value, File):
        return copy.deepcopy(value)
    path = Path(files.enter_context(tempfile.TemporaryDirectory())) / value.name
    path.write_bytes(value.content)
    return str(path)


def case(*args: Any, **kwargs: Any) -> Case:
    """Arguments written as in a call: `case(x, kernel, stride=2)`."""
    return Case(args, kwargs)


@dataclass(frozen=True)
class Property:
    """Something that can be the matter with a model."""

    id: str
    name: Text
    """A few words, for the class report."""
    says: Callable[..., Text | None]
    """`says(facts, *args)`: a sentence or two to the student where the model has it, else nothing."""


@dataclass(frozen=True)
class Look:
    """What a check looks at where a function returns a Keras model.

    `measure` finds out plain facts, which `Misconception.signs` get, too; `theme` picks what is compared with the
    oracle's answer and shown.
    """

    measure: Callable[[ReturnedModel, Case], Any]
    theme: Callable[[Any], Any]
    properties: tuple[Property, ...] = ()
    """What may be the matter, the most telling first: told where all wrong models have it, and no right one has."""


@dataclass(frozen=True, eq=False)  # arrays in the example have no one truth value
class Function:
    """A function that students write: how to know the right answer, and how to compare.

    `oracle` takes the same arguments and must be independent of the shipped solution. A student's later functions may
    ask it, too, with any plain data: it opens and runs nothing that it is given. `example` is a *public* call: where a
    check on this function fails and its answer is wrong here, too, the feedback page shows it against the oracle's;
    else that to another public input, drawn from the suite's themes; never a hidden one.
    """

    name: str
    oracle: Callable[..., Any]
    compare: Compare
    example: Case
    look: Look | None = None
    """For a function that returns a Keras model, which itself cannot be compared."""
    in_place: bool = False
    """Whether the answer is what a call leaves in its first argument, instead of what it returns."""
    believed: Compare | None = None
    """How to tell that a misconception led to the answer, where `compare` sees too little of it; else by `compare`."""

    def in_form(self, compare: Compare) -> Function:
        """The same function where a check looks at the form of its answer alone: a misconception is known by all."""
        whole = self.compare
        return replace(self, compare=compare, believed=lambda got, belief: compare(got, belief) or whole(got, belief))

    def comes_of(self, belief: Any, got: Any, case: Case) -> bool:
        """Whether somebody who takes `belief` for right answers `got`; NaN, the mean of nothing, is like NaN."""
        if isinstance(got, float) and isinstance(belief, float) and math.isnan(got) and math.isnan(belief):
            return True
        got, belief = without_common_nan(got, belief)
        problem = (self.believed or self.compare)(got, belief)
        if not are_values(problem):
            return problem is None
        return but_for_rounding(got, belief, case.answer(self.oracle, in_place=self.in_place))

    def arguments(self, case: Case) -> dict[str, Any]:
        """The arguments of a call by their names, whether it gives them by position, by name or not at all."""
        bound = _signature(self.oracle).bind(*case.args, **case.kwargs)
        bound.apply_defaults()
        return bound.arguments

    @cached_property
    def public_arguments(self) -> Mapping[str, Any]:
        """The arguments of the public example by their names."""
        return self.arguments(self.example)

    @property
    def parameters(self) -> Mapping[str, inspect.Parameter]:
        return _signature(self.oracle).parameters

    def given(self, case: Case) -> frozenset[str]:
        """The names of the arguments that a call does not leave out."""
        return frozenset(_signature(self.oracle).bind(*case.args, **case.kwargs).arguments)

    def difference(self, case: Case, got: Any) -> Text | None:
        """What is wrong with the answer `got`, or with the facts about a model; None when nothing is."""
        return self.compare(self.shown(got), case.answer(self.oracle, in_place=self.in_place))

    def shown(self, got: Any) -> Any:
        """The part of an answer that is compared and can be shown."""
        return got if self.look is None else self.look.theme(got)


@dataclass(frozen=True, eq=False)  # as above
class Variable:
    """A variable that students set: the right value, and how to compare.

    Where students get a dict with its keys, `expected` holds the right value under every key that may be handed out,
    and `compare` judges one value.
    """

    name: str
    expected: Any
    compare: Compare
    beliefs: Mapping[str, Any] | None = None
    """What each misconception leads to, by its id, where that depends on the draw that the notebook holds."""
    believed: Compare | None = None
    """How to tell that a misconception led to the value, where `compare` sees too little of it; else by `compare`."""
    remark: Compare | None = None
    """What to say of a right value that is written as another kind than it should be; nothing of most."""


Easy = Literal["form", "case"]
"""Why an answer that has nothing of what the question is about can meet a check: it asks for a form, such as a type, or
its cases are those in which wrong ideas agree with the right one."""


def check(question: str, *, points: float, title: Text, easy: Easy | None = None) -> Callable[[Test], Test]:
    """Mark a test as a hidden check worth `points` of `question`; `title` is what students read.

    An easy check counts only if another one of its function passes; a form check also counts if a misconception, one
    that keeps the form, explains the failures.
    """
    import pytest  # noqa: PLC0415  # misconceptions are imported where no check ever runs

    return pytest.mark.check(question=question, points=points, title=title, easy=easy)
