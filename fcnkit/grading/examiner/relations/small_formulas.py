"""Answers that a small formula of the arguments tells: `(size - 1) * stride`, `kernel * kernel * channels`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations_with_replacement, permutations, product
from typing import Any

from fcnkit.grading.examiner.relations.evidence import Evidence
from fcnkit.grading.examiner.relations.formulas import names_of_all
from fcnkit.grading.examiner.relations.quantities import is_number
from fcnkit.grading.examiner.relations.relation import Relation
from fcnkit.text import Text

ENOUGH = 5
"""Different wrong numbers that there must be: fewer may agree with one of so many formulas."""
_MOST_NAMES = 4
_IS = (
    Text(ko="늘 {what}", en="Always {what}"),
    Text(
        ko="해 본 모든 인자에서 {what:와} 같은 값이 나옵니다. 문제의 식과 비교해 보세요.",
        en="for all arguments that were tried it is {what}. Compare that with what the question asks for.",
    ),
)
Formula = tuple[str, Callable[[Mapping[str, Any]], Any]]
"""As code, and what it makes of the quantities."""


def of_two(evidence: Evidence) -> Iterator[Relation]:
    """Formulas of one or two quantities."""
    return _told(evidence, _of_pairs)


def of_three(evidence: Evidence) -> Iterator[Relation]:
    """The shortest first: formulas of up to three quantities, where there is enough to tell them apart."""
    if len({seen.got for seen in evidence.wrong if is_number(seen.got)}) >= ENOUGH:
        yield from _told(evidence, lambda names: sorted(_of_many(names), key=lambda each: len(each[0])))


def _told(evidence: Evidence, formulas: Callable[[Sequence[str]], Iterable[Formula]]) -> Iterator[Relation]:
    if not is_number(evidence.wrong[0].right):
        return
    for code, formula in formulas([name for name in names_of_all(evidence) if "(" not in name][:_MOST_NAMES]):
        yield Relation(
            f"formula-is-{code}",
            _IS,
            lambda seen, formula=formula: formula(seen.quantities),  # type: ignore[misc]
            {"what": f"`{code}`"},
        )


def _of_pairs(names: Sequence[str]) -> Iterator[Formula]:
    yield from map(_name, names)
    for one, other in combinations_with_replacement(names, 2):
        yield _times(_name(one), _name(other))
        yield _plus(_name(one), _name(other))
    for one, other in permutations(names, 2):
        yield _plus(_name(one), _name(other), -1)
        yield _over(_name(one), _name(other))


def _of_many(names: Sequence[str]) -> Iterator[Formula]:
    yield from _of_products(names)
    yield from _of_quotients(names)


def _of_products(names: Sequence[str]) -> Iterator[Formula]:
    """(a - 1) * b, perhaps with one more added or taken away, and products of three."""
    terms = [(_name(name), sign) for name in names for sign in (1, -1)]
    for one, other, by in product(names, names, (-1, 1, 0)):
        made = _times(_with_one(_name(one), by), _name(other))
        if by or names.index(one) <= names.index(other):
            yield from _nearby(made)
            yield from (found for term, sign in terms for found in _nearby(_plus(made, term, sign)))
    for one, other, third in combinations_with_replacement(names, 3):
        made = _times(_times(_name(one), _name(other)), _name(third))
        yield from _nearby(made)
        yield from (_plus(made, term, sign) for term, sign in terms)


def _of_quotients(names: Sequence[str]) -> Iterator[Formula]:
    """a // b and (a - b) // c, perhaps one more or less."""
    for one, divisor in permutations(names, 2):
        yield from _nearby(_over(_with_one(_name(one), -1), _name(divisor)))
        for other, sign in product(names, (1, -1)):
            if other != one:
                yield from _nearby(_over(_in_brackets(_plus(_name(one), _name(other), sign)), _name(divisor)))


def _nearby(formula: Formula) -> Iterator[Formula]:
    yield from (_with_one(formula, by, brackets=False) for by in (0, -1, 1))


def _name(name: str) -> Formula:
    return name, lambda known: known[name]


def _times(one: Formula, other: Formula) -> Formula:
    return f"{one[0]} * {other[0]}", lambda known: one[1](known) * other[1](known)


def _plus(one: Formula, other: Formula, sign: int = 1) -> Formula:
    code = f"{one[0]} {'+' if sign > 0 else '-'} {other[0]}"
    return code, lambda known: one[1](known) + sign * other[1](known)


def _over(one: Formula, other: Formula) -> Formula:
    return f"{one[0]} // {other[0]}", lambda known: one[1](known) // other[1](known)


def _with_one(formula: Formula, by: int, *, brackets: bool = True) -> Formula:
    """One more or one less, or the same."""
    code, make = formula
    if not by:
        return formula
    made: Formula = f"{code} {'+' if by > 0 else '-'} 1", lambda known: make(known) + by
    return _in_brackets(made) if brackets else made


def _in_brackets(formula: Formula) -> Formula:
    return f"({formula[0]})", formula[1]
