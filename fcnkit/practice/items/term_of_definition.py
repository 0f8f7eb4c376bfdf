"""The term that a definition belongs to."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from fcnkit.practice.document import Paragraph, say
from fcnkit.practice.item import Item, OneOf, Question
from fcnkit.practice.terms import group, name_of, raw_sheet, taken_for, terminology, told_by_definitions
from fcnkit.practice.values import Value


class Numbers(NamedTuple):
    terms: tuple[str, ...]
    """To choose from."""
    asked: str


def draw(rng: Random) -> Numbers:
    terms = group(rng)
    return Numbers(terms, rng.choice(terms))


def ask(n: Numbers) -> Question:
    term = terminology()[n.asked]
    titles: dict[str, Value] = {each: terminology()[each].title for each in n.terms}
    return Question(
        text=(
            say(ko="다음이 설명하는 것은 무엇입니까?", en="What does this describe?"),
            Paragraph(term.definition),
        ),
        answer=OneOf(term.title, taken_for(term, titles)),
        steps=(
            say(
                ko=f"**{term.title['ko']}**: {term.definition['ko']}",
                en=f"**{term.title['en']}**: {term.definition['en']}",
            ),
        ),
        secret=(term.definition.ko, term.definition.en),
        asks=(term.id,),
        reveals=(*told_by_definitions([term.id]), *map(name_of, n.terms)),
    )


def oracle(n: Numbers) -> Value:
    """Of all terms to choose from, the only one below whose heading the sheet, as it is written, says so."""
    definition = terminology()[n.asked].definition["en"]
    (title,) = (
        term.title
        for term in map(terminology().__getitem__, n.terms)
        if definition in raw_sheet().partition(f"### {term.label}\n")[2].partition("\n### ")[0]
    )
    return title


ITEM = Item(
    topic="terminology", difficulty=1, minutes=1, book="closed", draw=draw, ask=ask, oracle=oracle, in_words=True
)
