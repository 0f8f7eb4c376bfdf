"""The seed of practice sets: one that was drawn stays with its folder, so that a second run loses no keys."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from pathlib import Path

from fcnkit.bounded_file import MAX_SECRET, read_bounded_text
from fcnkit.commands.practice_request import PracticeRequest
from fcnkit.errors import UserError
from fcnkit.practice.export_sets import SEED
from fcnkit.practice.writers import Format
from fcnkit.text import Text

DRAWN = Text(
    ko="새로 뽑은 시드는 {file}에 있습니다. 같은 문제를 다시 만들 때 쓰고, 정답과 마찬가지로 학생에게는 주지 마세요.",
    en="The seed that was drawn stands in {file}: it makes the same sets again. Like the keys, it is not for students.",
)
TAKEN = Text(
    ko="{file}에 있던 시드를 다시 썼습니다. 다른 문제를 만들려면 --out에 다른 폴더를 지정하세요.",
    en="The seed in {file} was taken again. For other sets, name another --out.",
)
SHORT = Text(
    ko="시드 {seed:은} 짧아서 하나씩 해 보면 누구나 찾을 수 있습니다. 시험에 쓸 문제라면 --seed를 빼고 다른 폴더에 "
    "다시 만드세요. 긴 시드를 뽑아 {file}에 적어 둡니다.",
    en="Everybody can find the seed {seed} by trying, and with it the keys. For an exam, run this without --seed, into "
    "another folder: a long one is drawn and kept in {file}.",
)
ANOTHER = Text(
    ko="{file}: 이 폴더에는 다른 시드로 만든 문제가 있어, 그대로 만들면 그 정답이 사라집니다. --out에 다른 폴더를 "
    "지정하거나, --seed를 빼고 그 시드를 다시 쓰세요.",
    en="{file}: the sets in this folder are of another seed, and their keys would be lost; name another --out, or "
    "leave out --seed to take that one again",
)
UNREADABLE = Text(
    ko="{file}: 시드가 아닙니다. `--seed 숫자`가 적혀 있어야 합니다. 이 파일을 옮기거나 --out에 다른 폴더를 "
    "지정하세요.",
    en="{file}: holds no seed, which stands there as `--seed NUMBER`; move the file away, or name another --out",
)
LONG = 128
"""Bits of a seed that nobody finds by trying."""
SHORTEST = 64
_KEPT = re.compile(r"--seed (?P<seed>[0-9]{1,1000})\s*")


@dataclass(frozen=True)
class PracticeSeed:
    """A seed, and what is to be said of it in the end."""

    value: int
    remark: Text | None


def practice_seed(asked: PracticeRequest) -> PracticeSeed:
    """The seed that is asked for, else the one that the folder was made with, else a secret one.

    Raises UserError where the folder holds the sets of another one that nobody could find again.
    """
    file = asked.out / SEED
    kept = _kept(file)
    if asked.seed is None:
        seed = secrets.randbits(LONG) if kept is None else kept
        return PracticeSeed(seed, (DRAWN if kept is None else TAKEN).format(file=file))
    if kept is not None and kept != asked.seed and kept.bit_length() >= SHORTEST:  # a short one can be given again
        raise UserError(ANOTHER, file=file)
    # The web page is drawn apart from all sets, so that its seed tells none of them.
    is_harmless = asked.seed.bit_length() >= SHORTEST or asked.formats == (Format.WEB,)
    return PracticeSeed(asked.seed, None if is_harmless else SHORT.format(seed=asked.seed, file=SEED))


def _kept(file: Path) -> int | None:
    """The seed that a file of ours has, or None where there is none."""
    if not file.is_file():
        return None
    found = _KEPT.fullmatch(read_bounded_text(file, "utf-8-sig", "replace", MAX_SECRET))
    if found is None:
        raise UserError(UNREADABLE, file=file)
    return int(found["seed"])
