"""Files that people write, read as far as such a file can be long: another one may have been named by mistake."""

from __future__ import annotations

import io
from pathlib import Path

from fcnkit.errors import UserError
from fcnkit.text import Text

MAX_BYTES = 64 * 2**20
"""Of a table or a configuration."""
MAX_SECRET = 4096
"""Of a file with one number."""
TOO_LARGE = Text(
    ko="{path}: {most}보다 커서 읽지 않았습니다. 맞는 파일인지 확인하세요.",
    en="{path}: larger than {most}, and so not read; see that it is the right file",
)


def read_bounded(path: Path, most: int = MAX_BYTES) -> bytes:
    """The file's content. Raises UserError where it is longer than that, and OSError where it cannot be read."""
    with path.open("rb") as file:
        content = file.read(most + 1)
    if len(content) > most:
        raise UserError(TOO_LARGE, path=path, most=f"{most >> 20} MB" if most >> 20 else f"{most >> 10} kB")
    return content


def read_bounded_text(path: Path, encoding: str = "utf-8", errors: str = "strict", most: int = MAX_BYTES) -> str:
    """Likewise its text, in which lines end as Python's do. Raises UnicodeDecodeError, too."""
    return io.TextIOWrapper(io.BytesIO(read_bounded(path, most)), encoding, errors).read()
