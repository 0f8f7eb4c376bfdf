"""The files of installed distributions and of all that they require."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

from fcnkit.errors import UserError
from fcnkit.text import Text

NOT_INSTALLED = Text(
    ko="학생의 코드에 필요한 {name:이} 설치되어 있지 않습니다. 설치하거나(Keras와 TensorFlow는 `pip install "
    "'fcnkit[keras]'`), Keras의 다른 백엔드를 쓰려면 환경 변수 KERAS_BACKEND에 이름(tensorflow, jax, torch)을 쓰세요.",
    en="students' code needs {name}, which is not installed; install it (Keras and TensorFlow: `pip install "
    "'fcnkit[keras]'`) or, where it is to be another backend of Keras, name that one (tensorflow, jax or torch) in the "
    "variable KERAS_BACKEND",
)

_REQUIRED = re.compile(r"^Requires-Dist: *(.+)$", re.MULTILINE)
_FOR_AN_EXTRA = re.compile(r"""; *extra *== *["'][^"']+["']$""")


class NotInstalled(UserError):
    """A distribution that students' code is to have is not there."""


def files_of(names: Sequence[str]) -> dict[str, Path]:
    """What these distributions and all that they require put right into site-packages: files and folders, by name.

    Raises NotInstalled when one of `names` is not there.
    """
    return {name: path for found in _closure(names) for name, path in _top_level(found)}


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
        required = (text for text in _requires(found[key]) if extras or not _FOR_AN_EXTRA.search(text))
        waiting += [each for each in map(Requirement, required) if _applies(each, extras)]
    return list(found.values())


def _installed(name: str) -> Distribution:
    try:
        return distribution(name)
    except PackageNotFoundError:
        raise NotInstalled(NOT_INSTALLED, name=name) from None


def _requires(found: Distribution) -> Sequence[str]:
    """`found.requires`, without parsing all that METADATA has as a mail, which takes most of the time."""
    metadata = found.read_text("METADATA")
    return (found.requires or ()) if metadata is None else _REQUIRED.findall(metadata.partition("\n\n")[0])


def _key(requirement: Requirement) -> str:
    return re.sub(r"[-_.]+", "-", requirement.name).lower()


def _applies(requirement: Requirement, extras: frozenset[str]) -> bool:
    marker = requirement.marker
    return marker is None or any(marker.evaluate({"extra": extra}) for extra in ("", *extras))


def _top_level(found: Distribution) -> Iterator[tuple[str, Path]]:
    """Each file or folder that the distribution puts right into site-packages."""
    record = found.read_text("RECORD") or ""  # of TensorFlow 20,000 lines, which `found.files` and csv read more slowly
    starts = {line.partition("/")[0] for line in record.splitlines()}
    names = {start.partition(",")[0].strip('"') for start in starts}
    for name in sorted(names - {"..", "__pycache__"}):
        path = Path(str(found.locate_file(name)))
        if path.exists():
            yield name, path
