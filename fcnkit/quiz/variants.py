"""Quiz variants that were handed out: the questions of each, under a random id.

They are kept as drawn, not as seeds: a notebook's id leads nobody to the answers, and what was handed out is graded as
it was, whatever happens to the sheet of terms later.
"""

from __future__ import annotations

import secrets
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from fcnkit.bounded_file import read_bounded
from fcnkit.errors import UserError
from fcnkit.model_complaints import complaints
from fcnkit.quiz.draw_quiz import draw
from fcnkit.quiz.questions import Quiz
from fcnkit.terminology import Terminology
from fcnkit.text import Text
from fcnkit.whole_file import write_whole

_ID_BYTES, _SEED_BYTES = 5, 16


class Variants(BaseModel):
    """`variants.json` of a hidden suite: each variant's id with its draw, in the order in which they were made."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    variants: dict[str, Quiz] = {}


GONE = Text(
    ko="{path}: 문제지 {variant:이} 묻는 용어({terms})가 terminology.md에 없습니다. 그 문제지를 채점하는 동안은 되돌려 "
    "놓으세요.",
    en="{path}: variant {variant} asks for {terms}, which terminology.md does not have; bring it back there for as "
    "long as that variant is graded",
)
DAMAGED = Text(
    ko="{path}: {place}: {what} `fcnkit package`가 쓴 파일로 되돌려 놓으세요.",
    en="{path}: {place}: {what}; bring back the file as `fcnkit package` wrote it",
)
WHOLE = Text(ko="파일 전체", en="the file")


def read_variants(path: Path, terminology: Terminology) -> dict[str, Quiz]:
    """Those in `path`; none where there is no such file.

    Raises UserError when it is not what `more_variants` wrote, or asks for terms that the sheet no longer has.
    """
    variants = _read(path)
    known = {term.id for term in terminology}
    for id, quiz in variants.items():
        gone = sorted(quiz.terms() - known)
        if gone:
            raise UserError(GONE, path=path, variant=id, terms=", ".join(gone))
    return variants


def variant_ids(path: Path) -> list[str]:
    """The ids of those in `path`, in the order in which they were made."""
    return list(_read(path))


def more_variants(path: Path, terminology: Terminology, count: int) -> dict[str, Quiz]:
    """The first `count` variants of `path`; as many as are missing are drawn and added to it. None is ever changed."""
    variants = read_variants(path, terminology)
    missing = count - len(variants)
    if missing > 0:
        fresh = {
            secrets.token_hex(_ID_BYTES): draw(terminology, secrets.token_hex(_SEED_BYTES)) for _ in range(missing)
        }
        variants = {**variants, **fresh}
        write_whole(path, f"{Variants(variants=variants).model_dump_json(indent=1)}\n".encode())
    return dict(list(variants.items())[:count])


def _read(path: Path) -> dict[str, Quiz]:
    if not path.exists():
        return {}
    try:
        return Variants.model_validate_json(read_bounded(path)).variants
    except ValidationError as error:
        where, what = complaints(error, Variants)[0]
        raise UserError(DAMAGED, path=path, place=".".join(map(str, where)) or WHOLE, what=what) from error
