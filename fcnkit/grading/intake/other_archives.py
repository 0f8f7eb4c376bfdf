"""Tells archives other than zips by how they begin: students rename them, and none of them is opened."""

from __future__ import annotations

from fcnkit.grading.intake.submission import Refused, readable
from fcnkit.text import Text

_BEGINNINGS = {
    b"Rar!": "RAR", b"7z\xbc\xaf\x27\x1c": "7z", b"EGGA": "EGG", b"ALZ\x01": "ALZ", b"\x1f\x8b": "gzip",
    b"BZh": "bzip2", b"\xfd7zXZ\0": "xz",
}  # fmt: skip
ARCHIVES = {
    ".7z": "7z", ".rar": "RAR", ".egg": "EGG", ".alz": "ALZ", ".gz": "gzip", ".tgz": "gzip", ".tar": "tar"
}  # fmt: skip
"""By the ending of a file's name."""
NO_ZIP = Text(
    ko="'{name}'{name:~은} zip이 아닌 압축 파일({kind})이라서 열 수 없습니다. 압축을 풀어 노트북(.ipynb)을 "
    "그대로, 또는 zip으로 압축해 제출해 주세요.",
    en="'{name}' is no zip but an archive of another kind ({kind}), which cannot be opened here. Unpack it, and hand "
    "in the notebook (.ipynb) as it is or in a zip.",
)


def refuse_others(content: bytes, name: str) -> None:
    """Raises Refused for what begins as an archive that is no zip; the beginning of a file is enough."""
    kind = next((kind for begins, kind in _BEGINNINGS.items() if content.startswith(begins)), None)
    if kind is not None:
        raise Refused(NO_ZIP.format(name=readable(name), kind=kind))
