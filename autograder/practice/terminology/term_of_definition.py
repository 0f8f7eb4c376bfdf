"""The term that a definition belongs to."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from fcnkit.practice import Item, MultipleChoice, Paragraph, Question, Text, Value, name_of, say

from ..terms import TERMS


class Numbers(NamedTuple):
    terms: tuple[str, ...]
    """To choose from."""
    asked: str


def draw(rng: Random) -> Numbers:
    terms = TERMS.group(rng)
    return Numbers(terms, rng.choice(terms))


def build(n: Numbers) -> Question:
    term = TERMS.sheet[n.asked]
    titles: dict[str, Value] = {each: TERMS.sheet[each].title for each in n.terms}
    return Question(
        text=(
            say(ko="다음이 설명하는 것은 무엇입니까?", en="What does this describe?"),
            Paragraph(term.definition),
        ),
        answer=MultipleChoice(term.title, TERMS.taken_for(term, titles)),
        steps=(
            say(
                ko=f"**{term.title['ko']}**: {term.definition['ko']}",
                en=f"**{term.title['en']}**: {term.definition['en']}",
            ),
        ),
        must_not_appear=(term.definition.ko, term.definition.en),
        asks=(term.id,),
        reveals=(*TERMS.told_by_definitions([term.id]), *map(name_of, n.terms)),
    )


def oracle(n: Numbers) -> Value:
    """Of all terms to choose from, the only one below whose heading the sheet, as it is written, says so."""
    definition = TERMS.sheet[n.asked].definition["en"]
    (title,) = (
        term.title
        for term in map(TERMS.sheet.__getitem__, n.terms)
        if definition in TERMS.raw_sheet().partition(f"### {term.label}\n")[2].partition("\n### ")[0]
    )
    return title


ITEM = Item(
    topic="terminology",
    name=Text(ko="설명에 맞는 용어", en="The term for a description"),
    difficulty=1,
    minutes=1,
    book="closed",
    draw=draw,
    build=build,
    oracle=oracle,
    in_words=True,
)
