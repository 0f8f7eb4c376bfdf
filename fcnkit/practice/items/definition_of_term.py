"""The definition of a term."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from fcnkit.practice.document import say
from fcnkit.practice.item import Item, OneOf, Question
from fcnkit.practice.terms import also_fits, raw_sheet, taken_for, terminology
from fcnkit.practice.values import Value


class Numbers(NamedTuple):
    term: str


def draw(rng: Random) -> Numbers:
    return Numbers(rng.choice([term.id for term in terminology()]))


def ask(n: Numbers) -> Question:
    term = terminology()[n.term]
    definitions = {each.id: each.definition for each in terminology() if not also_fits(each, term)}
    return Question(
        text=(
            say(
                ko=f"다음 가운데 **{term.title['ko']}**의 설명은 어느 것입니까?",
                en=f"Which of these describes **{term.title['en']}**?",
            ),
        ),
        answer=OneOf(term.definition, taken_for(term, dict(definitions))),
        steps=(
            say(
                ko=f"**{term.title['ko']}**: {term.definition['ko']}",
                en=f"**{term.title['en']}**: {term.definition['en']}",
            ),
        ),
    )


def oracle(n: Numbers) -> Value:
    """Find the heading in the sheet as it is written, and take what stands below it."""
    below = raw_sheet().partition(f"### {terminology()[n.term].label}\n")[2].partition("\n### ")[0]
    (definition,) = (
        term.definition for term in terminology() if term.definition["ko"] in below and term.definition["en"] in below
    )
    return definition


ITEM = Item(topic="terminology", difficulty=2, minutes=2, book="closed", draw=draw, ask=ask, oracle=oracle)
