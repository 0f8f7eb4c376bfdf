"""Definitions and their terms, and one more term that is easily taken for one of them."""

from __future__ import annotations

from itertools import combinations, permutations
from random import Random
from typing import NamedTuple

from fcnkit.practice import Item, MatchPairs, Paragraph, Question, Text, Value, say
from fcnkit.terminology import Term

from ..terms import TERMS

SHOWN = 6
"""Terms to choose from, one more than there are definitions."""
MEANING = Text(ko="**{term}**: {meaning}", en="**{term}**: {meaning}")
LEFT_OVER = Text(ko="남는 용어는 **{term}**입니다. {meaning}", en="Left over is **{term}**: {meaning}")


class Numbers(NamedTuple):
    terms: tuple[str, ...]
    """In the order in which their definitions are shown."""
    left_over: str


def draw(rng: Random) -> Numbers:
    """Terms in twos that are easily confused."""
    sheet = TERMS.sheet
    found: list[Term] = []
    for term in rng.sample([*sheet], len(sheet)):
        confused = [sheet[other] for other in sheet.confused_with(term)]
        for other in rng.sample(confused, len(confused)):
            if len(found) < SHOWN and _apart([*found, term, other]):
                found += [term, other]
    *terms, left_over = rng.sample([term.id for term in found], len(found))
    return Numbers(tuple(terms), left_over)


def _apart(terms: list[Term]) -> bool:
    """Whether each definition is true of one of the terms alone."""
    return not any(
        one is two or TERMS.also_fits(one, two) or TERMS.also_fits(two, one) for one, two in combinations(terms, 2)
    )


def build(n: Numbers) -> Question:
    sheet = TERMS.sheet
    terms, left_over = [sheet[term] for term in n.terms], sheet[n.left_over]
    mix_ups = {
        (term.definition, other.title): sheet.confused_with(term)[other.id]
        for term in terms
        for other in (*terms, left_over)
        if other.id in sheet.confused_with(term)
    }
    return Question(
        text=(
            say(
                ko="설명마다 알맞은 용어를 찾아 짝지으세요. 용어 하나는 남습니다.",
                en="Match each description with its term. One term is left over.",
            ),
        ),
        answer=MatchPairs([(term.definition, term.title) for term in terms], [left_over.title], mix_ups),
        steps=(
            *(Paragraph(MEANING.format(term=term.title, meaning=term.definition)) for term in terms),
            Paragraph(LEFT_OVER.format(term=left_over.title, meaning=left_over.definition)),
        ),
    )


def oracle(n: Numbers) -> Value:
    """Try every assignment: in only one of them, each definition says what its term is."""
    sheet = TERMS.sheet
    shown, definitions = [*n.terms, n.left_over], [sheet[term].definition for term in n.terms]
    said = {term: _said_of(sheet[term]) for term in shown}
    (found,) = (
        terms
        for terms in permutations(shown, len(definitions))
        if all(
            text["ko"] in said[term] and text["en"] in said[term] for text, term in zip(definitions, terms, strict=True)
        )
    )
    return tuple(sheet[term].title for term in found)


def _said_of(term: Term) -> str:
    """What stands in the sheet as it is written below the headings of a term and of all that it is a kind of."""
    headings = [f"### {each.label}\n" for each in TERMS.sheet if each is term or TERMS.also_fits(each, term)]
    return "\n".join(TERMS.raw_sheet().partition(heading)[2].partition("\n### ")[0] for heading in headings)


ITEM = Item(
    topic="terminology",
    name=Text(ko="용어 짝짓기", en="Matching terms"),
    difficulty=3,
    minutes=4,
    book="closed",
    draw=draw,
    build=build,
    oracle=oracle,
)
