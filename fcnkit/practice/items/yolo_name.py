"""What YOLO stands for."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from fcnkit.practice.item import Item, Question
from fcnkit.practice.items.abbreviation import name_with_initials, written_out
from fcnkit.practice.terms import terminology
from fcnkit.practice.values import Value, same


class Numbers(NamedTuple):
    term: str


def draw(_: Random) -> Numbers:
    return Numbers("yolo")


def ask(n: Numbers) -> Question:
    return written_out(terminology()[n.term])


def oracle(_: Numbers) -> Value:
    """The one bold name below the heading in the sheet that has its initials."""
    return same(name_with_initials("YOLO"))


ITEM = Item(
    topic="terminology", difficulty=1, minutes=1, book="closed", draw=draw, ask=ask, oracle=oracle, in_words=True
)
