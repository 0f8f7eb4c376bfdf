"""The folder of a course: where it begins, and which assignments lie in it.

Nothing in it is read, so that a grader can start before all is imported that reading takes.
"""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from fcnkit.assignment_name import whole_name
from fcnkit.assignment_paths import AssignmentPaths
from fcnkit.errors import ConfigError
from fcnkit.text import Text

COURSE_FILE = "course.toml"
NO_COURSE = Text(
    ko="{path}: 여기에도 위 폴더에도 course.toml이 없습니다. 과목의 폴더에서 실행하거나, `fcnkit init DIR`로 과목을 "
    "만드세요.",
    en="{path}: no course.toml here or above; change to the folder of a course, or make one with `fcnkit init DIR`",
)
NO_FOLDER = Text(
    ko="지금 있는 폴더가 지워졌습니다. 과목의 폴더로 `cd`한 뒤 다시 실행하세요.",
    en="the working folder has been removed; `cd` into the folder of a course and run it again",
)


@dataclass(frozen=True)
class CourseFolder:
    """The folder that holds `course.toml`, or else `solutions/` and `autograder/suites/`."""

    root: Path

    @classmethod
    def find(cls, start: Path | None = None) -> Self:
        """The course around `start`, by default the working folder. Raises ConfigError where there is none."""
        try:
            here = (start or Path.cwd()).resolve()
        except FileNotFoundError:
            raise ConfigError(NO_FOLDER) from None
        course = cls.around(here)
        if course is None:
            raise ConfigError(NO_COURSE, path=here)
        return course

    @classmethod
    def around(cls, path: Path) -> Self | None:
        """The innermost course that a file or folder, which need not exist, lies in."""
        for folder in (path, *path.parents):
            if (folder / COURSE_FILE).is_file() or (
                (folder / "solutions").is_dir() and (folder / "autograder" / "suites").is_dir()
            ):
                return cls(folder)
        return None

    @property
    def file(self) -> Path:
        """Need not exist."""
        return self.root / COURSE_FILE

    @property
    def fcnlab(self) -> Path:
        """The package that students import: the course's own in `shared/`, else the one that is installed here."""
        own = self.root / "shared" / "fcnlab"
        installed = None if own.is_dir() else importlib.util.find_spec("fcnlab")
        return own if installed is None or installed.origin is None else Path(installed.origin).resolve().parent

    def names(self) -> list[str]:
        """All assignments' names, in the syllabus' order."""
        return sorted(path.parent.name for path in (self.root / "solutions").glob("*/assignment.toml"))

    def paths(self, number_or_name: str) -> AssignmentPaths:
        """Where the files of an assignment lie. Raises ConfigError where there is none."""
        return AssignmentPaths(self.root, whole_name(number_or_name, self.names()))
