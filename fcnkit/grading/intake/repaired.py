"""Names of files that were encoded for a web address, garbled by a wrong encoding, or typed in wide letters."""

from __future__ import annotations

import re
from urllib.parse import unquote

from fcnkit.grading.intake.submission import MAX_NAME, composed

_ENCODED = re.compile(r"(?:%[0-9A-Fa-f]{2})*%[89A-Fa-f][0-9A-Fa-f](?:%[0-9A-Fa-f]{2})*")
"""With at least one letter that is not ASCII: a percent sign alone may be the student's."""
_HANGUL = re.compile("[가-힣]")
_WIDE = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_WIDE |= {ord("＿"): "_", ord("（"): "(", ord("）"): ")", ord("－"): "-"}


def repaired(name: str) -> str:
    """The name as it was meant, in NFC, as far as that is sure."""
    name = composed(name)
    if len(name) > MAX_NAME or (name.isascii() and "%" not in name):
        return name
    name = _ENCODED.sub(_decoded, name).translate(_WIDE)
    return composed(_ungarbled(name))


def _decoded(encoded: re.Match[str]) -> str:
    try:
        meant = unquote(encoded[0], errors="strict")
    except UnicodeDecodeError:
        return encoded[0]
    return meant if meant.isprintable() and "/" not in meant else encoded[0]


def _ungarbled(name: str) -> str:
    """Korean that was read as Western European, as UTF-8 or CP949 is by a program that expects nothing else."""
    if not name.isascii() and not _HANGUL.search(name):
        for wrong in ("cp1252", "latin-1"):
            for right in ("utf-8", "cp949"):
                try:
                    meant = name.encode(wrong).decode(right)
                except UnicodeError:
                    continue
                others = [char for char in meant if not char.isascii()]
                if others and all(map(_HANGUL.fullmatch, others)):
                    return meant
    return name
