"""Names of files: their parts, which systems leave behind, and names that are safe for our own files."""

from __future__ import annotations

import os
import re

from fcnkit.grading.intake.submission import MAX_NAME, composed
from fcnkit.unicode import INVISIBLE, ZERO_WIDTH_JOINER, utf8_or_cp949

IGNORED = {
    "__macosx", "__pycache__", "__zip_filename__", "thumbs.db", "desktop.ini", "tests", "fcnlab", "node_modules"
}  # fmt: skip
RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)", re.I)  # Windows refuses these as file names
UNSAFE = re.compile(r'[/\\:*?"<>|`]')
MAX_BYTES = 120  # room for a suffix and an extension below the usual 255
UNNAMED = "unnamed"
_ENDED_AGAIN = re.compile(r"(.+)\.ipynb(?:\.txt|\.json|의 사본)", re.I | re.S)
"""What browsers save a notebook as, going by its content, and what Drive calls a copy in Korean."""


def stem(name: str) -> str:
    """The name without its extension; a leading dot starts no extension."""
    again = _ENDED_AGAIN.fullmatch(name)
    return again[1] if again else name.rpartition(".")[0] or name


def suffix(name: str) -> str:
    """The extension in lower case, with its dot; that of a notebook also where another one was put behind it."""
    return ".ipynb" if _ENDED_AGAIN.fullmatch(name) else name[len(stem(name)) :].lower()


def on_disk(name: str) -> str:
    """A name or path for display; bytes that are not UTF-8 are decoded as CP949 or replaced."""
    raw = os.fsencode(name)
    text = utf8_or_cp949(raw)
    return raw.decode(errors="replace") if text is None else text


def is_ignored(name: str) -> bool:
    """Whether operating systems, editors or the hand-out put this file or folder next to a notebook."""
    return name.startswith((".", "~$")) or name.lower() in IGNORED


def safe(name: str) -> str:
    """A readable name that can be a file's on every system, and a cell in a spreadsheet that is no formula."""
    name = name.encode("utf-8", "replace").decode()  # broken surrogates: bytes that are no UTF-8 in a file's name
    name = "".join(char for char in composed(name[:MAX_NAME]) if char not in INVISIBLE)
    name = " ".join(name.split())
    name = "".join(char for char in UNSAFE.sub("_", name) if char.isprintable() or char == ZERO_WIDTH_JOINER)
    name = name.lstrip(" .-+=@~＝＋－＠")
    name = name.encode()[:MAX_BYTES].decode(errors="ignore").rstrip(" .")
    if RESERVED.match(name):
        name = f"_{name}"
    return name or UNNAMED
