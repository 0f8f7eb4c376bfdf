"""Puts sets together: a blueprint and a seed in, practice sets out, the same ones on every machine.

All sets of a run have the same numbers of items of each topic and difficulty, and so are equally difficult.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from random import Random
from typing import Any

from fcnkit.errors import UserError
from fcnkit.practice.bank import bank
from fcnkit.practice.blueprint import Blueprint, Pool, SectionPlan, Source
from fcnkit.practice.document import Entry, PracticeSet, Problem, Section
from fcnkit.practice.item import Item, drawn
from fcnkit.practice.roster import Taker
from fcnkit.text import LANGS

MOST_TRIES = 50
"""Where so many sets in a row are ones that a run has already, the blueprint does not have as many as are wanted."""


@dataclass(frozen=True)
class Ticket:
    """One set of a run: all that is needed, besides blueprint and seed, to compose it anywhere.

    A student's set depends on nothing but the seed and their id or name, so that who joins later changes nobody's set.
    """

    name: str
    """The file name's beginning."""
    student: str | None
    draw: str
    """Drawn from the seed with this."""


def tickets(blueprint: Blueprint, source: Source, seed: int, sets: int, students: Sequence[Taker]) -> Iterator[Ticket]:
    """A ticket for each student, or for `sets` sets, as they are found: all different, and none giving itself away.

    Raises BlueprintError at once, and UserError at the first set that cannot be made different.
    """
    check_pools(blueprint, source)
    width = max(2, len(str(sets)))
    wanted: list[tuple[str, Taker | None]] = [(student.file_name, student) for student in students] or [
        (f"set-{number:0{width}}", None) for number in range(1, sets + 1)
    ]
    return _different(blueprint, source, seed, wanted)


def _different(
    blueprint: Blueprint, source: Source, seed: int, wanted: Sequence[tuple[str, Taker | None]]
) -> Iterator[Ticket]:
    seen: set[tuple[str, ...]] = set()
    for number, (name, student) in enumerate(wanted, 1):
        for attempt in range(MOST_TRIES):
            draw = f"{student.key if student else number}/{attempt}"
            ticket = Ticket(name, student.name if student else None, draw)
            problems = [entry.problem for entry in compose(blueprint, seed, ticket).entries]
            names = tuple(problem.uid for problem in problems)
            if names not in seen and not gives_away(problems):
                break
        else:
            raise UserError(f"{source.path}: only {len(seen)} different sets can be made; ask for fewer, or add items")
        seen.add(names)
        yield ticket


def gives_away(problems: Sequence[Problem]) -> bool:
    """Whether one problem says what another one asks for."""
    asked = {problem.uid: " ".join(text[lang] for text in problem.asked for lang in LANGS) for problem in problems}
    return any(
        secret.casefold() in text.casefold()
        for problem in problems
        for secret in problem.secret
        for uid, text in asked.items()
        if uid != problem.uid
    )


def compose(blueprint: Blueprint, seed: int, ticket: Ticket) -> PracticeSet:
    """The set that belongs to a ticket."""
    start = f"{seed}/{ticket.draw}"
    rng = Random(start)
    supply = {pool: rng.sample(items, len(items)) for pool, items in sorted(_pools().items())}
    numbers = count(1)
    sections = tuple(
        Section(
            section.title,
            section.note,
            section.minutes,
            tuple(
                Entry(next(numbers), points, drawn(item, f"{start}/{item.id}").problem)
                for item, points in _taken(section, supply)
            ),
        )
        for section in blueprint.sections
    )
    return PracticeSet(blueprint.title, ticket.name, ticket.student, sections)


def check_pools(blueprint: Blueprint, source: Source) -> None:
    """Whether there are enough items, and time for them. Raises BlueprintError."""
    left = {pool: len(items) for pool, items in _pools().items()}
    for number, section in enumerate(blueprint.sections):
        for place, slot in enumerate(section.items):
            pool: Pool = (section.book, slot.topic, slot.difficulty)
            if slot.count > left.get(pool, 0):
                raise source.error(
                    ("sections", number, "items", place, "count"),
                    f"{slot.count} items on {slot.topic} ({section.book} book, difficulty {slot.difficulty}) are "
                    f"wanted, but there {_remaining(left, pool)}",
                )
            left[pool] -= slot.count
        longest = _longest(section)
        if longest > section.minutes:
            raise source.error(
                ("sections", number, "minutes"),
                f"the items can take {longest} minutes, more than minutes = {section.minutes}; allow more",
            )


def _remaining(left: dict[Pool, int], pool: Pool) -> str:
    """How many items are left, and where else there are some."""
    others = [
        f"{items} ({book} book, difficulty {difficulty})"
        for (book, topic, difficulty), items in sorted(left.items())
        if topic == pool[1] and items and (book, topic, difficulty) != pool
    ]
    here = left.get(pool, 0)
    are = f"is {here}" if here == 1 else f"are {here}"
    return f"{are} left; ask for fewer" + (f", or take others on this topic: {', '.join(others)}" if others else "")


def _longest(section: SectionPlan) -> int:
    """The most minutes that the section's items can take, whichever are drawn."""
    wanted: Counter[Pool] = Counter()
    for slot in section.items:
        wanted[section.book, slot.topic, slot.difficulty] += slot.count
    pools = _pools()
    return sum(
        sum(sorted((item.minutes for item in pools[pool]), reverse=True)[:items]) for pool, items in wanted.items()
    )


def _taken(section: SectionPlan, supply: dict[Pool, list[Item[Any]]]) -> Iterator[tuple[Item[Any], int]]:
    """Items for each slot, each taken away from the supply, so that none comes twice."""
    for slot in section.items:
        pool = supply[section.book, slot.topic, slot.difficulty]
        for _ in range(slot.count):
            yield pool.pop(), slot.points


def _pools() -> dict[Pool, list[Item[Any]]]:
    found: defaultdict[Pool, list[Item[Any]]] = defaultdict(list)
    for item in bank().values():
        found[item.book, item.topic, item.difficulty].append(item)
    return found
