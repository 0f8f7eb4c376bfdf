"""Blueprints: what a practice set is to hold. TOML, unknown keys refused, mistakes told with their line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, Strict, ValidationError

from fcnkit.errors import UserError
from fcnkit.practice import markup
from fcnkit.practice.document import Book
from fcnkit.practice.registry import Registry
from fcnkit.text import LANGS, Text


class BlueprintError(UserError):
    """A blueprint that cannot be read or met; the message names the file, the line and the fix."""


def _with_marks_in_pairs(text: Text) -> Text:
    for lang in LANGS:
        markup.runs(text[lang])
    return text


Wording = Annotated[Text, AfterValidator(_with_marks_in_pairs)]
"""Running text: `code`, **strong** and $maths$ are marks."""


Whole = Annotated[int, Strict()]
"""A number without a point: neither "2" nor true."""

_WRITE = {
    "extra_forbidden": "unknown key; remove it or correct its spelling",
    "missing": "missing; write it here",
    "dataclass_type": 'no text in both languages; write {{ ko = "…", en = "…" }}',
    "unexpected_keyword_argument": "unknown language; write ko and en alone",
    "string_type": "no text; write it in quotation marks",
    "int_type": "no whole number; write one without quotation marks, such as 2",
    "tuple_type": "no list; head each one with [[{name}]], in two brackets on either side",
    "model_type": "no table; head it with [[{name}]]",
}
"""What to write instead, by pydantic's name of the complaint."""
_TOML = {
    "Cannot overwrite a value": "this key stands twice in its table; leave one of them",
    "Cannot declare": "this table stands twice; leave one of them",
    "Invalid value": "no value; text stands in quotation marks",
    "Expected '='": "no key = value; write an equals sign between them",
}
"""What to write instead, by how Python's complaint begins."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Slot(_Part):
    """Some items of one topic and one difficulty, so that all sets are equally difficult; or one item by its name."""

    item: str | None = None
    topic: str | None = None
    difficulty: Whole | None = Field(default=None, ge=1, le=3)
    count: Whole = Field(default=1, ge=1, le=100)
    points: Whole = Field(ge=1, le=100)
    """For each of the items."""
    must: tuple[str, ...] = ()
    """Items that every set has of these."""
    never: tuple[str, ...] = ()
    weights: dict[str, Annotated[float, Field(gt=0, le=1000)]] = {}
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
    points: Whole = Field(ge=1)
    never: tuple[str, ...] = ()
    """Items that no set has."""
    sections: tuple[SectionPlan, ...] = Field(min_length=1)


class Source:
    """A blueprint's file: where it is, and in which line a key stands."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self.text = path.read_text(encoding="utf-8-sig")  # Windows' editor writes the mark
        except UnicodeDecodeError as error:
            raise BlueprintError(f"{path}: not UTF-8 text; save the blueprint as UTF-8") from error

    def error(self, place: Sequence[str | int], complaint: str) -> BlueprintError:
        """A complaint about the key at a place such as ("sections", 0, "items", 2, "topic")."""
        return BlueprintError(f"{self.path}, line {self.line(place)}: {complaint}")

    def line(self, place: Sequence[str | int]) -> int:
        """The line of a key, or else of the nearest heading above the place where it should be."""
        lines, here, table = self.text.splitlines(), 0, ""
        for part in place:
            if isinstance(part, int):
                heading = re.compile(rf"\s*\[\[\s*{re.escape(table)}\s*\]\]")
                starts = [at for at, line in enumerate(lines) if heading.match(line) and at >= here]
                here = starts[part] if part < len(starts) else here
                continue
            table = f"{table}.{part}".strip(".")
            headings = (at for at in range(len(lines)) if re.match(rf"\s*\[+\s*{re.escape(table)}\s*\]", lines[at]))
            here = next((at for at in headings if at >= here), here)
            # A heading is no key of the table before it; what stands under it is searched from there on.
            below = range(here + (lines[here].lstrip().startswith("[") if lines else 0), len(lines))
            for at in below:
                if lines[at].lstrip().startswith("["):
                    break
                if re.match(rf"\s*{re.escape(part)}\s*=", lines[at]):
                    here = at
                    break
        return here + 1


def read_blueprint(path: Path | None, registry: Registry) -> tuple[Blueprint, Source]:
    """The blueprint in a file, or the course's own. Raises BlueprintError."""
    if path is None:
        path = registry.course.blueprint
        if not path.exists():
            raise BlueprintError(f"{path}: not there; write what a set holds, or name a file with --blueprint FILE")
    source = Source(path)
    try:
        blueprint = Blueprint.model_validate(tomllib.loads(source.text))
    except tomllib.TOMLDecodeError as error:
        told = re.search(r"at line (\d+)", str(error))
        line = told[1] if told else len(source.text.splitlines())
        said = str(error).partition(" (at ")[0]
        what = next((write for begins, write in _TOML.items() if said.startswith(begins)), said)
        raise BlueprintError(f"{path}, line {line}: not valid TOML: {what}") from error
    except ValidationError as error:
        raise _complaint(error, source) from error
    _check(blueprint, source, registry)
    return blueprint, source


def _complaint(error: ValidationError, source: Source) -> BlueprintError:
    """The first complaint; of a key that is misspelled, rather than of the one that is therefore missing."""
    complaints = sorted(error.errors(), key=lambda each: each["type"] != "extra_forbidden")
    place, kind, message = complaints[0]["loc"], complaints[0]["type"], complaints[0]["msg"]
    name = ".".join(str(part) for part in place if isinstance(part, str)) or "the file"
    write = _WRITE.get(kind)
    complaint = write.format(name=name) if write else message.removeprefix("Value error, ").partition(": Text(")[0]
    return source.error(place, f"{name}: {complaint}")


def _check(blueprint: Blueprint, source: Source, registry: Registry) -> None:
    _check_items(blueprint.never, source, registry, ("never",))
    for number, section in enumerate(blueprint.sections):
        for place, slot in enumerate(section.items):
            _check_slot(slot, source, registry, ("sections", number, "items", place))
    total = sum(slot.count * slot.points for section in blueprint.sections for slot in section.items)
    if total != blueprint.points:
        raise source.error(
            ("points",),
            f"points = {blueprint.points}, but the items' add up to {total}; change this line or theirs",
        )


def _check_slot(slot: Slot, source: Source, registry: Registry, at: tuple[str | int, ...]) -> None:
    """Either an item, or a topic and a difficulty."""
    if slot.item is not None:
        for key in sorted(slot.model_fields_set - {"item", "points"}):
            raise source.error((*at, key), f"{key}: the item is named already, with item = {slot.item!r}; remove this")
        _check_items((slot.item,), source, registry, (*at, "item"))
        return
    if slot.topic is None or slot.difficulty is None:
        missing = "topic" if slot.topic is None else "difficulty"
        raise source.error((*at, missing), f'{missing}: missing; write topic and difficulty here, or item = "…"')
    if slot.topic not in registry.topics:
        raise source.error((*at, "topic"), f"unknown topic {slot.topic!r}; write one of: {', '.join(registry.topics)}")
    if len(slot.must) > slot.count:
        raise source.error((*at, "must"), f"must: names {len(slot.must)} items, but count = {slot.count}; raise that")
    for key, names in (("must", slot.must), ("never", slot.never), ("weights", tuple(slot.weights))):
        _check_items(names, source, registry, (*at, key))


def _check_items(names: Sequence[str], source: Source, registry: Registry, at: tuple[str | int, ...]) -> None:
    for name in names:
        if name not in registry.items:
            raise source.error(at, f"{at[-1]}: no item {name!r}; there are: {', '.join(registry.items)}")
