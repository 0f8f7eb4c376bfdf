"""The files that a student's process may read: the standard library and a profile's packages."""

from __future__ import annotations

import re
import sys
import sysconfig
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

from fcnkit.errors import UserError
from fcnkit.text import Text

_NOT_IN_LIBRARY = {"site-packages", "dist-packages", "test", "idlelib", "ensurepip", "pydoc_data"}
"""In the standard library's folder, but no part of what student code needs."""


NOT_INSTALLED = Text(
    ko="학생의 코드에 필요한 {name:이} 설치되어 있지 않습니다. 설치하거나(Keras와 TensorFlow는 `pip install "
    "'fcnkit[keras]'`), Keras의 다른 백엔드를 쓰려면 환경 변수 KERAS_BACKEND에 이름을 쓰세요.",
    en="students' code needs {name}, which is not installed; install it (Keras and TensorFlow: `pip install "
    "'fcnkit[keras]'`) or, where it is to be another backend of Keras, name that one in the variable KERAS_BACKEND",
)


class NotInstalled(UserError):
    """A distribution that students' code is to have is not there."""


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
    for found in _closure(distributions):
        links.update(_top_level(found))
    for name, target in links.items():
        (into / name).parent.mkdir(parents=True, exist_ok=True)
        (into / name).symlink_to(target)
    for folder in {into, *(folder for name in links for folder in (into / name).parents if into in folder.parents)}:
        folder.chmod(0o755)  # whatever the umask is: the process may become another user
    library = Path(sysconfig.get_path("stdlib"))
    parts = [path for path in library.iterdir() if path.name not in _NOT_IN_LIBRARY]
    return VisibleFiles(into, (into, *links.values(), *parts, *_system()), (library,))


def _closure(names: Sequence[str]) -> list[Distribution]:
    """The named distributions, such as `jax[cuda12]`, and all that they require, of extras what is installed."""
    waiting = [Requirement(name) for name in names]
    found = {_key(named): _installed(named.name) for named in waiting}
    seen: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        wanted = waiting.pop()
        key, extras = _key(wanted), frozenset(wanted.extras)
        if (key, extras) in seen:
            continue
        seen.add((key, extras))
        try:
            found.setdefault(key, distribution(wanted.name))
        except PackageNotFoundError:
            continue  # required only on another platform, or for an extra
        waiting += [each for each in map(Requirement, found[key].requires or ()) if _applies(each, extras)]
    return list(found.values())


def _installed(name: str) -> Distribution:
    try:
        return distribution(name)
    except PackageNotFoundError:
        raise NotInstalled(NOT_INSTALLED, name=name) from None


def _key(requirement: Requirement) -> str:
    return re.sub(r"[-_.]+", "-", requirement.name).lower()


def _applies(requirement: Requirement, extras: frozenset[str]) -> bool:
    marker = requirement.marker
    return marker is None or any(marker.evaluate({"extra": extra}) for extra in ("", *extras))


def _top_level(found: Distribution) -> Iterator[tuple[str, Path]]:
    """Each file or folder that the distribution puts right into site-packages."""
    record = found.read_text("RECORD") or ""  # of TensorFlow 20,000 lines, which `found.files` and csv read more slowly
    names = {line.partition(",")[0].partition("/")[0].strip('"') for line in record.splitlines()}
    for name in sorted(names - {"..", "__pycache__"}):
        path = Path(str(found.locate_file(name)))
        if path.exists():
            yield name, path


def _system() -> Iterator[Path]:
    """Where the dynamic loader finds shared libraries."""
    triplet = sysconfig.get_config_var("MULTIARCH") or ""
    candidates = ["/lib64", "/usr/lib64", "/etc/ld.so.cache"]
    candidates += [f"{folder}/{triplet}" for folder in ("/lib", "/usr/lib") if triplet]
    yield from (path for path in map(Path, candidates) if path.exists())
    yield from Path(sys.base_prefix, "lib").glob("libpython*.so*")
