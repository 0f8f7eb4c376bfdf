"""What `fcnkit exam` is asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from fcnkit.errors import UserError
from fcnkit.text import Lang, Text

MOST_FORMS = 8
_NAME = re.compile(r"[A-Za-z0-9가-힣]{1,4}")
BAD_FORMS = Text(
    ko="--forms {found!r}: 서로 다른 이름 1~{most}개를 쉼표로 이어 쓰세요. 이름은 글자나 숫자 1~4자입니다. 예: A,B,C",
    en="--forms {found!r}: write 1 to {most} different names with commas between them, of 1 to 4 letters or digits "
    "each, such as A,B,C",
)


@dataclass(frozen=True)
class ExamRequest:
    """Options that go together."""

    seed_file: Path
    forms: tuple[str, ...]
    roster: Path
    out: Path
    blueprint: Path | None
    langs: tuple[Lang, ...]
    has_own_numbers: bool
    columns: int
    """Seats in a row."""
    spares: int


def form_names(text: str) -> tuple[str, ...]:
    """The names of the forms. Raises UserError."""
    names = tuple(name.strip() for name in text.split(","))
    is_sound = len({name.casefold() for name in names}) == len(names) <= MOST_FORMS and all(map(_NAME.fullmatch, names))
    if not is_sound:
        raise UserError(BAD_FORMS, found=text, most=MOST_FORMS)
    return names
