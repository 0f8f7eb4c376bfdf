"""Numbers that are a fixed multiple of some arguments' product away from the right ones, or are such a multiple."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import combinations_with_replacement, permutations
from typing import Any

import numpy as np

from fcnkit.grading.examiner.relations.evidence import Evidence, Seen
from fcnkit.grading.examiner.relations.formulas import names_of_all
from fcnkit.grading.examiner.relations.positions import EACH, Place, at, changed, written
from fcnkit.grading.examiner.relations.quantities import is_number
from fcnkit.grading.examiner.relations.relation import Relation
from fcnkit.text import Text

ENOUGH, ENOUGH_WHOLE = 3, 5
"""Different products among the wrong answers: fewer would agree with some factor anyway."""

_AWAY = (
    Text(ko="차이가 늘 {what}의 일정한 배수", en="Off by a fixed multiple of {what}"),
    Text(
        ko="맞는 값과의 차이가 늘 {what}에 같은 수를 곱한 만큼입니다. 식에 더하거나 곱하는 수를 하나씩 확인해 보세요.",
        en="it differs from the right value by {what} times the same number each time. Check each number that your "
        "formula adds or multiplies with.",
    ),
)
_IS = (
    Text(ko="늘 {what}의 일정한 배수에 상수를 더한 값", en="A fixed multiple of {what} plus a constant"),
    Text(
        ko="늘 {what}에 같은 수를 곱하고 같은 수를 더한 값이 나옵니다. 문제의 식과 견주어 보세요.",
        en="it is {what} times one number plus another, the same ones each time. Compare that with the formula that "
        "the question asks for.",
    ),
)
_RAISED = (
    Text(ko="늘 {one}에 어떤 수를 더해 {other:을} 곱한 값", en="Always {one} plus a number, times {other}"),
    Text(
        ko="늘 {one}에 정해진 수를 더하고 {other:을} 곱한 값이 나옵니다. 무엇을 더하고 무엇을 곱하는지, 괄호가 어디에 "
        "있는지 문제의 식과 견주어 보세요.",
        en="it is {one} plus a fixed number, all times {other}. Compare what is added, what is multiplied and where "
        "the brackets are with the formula that the question asks for.",
    ),
)
_SUM = (
    Text(ko="인자를 더하고 뺀 값일 뿐임", en="Arguments added up, none multiplied"),
    Text(
        ko="늘 인자마다 정해진 수를 곱해 더한 값이 나오고, 인자끼리 곱한 곳이 없습니다. 문제의 식과 견주어 보세요.",
        en="it is a sum of the arguments, each times a fixed number; none is multiplied or divided by another. Compare "
        "that with what the question asks for.",
    ),
)
_MOST_NAMES = 6


Factors = tuple[str, ...]
Products = Callable[[Factors], tuple[list[Any], int]]
"""What these factors come to in each wrong call, and how many different numbers that is."""


def relations(evidence: Evidence, side: str) -> Iterator[Relation]:
    """Guesses about numbers, wherever in the answer they stand."""
    first = evidence.wrong[0]
    names = names_of_all(evidence)[:_MOST_NAMES]

    @cache
    def products(factors: Factors) -> tuple[list[Any], int]:
        found = [_product(seen, factors) for seen in evidence.wrong]
        return found, len(set(found))

    for place in evidence.places(first.right):
        if EACH not in place and is_number(at(first.right, place)):
            for factors in _factors(names, most=2):
                yield _away(evidence, place, side, factors, products)
    if is_number(first.right):
        for factors in _factors(names, most=3):
            yield _whole(evidence, side, factors, products)
        for one, other in permutations(names, 2):
            yield _raised(evidence, side, one, other)
        yield _sum(evidence, side, names)


def _factors(names: Sequence[str], most: int) -> Iterator[Factors]:
    for count in range(1, most + 1):
        yield from combinations_with_replacement(names, count)


def _product(seen: Seen, factors: Factors) -> Any:
    known = seen.quantities
    return math.prod(known[name] for name in factors)


def _away(evidence: Evidence, place: Place, side: str, factors: Factors, products: Products) -> Relation:
    first = evidence.wrong[0]

    def makes(seen: Seen) -> Any:
        found, count = products(factors)
        if count < ENOUGH or at(first.got, place) == at(first.right, place):
            raise ValueError("too few to tell")
        factor = (at(first.got, place) - at(first.right, place)) / found[0]
        by = _whole_again(factor * _product(seen, factors))
        return changed(seen.right, place, lambda value: value + by)

    return _relation("away", _AWAY, place, side, factors, makes)


def _whole(evidence: Evidence, side: str, factors: Factors, products: Products) -> Relation:
    first = evidence.wrong[0]

    def makes(seen: Seen) -> Any:
        found, count = products(factors)
        if count < ENOUGH_WHOLE:
            raise ValueError("too few to tell")
        other = next(i for i, product in enumerate(found) if product != found[0])
        factor = (evidence.wrong[other].got - first.got) / (found[other] - found[0])
        return _whole_again(factor * _product(seen, factors) + first.got - factor * found[0])

    return _relation("multiple", _IS, (), side, factors, makes)


def _raised(evidence: Evidence, side: str, one: str, other: str) -> Relation:
    """`(one + by) * other`, of which the first wrong answer gives `by` away."""
    first = evidence.wrong[0]

    @cache
    def pairs() -> int:
        return len({(each.quantities[one], each.quantities[other]) for each in evidence.wrong})

    def makes(seen: Seen) -> Any:
        by = first.got / first.quantities[other] - first.quantities[one]
        if by != round(by) or pairs() < ENOUGH_WHOLE:
            raise ValueError("no whole number, or too few to tell")
        return (seen.quantities[one] + round(by)) * seen.quantities[other]

    what = {"one": f"`{one}`", "other": f"`{other}`"}
    return Relation(f"formula-raised-{one}-{other}", _RAISED, makes, what, side=side)


def _sum(evidence: Evidence, side: str, names: list[str]) -> Relation:
    """Every number is as many numbers to choose freely: there must be some more wrong answers than those."""
    rows = [_row(seen, names) for seen in evidence.wrong]

    @cache
    def weights() -> list[float]:
        if len(set(rows)) < len(names) + ENOUGH:
            raise ValueError("too few to tell")
        found, *_ = np.linalg.lstsq(np.array(rows, float), np.array([float(seen.got) for seen in evidence.wrong]))
        rounded = [float(round(weight, 6)) for weight in found.tolist()]
        if np.count_nonzero(rounded[:-1]) < 2:
            raise ValueError("not of several")
        return rounded

    return _relation("sum", _SUM, (), side, (), lambda seen: _whole_again(_dot(weights(), _row(seen, names))))


def _row(seen: Seen, names: list[str]) -> tuple[float, ...]:
    known = seen.quantities
    return (*(float(known[name]) for name in names), 1.0)


def _dot(weights: Sequence[float], row: Sequence[float]) -> float:
    return sum(weight * number for weight, number in zip(weights, row, strict=True))


def _whole_again(value: float) -> Any:
    return round(value) if math.isclose(value, round(value), rel_tol=1e-12) else value


def _relation(
    id: str, said: tuple[Text, Text], place: Place, side: str, factors: tuple[str, ...], makes: Callable[[Seen], Any]
) -> Relation:
    code = f"formula-{id}-{'*'.join(factors)}-{written(place, side)}"
    return Relation(code, said, makes, {"what": f"`{' * '.join(factors)}`"}, place, side)
