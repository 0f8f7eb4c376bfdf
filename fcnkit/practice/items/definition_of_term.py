"""The definition of a term."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from fcnkit.practice.document import say
from fcnkit.practice.item import Item, OneOf, Question
from fcnkit.practice.terms import group, name_of, raw_sheet, taken_for, terminology, told_by_definitions
from fcnkit.practice.values import Value


class Numbers(NamedTuple):
    terms: tuple[str, ...]
    """Whose definitions can be chosen from."""
    asked: str


def draw(rng: Random) -> Numbers:
    terms = group(rng)
    return Numbers(terms, rng.choice(terms))


def ask(n: Numbers) -> Question:
    term = terminology()[n.asked]
    definitions: dict[str, Value] = {each: terminology()[each].definition for each in n.terms}
    return Question(
        text=(
            say(
                ko=f"다음 가운데 **{term.title['ko']}**의 설명은 어느 것입니까?",
                en=f"Which of these describes **{term.title['en']}**?",
            ),
        ),
        answer=OneOf(term.definition, taken_for(term, definitions)),
        steps=(
            say(
                ko=f"**{term.title['ko']}**: {term.definition['ko']}",
                en=f"**{term.title['en']}**: {term.definition['en']}",
            ),
        ),
        secret=(term.definition.ko, term.definition.en),
        asks=(term.id,),
        reveals=(*told_by_definitions(n.terms), name_of(term.id)),
    )


def oracle(n: Numbers) -> Value:
    """Of all definitions to choose from, the only one that stands below the heading in the sheet as it is written."""
    below = raw_sheet().partition(f"### {terminology()[n.asked].label}\n")[2].partition("\n### ")[0]
    (definition,) = (
        term.definition
        for term in map(terminology().__getitem__, n.terms)
        if term.definition["ko"] in below and term.definition["en"] in below
    )
    return definition


ITEM = Item(
    topic="terminology", difficulty=1, minutes=2, book="closed", draw=draw, ask=ask, oracle=oracle, in_words=True
)
