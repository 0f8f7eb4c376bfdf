"""What an abbreviation stands for, written out."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from fcnkit.practice.document import Blank, Blanks, Mistake, say
from fcnkit.practice.item import Item, Question
from fcnkit.practice.terms import raw_sheet, taken_for, terminology
from fcnkit.practice.values import Value, same
from fcnkit.text import Text

ABBREVIATIONS = ("cnn", "fcn", "mlp", "yolo")


class Numbers(NamedTuple):
    term: str


def draw(rng: Random) -> Numbers:
    return Numbers(rng.choice(ABBREVIATIONS))


def ask(n: Numbers) -> Question:
    term = terminology()[n.term]
    spellings = [spelling for spelling in term.spellings if spelling != term.label]
    label = Text(ko=f"{term.label}의 뜻", en=f"{term.label} stands for")
    full = same(term.name["en"])
    others = {other.id: same(other.name["en"]) for other in terminology() if other.id in ABBREVIATIONS}
    wrong = [Mistake(name, same(name), each.why) for each in term.wrong_names for name in each.names]
    return Question(
        text=(
            say(
                ko=f"약자 {term.label}의 뜻을 영어로 풀어 쓰세요.",
                en=f"What does {term.label} stand for? Write it out.",
            ),
        ),
        answer=Blanks((Blank(label, full, tuple(spellings)),), mistakes=(*wrong, *taken_for(term, dict(others)))),
        steps=(
            say(
                ko=f"**{term.name['en']}**의 약자입니다. {term.definition['ko']}",
                en=f"It stands for **{term.name['en']}**. {term.definition['en']}",
            ),
        ),
    )


def oracle(n: Numbers) -> Value:
    """The one bold English name in the sheet whose initials are the abbreviation."""
    label = terminology()[n.term].label
    below = raw_sheet().partition(f"### {label}\n")[2]
    names = [line.split(".**")[0].strip("* ") for line in below.splitlines()[:3] if line.startswith("**")]
    (name,) = (name for name in names if _initials(name) == label)
    return same(name)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.replace("-", " ").split()).upper()


ITEM = Item(topic="terminology", difficulty=1, minutes=1, book="closed", draw=draw, ask=ask, oracle=oracle)
