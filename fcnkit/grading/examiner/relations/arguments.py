"""Answers that are right for other arguments (one ignored, two swapped, one turned), or to another question."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from inspect import Parameter
from itertools import combinations
from typing import Any

import numpy as np

from fcnkit.grading.examiner.check import Function
from fcnkit.grading.examiner.relations.evidence import Evidence, Seen
from fcnkit.grading.examiner.relations.relation import Relation
from fcnkit.grading.examiner.relations.turned import HOWS
from fcnkit.text import Text


def _put(said: Text, **parts: Text) -> Text:
    """With some of its fields filled, and the others left for later."""
    for field, part in parts.items():
        said = Text(ko=said.ko.replace(f"{{{field}}}", part.ko), en=said.en.replace(f"{{{field}}}", part.en))
    return said


_IGNORED = (
    Text(ko="`{name}`의 값을 쓰지 않음", en="`{name}` ignored"),
    Text(
        ko="`{name}` 값이 무엇이든 `{value}`일 때의 답이 나옵니다. `{name}` 값을 계산에 쓰는지 확인해 보세요.",
        en="it is the answer for `{name}={value}`, whatever `{name}` is. Check that your code uses `{name}`.",
    ),
)
_FIXED = (
    _IGNORED[0],
    Text(
        ko="`{name}` 값이 무엇이든 어느 한 값일 때의 답이 나옵니다. "
        "`{name}` 값을 직접 적어 두지 않았는지 확인해 보세요.",
        en="it is the answer for one and the same `{name}`, whatever `{name}` is. Is a value written out in its place?",
    ),
)
"""A value that is among the hidden cases is not told."""
_DEFAULT = (
    Text(ko="`{name}`의 기본값이 다름", en="Another default for `{name}`"),
    Text(
        ko="`{name}` 값을 주지 않으면 `{value}`일 때의 답이 나옵니다. "
        "`def` 줄에 적은 기본값이 문제와 같은지 확인해 보세요.",
        en="where `{name}` is left out, it is the answer for `{name}={value}`. Is the default in your `def` line the "
        "one that the question gives?",
    ),
)
_CONFUSED = (
    Text(ko="`{name}`의 두 값이 서로 바뀜", en="The two values of `{name}` confused"),
    Text(
        ko="`{name}={one}`일 때 `{other}`의 답이, `{other}`일 때 `{one}`의 답이 나옵니다. 조건이 거꾸로 되지 않았는지 "
        "살펴보세요.",
        en="for `{name}={one}` it is the answer for `{other}`, and the other way round. Is a condition the wrong way "
        "round?",
    ),
)
_SWAPPED = (
    Text(ko="`{one}` 인자와 `{other}` 인자가 바뀜", en="`{one}` and `{other}` swapped"),
    Text(
        ko="`{one}` 자리와 `{other}` 자리를 서로 바꾸었을 때의 답입니다. 두 인자를 바꾸어 쓴 곳을 찾아보세요.",
        en="it is the answer with `{one}` and `{other}` swapped. Look where one is used for the other.",
    ),
)
_SAME = (
    Text(ko="`{one}` 자리에도 `{other}` 값을 씀", en="`{other}` used for `{one}`, too"),
    Text(
        ko="`{one}` 자리에도 `{other}` 값을 썼을 때의 답입니다.",
        en="it is the answer with `{other}` in the place of `{one}`, too.",
    ),
)
_OTHER = (
    Text(ko="`{name}`: {how_name}", en="`{name}` {how_name}"),
    Text(
        ko="{how}의 답입니다. `{name}` 값을 다루는 곳을 살펴보세요.",
        en="it is the answer {how}. Look at what your code does with `{name}`.",
    ),
)
_EARLIER = (
    Text(ko="다른 문제의 답(`{name}`)", en="The answer to another question (`{name}`)"),
    Text(
        ko="같은 인자로 `{name}` 함수가 돌려줄 답입니다. 어느 문제의 식인지 확인해 보세요.",
        en="it is what `{name}` should return for these arguments. Check which question the formula belongs to.",
    ),
)
_HOWS = [(id, change, _put(_OTHER[0], how_name=name), _put(_OTHER[1], how=how)) for id, change, name, how in HOWS]
"""What is said of each, with only the argument's name to be filled in."""
_CONSTANTS = (1, 0, 2, 3)
_MOST_SEEN = 8
ENOUGH = 2
"""Calls with a default written out, among which a wrong default does not show."""


def relations(evidence: Evidence, others: Iterable[Function]) -> Iterator[Relation]:
    """Guesses about the arguments; `others` are the functions of the other questions."""
    parameters = evidence.wrong[0].call.function.parameters
    for name, parameter in parameters.items():
        yield from _left_out(name, parameter, evidence)
    for name, parameter in parameters.items():
        yield from _ignored(name, parameter, evidence)
        yield from _confused(name, evidence)
    for one, other in combinations(parameters, 2):
        yield _relation(f"swapped-{one}-{other}", _SWAPPED, _swapping(one, other), one=one, other=other)
        yield _relation(f"same-{one}-{other}", _SAME, _copying(one, other), one=one, other=other)
        yield _relation(f"same-{other}-{one}", _SAME, _copying(other, one), one=other, other=one)
    for name in parameters:
        for id, change, how_name, how in _HOWS:
            yield _relation(f"{id}-{name}", (how_name, how), _changing(name, change), name=name)
    yield from _of_other_questions(evidence, others)


def _relation(id: str, said: tuple[Text, Text], makes: Callable[[Seen], Any], **values: object) -> Relation:
    return Relation(f"arguments-{id}", said, makes, values)


def _left_out(name: str, parameter: Parameter, evidence: Evidence) -> Iterator[Relation]:
    """The answer for another value where the argument is not given, and a right one where it is."""
    if parameter.default is not Parameter.empty:
        near = (parameter.default + 1, parameter.default - 1) if type(parameter.default) is int else ()
        for value in (*_values(name, parameter, evidence), *near):
            if value != parameter.default:
                makes = _unless_given(name, value, evidence)
                yield _relation(f"default-{name}-{value!r}", _DEFAULT, makes, name=name, value=repr(value))


def _unless_given(name: str, value: Any, evidence: Evidence) -> Callable[[Seen], Any]:
    """Told only where calls that write out the default show that it is not this value that goes wrong."""
    default = evidence.wrong[0].call.function.parameters[name].default
    written_out = sum(name in seen.call.given and seen.arguments[name] == default for seen in evidence.seen)

    def makes(seen: Seen) -> Any:
        if written_out < ENOUGH:
            raise ValueError("too few to tell")
        return seen.right if name in seen.call.given else seen.right_for(**{name: value})

    return makes


def _values(name: str, parameter: Parameter, evidence: Evidence) -> list[Any]:
    """Those that an argument may be taken for, and that may be told: its default first, and none twice."""
    kinds = {type(seen.arguments[name]) for seen in evidence.wrong}
    values: list[Any] = [] if parameter.default is Parameter.empty else [parameter.default]
    if kinds <= {int, float} | {kind for kind in kinds if issubclass(kind, np.number)}:
        values += _CONSTANTS
    if kinds == {str}:
        values += evidence.words(name)
    if kinds == {bool}:
        values += [True, False]
    known: list[Any] = []
    for value in values:
        if not any(type(value) is type(other) and value == other for other in known):
            known.append(value)
    return known


def _confused(name: str, evidence: Evidence) -> Iterator[Relation]:
    """Two words that are each taken for the other."""
    words = evidence.words(name) if isinstance(evidence.wrong[0].arguments[name], str) else []
    if len(words) == 2:
        one, other = words
        others = {one: other, other: one}
        yield _relation(
            f"confused-{name}",
            _CONFUSED,
            lambda seen: seen.right_for(**{name: others[seen.arguments[name]]}),
            name=name,
            one=repr(one),
            other=repr(other),
        )


def _ignored(name: str, parameter: Parameter, evidence: Evidence) -> Iterator[Relation]:
    kinds = {type(seen.arguments[name]) for seen in evidence.wrong}
    values = _values(name, parameter, evidence)
    for value in values:
        makes = _with(name, value)
        yield _relation(f"ignored-{name}-{value!r}", _IGNORED, makes, name=name, value=repr(value))
    if values or kinds <= {tuple, list}:
        given = {repr(seen.arguments[name]): seen.arguments[name] for seen in evidence.seen}
        for value in list(given.values())[:_MOST_SEEN]:
            yield _relation(f"ignored-{name}", _FIXED, _with(name, value), name=name)


def _with(name: str, value: Any) -> Callable[[Seen], Any]:
    return lambda seen: seen.right_for(**{name: value})


def _swapping(one: str, other: str) -> Callable[[Seen], Any]:
    return lambda seen: seen.right_for(**{one: seen.arguments[other], other: seen.arguments[one]})


def _copying(one: str, other: str) -> Callable[[Seen], Any]:
    return lambda seen: seen.right_for(**{one: seen.arguments[other]})


def _changing(name: str, change: Callable[[Any], Any]) -> Callable[[Seen], Any]:
    return lambda seen: seen.right_for(**{name: change(seen.arguments[name])})


def _of_other_questions(evidence: Evidence, others: Iterable[Function]) -> Iterator[Relation]:
    """What other functions of the assignment make of the same arguments, where they take as many."""
    function = evidence.wrong[0].call.function
    own = len(evidence.wrong[0].arguments)
    known = {function.name}
    for other in others:
        if other.name not in known and other.look is None and len(other.parameters) == own:
            known.add(other.name)
            yield _relation(f"answer-of-{other.name}", _EARLIER, _answering(other), name=other.name)


def _answering(other: Function) -> Callable[[Seen], Any]:
    return lambda seen: seen.side(other.oracle(*seen.arguments.values()))
