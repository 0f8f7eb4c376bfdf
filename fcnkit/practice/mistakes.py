"""Which items show which mistakes: what a holder of a misconception would get wrong in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from fcnkit.practice.answers import Choice, Explanation, FillIn, Matching
from fcnkit.practice.document import Problem
from fcnkit.practice.item import (
    AnyItem,
    AnySample,
    MatchPairs,
    answer_value,
    can_be_filled_in,
    sample,
    small,
    usable_distractors,
)
from fcnkit.practice.registry import Registry

_DRAWS = 4
"""Draws of each item, to see what it can show. Most items show the same mistakes in every draw."""
_DRAWS_IN_WORDS = 400
"""Of items that ask for the course's words, each draw shows but a few of the terms that are mixed up."""
_TRIES = 40


def mistakes_shown(drawn: AnySample) -> frozenset[str]:
    """The ids of the mistakes whose wrong answer this very draw explains: as an option, or beside a wrong entry."""
    answer, asked = drawn.problem.answer, drawn.question.answer
    if isinstance(answer, Matching | Explanation) or isinstance(asked, MatchPairs | Explanation):
        return frozenset()
    if isinstance(answer, Choice):
        wrong = {(repr(option.value), option.why) for option in answer.options}
    else:
        wrong = {(repr(each.value), each.why) for each in answer.distractors}
    return frozenset(each.id for each in asked.distractors if (repr(each.value), each.why) in wrong)


def items_by_mistake(registry: Registry) -> Mapping[str, tuple[AnyItem, ...]]:
    """The items that can show each mistake, as it leads to a wrong answer in some draw, in alphabetical order."""
    found: defaultdict[str, dict[str, AnyItem]] = defaultdict(dict)
    for item in registry.items.values():
        for number in range(_DRAWS_IN_WORDS if item.in_words else _DRAWS):
            for id in _wrong(item, sample(item, f"mistakes/{number}")):
                found[id][item.id] = item
    return {id: tuple(items.values()) for id, items in found.items()}


def _wrong(item: AnyItem, drawn: AnySample) -> Iterator[str]:
    """The mistakes that lead to another answer than the right one, which could be chosen or filled in."""
    asked = drawn.question.answer
    if isinstance(asked, MatchPairs | Explanation):
        return
    key = answer_value(drawn.problem.answer)
    for each in asked.distractors:
        fits = can_be_filled_in(each.value, asked) if isinstance(asked, FillIn) else small(each.value, item.max_number)
        if fits and usable_distractors(key, [each]):
            yield each.id


def showing(item: AnyItem, mistake: str, seed: str) -> Problem | None:
    """The first draw of an item that shows a mistake; None where there is none among many."""
    drawn = (sample(item, f"{seed}/{attempt}", frozenset([mistake])) for attempt in range(_TRIES))
    return next((each.problem for each in drawn if mistake in mistakes_shown(each)), None)
