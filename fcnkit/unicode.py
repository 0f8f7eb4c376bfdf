"""Texts from outside: their encoding, what is printable of them, and Unicode's normal forms.

Normalising sorts the combining marks behind a letter by insertion, so a letter with a million of them takes minutes.
"""

from __future__ import annotations

import contextlib
import re
import unicodedata
from collections.abc import Iterator
from typing import Literal, get_args

MAX_MARKS = 30
"""Combining marks in a row that a text keeps, as in Unicode's Stream-Safe Text Format; no language needs as many."""
_BECOME_MARKS = frozenset("\u0344\u0f73\u0f75\u0f81\uff9e\uff9f")
"""Characters that a normal form makes nothing but combining marks of."""

_MAY_BE_MARKS = re.compile(f"[^\0-\u02ff]{{{MAX_MARKS + 1}}}")

ZERO_WIDTH_JOINER = "\u200d"
"""Holds emoji together; all other invisible characters are replaced."""

_BLANK = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0"
INVISIBLE = frozenset([*_BLANK, *map(chr, range(0xFE00, 0xFE10)), *map(chr, range(0xE0100, 0xE01F0))])
"""Letters and marks that `str.isprintable` lets pass and nobody sees: fillers, an empty Braille cell, variants."""

Form = Literal["NFC", "NFD", "NFKC", "NFKD"]
FORMS: tuple[Form, ...] = get_args(Form)


def normalised(form: Form, text: str) -> str:
    """The text in a normal form, without the combining marks that nobody writes, in time that grows with its length."""
    return unicodedata.normalize(form, text if _needs_no_count(text) else "".join(_safe(text)))


def is_stream_safe(text: str) -> bool:
    """Whether no more than `MAX_MARKS` combining marks stand in a row."""
    return _needs_no_count(text) or sum(1 for _ in _safe(text)) == len(text)


def utf8_or_cp949(content: bytes) -> str | None:
    """The text of bytes whose encoding is not told, as Korean Windows and everybody else write it; None for neither."""
    for encoding in ("utf-8", "cp949"):
        with contextlib.suppress(UnicodeDecodeError):
            return content.decode(encoding)
    return None


def printable(text: str) -> str:
    """`text` in one line, without control characters, bidirectional overrides or broken surrogates."""
    return "".join(char if char.isprintable() or char == ZERO_WIDTH_JOINER else "\ufffd" for char in text)


def _needs_no_count(text: str) -> bool:
    """Whether too few characters that might be marks stand in a row, as in nearly every text."""
    return text.isascii() or _MAY_BE_MARKS.search(text) is None


def _safe(text: str) -> Iterator[str]:
    run = 0
    for char in text:
        run = run + 1 if char >= "\u0300" and (unicodedata.combining(char) or char in _BECOME_MARKS) else 0
        if run <= MAX_MARKS:
            yield char
