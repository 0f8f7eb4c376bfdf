"""Zips: what is in them and one member's bytes, both bounded. Nothing is ever written to disk."""

from __future__ import annotations

import io
import os
import re
import stat
import struct
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from fcnkit.grading.intake import disk
from fcnkit.grading.intake.disk import EMPTY, LINK, MAX_BYTES, too_large
from fcnkit.grading.intake.file_names import is_ignored
from fcnkit.grading.intake.other_archives import refuse_others
from fcnkit.grading.intake.submission import Entry, Refused, readable
from fcnkit.text import Text
from fcnkit.unicode import utf8_or_cp949

MAX_MEMBERS = 100_000  # a class' download; about 50 MB of listing
MAX_LISTING = 32 * 2**20  # bytes of that listing
_LONGEST_END = 66_000
"""Bytes from a zip's end in which the place and size of its listing stand: its comment may have 65,535."""
OTTER_MARKS = {".OTTER_LOG", "__zip_filename__"}
MEMBER_SIGNATURE = b"PK\x01\x02"
UTF8_NAME = 0x800
ENCRYPTED = 0x1

_BEGINNING = 1000
NOTHING = Text(
    ko="'{name}'{name:~은} 비어 있거나 0만 들어 있는 파일입니다. 다시 압축하거나 노트북 파일(.ipynb)을 그대로 "
    "제출해 주세요.",
    en="'{name}' is empty, or begins with nothing but zeros. Zip it again, or hand in the notebook (.ipynb) as it is.",
)
BROKEN = Text(
    ko="'{name}' 압축 파일이 손상되어 열 수 없습니다. 다시 압축하거나 노트북 파일(.ipynb)을 그대로 제출해 주세요.",
    en="'{name}' is a damaged zip. Zip it again, or hand in the notebook (.ipynb) as it is.",
)
LOCKED = Text(
    ko="'{name}'에 암호가 걸려 있습니다. 암호 없이 다시 압축하거나 노트북 파일(.ipynb)을 그대로 제출해 주세요.",
    en="'{name}' is encrypted. Zip it again without a password, or hand in the notebook (.ipynb) as it is.",
)
METHOD = Text(
    ko="'{name}'{name:~은} 지원하지 않는 방식으로 압축되어 있습니다. 일반 zip으로 다시 압축해 주세요.",
    en="'{name}' is compressed with a method that is not supported. Zip it again as a plain zip.",
)
CROWDED = Text(
    ko="'{name}' 압축 파일에 든 파일이 너무 많습니다. 노트북만 압축해 다시 제출해 주세요.",
    en="There are too many files in '{name}'. Zip the notebook alone and hand in again.",
)
ESCAPING = Text(
    ko="압축 파일 안의 '{name}' 경로가 폴더 밖을 가리켜서 열지 않았습니다. 노트북을 다시 압축해 제출해 주세요.",
    en="The path '{name}' inside the zip points out of its folder, so it was not opened. Zip the notebook again.",
)


_DAMAGED = (
    BadZipFile,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    ValueError,
    struct.error,
    zlib.error,
)


@contextmanager
def opened(archive: Path | bytes, name: str) -> Iterator[ZipFile]:
    """The zip, open; whatever is wrong with it, also while it is read, is raised as Refused.

    `name` is what it is called in messages.
    """
    if isinstance(archive, bytes) and members_in(archive) > MAX_MEMBERS:
        raise Refused(CROWDED.format(name=readable(name)))
    if isinstance(archive, Path) and _listing_size(archive) > MAX_LISTING:
        raise Refused(CROWDED.format(name=readable(name)))
    try:
        with ZipFile(io.BytesIO(archive) if isinstance(archive, bytes) else archive) as file:
            yield file
    except _DAMAGED as error:
        _tell_otherwise(archive, name)
        raise Refused(BROKEN.format(name=readable(name))) from error


def _tell_otherwise(archive: Path | bytes, name: str) -> None:
    """Raises Refused where what cannot be opened is no damaged zip, but nothing at all or something else."""
    try:
        beginning = archive[:_BEGINNING] if isinstance(archive, bytes) else disk.beginning(archive, _BEGINNING)
    except OSError:
        return
    if not beginning.strip(b"\0"):
        raise Refused(NOTHING.format(name=readable(name)))
    refuse_others(beginning, name)


def members_in(content: bytes) -> int:
    """How many members a zip could list at most, without opening it."""
    return content.count(MEMBER_SIGNATURE)


def _listing_size(path: Path) -> int:
    """How many bytes of members' names a zip on disk says it has, which `ZipFile` reads at once; 0 where it is none."""
    try:
        with path.open("rb") as file:
            file.seek(max(0, file.seek(0, io.SEEK_END) - _LONGEST_END))
            end = file.read()
    except OSError:
        return 0
    at, at_64 = end.rfind(b"PK\5\6"), end.rfind(b"PK\6\6")
    size: int = struct.unpack_from("<I", end, at + 12)[0] if 0 <= at <= len(end) - 16 else 0
    if size == 0xFFFFFFFF and 0 <= at_64 <= len(end) - 48:
        size = struct.unpack_from("<Q", end, at_64 + 40)[0]
    return size


def entries(archive: ZipFile, path: Path) -> list[Entry]:
    """What the zip lists, without folders and what systems leave behind. Unsafe ones come with a problem."""
    listed = []
    for index, info in enumerate(archive.infolist()):
        name = decoded_name(info)
        if escapes(name):
            last = re.split(r"[/\\]", name.rstrip("/\\"))[-1]
            listed.append(Entry((last,), path, index, ESCAPING.format(name=readable(name))))
            continue
        parts, ignored = _parts(name)
        if name.endswith("/") or not parts or ignored is not None:
            continue
        is_link = stat.S_ISLNK(info.external_attr >> 16)
        problem = LINK.format(name=readable(parts[-1])) if is_link else None
        listed.append(Entry(parts, path, index, problem))
    return sorted(listed, key=lambda entry: (entry.parts, entry.member))


def whole(archive: ZipFile, path: Path) -> list[Entry]:
    """All that a class' zip lists: files, folders that are empty, and what systems leave behind, marked as such."""
    files = entries(archive, path)
    left = dict[tuple[str, ...], Entry]()
    for index, info in enumerate(archive.infolist()):
        name = decoded_name(info)
        parts, ignored = _parts(name)
        if ignored is not None and not escapes(name):
            end = () if ignored + 1 == len(parts) and not info.is_dir() else ("",)
            shown = (*parts[: ignored + 1], *end)
            left.setdefault(shown, Entry(shown, path, index, is_left=True))
    return [*files, *empty_folders(archive, path, files), *left.values()]


def empty_folders(archive: ZipFile, path: Path, kept: Iterable[Entry]) -> list[Entry]:
    """Folders, as `folder/.`, in which nothing is but what systems leave behind. `kept` are the zip's entries."""
    folders = set[tuple[str, ...]]()
    for name in map(decoded_name, archive.infolist()):
        parts, ignored = _parts(name)
        folder = parts[:ignored] if ignored is not None else parts if name.endswith("/") else ()
        if folder and not escapes(name):
            folders.add(folder)
    listed = sorted({"/".join(parts) + "/" for parts in (*folders, *(entry.parts for entry in kept))})
    ends = {one for one, after in zip(listed, [*listed[1:], ""], strict=True) if not after.startswith(one)}
    return [
        Entry((*folder, "."), path, problem=EMPTY.format(name=readable(folder[-1])))
        for folder in sorted(folders)
        if "/".join(folder) + "/" in ends
    ]


def _parts(name: str) -> tuple[tuple[str, ...], int | None]:
    """A member's folders and file, and the place of the first that systems leave behind."""
    parts = tuple(part for part in name.split("/") if part not in ("", "."))
    return parts, next((place for place, part in enumerate(parts) if is_ignored(part)), None)


def is_otter_export(archive: ZipFile) -> bool:
    """Whether Otter's `grader.export()` wrote it: then it is one student's."""
    return any(info.filename in OTTER_MARKS for info in archive.infolist())


def read_member(archive: ZipFile, entry: Entry) -> bytes:
    """The bytes of one of `entries`; raises Refused when it is too large, encrypted or in a rare format."""
    assert entry.member is not None  # noqa: S101  # an entry on disk is read with disk.read_bytes
    info, name = archive.infolist()[entry.member], entry.parts[-1]
    if info.flag_bits & ENCRYPTED:
        raise Refused(LOCKED.format(name=readable(name)))
    if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):  # the others' decompressors take no bound
        raise Refused(METHOD.format(name=readable(name)))
    if info.file_size > MAX_BYTES:
        raise too_large(name)
    try:
        with archive.open(info) as file:
            return file.read(MAX_BYTES)  # never more than the size it declares
    except _DAMAGED as error:
        raise Refused(BROKEN.format(name=readable(name))) from error


def member_size(archive: ZipFile, entry: Entry) -> int:
    """How many bytes `read_member` unpacks: those that the member declares, or none where they are too many."""
    assert entry.member is not None  # noqa: S101  # likewise
    declared = archive.infolist()[entry.member].file_size
    return declared if declared <= MAX_BYTES else 0


def size(entry: Entry) -> int:
    """How many bytes `content` reads. Raises Refused."""
    if entry.member is None:
        return min(entry.path.lstat().st_size, MAX_BYTES) if os.path.lexists(entry.path) else 0
    with opened(entry.path, entry.path.name) as zipped:
        return member_size(zipped, entry)


def content(entry: Entry) -> bytes:
    """A file's bytes, wherever it is, bounded. Raises Refused."""
    if entry.member is None:
        return disk.read_bytes(entry.path)
    with opened(entry.path, entry.path.name) as zipped:
        return read_member(zipped, entry)


def decoded_name(info: ZipInfo) -> str:
    """The member's name. Python takes unmarked names for CP437; Macs mean UTF-8, Korean Windows CP949.

    Some programs on Windows separate folders as Windows does.
    """
    name = info.filename
    if not info.flag_bits & UTF8_NAME:
        with suppress(UnicodeEncodeError):  # one from the zip's Unicode field is already right
            name = utf8_or_cp949(name.encode("cp437")) or name
    return name.replace("\\", "/")


def escapes(name: str) -> bool:
    """Whether a member's path is absolute, climbs out or names a drive."""
    return name.startswith("/") or ".." in name.split("/") or re.match("[A-Za-z]:", name) is not None
