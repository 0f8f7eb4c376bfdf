"""The practice items of a course: `autograder/practice/TOPIC/ITEM.py`.

A topic is a package, whose `TITLE` is what people call it; each module in it is an item, and has an `ITEM`. Modules
whose name starts with `_` are for what items share.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from fcnkit.course import ConfigError, Course
from fcnkit.course_package import import_folder, import_module
from fcnkit.errors import UserError
from fcnkit.practice.document import Glossary
from fcnkit.practice.item import Item
from fcnkit.terminology import read
from fcnkit.text import Text


@dataclass(frozen=True, eq=False)
class Registry:
    """All items and topics of a course, each by its id, in alphabetical order."""

    course: Course
    items: Mapping[str, Item[Any]]
    topics: Mapping[str, Text]
    glossary: Glossary

    def find(self, name: str) -> Item[Any]:
        """The item of that id. Raises UserError."""
        try:
            return self.items[name]
        except KeyError:
            raise UserError(f"no item {name!r}; there are: {', '.join(self.items)}") from None


@cache
def load_registry(course: Course) -> Registry:
    """Import the course's items, once. Raises ConfigError where there are none, or one cannot be imported."""
    if not course.practice.is_dir():
        raise ConfigError(f"{course.practice}: this course has no practice items; write one as TOPIC/ITEM.py there")
    package = import_folder(course.practice)
    folders = sorted(path for path in course.practice.iterdir() if _is_public(path) and path.is_dir())
    topics = {_id(folder): _title(package, folder) for folder in folders}
    found: dict[str, Item[Any]] = {}
    for item in (item for folder in folders for item in _items(package, folder)):
        if item.id in found:
            raise ConfigError(
                f"{course.practice}: {item.id} is in {found[item.id].topic} and in {item.topic}; rename one of them"
            )
        found[item.id] = item
    return Registry(course, dict(sorted(found.items())), topics, _glossary(course))


def _glossary(course: Course) -> Glossary:
    """The course's terms, which are as new as the newest of the texts that cards are made from."""
    sources = [*course.practice.rglob("*.py"), *Path(__file__).parent.rglob("*.py")]
    sheet = course.terminology
    if sheet.exists():
        sources.append(sheet)
    edited = max(int(path.stat().st_mtime) for path in sources)
    return Glossary(course.title, read(sheet) if sheet.exists() else None, edited)


def _title(package: ModuleType, folder: Path) -> Text:
    title = getattr(_imported(package, folder.name, folder / "__init__.py"), "TITLE", None)
    if not isinstance(title, Text):
        raise ConfigError(f'{folder / "__init__.py"}: has no title; write TITLE = Text(ko="…", en="…")')
    return title


def _items(package: ModuleType, folder: Path) -> Iterator[Item[Any]]:
    for path in sorted(folder.glob("*.py")):
        if not _is_public(path):
            continue
        item = getattr(_imported(package, f"{folder.name}.{path.stem}", path), "ITEM", None)
        if not isinstance(item, Item):
            raise ConfigError(f"{path}: has no ITEM = Item(…); let names of modules that are no items start with _")
        if item.topic != _id(folder):
            raise ConfigError(f"{path}: topic is {item.topic!r}, but it lies in {folder.name}/; change one of them")
        yield item


def _imported(package: ModuleType, name: str, path: Path) -> ModuleType:
    try:
        return import_module(package, name)
    except Exception as error:  # whatever an author's module may raise
        raise ConfigError(f"{path}: cannot be imported ({type(error).__name__}: {error})") from error


def _is_public(path: Path) -> bool:
    return not path.name.startswith(("_", "."))


def _id(folder: Path) -> str:
    return folder.name.replace("_", "-")
