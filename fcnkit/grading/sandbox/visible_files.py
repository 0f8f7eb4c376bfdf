"""The files that a student's process may read: the standard library and a profile's packages."""

from __future__ import annotations

import sys
import sysconfig
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import cache_from_source
from pathlib import Path, PurePath

_NOT_IN_LIBRARY = {"site-packages", "dist-packages", "test", "idlelib", "ensurepip", "pydoc_data"}
"""In the standard library's folder, but no part of what student code needs."""


@dataclass(frozen=True)
class VisibleFiles:
    """`profile` is a folder of symbolic links, the only place but the standard library where modules are searched.

    So TensorFlow, SciPy or pytest are not forbidden there: they do not exist.
    """

    profile: Path
    readable: tuple[Path, ...]
    """Files and folders with all that is in them."""
    listed: tuple[Path, ...]
    """Folders whose names may be listed, as the import system does; what lies in them is not thereby readable."""


def visible_files_for(distributions: Sequence[str], own: Mapping[str, Path], into: Path) -> VisibleFiles:
    """Make the profile folder `into`: the distributions with all they require, and `own` modules by their place in it.

    Raises NotInstalled when one of `distributions` is not there.
    """
    links = dict(own)
    if distributions:
        from fcnkit.grading.sandbox.distributions import files_of  # noqa: PLC0415  # what is tried without them needs none

        links.update(files_of(distributions))
    links |= dict(_compiled(links))
    for name, target in links.items():
        (into / name).parent.mkdir(parents=True, exist_ok=True)
        (into / name).symlink_to(target)
    filled = {(into / name).parent for name in links}
    for folder in {into, *(above for lowest in filled for above in (lowest, *lowest.parents) if into in above.parents)}:
        folder.chmod(0o755)  # whatever the umask is: the process may become another user
    library = Path(sysconfig.get_path("stdlib"))
    parts = [path for path in library.iterdir() if path.name not in _NOT_IN_LIBRARY]
    return VisibleFiles(into, (into, *links.values(), *parts, *_system()), (library,))


def _compiled(links: Mapping[str, Path]) -> Iterator[tuple[str, Path]]:
    """What Python has compiled of modules that are single files: else each process that imports one does that anew."""
    for name, target in links.items():
        if target.suffix == ".py":
            compiled = Path(cache_from_source(target))
            if compiled.exists():
                yield f"{PurePath(name).parent}/__pycache__/{compiled.name}", compiled


def _system() -> Iterator[Path]:
    """Where the dynamic loader finds shared libraries."""
    triplet = sysconfig.get_config_var("MULTIARCH") or ""
    candidates = ["/lib64", "/usr/lib64", "/etc/ld.so.cache"]
    candidates += [f"{folder}/{triplet}" for folder in ("/lib", "/usr/lib") if triplet]
    yield from (path for path in map(Path, candidates) if path.exists())
    yield from Path(sys.base_prefix, "lib").glob("libpython*.so*")
