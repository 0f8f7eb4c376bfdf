"""The files needed to grade one assignment elsewhere, without its master and solutions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePath

import fcnkit
from fcnkit.course import Assignment
from fcnkit.quiz.feature import feature_of

_TEMPLATES = PurePath("fcnkit", "templates")
"""What `fcnkit init` and `fcnkit new` write, which grades nothing."""


def grading_bundle(assignment: Assignment) -> Iterator[tuple[str, Path]]:
    """The files by their place in it: configuration, hidden suite, `fcnlab`, and fcnkit itself."""
    root, package = assignment.paths.root, Path(fcnkit.__file__).parent
    for file in (assignment.paths.config_file, assignment.course.file, *feature_of(assignment).files):
        if file.exists():
            yield str(file.relative_to(root)), file
    folders = {
        assignment.paths.suite.relative_to(root): assignment.paths.suite,
        PurePath("shared", "fcnlab"): assignment.course.fcnlab,
        PurePath("fcnkit"): package,
    }
    for at, folder in folders.items():
        for path in folder.rglob("*"):
            place = at / path.relative_to(folder)
            if path.is_file() and not _is_left_out(place):
                yield str(place), path


def _is_left_out(place: PurePath) -> bool:
    return _TEMPLATES in place.parents or any(part.startswith((".", "__pycache__")) for part in place.parts)
