"""The items of this repository's course, and sets of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from fcnkit.course import Course
from fcnkit.practice.blueprint import Blueprint
from fcnkit.practice.blueprint import read_blueprint as _read
from fcnkit.practice.compose import SetSpec
from fcnkit.practice.compose import compose as _compose
from fcnkit.practice.compose import practice_sets as _practice_sets
from fcnkit.practice.document import PracticeSet
from fcnkit.practice.registry import load_registry

COURSE = Course.find(Path(__file__))
REGISTRY = load_registry(COURSE)
ITEMS = REGISTRY.items
compose = partial(_compose, REGISTRY)
practice_sets = partial(_practice_sets, REGISTRY)
read_blueprint = partial(_read, registry=REGISTRY)


def default_set(draw: str, student: str | None = None) -> PracticeSet:
    """The set of the course's own blueprint that is drawn with this."""
    blueprint, _ = read_blueprint(None)
    return compose(blueprint, 2026, SetSpec("set-01", student, draw))


def sets_of(blueprint: Blueprint, seed: int, total: int) -> Iterator[PracticeSet]:
    """The sets of a run."""
    _, source = read_blueprint(None)
    return practice_sets(blueprint, source, seed, total, [])
