"""Forms of one exam: the same items in another order, with their options in another order, or with other numbers.

All forms are equally difficult: each has the same items, points and time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from random import Random

from fcnkit.errors import UserError
from fcnkit.practice.answers import Answer, Choice, Matching, MixUp
from fcnkit.practice.blueprint import Blueprint
from fcnkit.practice.compose import MOST_TRIES, ClashError, SetSpec, beside, compose
from fcnkit.practice.document import Entry, PracticeSet, Problem
from fcnkit.practice.registry import Registry
from fcnkit.practice.selection import check_items
from fcnkit.text import AT, Text
from fcnkit.toml_file import TomlFile

NO_NUMBERS = Text(
    ko="{item}: 다른 문항의 답을 알려 주지 않는 다른 숫자가 없습니다. --numbers를 빼세요.",
    en="{item}: no other numbers that tell no other question's answer; leave --numbers out",
)


@dataclass(frozen=True)
class FormSpec:
    """Which forms of an exam are wanted."""

    names: tuple[str, ...]
    has_own_numbers: bool
    """Whether each form has numbers of its own."""


def forms(
    registry: Registry, blueprint: Blueprint, source: TomlFile, seed: int, wanted: FormSpec
) -> tuple[PracticeSet, ...]:
    """The forms in the order of their names; the first one has the blueprint's order. Raises UserError."""
    check_items(registry, blueprint, source)
    try:
        first = compose(registry, blueprint, seed, SetSpec(wanted.names[0], None, "exam"))
    except ClashError as error:
        raise UserError(AT, place=source.path, what=error.text) from error
    first = replace(first, title=blueprint.exam_title or blueprint.title)
    return (first, *(_other(first, registry, seed, name, wanted) for name in wanted.names[1:]))


def _other(first: PracticeSet, registry: Registry, seed: int, name: str, wanted: FormSpec) -> PracticeSet:
    start = f"{seed}/form/{name}"
    drawn = {entry.problem.item: entry.problem for entry in first.entries}
    if wanted.has_own_numbers:
        drawn = _with_other_numbers(drawn, registry, start)
    rng, numbers = Random(start), count(1)
    sections = tuple(
        replace(section, entries=tuple(_in_other_order(section.entries, drawn, rng, numbers)))
        for section in first.sections
    )
    return replace(first, name=name, sections=sections)


def _in_other_order(
    entries: Sequence[Entry], drawn: dict[str, Problem], rng: Random, numbers: Iterator[int]
) -> Iterator[Entry]:
    for entry in rng.sample(entries, len(entries)):
        problem = drawn[entry.problem.item]
        shuffled = replace(problem, answer=with_other_order(problem.answer, rng))
        yield replace(entry, number=next(numbers), problem=shuffled)


def _with_other_numbers(drawn: dict[str, Problem], registry: Registry, start: str) -> dict[str, Problem]:
    """The same items with numbers of their own; those made of words, of which there are only so many, stay."""
    words = {item: problem for item, problem in drawn.items() if registry.items[item].in_words}
    failed = ""
    for attempt in range(MOST_TRIES):
        found = dict(words)
        failed = next((item for item in drawn if not _is_drawn(item, found, registry, f"{start}/{attempt}")), "")
        if not failed:
            return found
    raise UserError(NO_NUMBERS, item=failed)


def _is_drawn(item: str, found: dict[str, Problem], registry: Registry, start: str) -> bool:
    """Add a draw of the item that can stand beside the others; whether there is one."""
    if item not in found:
        problem = beside([*found.values()], registry.items[item], start)
        if problem is None:
            return False
        found[item] = problem
    return True


def with_other_order(answer: Answer, rng: Random) -> Answer:
    """The same answer with its options, and the prompts of a matching, in another order; gaps stay where they are."""
    if isinstance(answer, Choice):
        return Choice(tuple(rng.sample(answer.options, len(answer.options))))
    if isinstance(answer, Matching):
        prompts = rng.sample(range(len(answer.prompts)), len(answer.prompts))
        options = rng.sample(range(len(answer.options)), len(answer.options))
        return Matching(
            tuple(answer.prompts[place] for place in prompts),
            tuple(answer.options[place] for place in options),
            tuple(options.index(answer.correct[place]) for place in prompts),
            tuple(
                MixUp(tuple((prompts.index(prompt), options.index(option)) for prompt, option in each.pairs), each.why)
                for each in answer.mix_ups
            ),
        )
    return answer
