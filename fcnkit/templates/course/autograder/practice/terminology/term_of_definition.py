"""A definition, whose term is to be written down."""

from random import Random
from typing import NamedTuple

from fcnkit.practice import FillIn, Item, Question, Text, Value, blank, distractor, say

from ..terms import TERMS


class Numbers(NamedTuple):
    asked: str


def draw(rng: Random) -> Numbers:
    return Numbers(rng.choice([term.id for term in TERMS.sheet]))


def build(n: Numbers) -> Question:
    term = TERMS.sheet[n.asked]
    others = [
        distractor(other, TERMS.sheet[other].name, ko=why.ko, en=why.en)
        for other, why in TERMS.sheet.confused_with(term).items()
    ]
    return Question(
        text=(
            say(
                ko=f"다음을 무엇이라고 합니까? {term.definition.ko}",
                en=f"What is this called? {term.definition.en}",
            ),
        ),
        answer=FillIn((blank(Text(ko="용어", en="term"), term.name, *term.spellings),), distractors=tuple(others)),
        steps=(
            say(
                ko=f"**{term.name.ko}**: {term.definition.ko}",
                en=f"**{term.name.en}**: {term.definition.en}",
            ),
        ),
        asks=(term.id,),
    )


def oracle(n: Numbers) -> Value:
    """The name that stands with the definition in the sheet as it is written."""
    below = TERMS.raw_sheet().partition(f"### {TERMS.sheet[n.asked].label}\n")[2].partition("\n### ")[0]
    korean, english = (line.split(".**")[0].strip("* ") for line in below.splitlines() if line.startswith("**"))
    return Text(ko=korean, en=english)


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
