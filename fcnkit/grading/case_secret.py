"""The secret that seeds hidden cases: made at first use, kept next to the gradebook, in no hand-out."""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import os
import re
import secrets
from collections.abc import Sequence
from pathlib import Path

from fcnkit.bounded_file import MAX_SECRET, read_bounded_text
from fcnkit.errors import UserError
from fcnkit.grading.intake import Cell
from fcnkit.text import Text

NAME = "case-secret"


def new_secret() -> str:
    """64 random hexadecimal digits."""
    return secrets.token_hex(32)


NOT_READ = Text(
    ko="{path}: 읽을 수 없습니다({error}). 읽기 권한을 주거나 파일을 지우세요.",
    en="{path}: it cannot be read ({error}); give yourself the right to, or delete it",
)
NO_SECRET = Text(
    ko="{path}: 16진수 64자리여야 하는데 {count}자가 있습니다. 원래 파일로 되돌리거나 지우세요. 지우면 그때부터 "
    "채점하는 제출물은 다른 숨은 검사값을 받습니다.",
    en="{path}: 64 hexadecimal digits expected, {count} characters found; put the file back as it was, or delete it: "
    "what is graded from then on gets other hidden cases",
)


def secret_in(folder: Path) -> str:
    """Reads the secret kept in `folder`, readable by its owner alone; creates it if missing.

    Raises UserError where the file holds something else.
    """
    path = folder / NAME
    if not path.exists():
        _write(path, new_secret())
    return read_secret(path)


def read_secret(path: Path) -> str:
    """Raises UserError where the file cannot be read or holds no secret."""
    try:
        text = read_bounded_text(path, "ascii", most=MAX_SECRET).strip()
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(NOT_READ, path=path, error=error) from None
    if re.fullmatch(r"[0-9a-f]{64}", text) is None:
        raise UserError(NO_SECRET, path=path, count=len(text))
    return text


def seed(secret: str, cells: Sequence[Cell]) -> str:
    """What draws the hidden cases of a notebook: the same for the same code, and of no use for any other."""
    code = repr([(cell.number, cell.source) for cell in cells])
    return hmac.digest(bytes.fromhex(secret), code.encode("utf-8", "surrogatepass"), hashlib.sha256).hex()


def _write(path: Path, secret: str) -> None:
    """All or nothing."""
    new = path.with_name(f".{path.name}-{os.getpid()}")
    with contextlib.suppress(FileNotFoundError):
        new.unlink()
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    with open(descriptor, "w", encoding="ascii") as file:  # noqa: PTH123  # pathlib cannot open a descriptor
        file.write(f"{secret}\n")
    new.replace(path)
