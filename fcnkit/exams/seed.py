"""The secret seed of an exam: a file that only its owner can read, made at first use. It is never printed."""

from __future__ import annotations

import hmac
import os
import re
import secrets
from pathlib import Path

from fcnkit.bounded_file import MAX_SECRET, read_bounded_text
from fcnkit.errors import UserError
from fcnkit.text import Text

BITS = 128
_SEED = re.compile(r"[0-9a-f]{32}")

NO_SEED = Text(
    ko="{path}: 시험의 비밀 시드가 아닙니다. 없는 파일을 지정하면 새로 만듭니다.",
    en="{path}: holds no secret seed of an exam; name a file that is not there yet, and one is made",
)
OPEN_TO_OTHERS = Text(
    ko="{path}: 다른 사용자도 읽을 수 있습니다. `chmod 600 {path}`{path:~을} 실행하고, 이미 누가 보았다면 새로 "
    "만드세요.",
    en="{path}: others on this machine can read it; run chmod 600 {path}, or make a new one if somebody has seen it",
)


def secret_seed(path: Path) -> int:
    """The seed in a file, which is made if it is not there. Raises UserError."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return _read(path)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        seed = secrets.token_hex(BITS // 8)
        file.write(f"{seed}\n")
    return int(seed, 16)


def _read(path: Path) -> int:
    if path.stat().st_mode & 0o077:
        raise UserError(OPEN_TO_OTHERS, path=path)
    text = read_bounded_text(path, "ascii", "replace", MAX_SECRET).strip()
    if not _SEED.fullmatch(text):
        raise UserError(NO_SEED, path=path)
    return int(text, 16)


def code(seed: int, what: str) -> str:
    """Ten letters and digits that stand for something, from which the seed cannot be found."""
    digest = hmac.digest(seed.to_bytes(BITS // 8, "big"), what.encode(), "sha256")
    number = int.from_bytes(digest, "big")
    return "".join(_LETTERS[number >> 5 * place & 31] for place in range(10))


_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Without those that are taken for one another."""
