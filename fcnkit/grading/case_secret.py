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

from fcnkit.errors import UserError
from fcnkit.grading.intake import Cell

NAME = "case-secret"


def new_secret() -> str:
    """64 random hexadecimal digits."""
    return secrets.token_hex(32)


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
        text = path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"{path}: it cannot be read ({error}); give yourself the right to, or delete it") from None
    if re.fullmatch(r"[0-9a-f]{64}", text) is None:
        raise UserError(
            f"{path}: 64 hexadecimal digits expected, {len(text)} characters found; put the file back as it was, or "
            "delete it: what is graded from then on gets other hidden cases"
        )
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
