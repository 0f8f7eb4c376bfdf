"""Remembers which notebooks have passed their own public checks, so that only what has changed is run again.

What a build writes does not depend on that run: nothing that is handed out can be stale. A digest covers all that could
make the run come out otherwise: the notebooks with their checks, the course's shared folder, the `fcnlab` that is
installed, the Python, and the versions of all installed packages.
"""

from __future__ import annotations

import hashlib
import platform
import sys
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

_DESCRIBE = (".dist-info", ".egg-info")
FOLDER = ".fcnkit_cache"
"""In the course: an empty file for each digest."""


def digest(notebooks: Iterable[bytes], root: Path) -> str:
    """A digest of notebooks in the course at `root`."""
    whole = hashlib.sha256()
    for part in (*notebooks, *_surroundings(root)):
        whole.update(hashlib.sha256(part).digest())
    return whole.hexdigest()


def are_known(root: Path, found: str) -> bool:
    return (root / FOLDER / found).is_file()


def remember(root: Path, found: str) -> None:
    """Leaves a mark where that is possible; elsewhere the checks run again next time."""
    folder = root / FOLDER
    try:
        folder.mkdir(exist_ok=True)
        (folder / ".gitignore").write_text("*\n", encoding="utf-8")
        (folder / found).touch()
    except OSError:
        return


def _surroundings(root: Path) -> Iterator[bytes]:
    yield f"{platform.python_implementation()} {platform.python_version()} {platform.platform()}".encode()
    yield from sorted(_installed())
    package = find_spec("fcnlab")
    folders = {(root / "shared").resolve()}
    if package is not None and package.origin is not None:
        folders.add(Path(package.origin).resolve().parent)
    for folder in sorted(folders):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path.relative_to(folder).as_posix().encode()
                yield path.read_bytes()


def _installed() -> Iterator[bytes]:
    """What describes the installed packages, by its names: these have the versions, and to read it all takes long."""
    for folder in filter(Path.is_dir, map(Path, sys.path)):
        yield from (path.name.encode() for path in folder.iterdir() if path.suffix in _DESCRIBE)
