"""Writes zips whose bytes depend on their members alone: fixed dates, no owner, stored uncompressed."""

from __future__ import annotations

import io
from collections.abc import Collection, Mapping
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile, ZipInfo

_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_READABLE, _EXECUTABLE = 0o100644, 0o100755


def write_zip(path: Path, members: Mapping[str, bytes], executable: Collection[str] = ()) -> Path:
    """Write `members` (name in the zip → content) to `path`, whose folder is made, and return it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(zip_bytes(members, executable))
    return path


def zip_bytes(members: Mapping[str, bytes], executable: Collection[str] = ()) -> bytes:
    """`members` (name in the zip → content) as a zip."""
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_STORED) as archive:
        for name in sorted(members):
            member = ZipInfo(name, _EPOCH)
            member.create_system = _UNIX
            member.external_attr = (_EXECUTABLE if name in executable else _READABLE) << 16
            archive.writestr(member, members[name])
    return buffer.getvalue()
