"""A course to start from, and one more assignment for it, from the templates in `fcnkit/templates/`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath

from fcnkit.course import Assignment, ConfigError, Course
from fcnkit.text import Text

FIRST = "01-moving-average"
FIRST_TITLE = Text(ko="이동 평균", en="Moving averages")
_NAME = re.compile(r"(?P<number>[0-9]{2})-(?P<topic>[a-z0-9]+(?:-[a-z0-9]+)*)")


def new_course(folder: Path) -> Course:
    """Write a small course into `folder`, which is made. Raises ConfigError where something is there already."""
    if folder.exists() and not folder.is_dir():
        raise ConfigError(f"{folder}: is a file; name a folder for the course")
    if folder.exists() and any(folder.iterdir()):
        raise ConfigError(f"{folder}: is not empty; name a new folder for the course")
    _write("course", folder, {})
    course = Course(folder.resolve())
    _add(course, FIRST, FIRST_TITLE)
    return course


def new_assignment(course: Course, name: str) -> Assignment:
    """Add an assignment that verifies to a course. Raises ConfigError for a name that is wrong or taken."""
    parsed = _NAME.fullmatch(name)
    if parsed is None:
        raise ConfigError(f"{name!r} is no name for an assignment; write two digits and a topic, such as 02-padding")
    taken = next((each for each in course.names() if each.startswith(f"{parsed['number']}-")), None)
    if taken is not None:
        raise ConfigError(f"the number {parsed['number']} is taken by {taken}; choose another one for {name}")
    title = parsed["topic"].replace("-", " ").capitalize()
    return _add(course, name, Text(ko=title, en=title))


def _add(course: Course, name: str, title: Text) -> Assignment:
    _write("assignment", course.root, {"NAME": name, "TITLE_KO": title.ko, "TITLE_EN": title.en})
    return course.assignment(name)


def _write(template: str, folder: Path, words: Mapping[str, str]) -> None:
    """Copy a template, with `words` in the place of others, in the files' names, too. Raises ConfigError."""
    root = files("fcnkit") / "templates" / template
    found = [
        (folder / _filled(str(place), words), _filled(text, words)) for place, text in _texts(root, PurePosixPath())
    ]
    for path, _ in found:
        if path.exists():
            raise ConfigError(f"{path}: is there already; move it away, or choose another name")
    for path, text in found:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _texts(folder: Traversable, place: PurePosixPath) -> Iterator[tuple[PurePosixPath, str]]:
    """Each file below the folder by its place there, and its text."""
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _texts(entry, place / entry.name)
        elif entry.is_file():
            yield place / entry.name, entry.read_text(encoding="utf-8")


def _filled(text: str, words: Mapping[str, str]) -> str:
    for word, value in words.items():
        text = text.replace(word, value)
    return text
