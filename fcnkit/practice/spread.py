"""What can only be seen over many draws of an item: how many there are, how equal, and whether options give away."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from fcnkit.practice import markup
from fcnkit.practice.answers import Choice, FillIn
from fcnkit.practice.cues import best_cue
from fcnkit.practice.item import (
    AnyItem,
    AnySample,
    MultipleChoice,
    answer_value,
    can_be_filled_in,
    sample,
    usable_distractors,
)
from fcnkit.practice.values import format_value

ENOUGH = 200
"""Draws over which anything can be said; so many must be different, of FURTHER."""
FURTHER = 600
MOST_WORK = 1.5
"""How many times as much work one draw may take as another one."""
UNEXPLAINED = 0.5
"""The share of draws in which one wrong answer may go without a reason, as the same mistakes lead to it."""
CHANCE = 0.15
"""By how much the best of some fifty cues is right more often than chance in 200 draws that tell nothing: over four
times the standard deviation of one."""


def faults(item: AnyItem, found: Sequence[AnySample]) -> Iterator[str]:
    """What is wrong with the draws of an item, taken together. Where they are few, nothing can be said."""
    if len(found) < ENOUGH:
        return
    yield from _few(item, found)
    yield from _unequal(item, found)
    yield from _guessable(item, found)
    yield from _unexplained(item, found)


def _few(item: AnyItem, found: Sequence[AnySample]) -> Iterator[str]:
    if item.in_words:
        return
    seen = {each.problem.uid for each in found}
    for seed in range(len(found), FURTHER):
        if len(seen) >= ENOUGH:
            return
        seen.add(sample(item, str(seed)).problem.uid)
    if len(seen) < ENOUGH:
        yield f"{item.id}: only {len(seen)} different draws among {FURTHER}; let its numbers vary more"


def _unequal(item: AnyItem, found: Sequence[AnySample]) -> Iterator[str]:
    steps = [len(each.question.steps) for each in found]
    work = [item.work(each.numbers) for each in found] if item.work else steps
    for what, each in (("steps", steps), ("products", work)):
        if max(each) > MOST_WORK * min(each):
            yield f"{item.id}: one draw takes {min(each)} {what}, another one {max(each)}"


def _guessable(item: AnyItem, found: Sequence[AnySample]) -> Iterator[str]:
    choices = [each.problem.answer for each in found if isinstance(each.problem.answer, Choice)]
    asked = [([markup.plain(format_value(each.value)["en"]) for each in one.options], one.correct) for one in choices]
    if not asked:
        return
    share, name, place = best_cue(asked)
    chance = sum(1 / len(options) for options, _ in asked) / len(asked)
    if share > chance + CHANCE:
        yield f"{item.id}: without reading, {share:.0%} are right: {name}, place {place + 1} from the smallest"


def _unexplained(item: AnyItem, found: Sequence[AnySample]) -> Iterator[str]:
    """Mistakes that stand in each other's way: they lead to the same answer, of which nothing is said then."""
    together = Counter(ids for each in found for ids in _rivals(each))
    for ids, draws in together.items():
        if draws > UNEXPLAINED * len(found):
            yield f"{item.id}: in {draws} draws nothing is said of the answer to which all of {sorted(ids)} lead"


def _rivals(found: AnySample) -> Iterator[frozenset[str]]:
    """The mistakes that lead to one wrong answer, for each of which no reason can be given."""
    asked = found.question.answer
    if not isinstance(asked, MultipleChoice | FillIn):
        return
    key = answer_value(found.problem.answer)
    holders: defaultdict[str, set[str]] = defaultdict(set)
    for each in asked.distractors:
        if each.value != key and (isinstance(asked, MultipleChoice) or can_be_filled_in(each.value, asked)):
            holders[repr(each.value)].add(each.id)
    explained = {repr(each.value) for each in usable_distractors(key, asked.distractors)}
    yield from (frozenset(ids) for value, ids in holders.items() if value not in explained)
