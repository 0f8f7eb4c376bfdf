"""A course to start from, and one more assignment for it, from the templates in `fcnkit/templates/`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath

from fcnkit.course import Assignment, Course
from fcnkit.errors import ConfigError
from fcnkit.text import Text, same

FIRST = "01-moving-average"
FIRST_TITLE = Text(ko="이동 평균", en="Moving averages")
IS_FILE = Text(
    ko="{path}: 파일입니다. 과목을 만들 폴더를 지정하세요.", en="{path}: is a file; name a folder for the course"
)
NOT_EMPTY = Text(
    ko="{path}: 비어 있지 않습니다. 새 폴더를 지정하세요.", en="{path}: is not empty; name a new folder for the course"
)
INSIDE = Text(
    ko="{path:은} 과목 {course} 안에 있습니다. 과목 밖의 폴더를 지정하거나, 그 과목에 `fcnkit new`로 과제를 더하세요.",
    en="{path} lies in the course {course}; name a folder outside, or add an assignment to that course with "
    "`fcnkit new`",
)
NO_NAME = Text(
    ko="{name:은} 과제 이름으로 쓸 수 없습니다. 02-padding처럼 두 자리 번호, 붙임표, 영어 소문자로 된 주제를 쓰세요.",
    en="{name} is no name for an assignment; write two digits, a hyphen and a topic in small letters, such as "
    "02-padding",
)
TAKEN = Text(
    ko="{number:은} {taken}의 번호입니다. {name}에는 다른 번호를 쓰세요.",
    en="the number {number} is taken by {taken}; choose another one for {name}",
)
THERE = Text(
    ko="{path}: 이미 있습니다. 옮기거나 다른 이름을 쓰세요.",
    en="{path}: is there already; move it away, or choose another name",
)
_NAME = re.compile(r"(?P<number>[0-9]{2})-(?P<topic>[a-z0-9]+(?:-[a-z0-9]+)*)")


def new_course(folder: Path) -> Course:
    """Write a small course into `folder`, which is made.

    Raises ConfigError where something is there already, and inside another course.
    """
    if folder.exists() and not folder.is_dir():
        raise ConfigError(IS_FILE, path=folder)
    if folder.exists() and any(folder.iterdir()):
        raise ConfigError(NOT_EMPTY, path=folder)
    course = Course(folder.resolve())
    outer = Course.around(course.root)
    if outer is not None:
        raise ConfigError(INSIDE, path=folder, course=outer.root)
    _write("course", folder, {})
    _add(course, FIRST, FIRST_TITLE)
    return course


def new_assignment(course: Course, name: str) -> Assignment:
    """Add an assignment that verifies to a course. Raises ConfigError for a name that is wrong or taken."""
    parsed = _NAME.fullmatch(name)
    if parsed is None:
        raise ConfigError(NO_NAME, name=repr(name))
    taken = next((each for each in course.names() if each.startswith(f"{parsed['number']}-")), None)
    if taken == name:
        raise ConfigError(THERE, path=course.assignment(name).paths.config_file.parent)
    if taken is not None:
        raise ConfigError(TAKEN, number=parsed["number"], taken=taken, name=name)
    title = parsed["topic"].replace("-", " ").capitalize()
    return _add(course, name, same(title))


def _add(course: Course, name: str, title: Text) -> Assignment:
    _write("assignment", course.root, {"NAME": name, "TITLE_KO": title.ko, "TITLE_EN": title.en})
    return course.assignment(name)


def _write(template: str, folder: Path, words: Mapping[str, str]) -> None:
    """Copy a template, with words replaced by `words`, also in the names of files. Raises ConfigError."""
    root = files("fcnkit") / "templates" / template
    found = [
        (folder / _filled(str(place), words), _filled(text, words)) for place, text in _texts(root, PurePosixPath())
    ]
    for path, _ in found:
        if path.exists():
            raise ConfigError(THERE, path=path)
    written = []
    try:
        for path, text in found:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            written.append(path)
    except OSError:
        for path in written:  # else the next try would find them there already
            path.unlink(missing_ok=True)
        raise


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
