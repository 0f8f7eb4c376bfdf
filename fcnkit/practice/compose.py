"""Puts sets together: a blueprint and a seed in, practice sets out, the same ones on every machine.

All sets of a run have the same numbers of items of each topic and difficulty, and so are equally difficult.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from random import Random

from fcnkit.errors import UserError
from fcnkit.practice.blueprint import Blueprint
from fcnkit.practice.document import Entry, PracticeSet, Problem, Section
from fcnkit.practice.item import AnyItem, sample
from fcnkit.practice.registry import Registry
from fcnkit.practice.selection import check_items, selected
from fcnkit.practice.takers import Taker
from fcnkit.text import AT, Text
from fcnkit.toml_file import TomlFile

MOST_TRIES = 50
"""How often each of these is tried: a set that the run does not have yet, items that can stand together, and a draw of
one item that can stand with the others."""

TOO_FEW = Text(
    ko="{path}: 서로 다른 문제지는 {count}벌까지만 만들 수 있습니다. 벌 수를 줄이거나 문항을 더하세요.",
    en="{path}: only {count:+different set} can be made; ask for fewer, or add items",
)
TELL_EACH_OTHER = Text(
    ko="모든 문제지에 들어갈 문항들이 서로의 답을 알려 줍니다. 다른 문항을 지정하세요.",
    en="items that every set is to have tell each other's answers; name others",
)


class ClashError(UserError):
    """No set can be made in which no item tells another one's answer."""


@dataclass(frozen=True)
class SetSpec:
    """Which set of a run: with the blueprint and the seed, all that is needed to compose it.

    A student's set depends on nothing but the seed and their id or name, so that who joins later changes nobody's set.
    """

    name: str
    """The file name's beginning."""
    student: str | None
    draw: str
    """Drawn from the seed with this."""


def practice_sets(
    registry: Registry, blueprint: Blueprint, source: TomlFile, seed: int, sets: int, students: Sequence[Taker]
) -> Iterator[PracticeSet]:
    """A set for each student, or `sets` sets, one after another: all different, and none giving itself away.

    Raises BlueprintError at once, and UserError at the first set that cannot be made different.
    """
    check_items(registry, blueprint, source)
    width = max(2, len(str(sets)))
    wanted: list[tuple[str, Taker | None]] = [(student.file_name, student) for student in students] or [
        (f"set-{number:0{width}}", None) for number in range(1, sets + 1)
    ]
    return _different(registry, blueprint, source, seed, wanted)


def _different(
    registry: Registry, blueprint: Blueprint, source: TomlFile, seed: int, wanted: Sequence[tuple[str, Taker | None]]
) -> Iterator[PracticeSet]:
    seen: set[tuple[str, ...]] = set()
    for number, (name, student) in enumerate(wanted, 1):
        for attempt in range(MOST_TRIES):
            draw = f"{student.key if student else number}/{attempt}"
            spec = SetSpec(name, student.name if student else None, draw)
            try:
                practice_set = compose(registry, blueprint, seed, spec)
            except ClashError as error:
                raise UserError(AT, place=source.path, what=error.text) from error
            problems = tuple(entry.problem.uid for entry in practice_set.entries)
            if problems not in seen:
                break
        else:
            raise UserError(TOO_FEW, path=source.path, count=len(seen))
        seen.add(problems)
        yield practice_set


def compose(registry: Registry, blueprint: Blueprint, seed: int, spec: SetSpec) -> PracticeSet:
    """The set that `spec` asks for. Raises ClashError."""
    start = f"{seed}/{spec.draw}"
    problems = _apart(registry, blueprint, start)
    numbers = count(1)
    sections = tuple(
        Section(
            section.title,
            section.note,
            section.minutes,
            tuple(
                Entry.of(next(numbers), slot.points, problem, registry.topics[problem.topic])
                for slot, own in zip(section.items, problems[place], strict=True)
                for problem in own
            ),
        )
        for place, section in enumerate(blueprint.sections)
    )
    return PracticeSet(blueprint.title, spec.name, spec.student, sections, registry.glossary)


def _apart(registry: Registry, blueprint: Blueprint, start: str) -> list[list[list[Problem]]]:
    """A problem for each item, by section and slot: none says what another one asks for, and no two ask the same."""
    rng = Random(start)
    for _ in range(MOST_TRIES):
        items = selected(registry, blueprint, rng)
        places = [
            (not slot.named, section, place, item)
            for section, plan in enumerate(blueprint.sections)
            for place, slot in enumerate(plan.items)
            for item in items[section][place]
        ]
        # What every set has comes first: it is least free to be something else.
        places.sort(key=lambda each: each[0])
        found: dict[str, Problem] = {}
        for _, _, _, item in places:
            problem = beside([*found.values()], item, start)
            if problem is None:
                break
            found[item.id] = problem
        else:
            return [[[found[item.id] for item in own] for own in section] for section in items]
    raise ClashError(TELL_EACH_OTHER)


def beside(others: Sequence[Problem], item: AnyItem, start: str) -> Problem | None:
    """The first draw of an item that can stand in a set with these."""
    for attempt in range(MOST_TRIES):
        problem = sample(item, f"{start}/{item.id}/{attempt}").problem
        if not any(clash(problem, other) for other in others):
            return problem
    return None


def clash(one: Problem, other: Problem) -> bool:
    """Whether one says what the other asks for, or both ask the same."""
    if not {*one.asks}.isdisjoint((*other.asks, *other.reveals)) or not {*one.reveals}.isdisjoint(other.asks):
        return True
    return leaks_answer(one, other) or leaks_answer(other, one)


def leaks_answer(one: Problem, other: Problem) -> bool:
    """Whether one can be read to say what is kept secret of the other."""
    return any(secret in one.said for secret in other.secrets)
