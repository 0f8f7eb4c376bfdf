"""Which items a blueprint's sets are made of: those that it names, and some of each topic and difficulty."""

from __future__ import annotations

from collections import Counter
from random import Random

from fcnkit.practice.blueprint import Blueprint, SectionPlan, Slot
from fcnkit.practice.document import Book, Kind
from fcnkit.practice.item import AnyItem
from fcnkit.practice.registry import Registry
from fcnkit.text import Text, joined
from fcnkit.toml_file import TomlFile

Items = list[list[list[AnyItem]]]
"""Each slot's items, by section and slot."""


def candidates(registry: Registry, blueprint: Blueprint, section: SectionPlan, slot: Slot) -> list[AnyItem]:
    """All that can stand in a slot, in alphabetical order."""
    if slot.item:
        return [registry.items[slot.item]]
    refused = {*blueprint.never, *slot.never} | (_named(blueprint) - {*slot.must})
    return [
        item
        for item in registry.items.values()
        if _kind_of(item) == (section.book, slot.topic, slot.difficulty, slot.kind) and item.id not in refused
    ]


def _kind_of(item: AnyItem) -> tuple[Book, str, int, Kind]:
    """What slots choose items by."""
    return item.book, item.topic, item.difficulty, item.kind


def selected(registry: Registry, blueprint: Blueprint, rng: Random) -> Items:
    """Items for each slot, none of them twice: those that must be there, then others by their weights."""
    taken: set[str] = set()
    found: Items = []
    for section in blueprint.sections:
        found.append([])
        for slot in section.items:
            open_ = [item for item in candidates(registry, blueprint, section, slot) if item.id not in taken]
            # An item's luck is the largest of as many random numbers as its weight says.
            luck = {item.id: rng.random() ** (1 / slot.weights.get(item.id, 1)) for item in open_}
            open_.sort(key=lambda item: (item.id not in slot.named, -luck[item.id]))  # used at once
            found[-1].append(open_[: slot.count])
            taken |= {item.id for item in found[-1][-1]}
    return found


def left_out(registry: Registry, blueprint: Blueprint) -> list[str]:
    """The items that no set of this blueprint can have: what of the course it does not ask.

    Explanations are left out of this: who marks them decides how many there are.
    """
    drawn = {
        item.id
        for section in blueprint.sections
        for slot in section.items
        for item in candidates(registry, blueprint, section, slot)
    }
    return [name for name, item in registry.items.items() if item.kind == "checked" and name not in drawn]


BOOK: dict[Book, Text] = {
    "closed": Text(ko="클로즈드 북", en="closed book"),
    "open": Text(ko="오픈 북", en="open book"),
}
EXPLAINED = Text(ko='{book}, kind = "explanation"', en='{book}, kind = "explanation"')
TOO_LONG = Text(
    ko="문항을 푸는 데 {longest}분까지 걸릴 수 있어 minutes = {minutes}보다 깁니다. 시간을 늘리세요.",
    en="the items can take {longest} minutes, more than minutes = {minutes}; allow more",
)
IN_NEVER = Text(
    ko="{key}: {name:이} never에도 있습니다. 둘 가운데 하나를 지우세요.",
    en="{key}: {name} stands in never, too; remove it there or here",
)
ELSEWHERE = Text(
    ko="{key}: {name:은} {book}, 주제 {topic}, 난이도 {level} 문항입니다. 그런 문항을 뽑는 곳으로 옮기세요.",
    en="{key}: {name} is of {book}, topic {topic}, difficulty {level}; move it where these are asked for",
)
TWICE = Text(
    ko="item: {item:이} 두 번 나옵니다. 한 벌에 같은 문항은 한 번만 들어가니 여기서 지우세요.",
    en="item: {item} is asked for twice; a set has no item twice, so remove it here",
)
KIND = Text(ko="{count}개({book}, 난이도 {level})", en="{count} ({book}, difficulty {level})")
OTHERS = Text(ko=" 같은 주제의 다른 문항을 쓸 수도 있습니다: {others}", en=", or take others on this topic: {others}")
NO_OTHERS = Text(ko=" 문항을 더 만들 수도 있습니다.", en=", or write more")
TOO_FEW = Text(
    ko="{topic} 주제의 문항({book}, 난이도 {level})을 {count}개 원하는데 남은 것은 {left}개입니다. 개수를 "
    "줄이세요.{others}",
    en="{count:+item} wanted on {topic} ({book}, difficulty {level}), but only {left} left; ask for fewer{others}",
)


def check_items(registry: Registry, blueprint: Blueprint, source: TomlFile) -> None:
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
                TOO_LONG,
                longest=longest,
                minutes=section.minutes,
            )


def _check_named(
    registry: Registry,
    blueprint: Blueprint,
    section: SectionPlan,
    slot: Slot,
    source: TomlFile,
    at: tuple[str | int, ...],
) -> None:
    for name in slot.named:
        item = registry.items[name]
        key = "item" if slot.item else "must"
        if name in (*blueprint.never, *slot.never):
            raise source.error((*at, key), IN_NEVER, key=key, name=name)
        kind = item.kind if slot.item else slot.kind
        if _kind_of(item) != (section.book, slot.topic or item.topic, slot.difficulty or item.difficulty, kind):
            book = _book(item.book, item.kind)
            raise source.error(
                (*at, key),
                ELSEWHERE.format(key=key, name=name, book=book, topic=item.topic, level=item.difficulty),
            )


def _too_few(registry: Registry, section: SectionPlan, slot: Slot, left: int) -> Text:
    """How many items are left, and where else there are some."""
    if slot.item:
        return TWICE.format(item=slot.item)
    elsewhere: Counter[tuple[Book, int, Kind]] = Counter()
    for item in registry.items.values():
        place = (item.book, item.difficulty, item.kind)
        if item.topic == slot.topic and place != (section.book, slot.difficulty, slot.kind):
            elsewhere[place] += 1
    others = [
        KIND.format(count=count, book=_book(book, kind), level=level)
        for (book, level, kind), count in sorted(elsewhere.items())
    ]
    return TOO_FEW.format(
        count=slot.count,
        topic=slot.topic,
        book=_book(section.book, slot.kind),
        level=slot.difficulty,
        left=left,
        others=OTHERS.format(others=joined(others, ", ")) if others else NO_OTHERS,
    )


def _book(book: Book, kind: Kind) -> Text:
    """How messages name the book, and the kind where it is not the usual one."""
    return EXPLAINED.format(book=BOOK[book]) if kind == "explanation" else BOOK[book]


def _named(blueprint: Blueprint) -> set[str]:
    """Items that have a place of their own, and so are drawn for no other."""
    return {name for section in blueprint.sections for slot in section.items for name in slot.named}
