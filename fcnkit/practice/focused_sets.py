"""Sets for one student each: what their mistakes show comes first, all sets have as many items of each difficulty.

A blueprint's slots keep their book, difficulty and points; their topics, and which items stand in them, follow from
what a student is to practise.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count
from random import Random

from fcnkit.practice.blueprint import Blueprint
from fcnkit.practice.compose import MOST_TRIES, TELL_EACH_OTHER, ClashError, SetSpec, clash
from fcnkit.practice.document import Entry, Kind, PracticeSet, Problem, Section
from fcnkit.practice.focus_notes import Focus, explained, not_practised
from fcnkit.practice.item import AnyItem, sample
from fcnkit.practice.mistakes import mistakes_shown
from fcnkit.practice.registry import Registry
from fcnkit.practice.selection import check_items
from fcnkit.practice.takers import Taker, check_file_names
from fcnkit.text import joined
from fcnkit.toml_file import TomlFile

_DRAWS, _MANY_DRAWS = 20, 60
"""Draws of an item from which the most telling one is taken; and where none of these shows a rare mistake."""
_TRIES_FOR_ALL = 5
"""How often a set is tried that shows all of a student's mistakes; and then with one fewer each time."""
_IN_WORDS = 5
"""How many times as many draws that takes of items that ask for the course's words."""
_WEIGHT = 6
"""How much more often than others an item comes that has to do with what a student is to practise."""

_Drawn = tuple[Problem, frozenset[str]]
"""A problem, and the mistakes that it shows."""


@dataclass(frozen=True)
class _Place:
    section: int
    number: int
    difficulty: int
    kind: Kind
    points: int


@dataclass
class _Draft:
    """A set that is being filled."""

    registry: Registry
    blueprint: Blueprint
    start: str
    """What its problems are drawn with."""
    filled: dict[_Place, _Drawn] = field(default_factory=dict)

    @cached_property
    def refused(self) -> set[str]:
        slots = [slot for section in self.blueprint.sections for slot in section.items]
        return {*self.blueprint.never, *(name for slot in slots for name in slot.never)}

    @cached_property
    def places(self) -> list[_Place]:
        found = []
        numbers = count()
        for at, section in enumerate(self.blueprint.sections):
            for slot in section.items:
                asked = self.registry.items[slot.item] if slot.item else slot
                difficulty, kind = asked.difficulty or 1, asked.kind
                found += [_Place(at, next(numbers), difficulty, kind, slot.points) for _ in range(slot.count)]
        return found

    @property
    def problems(self) -> list[Problem]:
        return [problem for problem, _ in self.filled.values()]

    @property
    def free(self) -> list[_Place]:
        return [place for place in self.places if place not in self.filled]

    def candidates(self, place: _Place) -> list[AnyItem]:
        """The items that can stand in a place and leave time for the section's others, in alphabetical order."""
        book, taken = self.blueprint.sections[place.section].book, {problem.item for problem in self.problems}
        open_ = [item for item in self.registry.items.values() if item.id not in taken | self.refused]
        wanted = (book, place.difficulty, place.kind)
        here = [item for item in open_ if (item.book, item.difficulty, item.kind) == wanted]
        return [item for item in here if self._leaves_time(item, place, open_)]

    def _leaves_time(self, item: AnyItem, place: _Place, open_: Sequence[AnyItem]) -> bool:
        """Whether the shortest items would still fit into the other places of the section."""
        section = self.blueprint.sections[place.section]
        spent = sum(problem.minutes for at, (problem, _) in self.filled.items() if at.section == place.section)
        others = Counter((at.difficulty, at.kind) for at in self.free if at.section == place.section and at != place)
        for wanted, many in others.items():
            shortest = sorted(
                each.minutes
                for each in open_
                if each is not item and (each.book, each.difficulty, each.kind) == (section.book, *wanted)
            )
            if len(shortest) < many:
                return False
            spent += sum(shortest[:many])
        return spent + item.minutes <= section.minutes

    def draws(self, item: AnyItem, prefer: frozenset[str] = frozenset(), most: int = _DRAWS) -> Iterator[_Drawn]:
        """Draws of an item that can stand beside what there is, each with the mistakes that it shows.

        Where some are preferred, draws that show none of them are left out.
        """
        for attempt in range(most):
            drawn = sample(item, f"{self.start}/{item.id}/{attempt}", prefer)
            shown = mistakes_shown(drawn)
            is_wanted = not prefer or not shown.isdisjoint(prefer)
            if is_wanted and not any(clash(drawn.problem, other) for other in self.problems):
                yield drawn.problem, shown


def focused_sets(
    registry: Registry,
    blueprint: Blueprint,
    source: TomlFile,
    seed: int,
    takers: Mapping[Taker, Focus],
    shown_by: Mapping[str, Sequence[AnyItem]],
) -> Iterator[PracticeSet]:
    """A set for each of them, one after another. Raises BlueprintError at once, UserError where none can be made."""
    check_items(registry, blueprint, source)
    check_file_names(takers)
    return (
        focused_set(registry, blueprint, seed, SetSpec(taker.file_name, taker.name, taker.key), focus, shown_by)
        for taker, focus in takers.items()
    )


def focused_set(
    registry: Registry,
    blueprint: Blueprint,
    seed: int,
    spec: SetSpec,
    focus: Focus,
    shown_by: Mapping[str, Sequence[AnyItem]],
) -> PracticeSet:
    """The set of a student; `shown_by` are the items that can show each mistake. Raises ClashError."""
    for attempt in range(MOST_TRIES):
        draft = _Draft(registry, blueprint, f"focus/{seed}/{spec.draw}/{attempt}")
        rng = Random(draft.start)
        _cover(draft, _wanted(focus, shown_by, attempt // _TRIES_FOR_ALL, rng), shown_by, rng)
        if _fill(draft, _weights(focus, shown_by), rng):
            return _finished(draft, spec, focus, shown_by)
    raise ClashError(TELL_EACH_OTHER)


def _wanted(focus: Focus, shown_by: Mapping[str, Sequence[AnyItem]], fewer: int, rng: Random) -> set[str]:
    """The mistakes that a set is to show; fewer of them where their problems leave none that can stand beside them."""
    known = [mistake for mistake in focus.mistakes if mistake in shown_by]
    return {*(rng.sample(known, max(len(known) - fewer, 0)) if fewer else known)}


def _cover(draft: _Draft, uncovered: set[str], shown_by: Mapping[str, Sequence[AnyItem]], rng: Random) -> None:
    """Put in, one after another, the problem that shows most of the mistakes that none shows yet."""
    while uncovered:
        open_ = [(place, item) for place in _one_of_each(draft.free) for item in draft.candidates(place)]
        rng.shuffle(open_)
        found = _best(draft, open_, uncovered, shown_by, _DRAWS) or _best(
            draft, open_, uncovered, shown_by, _MANY_DRAWS
        )
        if found is None:
            return
        place, drawn = found
        draft.filled[place] = drawn
        uncovered -= drawn[1]


def _best(
    draft: _Draft,
    open_: Sequence[tuple[_Place, AnyItem]],
    uncovered: set[str],
    shown_by: Mapping[str, Sequence[AnyItem]],
    draws: int,
) -> tuple[_Place, _Drawn] | None:
    """The place and the draw that shows most of these mistakes; None where none shows any."""
    wanted = {item.id: frozenset(each for each in uncovered if item in shown_by[each]) for _, item in open_}
    best: tuple[_Place, _Drawn] | None = None
    for place, item in sorted(open_, key=lambda each: -len(wanted[each[1].id])):
        most = len(best[1][1] & uncovered) if best else 0
        if len(wanted[item.id]) <= most:
            break
        drawn = _most_telling(draft, item, wanted[item.id], draws * (_IN_WORDS if item.in_words else 1))
        if drawn is not None and len(drawn[1] & uncovered) > most:
            best = place, drawn
    return best


def _one_of_each(places: Sequence[_Place]) -> list[_Place]:
    """The first of those that take the same items."""
    return list({(place.section, place.difficulty, place.kind): place for place in reversed(places)}.values())


def _most_telling(draft: _Draft, item: AnyItem, wanted: frozenset[str], draws: int) -> _Drawn | None:
    """The first draw of an item that shows most of the mistakes; None where none shows any."""
    best: _Drawn | None = None
    for drawn in draft.draws(item, wanted, draws):
        shown = len(drawn[1] & wanted)
        if shown > (len(best[1] & wanted) if best else 0):
            best = drawn
        if shown == len(wanted):
            break
    return best


def _weights(focus: Focus, shown_by: Mapping[str, Sequence[AnyItem]]) -> dict[str, float]:
    wanted = {item.id for mistake in focus.mistakes for item in shown_by.get(mistake, ())} | focus.left.keys()
    return dict.fromkeys(sorted(wanted), _WEIGHT)


def _fill(draft: _Draft, weights: Mapping[str, float], rng: Random) -> bool:
    """Fill the other places by luck and weight, those with the least choice first; whether all are filled."""
    for place in sorted(draft.free, key=lambda place: len(draft.candidates(place))):
        items = draft.candidates(place)
        luck = {item.id: rng.random() ** (1 / weights.get(item.id, 1)) for item in items}
        drawn = (next(draft.draws(item), None) for item in sorted(items, key=lambda item: -luck[item.id]))
        found = next((each for each in drawn if each is not None), None)
        if found is None:
            return False
        draft.filled[place] = found
    return True


def _finished(draft: _Draft, spec: SetSpec, focus: Focus, shown_by: Mapping[str, Sequence[AnyItem]]) -> PracticeSet:
    numbers = count(1)

    def entries(section: int) -> Iterator[Entry]:
        for place in draft.places:
            if place.section == section:
                problem, shown = draft.filled[place]
                topic = draft.registry.topics[problem.topic]
                yield Entry.of(next(numbers), place.points, explained(problem, shown, focus), topic)

    unpractised = not_practised(focus, [mistakes for _, mistakes in draft.filled.values()], shown_by)
    sections = []
    for at, section in enumerate(draft.blueprint.sections):
        notes = [*([section.note] if section.note else []), *(unpractised if at == 0 else [])]
        note = joined(notes, " ") if notes else None
        sections.append(Section(section.title, note, section.minutes, tuple(entries(at))))
    return PracticeSet(draft.blueprint.title, spec.name, spec.student, tuple(sections), draft.registry.glossary)
