"""The definition of a term."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from fcnkit.practice import Item, MultipleChoice, Question, Text, Value, name_of, say

from ..terms import TERMS


class Numbers(NamedTuple):
    terms: tuple[str, ...]
    """Whose definitions can be chosen from."""
    asked: str


def draw(rng: Random) -> Numbers:
    terms = TERMS.group(rng)
    return Numbers(terms, rng.choice(terms))


def build(n: Numbers) -> Question:
    term = TERMS.sheet[n.asked]
    definitions: dict[str, Value] = {each: TERMS.sheet[each].definition for each in n.terms}
    return Question(
        text=(
            say(
                ko=f"다음 가운데 **{term.title['ko']}**의 설명은 어느 것입니까?",
                en=f"Which of these describes **{term.title['en']}**?",
            ),
        ),
        answer=MultipleChoice(term.definition, TERMS.taken_for(term, definitions)),
        steps=(
            say(
                ko=f"**{term.title['ko']}**: {term.definition['ko']}",
                en=f"**{term.title['en']}**: {term.definition['en']}",
            ),
        ),
        must_not_appear=(term.definition.ko, term.definition.en),
        asks=(term.id,),
        reveals=(*TERMS.told_by_definitions(n.terms), name_of(term.id)),
    )


def oracle(n: Numbers) -> Value:
    """Of all definitions to choose from, the only one that stands below the heading in the sheet as it is written."""
    below = TERMS.raw_sheet().partition(f"### {TERMS.sheet[n.asked].label}\n")[2].partition("\n### ")[0]
    (definition,) = (
        term.definition
        for term in map(TERMS.sheet.__getitem__, n.terms)
        if term.definition["ko"] in below and term.definition["en"] in below
    )
    return definition


ITEM = Item(
    topic="terminology",
    name=Text(ko="용어의 설명", en="The description of a term"),
    difficulty=1,
    minutes=2,
    book="closed",
    draw=draw,
    build=build,
    oracle=oracle,
    in_words=True,
)
