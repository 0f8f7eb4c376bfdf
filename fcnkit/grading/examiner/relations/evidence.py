"""What a question's checks have seen of one function: every call, the right answer, and what came instead."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from typing import Any

import numpy as np

from fcnkit.grading.examiner.check import Case, Function
from fcnkit.grading.examiner.message_words import MAX_INDEX
from fcnkit.grading.examiner.relations.positions import EACH, Place, Run, places
from fcnkit.grading.examiner.relations.quantities import answers_of, quantities
from fcnkit.grading.examiner.replies import Raise
from fcnkit.grading.protocol import Model, Opaque, RefusedValue
from fcnkit.text import Text

NO_ANSWER = (ValueError, TypeError, LookupError, ArithmeticError, AttributeError)
"""What a wrong idea may raise for arguments, or values, that it was not made for."""
TELLING = 3
"""Different numbers that the wrong answers should have held: fewer may agree with anything."""
SOON_DONE = 100
"""Whatever an argument means, an oracle has soon done with such a number."""
KEPT = 1 << 20
"""Bytes of a wrong answer: a larger one is compared when it comes, and not kept."""


@dataclass(frozen=True, eq=False)  # arrays have no one truth value
class Call:
    """One call of a student's function that a check made."""

    function: Function
    case: Case
    got: Any
    """The answer where it is wrong, else nothing; of a model always the facts that a check looked at."""
    problem: Text | None
    """What is wrong with it."""
    check: str = ""
    of_form: bool = False
    """Whether the check is about the form of answers alone, such as their type."""
    raised: Raise | None = None
    """What the function raised instead of answering."""

    def compared_with(self, answer: Callable[..., Any]) -> tuple[bool, bool]:
        """Whether `answer`, one of ours, gives what came, and whether it is right here."""
        try:
            function = self.function
            given = self.case.answer(answer, in_place=function.in_place)
            came = self.right if self.problem is None else self.got
            return function.comes_of(given, came, self.case), function.compare(given, self.right) is None
        except NO_ANSWER:
            return False, False

    @cached_property
    def right(self) -> Any:
        return self.case.answer(self.function.oracle, in_place=self.function.in_place)

    @cached_property
    def arguments(self) -> Mapping[str, Any]:
        """By name, those left out with their defaults."""
        return self.function.arguments(self.case)

    @cached_property
    def given(self) -> frozenset[str]:
        """The names of the arguments that the call does not leave out."""
        return self.function.given(self.case)

    @cached_property
    def quantities(self) -> Mapping[str, Any]:
        """Numbers that the arguments are or have."""
        return quantities(self.arguments)


@dataclass(frozen=True, eq=False)
class Seen:
    """A call as relations look at it: the answer as a whole, or one side of it such as its shape."""

    call: Call
    right: Any
    got: Any
    is_wrong: bool
    is_alike: Callable[[Any, Any], bool]
    side: Callable[[Any], Any] = lambda answer: answer
    answers: Mapping[str, Any] = field(default_factory=dict)
    """Numbers that other functions should answer to the same arguments, by what such a call is in code."""
    largest: Mapping[str, float] = field(default_factory=dict)
    """The largest value that was tried for each argument that is a number: an oracle may take long for more."""

    @property
    def arguments(self) -> Mapping[str, Any]:
        return self.call.arguments

    @cached_property
    def quantities(self) -> Mapping[str, Any]:
        """Numbers that the arguments are or have, and that other functions of the assignment make of them."""
        return {**self.call.quantities, **self.answers}

    def came(self, value: Any) -> bool:
        """Whether it is `value` that came; where the answer is right, whether `value` is.

        Nothing but zeros is that exactly: to a comparison that allows a little, something small is the same.
        """
        return self._is_zero == _is_zero(value) and self.is_alike(self._came, value)

    @property
    def _came(self) -> Any:
        return self.got if self.is_wrong else self.right

    @cached_property
    def _is_zero(self) -> bool:
        return _is_zero(self._came)

    def right_for(self, **changed: Any) -> Any:
        """The right answer to the same call with other arguments."""
        for name, value in changed.items():
            if _magnitude(value) > max(self.largest.get(name, 0.0), SOON_DONE):
                raise ValueError("larger than any that was tried")
        case = Case(tuple({**self.arguments, **changed}.values()), {})
        try:
            return self.side(case.call(self.call.function.oracle, in_place=self.call.function.in_place))
        except Exception as error:  # nonsense was passed, and an oracle may say so in any way
            raise ValueError("no answer") from error


class Evidence:
    """All calls of one function whose answers can be compared."""

    def __init__(self, seen: Sequence[Seen], known: Iterable[Function] = (), raised: Iterable[Call] = ()) -> None:
        """`known`: functions whose public examples say which words may be told."""
        self.raised = list(raised)
        """Calls without an answer: they are as wrong as others, but have nothing that could be compared."""
        self.seen = seen
        """In the order of the calls."""
        self.known = list(known)
        self.wrong = sorted((each for each in seen if each.is_wrong), key=lambda each: size(each.arguments))
        """The smallest first: a guess that fails for it need not be tried on others."""
        self.right = [each for each in seen if not each.is_wrong]

    @property
    def is_telling(self) -> bool:
        """Whether there is enough that an agreement is no accident."""
        numbers = {number for seen in self.wrong for number in numbers_in(seen.right)}
        return len(numbers) >= (TELLING if len(self.wrong) > 1 else 2 * TELLING)

    def where(self, name: str, word: str | bool) -> Evidence:
        """What was seen of calls in which this argument was that word."""
        return Evidence([seen for seen in self.seen if seen.arguments[name] == word], self.known)

    def words(self, name: str) -> list[str | bool]:
        """Those that the argument had and that may be told: true and false, and texts of public examples."""
        values = {seen.arguments[name] for seen in self.seen if isinstance(seen.arguments[name], str | bool)}
        return sorted(value for value in values if isinstance(value, bool) or value in self._public_words)

    @cached_property
    def _public_words(self) -> set[str]:
        arguments = [function.arguments(function.example) for function in self.known]
        return {value for each in arguments for value in each.values() if isinstance(value, str)}

    def places(self, right: Any) -> Iterator[Place]:
        """Those in answers like `right` that may be told: keys are, where a public example's answer has them."""
        for place in places(right):
            if all(_is_index(part) or part in self._public_keys for part in place):
                yield place

    @cached_property
    def _public_keys(self) -> set[Any]:
        functions = {seen.call.function for seen in self.seen}
        answers = [function.example.call(function.oracle, in_place=function.in_place) for function in functions]
        return {part for answer in answers for place in places(answer) for part in place}

    def bears_out(self, makes: Callable[[Seen], Any]) -> bool:
        """Whether it equals every call's answer."""
        try:
            return all(seen.came(makes(seen)) for seen in chain(self.wrong, self.right))
        except NO_ANSWER:
            return False


def evidence(calls: Sequence[Call], known: Iterable[Function]) -> Evidence:
    """Evidence from the answers themselves; see `Evidence`."""
    largest: dict[str, float] = {}
    for call in calls:
        for name, value in call.arguments.items():
            largest[name] = max(_magnitude(value), largest.get(name, 0.0))
    others = list(known)
    named = list({each.name: each for each in others if each.look is None}.values())
    answered = [_seen(call, named, largest) for call in calls if call.raised is None and _is_judgeable(call)]
    ran = (call for call in calls if call.raised is not None and not call.raised.is_unfit)
    return Evidence(answered, others, ran)


def shapes(whole: Evidence) -> Evidence:
    """Evidence from the arrays' shapes alone."""
    arrays = [s for s in (*whole.wrong, *whole.right) if type(s.right) is np.ndarray]
    if len(arrays) < len(whole.wrong) + len(whole.right) or not all(type(s.got) is np.ndarray for s in whole.wrong):
        return Evidence([])
    return Evidence([_shape(seen) for seen in arrays], whole.known)


def numbers_in(value: Any) -> set[Any]:
    """The different numbers that an answer of ours holds; of an array the lengths of its axes, too."""
    if isinstance(value, np.ndarray):
        return set(value.ravel().tolist()) | set(enumerate(value.shape))
    if isinstance(value, dict):
        return {number for entry in value.values() for number in numbers_in(entry)}
    if isinstance(value, list | tuple):
        return {number for entry in value for number in numbers_in(entry)}
    return {value} if isinstance(value, int | float | np.generic) else set()


def size_in_bytes(value: Any) -> int:
    """Bytes, about, of an answer that came in a reply, which is nested no deeper than those may be."""
    if isinstance(value, np.ndarray):
        return value.nbytes
    if isinstance(value, dict):
        return sum(size_in_bytes(entry) for pair in value.items() for entry in pair)
    if isinstance(value, list | tuple):
        return sum(map(size_in_bytes, value))
    return len(value) if isinstance(value, str) else 32


def _is_index(part: Any) -> bool:
    return part is EACH or isinstance(part, Run) or (type(part) is int and 0 <= part < MAX_INDEX)


def _magnitude(value: Any) -> float:
    """Magnitude of a number; 0 for anything else."""
    return abs(float(value)) if isinstance(value, int | float | np.integer | np.floating) else 0.0


def _is_judgeable(call: Call) -> bool:
    return call.function.compare(call.right, call.right) is None  # else the oracle gives several right answers at once


def size(arguments: Any) -> float:
    if isinstance(arguments, np.ndarray):
        return arguments.size
    if isinstance(arguments, Mapping):
        return sum(map(size, arguments.values()))
    if isinstance(arguments, list | tuple):
        return 1 + sum(map(size, arguments))
    return abs(float(arguments)) if isinstance(arguments, int | float | np.number) else 1


def _seen(call: Call, known: Sequence[Function], largest: Mapping[str, float]) -> Seen:
    def is_alike(value: Any, other: Any) -> bool:
        return call.function.compare(value, other) is None

    def is_never_alike(_: Any, __: Any) -> bool:
        return False

    is_data = not isinstance(call.got, Opaque | Model | RefusedValue)
    is_wrong = call.problem is not None
    alike = is_alike if is_data or not is_wrong else is_never_alike
    answers = answers_of(known, call.function.name, call.arguments)
    return Seen(call, call.right, call.got, is_wrong, alike, answers=answers, largest=largest)


def _shape(seen: Seen) -> Seen:
    right = tuple(seen.right.shape)
    got = tuple(seen.got.shape) if seen.is_wrong else right
    return replace(
        seen, right=right, got=got, is_wrong=got != right, is_alike=_equal, side=lambda answer: tuple(np.shape(answer))
    )


def _is_zero(value: Any) -> bool:
    return isinstance(value, np.ndarray) and value.dtype.kind in "biuf" and not value.any()


def _equal(one: Any, other: Any) -> bool:
    return type(one) is type(other) and one == other
