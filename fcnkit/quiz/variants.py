"""The variants that were handed out: what each one asks, under an id that tells nothing.

They are kept as drawn, not as seeds: a notebook's id leads nobody to the answers, and what was handed out is graded as
it was, whatever happens to the sheet of terms later.
"""

from __future__ import annotations

import secrets
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from fcnkit.config_file import first_complaint
from fcnkit.errors import UserError
from fcnkit.quiz.draw import draw
from fcnkit.quiz.questions import Quiz
from fcnkit.terminology import Terminology

_ID_BYTES, _SEED_BYTES = 5, 16


class Variants(BaseModel):
    """`variants.json` of a hidden suite: each variant's id with its draw, in the order in which they were made."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    variants: dict[str, Quiz] = {}


def read_variants(path: Path, terminology: Terminology) -> dict[str, Quiz]:
    """Those in `path`; none where there is no such file.

    Raises UserError when it is not what `more_variants` wrote, or asks for terms that the sheet no longer has.
    """
    variants = _read(path)
    known = {term.id for term in terminology}
    for id, quiz in variants.items():
        gone = sorted(quiz.terms() - known)
        if gone:
            raise UserError(
                f"{path}: variant {id} asks for {', '.join(gone)}, which terminology.md does not have; bring it back "
                "there for as long as that variant is graded"
            )
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
        path.write_text(f"{Variants(variants=variants).model_dump_json(indent=1)}\n", encoding="utf-8")
    return dict(list(variants.items())[:count])


def _read(path: Path) -> dict[str, Quiz]:
    if not path.exists():
        return {}
    try:
        return Variants.model_validate_json(path.read_bytes()).variants
    except ValidationError as error:
        _, complaint = first_complaint(error)
        raise UserError(f"{path}: {complaint}; bring back the file as `fcnkit package` wrote it") from error
