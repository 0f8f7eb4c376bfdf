"""The English name of a Korean term."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from fcnkit.practice.document import say
from fcnkit.practice.item import Item, OneOf, Question
from fcnkit.practice.terms import raw_sheet, taken_for, terminology
from fcnkit.practice.values import Value, same

# Names that are only spelled in Hangul ask nothing.
SPELLED_ALIKE = {
    "yolo",
    "vgg16",
    "inception",
    "xception",
    "mobilenet",
    "kernel",
    "stride",
    "padding",
    "parameter",
    "hyperparameter",
}


class Numbers(NamedTuple):
    term: str


def draw(rng: Random) -> Numbers:
    return Numbers(rng.choice([term.id for term in terminology() if term.id not in SPELLED_ALIKE]))


def ask(n: Numbers) -> Question:
    term = terminology()[n.term]
    names = {each.id: same(each.name["en"]) for each in terminology()}
    ko, en = term.name["ko"], term.name["en"]
    return Question(
        text=(say(ko=f"다음 용어의 영어 이름은 무엇입니까? **{ko}**", en=f"What is **{ko}** called in English?"),),
        answer=OneOf(names[term.id], taken_for(term, dict(names))),
        steps=(say(ko=f"{ko}: {en}. {term.definition['ko']}", en=f"{ko}: {en}. {term.definition['en']}"),),
    )


def oracle(n: Numbers) -> Value:
    """The bold name that stands below the Korean one in the sheet."""
    lines = [line for line in raw_sheet().splitlines() if line.startswith("**")]
    korean = next(i for i, line in enumerate(lines) if line.startswith(f"**{terminology()[n.term].name['ko']}.**"))
    return same(lines[korean + 1].removeprefix("**").split(".**")[0])


ITEM = Item(topic="terminology", difficulty=1, minutes=1, book="closed", draw=draw, ask=ask, oracle=oracle)
