"""Files on disk: a folder's files, and one file's bytes, bounded and without following links."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from fcnkit.grading.intake.names import is_ignored, on_disk
from fcnkit.grading.intake.submission import Entry, Refused, printable
from fcnkit.text import Text

MAX_BYTES = 100 * 2**20
MAX_DEPTH = 50  # folders in folders; no student's are as deep
GRADEBOOK = "gradebook.sqlite"
OWN_OUTPUT = {GRADEBOOK, "results", "feedback"}
"""What marks a folder that `grade --out` wrote, perhaps inside the class' folder. Of it only the first is listed."""

LINK = Text(
    ko="'{name}'{name:~은} 다른 곳을 가리키는 링크라서 열지 않았습니다. 링크 대신 파일 자체를 제출해 주세요.",
    en="'{name}' is a link to another place, which is never followed. Hand in the file itself instead.",
)
NOT_A_FILE = Text(
    ko="'{name}'{name:~은} 일반 파일이 아니어서 열지 않았습니다. 노트북 파일(.ipynb)을 제출해 주세요.",
    en="'{name}' is not an ordinary file. Hand in the notebook (.ipynb).",
)
EMPTY = Text(
    ko="'{name}' 폴더가 비어 있습니다. 과제 노트북(.ipynb)을 제출해 주세요.",
    en="The folder '{name}' is empty. Hand in the assignment's notebook (.ipynb).",
)
UNREADABLE = Text(
    ko="'{name}'{name:~을} 읽을 수 없습니다({reason}). 파일의 접근 권한을 확인하고 다시 채점해 주세요.",
    en="'{name}' cannot be read ({reason}). Check the permissions and grade again.",
)
TOO_LARGE = Text(
    ko="'{name}' 파일이 너무 큽니다(한도 {limit} MB). 출력을 모두 지우고 저장한 뒤 다시 제출해 주세요.",
    en="'{name}' is too large (the limit is {limit} MB). Clear all outputs, save, and hand in again.",
)


def files_below(folder: Path) -> Iterator[Entry]:
    """Every file in `folder` and its folders that may belong to a submission, in the order of names.

    Links, special files, and folders that are empty or cannot be listed (as `folder/.`) come with a problem.
    """
    yield from _walk(folder, ())


def _walk(folder: Path, above: tuple[str, ...]) -> Iterator[Entry]:
    try:
        with os.scandir(folder) as scan:
            found = sorted(scan, key=lambda item: item.name)
    except OSError as error:
        yield Entry((*above, "."), folder, problem=_unreadable(folder, error))
        return
    if len(above) > MAX_DEPTH:
        return
    if {item.name for item in found} >= OWN_OUTPUT:
        if above:
            yield Entry((*above, GRADEBOOK), folder / GRADEBOOK)
        return
    kept = [item for item in found if not is_ignored(item.name)]
    if above and not kept:
        yield Entry((*above, "."), folder, problem=EMPTY.format(name=printable(folder.name)))
    for item in kept:
        parts = (*above, on_disk(item.name))
        if item.is_dir(follow_symlinks=False):
            yield from _walk(Path(item.path), parts)
        else:
            yield Entry(parts, Path(item.path), problem=special(Path(item.path)))


def is_own_output(entry: Entry) -> bool:
    """Whether a file stands for a folder that `grade --out` wrote."""
    is_gradebook = entry.member is None and entry.parts[-1] == GRADEBOOK
    return is_gradebook and all((entry.path.parent / name).exists() for name in OWN_OUTPUT)


def special(path: Path) -> Text | None:
    """What is wrong with a path that is neither an ordinary file nor a folder."""
    try:
        mode = path.lstat().st_mode
    except OSError as error:
        return _unreadable(path, error)
    if stat.S_ISLNK(mode):
        return LINK.format(name=printable(path.name))
    if stat.S_ISREG(mode) or stat.S_ISDIR(mode):
        return None
    return NOT_A_FILE.format(name=printable(path.name))


def read_bytes(path: Path) -> bytes:
    """The file's bytes; raises Refused for a link, a special file, one over the limit or one that cannot be read."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        with open(descriptor, "rb") as file:  # noqa: PTH123  # pathlib cannot open a descriptor
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise Refused(NOT_A_FILE.format(name=printable(path.name)))
            if status.st_size > MAX_BYTES:
                raise too_large(path.name)
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise Refused(special(path) or _unreadable(path, error)) from error
    if len(content) > MAX_BYTES:  # it grew since
        raise too_large(path.name)
    return content


def too_large(name: str) -> Refused:
    return Refused(TOO_LARGE.format(name=printable(name), limit=MAX_BYTES // 2**20))


def _unreadable(path: Path, error: OSError) -> Text:
    return UNREADABLE.format(name=printable(path.name), reason=error.strerror or type(error).__name__)
