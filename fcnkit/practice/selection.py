"""Which items a blueprint's sets are made of: those that it names, and some of each topic and difficulty."""

from __future__ import annotations

from random import Random
from typing import Any

from fcnkit.config_file import ConfigFile
from fcnkit.practice.blueprint import Blueprint, SectionPlan, Slot
from fcnkit.practice.item import Item
from fcnkit.practice.registry import Registry

Items = list[list[list[Item[Any]]]]
"""Each slot's items, by section and slot."""


def candidates(registry: Registry, blueprint: Blueprint, section: SectionPlan, slot: Slot) -> list[Item[Any]]:
    """All that can stand in a slot, in alphabetical order."""
    if slot.item:
        return [registry.items[slot.item]]
    refused = {*blueprint.never, *slot.never} | (_named(blueprint) - {*slot.must})
    return [
        item
        for item in registry.items.values()
        if (item.book, item.topic, item.difficulty) == (section.book, slot.topic, slot.difficulty)
        and item.id not in refused
    ]


def selected(registry: Registry, blueprint: Blueprint, rng: Random) -> Items:
    """Items for each slot, none of them twice: those that must be there, then others by their weights."""
    taken: set[str] = set()
    found: Items = []
    for section in blueprint.sections:
        found.append([])
        for slot in section.items:
            open_ = [item for item in candidates(registry, blueprint, section, slot) if item.id not in taken]
            # The largest of so many random numbers as the weight says is what an item is chosen by.
            luck = {item.id: rng.random() ** (1 / slot.weights.get(item.id, 1)) for item in open_}
            open_.sort(key=lambda item: (item.id not in slot.named, -luck[item.id]))  # used at once
            found[-1].append(open_[: slot.count])
            taken |= {item.id for item in found[-1][-1]}
    return found


def left_out(registry: Registry, blueprint: Blueprint) -> list[str]:
    """The items that no set of this blueprint can have: what of the course it does not ask."""
    drawn = {
        item.id
        for section in blueprint.sections
        for slot in section.items
        for item in candidates(registry, blueprint, section, slot)
    }
    return [name for name in registry.items if name not in drawn]


def check_items(registry: Registry, blueprint: Blueprint, source: ConfigFile) -> None:
    """Whether there are enough items, each where it may stand, and time for them. Raises BlueprintError."""
    taken: set[str] = set()
    for number, section in enumerate(blueprint.sections):
        longest = 0
        for place, slot in enumerate(section.items):
            at = ("sections", number, "items", place)
            _check_named(registry, blueprint, section, slot, source, at)
            left = [item for item in candidates(registry, blueprint, section, slot) if item.id not in taken]
            if slot.count > len(left):
                raise source.error(
                    (*at, "item" if slot.item else "count"), _too_few(registry, section, slot, len(left))
                )
            # Those that must be there, then the longest of the others.
            left.sort(key=lambda item: (item.id not in slot.named, -item.minutes))  # used at once
            longest += sum(item.minutes for item in left[: slot.count])
            taken |= {item.id for item in left[: slot.count]}
        if longest > section.minutes:
            raise source.error(
                ("sections", number, "minutes"),
                f"the items can take {longest} minutes, more than minutes = {section.minutes}; allow more",
            )


def _check_named(
    registry: Registry,
    blueprint: Blueprint,
    section: SectionPlan,
    slot: Slot,
    source: ConfigFile,
    at: tuple[str | int, ...],
) -> None:
    for name in slot.named:
        item = registry.items[name]
        key = "item" if slot.item else "must"
        if name in (*blueprint.never, *slot.never):
            raise source.error((*at, key), f"{key}: {name} stands in never, too; remove it there or here")
        wanted = (section.book, slot.topic or item.topic, slot.difficulty or item.difficulty)
        if (item.book, item.topic, item.difficulty) != wanted:
            raise source.error(
                (*at, key),
                f"{key}: {name} is of {item.book} book, topic {item.topic}, difficulty {item.difficulty}; move it "
                "where these are asked for",
            )


def _too_few(registry: Registry, section: SectionPlan, slot: Slot, left: int) -> str:
    """How many items are left, and where else there are some."""
    if slot.item:
        return f"item: {slot.item} is asked for twice; a set has no item twice, so remove it here"
    elsewhere: dict[tuple[str, int], int] = {}
    for item in registry.items.values():
        place = (item.book, item.difficulty)
        if item.topic == slot.topic and place != (section.book, slot.difficulty):
            elsewhere[place] = elsewhere.get(place, 0) + 1
    others = ", ".join(
        f"{items} ({book} book, difficulty {level})" for (book, level), items in sorted(elsewhere.items())
    )
    are = f"is {left}" if left == 1 else f"are {left}"
    return (
        f"{slot.count} items on {slot.topic} ({section.book} book, difficulty {slot.difficulty}) are wanted, but there "
        f"{are} left; ask for fewer" + (f", or take others on this topic: {others}" if others else "")
    )


def _named(blueprint: Blueprint) -> set[str]:
    """Items that have a place of their own, and so are drawn for no other."""
    return {name for section in blueprint.sections for slot in section.items for name in slot.named}
