"""The files needed to grade one assignment elsewhere, without its master and solutions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import fcnkit
from fcnkit.course import Assignment


def grading_bundle(assignment: Assignment) -> Iterator[tuple[str, Path]]:
    """The files by their place in it: configuration, hidden suite, `fcnlab`, and fcnkit itself."""
    root, package = assignment.root, Path(fcnkit.__file__).parent
    sheet = (assignment.terminology,) if assignment.config.quiz else ()
    for file in (assignment.config_file, assignment.course_file, *sheet):
        if file.exists():
            yield str(file.relative_to(root)), file
    folders = ((root, assignment.suite), (root, root / "shared" / "fcnlab"), (package.parent, package))
    for above, folder in folders:
        for path in folder.rglob("*"):
            place = path.relative_to(above)
            if path.is_file() and not any(part.startswith((".", "__pycache__")) for part in place.parts):
                yield str(place), path
