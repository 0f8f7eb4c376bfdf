"""What an abbreviation stands for: written out, or one of its letters."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from fcnkit.practice.document import Blank, Blanks, Mistake, Paragraph, say
from fcnkit.practice.item import Item, Question
from fcnkit.practice.terms import raw_sheet, taken_for, terminology
from fcnkit.practice.values import Value, same
from fcnkit.terminology import Term
from fcnkit.text import Text

ABBREVIATIONS = ("cnn", "fcn", "mlp", "yolo")
PLACES = (
    Text(ko="첫 번째", en="first"),
    Text(ko="두 번째", en="second"),
    Text(ko="세 번째", en="third"),
    Text(ko="네 번째", en="fourth"),
)


class Numbers(NamedTuple):
    term: str
    letter: int | None
    """The place of the only letter that is asked for."""


def draw(rng: Random) -> Numbers:
    term = rng.choice(ABBREVIATIONS)
    return Numbers(term, None if rng.random() < 0.5 else rng.randrange(len(terminology()[term].label)))


def ask(n: Numbers) -> Question:
    term = terminology()[n.term]
    text, answer = _whole(term) if n.letter is None else _one_letter(term, n.letter)
    return Question(
        text=(text,),
        answer=answer,
        steps=(
            say(
                ko=f"{term.label}: **{term.name['en']}**. {term.definition['ko']}",
                en=f"{term.label}: **{term.name['en']}**. {term.definition['en']}",
            ),
        ),
        secret=tuple(spelling for spelling in term.spellings if " " in spelling),
    )


def _whole(term: Term) -> tuple[Paragraph, Blanks]:
    spellings = tuple(spelling for spelling in term.spellings if spelling != term.label)
    full = same(term.name["en"])
    others = {other.id: same(other.name["en"]) for other in terminology() if other.id in ABBREVIATIONS}
    wrong = [Mistake(name, same(name), why) for name, why in _misread(term)]
    text = say(
        ko=f"약자 {term.label}의 뜻을 영어로 풀어 쓰세요.", en=f"What does {term.label} stand for? Write it out."
    )
    label = Text(ko=f"{term.label}의 뜻", en=f"{term.label} stands for")
    return text, Blanks((Blank(label, full, spellings),), mistakes=(*wrong, *taken_for(term, dict(others))))


def _one_letter(term: Term, place: int) -> tuple[Paragraph, Blanks]:
    letter, word = term.label[place], _words(term.name["en"])[place]
    wrong = [
        Mistake(name, same(_words(name)[place].lower()), why)
        for name, why in _misread(term)
        if _initials(name) == term.label and _words(name)[place].lower() != word.lower()
    ]
    text = say(
        ko=f"약자 {term.label}의 {PLACES[place]['ko']} 글자 **{letter}**에 해당하는 영어 단어를 쓰세요.",
        en=f"Which word does the {PLACES[place]['en']} letter of {term.label}, **{letter}**, stand for?",
    )
    return text, Blanks((Blank(same(letter), same(word), (word,)),), mistakes=tuple(wrong))


def _misread(term: Term) -> Iterator[tuple[str, Text]]:
    """Names that the abbreviation is wrongly read as: the sheet's wrong ones, and other terms' with its initials."""
    yield from ((name, each.why) for each in term.wrong_names for name in each.names)
    for other, why in terminology().confused_with(term).items():
        yield from ((name, why) for name in terminology()[other].spellings if _initials(name) == term.label)


def oracle(n: Numbers) -> Value:
    """The one bold English name in the sheet whose initials are the abbreviation, or one word of it."""
    label = terminology()[n.term].label
    below = raw_sheet().partition(f"### {label}\n")[2]
    names = [line.split(".**")[0].strip("* ") for line in below.splitlines()[:3] if line.startswith("**")]
    (name,) = (name for name in names if _initials(name) == label)
    return same(name if n.letter is None else _words(name)[n.letter])


def _words(name: str) -> list[str]:
    return name.replace("-", " ").split()


def _initials(name: str) -> str:
    return "".join(word[0] for word in _words(name)).upper()


ITEM = Item(topic="terminology", difficulty=1, minutes=1, book="closed", draw=draw, ask=ask, oracle=oracle)
