"""The term that a definition belongs to."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from fcnkit.practice.document import Paragraph, say
from fcnkit.practice.item import Item, OneOf, Question
from fcnkit.practice.terms import also_fits, raw_sheet, taken_for, terminology
from fcnkit.practice.values import Value


class Numbers(NamedTuple):
    term: str


def draw(rng: Random) -> Numbers:
    return Numbers(rng.choice([term.id for term in terminology()]))


def ask(n: Numbers) -> Question:
    term = terminology()[n.term]
    titles = {each.id: each.title for each in terminology() if not also_fits(term, each)}
    return Question(
        text=(
            say(ko="다음이 설명하는 것은 무엇입니까?", en="What does this describe?"),
            Paragraph(term.definition),
        ),
        answer=OneOf(term.title, taken_for(term, dict(titles))),
        steps=(say(ko=f"**{term.title['ko']}**의 뜻입니다.", en=f"This is what **{term.title['en']}** means."),),
    )


def oracle(n: Numbers) -> Value:
    """Find the definition in the sheet as it is written, and read the heading above it."""
    before, _, _ = raw_sheet().partition(terminology()[n.term].definition["en"])
    label = before.rpartition("### ")[2].splitlines()[0]
    (title,) = (term.title for term in terminology() if term.label == label)
    return title


ITEM = Item(topic="terminology", difficulty=1, minutes=1, book="closed", draw=draw, ask=ask, oracle=oracle)
