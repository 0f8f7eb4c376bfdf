"""Files on disk: a folder's files, and one file's bytes, bounded and without following links."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from fcnkit.grading.intake.file_names import is_ignored, left_in_cloud, on_disk, suffix
from fcnkit.grading.intake.submission import Entry, Refused, readable
from fcnkit.text import Text

MAX_BYTES = 100 * 2**20
MAX_DEPTH = 50  # folders in folders; no student's are as deep
GRADEBOOK = "gradebook.sqlite"
HANDED_IN = (".ipynb", ".zip", ".eml")
OWN_OUTPUT = {GRADEBOOK, "results", "feedback"}
"""What stands in a folder that `grade --out` wrote, perhaps inside the class' folder; only the first is listed."""
_SENT_ON = {"return", "export"}
"""Where zips and mails in it are ours, too."""
_SQLITE = b"SQLite format 3\0"
_AS_IT_IS = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
"""How a file is opened that may be a link, a pipe or a device."""

LINK = Text(
    ko="'{name}'{name:~은} 다른 곳을 가리키는 링크라서 열지 않았습니다. 링크 대신 파일 자체를 제출해 주세요.",
    en="'{name}' is a link to another place, which is never followed. Hand in the file itself instead.",
)
NOT_A_FILE = Text(
    ko="'{name}'{name:~은} 일반 파일이 아니어서 열지 않았습니다. 노트북 파일(.ipynb)을 제출해 주세요.",
    en="'{name}' is not an ordinary file. Hand in the notebook (.ipynb).",
)
TOO_DEEP = Text(
    ko="'{name}' 폴더 안의 폴더가 {limit}겹보다 깊어 열지 않았습니다. 노트북(.ipynb)만 다시 제출해 주세요.",
    en="There are more than {limit} folders in folders below '{name}', so it was not opened. Hand in the notebook "
    "(.ipynb) alone.",
)
EMPTY = Text(
    ko="'{name}' 폴더가 비어 있습니다(.ipynb_checkpoints처럼 프로그램이 남긴 것은 보지 않습니다). 과제 노트북을 제출해 "
    "주세요.",
    en="The folder '{name}' is empty; what programs leave behind, such as .ipynb_checkpoints, does not count. Hand in "
    "the assignment's notebook (.ipynb).",
)
IN_CLOUD = Text(
    ko="'{name}'{name:~은} iCloud에만 있고 이 컴퓨터에는 내려받지 않았습니다. 내려받은 뒤 다시 채점해 주세요.",
    en="'{name}' is in iCloud alone, not on this machine. Download it and grade again.",
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
    """Every file in `folder` and its folders, in the order of names.

    Links, special files, and folders that are empty, too deep or cannot be listed (as `folder/.`) come with a problem.
    What systems leave behind and ours is marked as such, and folders of it are not looked into (`folder/`).
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
        yield Entry((*above, "."), folder, problem=TOO_DEEP.format(name=readable(above[0]), limit=MAX_DEPTH))
        return
    if _is_own_output(folder, {item.name for item in found}):
        if above:
            yield Entry((*above, GRADEBOOK), folder / GRADEBOOK, is_left=True)
        return
    if above and all(is_ignored(item.name) for item in found):
        yield Entry((*above, "."), folder, problem=EMPTY.format(name=readable(folder.name)))
    for item in found:
        parts = (*above, on_disk(item.name))
        if away := left_in_cloud(parts[-1]):
            yield Entry((*above, away), Path(item.path), problem=IN_CLOUD.format(name=readable(away)))
        elif is_ignored(item.name):
            end = [""] if item.is_dir(follow_symlinks=False) else []
            yield Entry((*parts, *end), Path(item.path), is_left=True)
        elif item.is_dir(follow_symlinks=False):
            yield from _walk(Path(item.path), parts)
        else:
            yield Entry(parts, Path(item.path), problem=special(Path(item.path)))


def is_own_output(path: Path) -> bool:
    """Whether a path is a folder that `grade --out` wrote, or one of the folders and tables in it."""
    is_theirs = suffix(path.name) in HANDED_IN
    around = [path] if is_theirs else [path, path.parent, path.parent.parent]  # `return/mails`
    return any(_is_own_output(folder, _names(folder)) for folder in around)


def _names(folder: Path) -> set[str]:
    try:
        return {path.name for path in folder.iterdir()}
    except OSError:
        return set()


def _is_own_output(folder: Path, names: set[str]) -> bool:
    """Whether `grade --out` wrote a folder: it holds a gradebook and pages, and nothing that anybody hands in."""
    if not names >= OWN_OUTPUT:
        return False
    try:
        with open(os.open(folder / GRADEBOOK, _AS_IT_IS), "rb") as file:  # noqa: PTH123  # pathlib opens no descriptor
            is_gradebook = file.read(len(_SQLITE)) == _SQLITE
    except OSError:
        return False
    files = (Path(at, name).relative_to(folder) for at, _, names in os.walk(folder) for name in names)
    handed_in = (file for file in files if suffix(file.name) in HANDED_IN)
    return is_gradebook and all(file.parts[0] in _SENT_ON and suffix(file.name) != ".ipynb" for file in handed_in)


def special(path: Path) -> Text | None:
    """What is wrong with a path that is neither an ordinary file nor a folder."""
    try:
        mode = path.lstat().st_mode
    except OSError as error:
        return _unreadable(path, error)
    if stat.S_ISLNK(mode):
        return LINK.format(name=readable(path.name))
    if stat.S_ISREG(mode) or stat.S_ISDIR(mode):
        return None
    return NOT_A_FILE.format(name=readable(path.name))


def read_bytes(path: Path) -> bytes:
    """The file's bytes; raises Refused for a link, a special file, one over the limit or one that cannot be read."""
    try:
        descriptor = os.open(path, _AS_IT_IS)
        with open(descriptor, "rb") as file:  # noqa: PTH123  # pathlib cannot open a descriptor
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise Refused(NOT_A_FILE.format(name=readable(path.name)))
            if status.st_size > MAX_BYTES:
                raise too_large(path.name)
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise Refused(special(path) or _unreadable(path, error)) from error
    if len(content) > MAX_BYTES:  # it grew since
        raise too_large(path.name)
    return content


def beginning(path: Path, size: int) -> bytes:
    """The first bytes of an ordinary file. Raises OSError."""
    with open(os.open(path, _AS_IT_IS), "rb") as file:  # noqa: PTH123  # pathlib cannot open a descriptor
        return file.read(size)


def too_large(name: str) -> Refused:
    return Refused(TOO_LARGE.format(name=readable(name), limit=MAX_BYTES // 2**20))


def _unreadable(path: Path, error: OSError) -> Text:
    return UNREADABLE.format(name=readable(path.name), reason=error.strerror or type(error).__name__)


def is_gradable(entry: Entry) -> bool:
    return suffix(entry.parts[-1]) in HANDED_IN
