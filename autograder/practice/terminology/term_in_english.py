"""The English name of a Korean term; who reads English is told what it means instead."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from fcnkit.practice import Item, MultipleChoice, Question, Text, Value, name_of, say, untranslated

from ..terms import TERMS

KOREAN = (
    "background",
    "cnn",
    "concatenation",
    "contour",
    "convolution",
    "deconvolution",
    "dense-layer",
    "densenet",
    "depthwise-convolution",
    "depthwise-separable-convolution",
    "dilation",
    "fcn",
    "foreground",
    "freezing",
    "iou",
    "multiply-add",
    "nms",
    "object-detection",
    "pointwise-convolution",
    "precision",
    "psnr",
    "recall",
    "residual-connection",
    "resnet",
    "super-resolution",
    "supervised-learning",
    "transfer-learning",
    "transposed-convolution",
)
"""Terms that have a Korean name. English words that are only spelled in Hangul ask nothing."""


class Numbers(NamedTuple):
    terms: tuple[str, ...]
    """To choose from."""
    asked: str


def draw(rng: Random) -> Numbers:
    terms = TERMS.group(rng, KOREAN)
    asked = rng.choice(terms)
    while any(sign.isdigit() for sign in TERMS.sheet[asked].definition["en"]):
        terms = TERMS.group(rng, KOREAN)  # a number that one language names and the other does not
        asked = rng.choice(terms)
    return Numbers(terms, asked)


def build(n: Numbers) -> Question:
    term = TERMS.sheet[n.asked]
    names: dict[str, Value] = {each: untranslated(TERMS.sheet[each].name["en"]) for each in n.terms}
    ko, en = term.name["ko"], term.name["en"]
    return Question(
        text=(
            say(
                ko=f"다음 용어의 영어 이름은 무엇입니까? **{ko}**",
                en=f"What is this called? {term.definition['en']}",
            ),
        ),
        answer=MultipleChoice(names[term.id], TERMS.taken_for(term, names)),
        steps=(say(ko=f"{ko}: {en}. {term.definition['ko']}", en=f"**{en}**: {term.definition['en']}"),),
        must_not_appear=(term.title["ko"], term.definition["en"]),
        asks=(term.id, name_of(term.id)),
        reveals=TERMS.told_by_definitions([term.id]),
    )


def oracle(n: Numbers) -> Value:
    """The bold name that stands below the Korean one in the sheet."""
    lines = [line for line in TERMS.raw_sheet().splitlines() if line.startswith("**")]
    korean = next(i for i, line in enumerate(lines) if line.startswith(f"**{TERMS.sheet[n.asked].name['ko']}.**"))
    return untranslated(lines[korean + 1].removeprefix("**").split(".**")[0])


ITEM = Item(
    topic="terminology",
    name=Text(ko="용어의 영어 이름", en="A term in English"),
    difficulty=1,
    minutes=1,
    book="closed",
    draw=draw,
    build=build,
    oracle=oracle,
    in_words=True,
)
