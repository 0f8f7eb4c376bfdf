"""What an abbreviation stands for: written out, or one of its letters."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from fcnkit.practice import (
    Blank,
    Distractor,
    FillIn,
    Item,
    Paragraph,
    Question,
    Text,
    Value,
    expansions,
    name_of,
    say,
    untranslated,
)
from fcnkit.terminology import Term

from ..terms import TERMS

ABBREVIATIONS = ("cnn", "fcn", "mlp")
PLACES = (
    Text(ko="첫 번째", en="first"),
    Text(ko="두 번째", en="second"),
    Text(ko="세 번째", en="third"),
)


class Numbers(NamedTuple):
    term: str
    letter: int | None
    """The place of the only letter that is asked for."""


def draw(rng: Random) -> Numbers:
    term = rng.choice(ABBREVIATIONS)
    return Numbers(term, None if rng.random() < 0.5 else rng.randrange(len(TERMS.sheet[term].label)))


def build(n: Numbers) -> Question:
    term = TERMS.sheet[n.term]
    if n.letter is None:
        return written_out(term)
    text, answer = _one_letter(term, n.letter)
    return _question(term, text, answer)


def written_out(term: Term) -> Question:
    """The question for the whole name: whatever else the term may be called is no answer."""
    text = say(
        ko=f"약자 {term.label}의 뜻을 영어로 풀어 쓰세요.", en=f"What does {term.label} stand for? Write it out."
    )
    full = term.name["en"]
    label = Text(ko=f"{term.label}의 뜻", en=f"{term.label} stands for")
    right = tuple(spelling for name in {full: None, **_nets(full)} for spelling in expansions(name))
    wrong = tuple(Distractor(name, untranslated(name), why) for name, why in _misread(term).items())
    return _question(term, text, FillIn((Blank(label, untranslated(full), right),), distractors=wrong))


def _nets(name: str) -> dict[str, None]:
    """Net, as people write network for short."""
    return {name.removesuffix("work"): None} if name.endswith("network") else {}


def _one_letter(term: Term, place: int) -> tuple[Paragraph, FillIn]:
    letter, word = term.label[place], _words(term.name["en"])[place]
    wrong = [
        Distractor(name, untranslated(_words(name)[place].lower()), why)
        for name, why in _misread(term).items()
        if _words(name)[place].lower() != word.lower()
    ]
    text = say(
        ko=f"약자 {term.label}의 {PLACES[place]['ko']} 글자 **{letter}**에 해당하는 영어 단어를 쓰세요.",
        en=f"Which word does the {PLACES[place]['en']} letter of {term.label}, **{letter}**, stand for?",
    )
    right = tuple(spelling for name in {word: None, **_nets(word)} for spelling in expansions(name))
    return text, FillIn((Blank(untranslated(letter), untranslated(word), right),), distractors=tuple(wrong))


def _question(term: Term, text: Paragraph, answer: FillIn) -> Question:
    return Question(
        text=(text,),
        answer=answer,
        steps=(
            say(
                ko=f"{term.label}: **{term.name['en']}**. {term.definition['ko']}",
                en=f"{term.label}: **{term.name['en']}**. {term.definition['en']}",
            ),
        ),
        must_not_appear=(term.name["en"],),
        asks=(term.id, name_of(term.id)),
    )


def _misread(term: Term) -> dict[str, Text]:
    """Names with the abbreviation's initials that it is wrongly read as: the sheet's wrong ones, and other terms'."""
    found = {name: each.why for each in term.wrong_names for name in each.names}
    for other, why in TERMS.sheet.confused_with(term).items():
        found |= dict.fromkeys(TERMS.sheet[other].spellings, why)
    return {name: why for name, why in found.items() if _initials(name) == term.label}


def oracle(n: Numbers) -> Value:
    """The one bold English name in the sheet whose initials are the abbreviation, or one word of it."""
    name = name_with_initials(TERMS.sheet[n.term].label)
    return untranslated(name if n.letter is None else _words(name)[n.letter])


def name_with_initials(label: str) -> str:
    """The only bold name below a heading of the sheet, as it is written, that has the heading for its initials."""
    below = TERMS.raw_sheet().partition(f"### {label}\n")[2]
    names = [line.split(".**")[0].strip("* ") for line in below.splitlines()[:3] if line.startswith("**")]
    (name,) = (name for name in names if _initials(name) == label)
    return name


def _words(name: str) -> list[str]:
    return name.replace("-", " ").split()


def _initials(name: str) -> str:
    return "".join(word[0] for word in _words(name)).upper()


ITEM = Item(
    topic="terminology",
    name=Text(ko="약자의 뜻", en="What an abbreviation stands for"),
    difficulty=1,
    minutes=1,
    book="closed",
    draw=draw,
    build=build,
    oracle=oracle,
    in_words=True,
)
