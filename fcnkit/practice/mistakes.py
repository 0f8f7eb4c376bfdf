"""Which items show which mistakes: what a holder of a misconception would get wrong in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from fcnkit.practice.document import Choice, FillIn, Problem
from fcnkit.practice.item import Item, MatchPairs, Sample, sample
from fcnkit.practice.registry import Registry

_DRAWS = 4
"""Of each item, to see what it can show. Most items show the same mistakes in every draw."""
_TRIES = 40


def mistakes_shown(drawn: Sample[Any]) -> frozenset[str]:
    """The ids of the mistakes that this very draw explains: as a wrong option, or beside a wrong entry."""
    answer, asked = drawn.problem.answer, drawn.question.answer
    if isinstance(answer, FillIn):
        return frozenset(each.id for each in answer.distractors)
    if isinstance(answer, Choice) and not isinstance(asked, MatchPairs):
        offered = {repr(option.value) for option in answer.options if option.why is not None}
        return frozenset(each.id for each in asked.distractors if repr(each.value) in offered)
    return frozenset()


def items_by_mistake(registry: Registry) -> Mapping[str, tuple[Item[Any], ...]]:
    """The items that show each mistake in some draw, in alphabetical order."""
    found: defaultdict[str, dict[str, Item[Any]]] = defaultdict(dict)
    for item in registry.items.values():
        for number in range(_DRAWS):
            asked = sample(item, f"mistakes/{number}").question.answer
            for each in () if isinstance(asked, MatchPairs) else asked.distractors:
                found[each.id][item.id] = item
    return {id: tuple(items.values()) for id, items in found.items()}


def showing(item: Item[Any], mistake: str, seed: str) -> Problem | None:
    """The first draw of an item that shows a mistake; None where there is none among many."""
    drawn = (sample(item, f"{seed}/{attempt}") for attempt in range(_TRIES))
    return next((each.problem for each in drawn if mistake in mistakes_shown(each)), None)
