"""Names of files: their parts, which systems leave behind, and names that are safe for our own files."""

from __future__ import annotations

import os
import re

from fcnkit.grading.intake.submission import MAX_NAME, composed
from fcnkit.unicode import INVISIBLE, ZERO_WIDTH_JOINER, utf8_or_cp949

IGNORED = {
    "__macosx", "__pycache__", "__zip_filename__", "icon\r", "thumbs.db", "desktop.ini", "tests", "fcnlab",
    "node_modules",
}  # fmt: skip
RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)", re.I)  # Windows refuses these as file names
UNSAFE = re.compile(r'[/\\:*?"<>|`]')
MAX_BYTES = 120  # room for a suffix and an extension below the usual 255
UNNAMED = "unnamed"
_ENDED_AGAIN = re.compile(
    r"(.+)\.ipynb(?:\.txt|\.json|\.download|\.ipynb|의 사본"
    r"|( ?\(\d{1,3}\)| copy(?: \d+)?| - (?:복사본|Copy)(?: \(\d+\))?))",
    re.I | re.S,
)
"""What browsers save a notebook as, going by its content, and what they, Drive and Windows call a copy."""
_PLACEHOLDER = re.compile(r"\.(.+)\.icloud", re.S)


def stem(name: str) -> str:
    """The name without its extension; a leading dot starts no extension. What tells copies apart stays."""
    again = _ENDED_AGAIN.fullmatch(name)
    return again[1] + (again[2] or "") if again else name.rpartition(".")[0] or name


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
    return not left_in_cloud(name) and (name.startswith((".", "~$")) or name.lower() in IGNORED)


def left_in_cloud(name: str) -> str:
    """The name of the file that iCloud keeps elsewhere, in whose place one of this name stands; else empty."""
    found = _PLACEHOLDER.fullmatch(name)
    return found[1] if found else ""


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
