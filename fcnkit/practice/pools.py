"""Pools for learning platforms: for each question of a blueprint many parallel draws, of which each student gets one.

A pool is a section of a set, of whose questions one is chosen. Whatever a platform chooses, no question tells another
one's answer: a draw that could is in no pool.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count

from fcnkit.practice.blueprint import Blueprint, SectionPlan
from fcnkit.practice.document import Entry, PracticeSet, Problem, Section
from fcnkit.practice.item import AnyItem, sample
from fcnkit.practice.registry import Registry
from fcnkit.practice.selection import candidates, check_items
from fcnkit.text import Text
from fcnkit.toml_file import TomlFile

NAME = "pool"
MOST_TRIES = 20
"""So many draws in a row that are there already, or tell another answer, and a pool has no more."""
TITLE = Text(ko="{section} · {number:02}. {topic}", en="{section} · {number:02}. {topic}")


class _Told:
    """All that a pool's draws ask, reveal and say, gathered so that a new draw is compared with it at once."""

    def __init__(self) -> None:
        self.asked: set[str] = set()
        self.revealed: set[str] = set()
        self.secrets: set[str] = set()
        self.said = ""

    def add(self, problem: Problem) -> None:
        self.asked.update(problem.asks)
        self.revealed.update(problem.reveals)
        self.secrets.update(problem.secrets)
        self.said += f"{problem.said}\n"

    def clashes(self, problem: Problem) -> bool:
        """Whether the draw, or one of these, says what the other asks for, or both ask the same."""
        if not self.asked.isdisjoint((*problem.asks, *problem.reveals)) or not self.revealed.isdisjoint(problem.asks):
            return True
        return any(secret in problem.said for secret in self.secrets) or any(
            secret in self.said for secret in problem.secrets
        )


@dataclass
class _Pool:
    section: SectionPlan
    items: Sequence[AnyItem]
    """They take turns."""
    points: int
    problems: dict[str, Problem] = field(default_factory=dict)
    told: _Told = field(default_factory=_Told)
    tried: int = 0
    is_empty: bool = False
    """Whether no more draws were found; it is not asked again."""

    @property
    def is_named(self) -> bool:
        return len(self.items) == 1


def pool_set(registry: Registry, blueprint: Blueprint, source: TomlFile, seed: int, size: int) -> PracticeSet:
    """All pools of a blueprint, of up to `size` draws each; fewer where an item has no more. Raises BlueprintError."""
    check_items(registry, blueprint, source)
    pools = [*_pools(registry, blueprint)]
    # What every quiz has comes first in each round: it is least free to be something else.
    in_turn = sorted(pools, key=lambda pool: not pool.is_named)
    for _ in range(size):
        for pool in in_turn:
            _add(pool, [other for other in pools if other is not pool], seed)
    numbers = count(1)
    sections = tuple(
        _section(registry, pool, place, [next(numbers) for _ in pool.problems]) for place, pool in enumerate(pools, 1)
    )
    return PracticeSet(blueprint.title, NAME, None, sections, registry.glossary)


def _pools(registry: Registry, blueprint: Blueprint) -> Iterator[_Pool]:
    """A pool for each question, and for each pool items of its own: no item is asked twice."""
    taken: set[str] = set()
    wanted = [(section, slot) for section in blueprint.sections for slot in section.items]
    for at, (section, slot) in enumerate(wanted):
        open_ = [item for item in candidates(registry, blueprint, section, slot) if item.id not in taken]
        open_.sort(key=lambda item: item.id not in slot.named)  # used at once
        alike = sum(
            other.count
            for elsewhere, other in wanted[at + 1 :]
            if (other.item, elsewhere.book) == (None, section.book)
            and (other.topic, other.difficulty, other.kind) == (slot.topic, slot.difficulty, slot.kind)
        )
        free = len(open_) if slot.item else max(slot.count, len(open_) - alike)
        own = open_[:free]
        taken |= {item.id for item in own}
        for place in range(slot.count):
            must = place < len(slot.named)
            yield _Pool(section, own[place : place + 1] if must else own[place :: slot.count], slot.points)


def _add(pool: _Pool, others: Sequence[_Pool], seed: int) -> None:
    """One more draw, if there is one that tells no answer of another pool and is told by none."""
    for _ in range(0 if pool.is_empty else MOST_TRIES):
        item = pool.items[pool.tried % len(pool.items)]
        problem = sample(item, f"{seed}/pool/{pool.tried}").problem
        pool.tried += 1
        if problem.uid not in pool.problems and not any(other.told.clashes(problem) for other in others):
            pool.problems[problem.uid] = problem
            pool.told.add(problem)
            return
    pool.is_empty = True


def _section(registry: Registry, pool: _Pool, place: int, numbers: Sequence[int]) -> Section:
    topic = registry.topics[pool.items[0].topic]
    entries = tuple(
        Entry.of(number, pool.points, problem, registry.topics[problem.topic])
        for number, problem in zip(numbers, pool.problems.values(), strict=True)
    )
    minutes = max(item.minutes for item in pool.items)
    title = TITLE.format(section=pool.section.title, number=place, topic=topic)
    return Section(title, pool.section.note, minutes, entries, chosen=1)
