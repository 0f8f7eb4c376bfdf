"""What YOLO stands for."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from fcnkit.practice import Item, Question, Text, Value, untranslated

from ..terms import TERMS
from .abbreviation import name_with_initials, written_out


class Numbers(NamedTuple):
    term: str


def draw(_: Random) -> Numbers:
    return Numbers("yolo")


def build(n: Numbers) -> Question:
    return written_out(TERMS.sheet[n.term])


def oracle(_: Numbers) -> Value:
    """The one bold name below the heading in the sheet that has its initials."""
    return untranslated(name_with_initials("YOLO"))


ITEM = Item(
    topic="terminology",
    name=Text(ko="YOLO의 뜻", en="What YOLO stands for"),
    difficulty=1,
    minutes=1,
    book="closed",
    draw=draw,
    build=build,
    oracle=oracle,
    in_words=True,
)
