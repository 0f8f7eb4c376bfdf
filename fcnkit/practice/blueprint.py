"""Blueprints: what a practice set is to hold. TOML, unknown keys refused, mistakes told with their line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, Strict

from fcnkit.errors import UserError
from fcnkit.practice import markup
from fcnkit.practice.document import Book, Kind
from fcnkit.practice.registry import Registry
from fcnkit.text import AT, LANGS, Text
from fcnkit.toml_file import TomlFile

NO_BLUEPRINT = Text(
    ko="{path}: 파일이 없습니다. 한 벌에 무엇이 들어갈지 그곳에 쓰거나 --blueprint FILE로 지정하세요.",
    en="{path}: not there; write what a set holds, or name a file with --blueprint FILE",
)


class BlueprintError(UserError):
    """A blueprint that cannot be read or met; the message names the file, the line and the fix."""


NAMED_ALREADY = Text(
    ko="{key}: item = {item!r:으로} 문항을 이미 정했습니다. 이 줄을 지우세요.",
    en="{key}: the item is named already, with item = {item!r}; remove this",
)
NO_TOPIC = Text(
    ko='{key}: 빠져 있습니다. 여기에 topic과 difficulty를 쓰거나 item = "…"을 쓰세요.',
    en='{key}: missing; write topic and difficulty here, or item = "…"',
)
UNKNOWN_TOPIC = Text(
    ko="{topic!r:은} 모르는 주제입니다. 다음 가운데 하나를 쓰세요: {topics}",
    en="unknown topic {topic!r}; write one of: {topics}",
)
TOO_MANY = Text(
    ko="must: 문항이 {named}개인데 count = {count}입니다. count를 늘리세요.",
    en="must: names {named} items, but count = {count}; raise that",
)


def _with_marks_in_pairs(text: Text) -> Text:
    for lang in LANGS:
        markup.runs(text[lang])
    return text


Wording = Annotated[Text, AfterValidator(_with_marks_in_pairs)]
"""Running text: `code`, **strong** and $maths$ are marks."""


Whole = Annotated[int, Strict()]
"""A number without a point: neither "2" nor true."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Slot(_Part):
    """Some items of one topic and one difficulty, so that all sets are equally difficult; or one item by its name."""

    item: str | None = None
    topic: str | None = None
    difficulty: Whole | None = Field(default=None, ge=1, le=3)
    kind: Kind = "checked"
    """Explanations, which a person marks, stand where they are asked for only."""
    count: Whole = Field(default=1, ge=1, le=100)
    points: Whole = Field(ge=1, le=100)
    """For each of the items."""
    must: tuple[str, ...] = ()
    """Items that every set has of these."""
    never: tuple[str, ...] = ()
    weights: dict[str, Annotated[float, Strict(), Field(gt=0, le=1000)]] = {}
    """How much more often than the others (1) an item comes."""

    @property
    def named(self) -> tuple[str, ...]:
        """The items that every set has."""
        return (self.item,) if self.item else self.must


class SectionPlan(_Part):
    """A part of the set, such as the closed-book one."""

    title: Wording
    note: Wording | None = None
    book: Book
    minutes: Whole = Field(ge=1, le=600)
    """What the section's items may take together."""
    items: tuple[Slot, ...] = Field(min_length=1)


class Blueprint(_Part):
    """A whole set."""

    title: Wording
    exam_title: Wording | None = None
    """What an exam on paper is called; without it, `title`."""
    points: Whole = Field(ge=1)
    never: tuple[str, ...] = ()
    """Items that no set has."""
    sections: tuple[SectionPlan, ...] = Field(min_length=1)


def read_blueprint(path: Path | None, registry: Registry) -> tuple[Blueprint, TomlFile]:
    """The blueprint in a file, or the course's own. Raises BlueprintError."""
    if path is None:
        path = registry.course.blueprint
        if not path.exists():
            raise BlueprintError(NO_BLUEPRINT, path=path)
    source = TomlFile(path, BlueprintError)
    blueprint = source.parse(Blueprint)
    _check(blueprint, source, registry)
    return blueprint, source


def _check(blueprint: Blueprint, source: TomlFile, registry: Registry) -> None:
    _check_items(blueprint.never, source, registry, ("never",))
    for number, section in enumerate(blueprint.sections):
        for place, slot in enumerate(section.items):
            _check_slot(slot, source, registry, ("sections", number, "items", place))
    total = sum(slot.count * slot.points for section in blueprint.sections for slot in section.items)
    if total != blueprint.points:
        raise source.error(
            ("points",),
            Text(
                ko="points = {points}인데 문항 배점의 합은 {total}입니다. 이 줄이나 문항의 배점을 바꾸세요.",
                en="points = {points}, but the items' add up to {total}; change this line or theirs",
            ),
            points=blueprint.points,
            total=total,
        )


def _check_slot(slot: Slot, source: TomlFile, registry: Registry, at: tuple[str | int, ...]) -> None:
    """Either an item, or a topic and a difficulty."""
    if slot.item is not None:
        for key in sorted(slot.model_fields_set - {"item", "points"}):
            raise source.error((*at, key), NAMED_ALREADY, key=key, item=slot.item)
        _check_items((slot.item,), source, registry, (*at, "item"))
        return
    if slot.topic is None or slot.difficulty is None:
        missing = "topic" if slot.topic is None else "difficulty"
        raise source.error((*at, missing), NO_TOPIC, key=missing)
    if slot.topic not in registry.topics:
        raise source.error((*at, "topic"), UNKNOWN_TOPIC, topic=slot.topic, topics=", ".join(registry.topics))
    if len(slot.must) > slot.count:
        raise source.error((*at, "must"), TOO_MANY, named=len(slot.must), count=slot.count)
    for key, names in (("must", slot.must), ("never", slot.never), ("weights", tuple(slot.weights))):
        _check_items(names, source, registry, (*at, key))


def _check_items(names: Sequence[str], source: TomlFile, registry: Registry, at: tuple[str | int, ...]) -> None:
    for name in names:
        if name not in registry.items:
            raise source.error(at, AT, place=at[-1], what=registry.no_item(name))
