"""Parts of the course in this checkout, copied while other tests compile, read and write in it."""

from __future__ import annotations

import shutil
from pathlib import Path

from fcnkit.course import Course

_PASSING = shutil.ignore_patterns("__pycache__", "secret-*")


def copy_of_course(into: Path, *places: str | Path) -> None:
    """Those files and folders, each where it lies in the course. What may be gone in a moment is left behind."""
    root = Course.find().root
    for place in places:
        source, target = root / place, into / (root / place).relative_to(root)
        if source.is_dir():
            shutil.copytree(source, target, ignore=_PASSING, dirs_exist_ok=True)
        else:
            shutil.copy(source, target)
