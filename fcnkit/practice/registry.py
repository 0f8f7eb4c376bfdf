"""The practice items of a course: `autograder/practice/TOPIC/ITEM.py`.

A topic is a package, whose `TITLE` is what people call it; each module in it is an item, and has an `ITEM`. Modules
whose name starts with `_` are for what items share.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from types import ModuleType

from fcnkit.course import Course
from fcnkit.course_package import import_folder, import_module
from fcnkit.errors import ConfigError, UserError
from fcnkit.practice.document import Glossary
from fcnkit.practice.item import AnyItem, Item
from fcnkit.terminology import read
from fcnkit.text import BadValue, Text

NO_ITEM = Text(ko="{name!r} 문항이 없습니다. 있는 문항: {items}", en="no item {name!r}; there are: {items}")
NEAR = Text(ko="{name!r} 문항이 없습니다. 이름이 비슷한 문항: {items}", en="no item {name!r}; names like it: {items}")
NO_ITEMS = Text(
    ko="{path}: 이 과목에는 연습 문항이 없습니다. 그곳에 TOPIC/ITEM.py로 쓰세요.",
    en="{path}: this course has no practice items; write one as TOPIC/ITEM.py there",
)
TWICE = Text(
    ko="{path}: {item} 문항이 두 주제({topics})에 있습니다. 하나의 이름을 바꾸세요.",
    en="{path}: {item} is in two topics ({topics}); rename one of them",
)
NO_TITLE = Text(
    ko='{path}: 제목이 없습니다. TITLE = Text(ko="…", en="…")를 쓰세요.',
    en='{path}: has no title; write TITLE = Text(ko="…", en="…")',
)
NOT_AN_ITEM = Text(
    ko="{path}: ITEM = Item(…)이 없습니다. 문항이 아닌 모듈은 이름을 _로 시작하세요.",
    en="{path}: has no ITEM = Item(…); let names of modules that are no items start with _",
)
OTHER_TOPIC = Text(
    ko="{path}: topic은 {topic}인데 {folder}/에 있습니다. 둘 가운데 하나를 바꾸세요.",
    en="{path}: topic is {topic}, but it lies in {folder}/; change one of them",
)
NOT_IMPORTED = Text(ko="{path}: 불러올 수 없습니다({error}).", en="{path}: cannot be imported ({error})")


@dataclass(frozen=True, eq=False)
class Registry:
    """All items and topics of a course, each by its id, in alphabetical order."""

    course: Course
    items: Mapping[str, AnyItem]
    topics: Mapping[str, Text]
    glossary: Glossary

    def find(self, name: str) -> AnyItem:
        """The item of that id. Raises UserError."""
        try:
            return self.items[name]
        except KeyError:
            raise UserError(self.no_item(name)) from None

    def no_item(self, name: str) -> Text:
        """That there is none of that id: with those that may be meant, or else with all."""
        near = [each for each in self.items if name and name in each] or get_close_matches(name, self.items)
        return (NEAR if near else NO_ITEM).format(name=name, items=", ".join(near or self.items))


@cache
def load_registry(course: Course) -> Registry:
    """Import the course's items, once. Raises ConfigError where there are none, or one cannot be imported, and what
    reading the sheet of terms raises."""
    if not course.practice.is_dir():
        raise ConfigError(NO_ITEMS, path=course.practice)
    package = import_folder(course.practice)
    folders = sorted(path for path in course.practice.iterdir() if _is_public(path) and path.is_dir())
    topics = {_id(folder): _title(package, folder) for folder in folders}
    found: dict[str, AnyItem] = {}
    for item in (item for folder in folders for item in _items(package, folder)):
        if item.id in found:
            raise ConfigError(TWICE, path=course.practice, item=item.id, topics=f"{found[item.id].topic}, {item.topic}")
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
        raise ConfigError(NO_TITLE, path=folder / "__init__.py")
    return title


def _items(package: ModuleType, folder: Path) -> Iterator[AnyItem]:
    for path in sorted(folder.glob("*.py")):
        if not _is_public(path):
            continue
        item = getattr(_imported(package, f"{folder.name}.{path.stem}", path), "ITEM", None)
        if not isinstance(item, Item):
            raise ConfigError(NOT_AN_ITEM, path=path)
        if item.topic != _id(folder):
            raise ConfigError(OTHER_TOPIC, path=path, topic=repr(item.topic), folder=folder.name)
        yield item


def _imported(package: ModuleType, name: str, path: Path) -> ModuleType:
    try:
        return import_module(package, name)
    except UserError:  # such as of the sheet of terms, which names its own file and line
        raise
    except Exception as error:  # whatever an author's module may raise
        what = error.text if isinstance(error, BadValue) else f"{type(error).__name__}: {error}"
        raise ConfigError(NOT_IMPORTED, path=path, error=what) from error


def _is_public(path: Path) -> bool:
    return not path.name.startswith(("_", "."))


def _id(folder: Path) -> str:
    return folder.name.replace("_", "-")
