"""What `fcnkit practice` is asked for, and which options do not go together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from fcnkit.errors import UserError
from fcnkit.practice.writers import Format
from fcnkit.text import Lang, Text

NO_OUT = Text(
    ko="--out 옵션이 없습니다. 연습 문제를 쓸 폴더를 `--out DIR`로 지정하세요.",
    en="--out is missing: write --out DIR, where the practice sets should go",
)
SETS_AND_ROSTER = Text(
    ko="--roster는 학생마다 한 벌씩 만들므로 --sets와 함께 쓸 수 없습니다. 둘 가운데 하나를 빼세요.",
    en="--roster makes one set for each student, so --sets has nothing to say: leave one of them out",
)
SETS_AND_FOCUS = Text(
    ko="--focus는 학생마다 한 벌씩 만들므로 --sets와 함께 쓸 수 없습니다. 둘 가운데 하나를 빼세요.",
    en="--focus makes one set for each student, so --sets has nothing to say: leave one of them out",
)
NO_FOCUS = Text(
    ko="{folder}: 채점 결과에 맞춘 문제지를 만들려면 앞에 --focus를 쓰세요.",
    en="{folder}: write --focus before graded folders, for sets that fit their students",
)
POOL_ALONE = Text(
    ko="--pool은 반 전체가 함께 쓰는 문제 은행이므로 --roster, --focus, --sets와 함께 쓸 수 없고, "
    "형식은 moodle과 qti뿐입니다. 다른 옵션을 빼세요.",
    en="--pool makes question banks for the whole class, as moodle and qti alone: leave out --roster, --focus, --sets "
    "and other formats",
)

PAGE_ALONE = Text(
    ko="--format web은 모두가 함께 쓰는 페이지 하나를 만들므로 --roster, --focus, --sets와 함께 쓸 수 없습니다. "
    "그 옵션을 빼거나 다른 형식도 함께 지정하세요.",
    en="--format web makes one page for everybody, so --roster, --focus and --sets have nothing to say: leave them "
    "out, or add another format",
)
POOLS_AS = (Format.MOODLE, Format.QTI)


@dataclass(frozen=True)
class PracticeRequest:
    """Options that go together."""

    out: Path
    seed: int | None
    blueprint: Path | None
    langs: tuple[Lang, ...]
    formats: tuple[Format, ...]
    """At least one, each once."""
    sets: int
    roster: Path | None
    pool: int | None
    """Draws of each pool, which are made instead of sets."""
    focus: tuple[Path, ...]
    """Graded folders, whose students get one set each."""


def practice_request(
    out: Path | None,
    seed: int | None,
    blueprint: Path | None,
    langs: tuple[Lang, ...],
    formats: Sequence[Format],
    sets: int,
    roster: Path | None,
    pool: int | None,
    focus: Sequence[Path],
    more: Sequence[Path],
) -> PracticeRequest:
    """Checks and completes the options. Raises UserError for those that do not go together."""
    if out is None:
        raise UserError(NO_OUT)
    if more and not focus:
        raise UserError(NO_FOCUS, folder=more[0])
    if pool is None:
        if (roster is not None or focus) and sets != 1:
            raise UserError(SETS_AND_FOCUS if focus else SETS_AND_ROSTER)
        wanted = tuple(dict.fromkeys(formats or [Format.PDF]))
        if wanted == (Format.WEB,) and (roster is not None or focus or sets != 1):
            raise UserError(PAGE_ALONE)
    else:
        wanted = tuple(dict.fromkeys(formats or POOLS_AS))
        if roster is not None or focus or sets != 1 or not {*wanted} <= {*POOLS_AS}:
            raise UserError(POOL_ALONE)
    return PracticeRequest(out, seed, blueprint, langs, wanted, sets, roster, pool, (*focus, *more))
