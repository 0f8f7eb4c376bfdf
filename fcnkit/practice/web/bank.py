"""Which draws the page holds: so many of each item, and whole sets to rehearse the exam with."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from fcnkit.practice.blueprint import Blueprint
from fcnkit.practice.compose import practice_sets
from fcnkit.practice.document import PracticeSet, Problem
from fcnkit.practice.item import AnyItem, sample
from fcnkit.practice.registry import Registry
from fcnkit.toml_file import TomlFile

DRAWS = 150
"""Different draws of each item; of an item made of words there may be fewer."""
REHEARSALS = 20
MOST_TRIES = 4
"""So many times as many draws are tried, before an item has no more different ones."""


@dataclass(frozen=True)
class Bank:
    """The draws of each item, by the item's id, and sets, each problem of which is among them."""

    problems: Mapping[str, Sequence[Problem]]
    rehearsals: Sequence[PracticeSet]


def bank(registry: Registry, blueprint: Blueprint, source: TomlFile, seed: int, draws: int = DRAWS) -> Bank:
    """The bank of a blueprint's items. Raises what `practice_sets` raises.

    Its sets are never those that the same seed gives on paper: who has the page has no exam's key.
    """
    own = int.from_bytes(hashlib.sha256(f"page/{seed}".encode()).digest()[:16])
    sets = [*practice_sets(registry, blueprint, source, own, min(REHEARSALS, draws), [])]
    asked: dict[str, dict[str, Problem]] = {}
    for practice_set in sets:
        for entry in practice_set.entries:
            asked.setdefault(entry.problem.item, {})[entry.problem.uid] = entry.problem
    problems = {
        name: tuple(({each.uid: each for each in _drawn(item, own, draws)} | asked.get(name, {})).values())
        for name, item in registry.items.items()
        if name not in blueprint.never or name in asked
    }
    return Bank(problems, sets)


def _drawn(item: AnyItem, seed: int, draws: int) -> Iterator[Problem]:
    seen: set[str] = set()
    for number in range(MOST_TRIES * draws):
        if len(seen) == draws:
            return
        problem = sample(item, f"{seed}/page/{number}").problem
        if problem.uid not in seen:
            seen.add(problem.uid)
            yield problem
