"""Answers that are the letters of some boxes, in any order."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import permutations

from fcnkit.practice import Blank, Distractor, FillIn, Text, untranslated

LETTERS = "PQRST"


def chosen(which: Iterable[bool]) -> Text:
    """The letters of the boxes that are kept, as in `P, R`."""
    names = ", ".join(name for name, keep in zip(LETTERS, which, strict=True) if keep)
    return untranslated(names) if names else Text(ko="없음", en="none")


def fill_letters(key: Text, distractors: Iterable[Distractor]) -> FillIn:
    """A gap for letters: in any order, with commas, spaces or nothing between them."""
    orders = list(permutations(key.en.split(", ")))
    spellings = tuple(sign.join(order) for sign in (", ", ",", " ", "") for order in orders)
    return FillIn((Blank(Text(ko="상자", en="boxes"), key, spellings),), distractors=tuple(distractors))
